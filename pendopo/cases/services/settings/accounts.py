# SPDX-License-Identifier: EUPL-1.2
"""The account of an officer: opened, closed, with a new first password, rid of a lost phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from allauth.mfa.models import Authenticator

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Settled,
    Told,
    settle,
)
from pendopo.cases.services.settings.keepers import with_a_keeper
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.offices import accounts
from pendopo.offices.models import Office, Officer, User

WHAT = "account"
_OLD, _FIRST = "yang lama", "baru, diganti saat pertama kali masuk"


def open_account(*, actor: Actor, officer: UUID, user_name: str) -> SettingAnswer:
    """Give an officer an account."""
    return _opening(actor, officer, lambda one: accounts.open_account(one, user_name), "user_name")


def renew_password(*, actor: Actor, officer: UUID) -> SettingAnswer:
    """A new first password for who forgot theirs; second factors go, and sessions end."""
    return _opening(actor, officer, accounts.renew_password)


def reopen_account(*, actor: Actor, officer: UUID) -> SettingAnswer:
    """Open again what was closed, with a new first password."""
    return _opening(actor, officer, accounts.reopen_account)


def close_account(*, actor: Actor, officer: UUID) -> SettingAnswer:
    """Nobody signs in with it any more; what the officer did stays, with their name."""

    def work(office: Office) -> Done:
        found = _found(office.code, officer)
        if found is None:
            return NotFound()
        if str(found.id) == actor.officer_id:
            return NotRecorded((OWN,))
        before = _told(found)
        return _done(found, before, lambda: accounts.close_account(found))

    return settle(actor, with_a_keeper(work))


def drop_factors(*, actor: Actor, officer: UUID) -> SettingAnswer:
    """Take the telephone code and the passkeys of an officer away, and end the open sessions."""

    def work(office: Office) -> Done:
        found = _found(office.code, officer)
        if found is None:
            return NotFound()
        before = _told(found)
        return _done(found, before, lambda: accounts.drop_factors(found))

    return settle(actor, work)


def _opening(
    actor: Actor, officer: UUID, do: Callable[[Officer], str], where: str = ""
) -> SettingAnswer:
    secret: list[str] = []

    def work(office: Office) -> Done:
        found = _found(office.code, officer)
        if found is None:
            return NotFound()
        before = _told(found)
        try:
            password = do(found)
        except accounts.CannotOpen as why:
            return NotRecorded(troubles=(Trouble(where, str(why)),))
        secret.append(password)
        after = {**(_told(found) or {}), "password": _FIRST}
        return Change(WHAT, str(found.id), {**before, "password": _OLD} if before else None, after)

    answer = settle(actor, work)
    return replace(answer, secret=secret[0]) if isinstance(answer, Settled) else answer


def _done(officer: Officer, before: Told | None, do: Callable[[], object]) -> Done:
    try:
        do()
    except accounts.CannotOpen as why:
        return NotRecorded((Reason("no-account", str(why)),))
    return Change(WHAT, str(officer.id), before, _told(officer))


def _found(office: str, officer: UUID) -> Officer | None:
    rows = Officer.objects.filter(office_id=office, id=officer)
    return rows.select_related("user").first()


def _told(officer: Officer) -> Told | None:
    user = officer.user
    if user is None:
        return None
    return {
        "name": officer.name,
        "user": user.username,
        "open": user.is_active,
        "factors": _factors(user),
    }


def _factors(user: User) -> int:
    return int(Authenticator.objects.filter(user=user).count())


OWN = Reason(
    "own-account",
    "Akun Anda sendiri tidak dapat Anda tutup. Mintalah kepada petugas lain yang berwenang.",
)

# SPDX-License-Identifier: EUPL-1.2
"""Accounts of officers: a user name, and a password that is told once."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from pendopo.base import clock
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Assignment, Office, Officer, User
from pendopo.offices.tokens import revoke_tokens

USER_NAME = re.compile(r"[a-z][a-z0-9.-]{1,29}")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without l, i, o, 0 and 1, which are mistaken for one another on paper."""


class CannotOpen(ValueError):
    """The account cannot be made so; the message says why and what to do."""


def open_account(officer: Officer, user_name: str) -> str:
    """Give an officer an account; the answer is its first password, kept nowhere.

    Whoever signs in with it has to choose another one first. Raises CannotOpen.
    """
    name = user_name.strip().lower()
    if not USER_NAME.fullmatch(name):
        raise CannotOpen(
            f"Nama pengguna «{user_name}» tidak dapat dipakai: tulis 2 sampai 30 huruf kecil, "
            "angka, titik atau tanda hubung, dan awali dengan huruf."
        )
    with transaction.atomic():
        if officer.user_id:
            raise CannotOpen(f"{officer.name} sudah mempunyai akun.")
        if User.objects.filter(username__iexact=name).exists():
            raise CannotOpen(f"Nama pengguna {name} sudah dipakai. Pilih yang lain.")
        officer.user = User(username=name)
        password = _with_new_password(officer.user)
        officer.save(update_fields=["user"])
    return password


def renew_password(officer: Officer) -> str:
    """A new first password, in place of one that was forgotten; it ends every open session.

    A second factor is taken away with it, for its telephone may be what was lost. Raises
    CannotOpen.
    """
    user = _user_of(officer)
    if not user.is_active:
        raise CannotOpen(f"Akun {officer.name} sudah ditutup; buka lagi dahulu.")
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        return _with_new_password(user)


def close_account(officer: Officer) -> None:
    """Nobody signs in with it any more: sessions end, tokens are withdrawn. What was done stays.

    Raises CannotOpen.
    """
    user = _user_of(officer)
    with transaction.atomic():
        drop_factors(officer)
        user.set_unusable_password()
        user.is_active = user.provisional = False
        user.save()
        revoke_tokens(officer)


def reopen_account(officer: Officer) -> str:
    """Open again what was closed; the answer is a new first password. Raises CannotOpen."""
    user = _user_of(officer)
    if user.is_active:
        raise CannotOpen(f"Akun {officer.name} tidak ditutup.")
    user.is_active = True
    return _with_new_password(user)


def drop_factors(officer: Officer) -> int:
    """Take away telephone codes and passkeys, as when the telephone is lost; how many there were.

    Sessions end, for one of them may be open on it. Raises CannotOpen.
    """
    user = _user_of(officer)
    with transaction.atomic():
        found, _kinds = Authenticator.objects.filter(user=user).delete()
        end_sessions(user)
    return int(found)


@dataclass(frozen=True, slots=True)
class Factors:
    """The second factors of an account: whether there is an app, and how many passkeys."""

    app: bool = False
    passkeys: int = 0

    @property
    def any(self) -> bool:
        """Whether there is something to take away."""
        return self.app or self.passkeys > 0


def factors_of(officer: Officer) -> Factors:
    """What the officer set up. One query where there is an account."""
    if officer.user_id is None:
        return Factors()
    kinds = list(
        Authenticator.objects.filter(user_id=officer.user_id).values_list("type", flat=True)
    )
    return Factors(Authenticator.Type.TOTP in kinds, kinds.count(Authenticator.Type.WEBAUTHN))


def end_sessions(user: User) -> None:
    """Whoever is signed in as this user has to sign in again. Reads all open sessions."""
    for session in Session.objects.filter(expire_date__gte=clock.now()):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def _user_of(officer: Officer) -> User:
    if officer.user is None:
        raise CannotOpen(f"{officer.name} belum mempunyai akun.")
    return officer.user


def _with_new_password(user: User) -> str:
    password = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    user.set_password(password)
    user.provisional = True
    user.save()
    return password


def shown(user: User) -> str:
    """How the person is called: the officer's name, else the user name."""
    officer = Officer.objects.filter(user_id=user.pk).first()
    return officer.name if officer else user.username


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody of a demonstration whom anybody may be."""

    officer: Officer
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """An office of a demonstration with its invented officers."""

    office: Office
    people: tuple[Invented, ...]


def demo_offices() -> tuple[DemoOffice, ...]:
    """All offices of the demonstration, with who is on duty today; none where all is real.

    It crosses offices on purpose: nobody has said yet where they work.
    """
    if not settings.PENDOPO_DEMO:
        return ()
    offices = Office.objects.filter(demo=True)
    return tuple(
        DemoOffice(
            one, _people(held_on(one.code, one.today).exclude(officer__user__is_active=False))
        )
        for one in offices
    )


def demo_user(office: str, officer_id: UUID) -> User | None:
    """The account of an invented officer, made at first use; None where all is real.

    It has no password: nobody can sign in with it but by the list of a demonstration. None, too,
    where it was closed.
    """
    if not settings.PENDOPO_DEMO:
        return None
    with transaction.atomic():
        officer = (
            Officer.objects.select_for_update(of=("self",))
            .select_related("office")
            .filter(office_id=office, id=officer_id, office__demo=True)
            .first()
        )
        if officer is None:
            return None
        if officer.user is None:
            officer.user = User.objects.create_user(f"contoh-{officer.id}")
            officer.save(update_fields=["user"])
        return officer.user if officer.user.is_active else None


def _people(held: Iterable[Assignment]) -> tuple[Invented, ...]:
    """In the order of their first position."""
    titles: dict[Officer, list[str]] = {}
    for one in held:
        titles.setdefault(one.officer, []).append(one.full_title)
    return tuple(Invented(officer, tuple(found)) for officer, found in titles.items())

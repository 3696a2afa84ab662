# SPDX-License-Identifier: EUPL-1.2
"""The signing matrix: whose signature, for whom, with which line, for which services."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from pendopo.cases.hands_needed import needed, unsigned
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Told,
    Work,
    meanwhile,
    settle,
)
from pendopo.cases.services.settings.keepers import with_a_keeper
from pendopo.cases.services.settings.ordering import move
from pendopo.cases.services.settings.positions import listed
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Office, Position, SigningRule
from pendopo.standards.national import role_title

WHAT = "signing-rule"
CONFIRMED = "confirmed"
LINES = ("", "a.n.", "u.b.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an administrator says of a row. `position` is a key, `on_behalf_of` a role.

    `services` None: all, but for the `excepted`. `confirmed`: a service may be left unsigned.
    """

    position: str
    on_behalf_of: str
    line: str = ""
    services: tuple[str, ...] | None = None
    excepted: tuple[str, ...] = ()
    basis: str = ""
    confirmed: bool = False


def rule_now(office: str, rule: UUID) -> Told | None:
    """How a row of the matrix stands, in words; None where there is none. Five queries."""
    found = _rows(office).filter(id=rule).first()
    return _told(found) if found else None


def keep_rule(
    *, actor: Actor, rule: UUID | None, wanted: Wanted, seen: str | None = None
) -> SettingAnswer:
    """Add a row at the end of the matrix (`rule` None), or change one."""

    def work(office: Office) -> Done:
        found = _rows(office.code).filter(id=rule).first() if rule else None
        if rule and found is None:
            return NotFound()
        before = _told(found) if found else None
        if refused := meanwhile(seen, before):
            return refused
        positions = Position.objects.filter(office_id=office.code, key=wanted.position)
        position = positions.first()
        if troubles := _troubles(position, wanted):
            return NotRecorded(troubles=troubles)
        row = found or SigningRule(office=office, place=_rows(office.code).count())
        row.position = position
        row.on_behalf_of, row.line, row.basis = (
            wanted.on_behalf_of,
            wanted.line,
            wanted.basis.strip(),
        )
        row.services = None if wanted.services is None else list(wanted.services)
        row.excepted = list(wanted.excepted) if wanted.services is None else []
        row.save()
        return Change(WHAT, str(row.id), before, _told(row))

    return settle(actor, with_a_keeper(_with_signers(work, wanted.confirmed)))


def move_rule(*, actor: Actor, rule: UUID, up: bool) -> SettingAnswer:
    """Let a row change places with the one above or below: the first who is in, signs first."""

    def work(office: Office) -> Done:
        rows = list(_rows(office.code))
        found = next((row for row in rows if row.id == rule), None)
        if found is None:
            return NotFound()
        told: Told = {"title": found.position.title, "place": rows.index(found) + 1}
        move(rows, rule, up)
        return Change(WHAT, str(rule), told, {**told, "place": found.place + 1})

    return settle(actor, work)


def remove_rule(*, actor: Actor, rule: UUID, confirmed: bool = False) -> SettingAnswer:
    """Take a row out of the matrix. What was signed by it stays signed."""

    def work(office: Office) -> Done:
        found = _rows(office.code).filter(id=rule).first()
        if found is None:
            return NotFound()
        before = _told(found)
        SigningRule.objects.filter(office_id=office.code, id=rule).delete()
        return Change(WHAT, str(rule), before, None)

    return settle(actor, with_a_keeper(_with_signers(work, confirmed)))


def _with_signers(work: Work, confirmed: bool) -> Work:
    """The same work, refused where a service that had a signer would have none any more."""

    def guarded(office: Office) -> Done:
        before = unsigned(office, office.today)
        done = work(office)
        if confirmed or isinstance(done, NotRecorded | NotFound):
            return done
        lost = [name for key, name in unsigned(office, office.today).items() if key not in before]
        if not lost:
            return done
        text = f"Sesudah itu tidak ada yang dapat menandatangani: {listed(lost)}."
        return NotRecorded((Reason("unsigned", text, CONFIRMED),))

    return guarded


def _rows(office: str) -> QuerySet[SigningRule]:
    return SigningRule.objects.filter(office_id=office).select_related("position")


def _told(row: SigningRule) -> Told:
    names = {one.slug: one.name for one in needed(row.office_id)}
    services: list[Json] = [names.get(key, key) for key in row.services or ()]
    excepted: list[Json] = [names.get(key, key) for key in row.excepted]
    return {
        "title": row.position.title,
        "line": row.line,
        "on_behalf_of": role_title(row.on_behalf_of),
        "services": "semua" if row.services is None else services,
        "excepted": excepted,
        "basis": row.basis,
    }


def _troubles(position: Position | None, wanted: Wanted) -> tuple[Trouble, ...]:
    if position is None:
        return (Trouble("position", "Pilih jabatannya."),)
    troubles = []
    own = wanted.on_behalf_of in position.roles
    if wanted.line not in LINES:
        troubles.append(Trouble("line", "Pilih barisnya."))
    elif not wanted.line and not own:
        text = f"{position.title} bukan pejabat itu sendiri. Pilih a.n. atau u.b."
        troubles.append(Trouble("line", text))
    elif wanted.line and own:
        text = f"Itu jabatan {position.title} sendiri, jadi tanpa a.n. atau u.b."
        troubles.append(Trouble("line", text))
    if wanted.services is not None and not wanted.services:
        troubles.append(Trouble("services", "Centang sedikitnya satu layanan."))
    return tuple(troubles)

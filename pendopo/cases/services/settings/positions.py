# SPDX-License-Identifier: EUPL-1.2
"""The positions of the office, and which roles of the standards each of them fills."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pendopo.cases import models
from pendopo.cases.hands_needed import unfilled
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.cases.services.settings.keepers import with_a_keeper
from pendopo.cases.services.settings.ordering import move
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import AUTHORISED_SIGNER
from pendopo.offices.models import (
    Absence,
    AccessToken,
    Assignment,
    Book,
    Office,
    Position,
    SigningRule,
)
from pendopo.standards.national import roles as national_roles

WHAT = "position"
CONFIRMED = "confirmed"
"""The place of a refusal that a tick lifts."""
_KEY_LENGTH = 48


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an administrator says of a position. `roles` are keys of the national list.

    `confirmed`: it may leave a role that the standards need without a position.
    """

    title: str
    roles: tuple[str, ...]
    echelon: str = ""
    confirmed: bool = False


def position_now(office: str, key: str) -> Told | None:
    """How a position stands, its roles in words; None where there is none. Two queries."""
    found = _found(office, key)
    return _told(found) if found else None


def roles_of_office() -> Mapping[str, str]:
    """The roles that a position may fill: key → how people call it. One query."""
    return {
        key: role.title
        for key, role in national_roles().items()
        if not role.outside and key != AUTHORISED_SIGNER
    }


def keep_position(
    *, actor: Actor, key: str | None, wanted: Wanted, seen: str | None = None
) -> SettingAnswer:
    """Add a position (`key` None) at the end of the order, or change one. Its key stays."""

    def work(office: Office) -> Done:
        found = _found(office.code, key) if key else None
        if key and found is None:
            return NotFound()
        before = _told(found) if found else None
        if refused := meanwhile(seen, before):
            return refused
        if troubles := _troubles(office, found, wanted):
            return NotRecorded(troubles=troubles)
        lacking = unfilled(office.code)
        row = found or _new(office, wanted.title)
        known = tuple(role for role in roles_of_office() if role in wanted.roles)
        row.title, row.roles = " ".join(wanted.title.split()), list(known)
        row.echelon = wanted.echelon.strip()
        row.save()
        if not wanted.confirmed and (reason := _lost(lacking, office.code)):
            return NotRecorded((reason,))
        return Change(WHAT, row.key, before, _told(row))

    return settle(actor, with_a_keeper(work))


def move_position(*, actor: Actor, key: str, up: bool) -> SettingAnswer:
    """Let a position change places with the one above or below it."""

    def work(office: Office) -> Done:
        rows = list(Position.objects.filter(office_id=office.code))
        found = next((row for row in rows if row.key == key), None)
        if found is None:
            return NotFound()
        title, before = found.title, rows.index(found) + 1
        move(rows, found.id, up)
        told: Told = {"title": title, "place": before}
        return Change(WHAT, key, told, {**told, "place": found.place + 1})

    return settle(actor, work)


def remove_position(*, actor: Actor, key: str) -> SettingAnswer:
    """Take a position away that nothing names, now or in the past."""

    def work(office: Office) -> Done:
        found = _found(office.code, key)
        if found is None:
            return NotFound()
        if named_by := tuple(_named_by(found)):
            text = f"{found.title} tidak dapat dihapus: masih disebut {', '.join(named_by)}."
            return NotRecorded((Reason("in-use", text),))
        lacking = unfilled(office.code)
        before = _told(found)
        Position.objects.filter(office_id=office.code, id=found.id).delete()
        if reason := _lost(lacking, office.code):
            return NotRecorded((Reason("role-needed", reason.text),))
        return Change(WHAT, key, before, None)

    return settle(actor, work)


def _found(office: str, key: str) -> Position | None:
    return Position.objects.filter(office_id=office, key=key).first()


def _told(row: Position) -> Told:
    titles = roles_of_office()
    said: list[Json] = [titles.get(role, role) for role in row.roles]
    return {"title": row.title, "roles": said, "echelon": row.echelon}


def _new(office: Office, title: str) -> Position:
    rows = Position.objects.filter(office_id=office.code)
    taken = set(rows.values_list("key", flat=True))
    return Position(office=office, key=_key(title, taken), place=len(taken))


def _key(title: str, taken: set[str]) -> str:
    """`kasi-pelayanan`: of the title, and of nobody else."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: _KEY_LENGTH - 4].strip("-") or "jabatan"
    taken = {*taken, "baru"}  # the address of the page for a new one
    numbered = (f"{key}-{n}" for n in range(2, len(taken) + 3))
    return next(one for one in (key, *numbered) if one not in taken)


def _troubles(office: Office, found: Position | None, wanted: Wanted) -> tuple[Trouble, ...]:
    others = Position.objects.filter(office_id=office.code)
    if found is not None:
        others = others.exclude(id=found.id)
    troubles = []
    if not wanted.title.strip():
        troubles.append(Trouble("title", "Tulis nama jabatannya."))
    elif others.filter(title__iexact=" ".join(wanted.title.split())).exists():
        troubles.append(Trouble("title", f"{wanted.title.strip()} sudah ada dalam daftar."))
    if not set(wanted.roles) & set(roles_of_office()):
        troubles.append(Trouble("roles", "Pilih sedikitnya satu peran."))
    return tuple(troubles)


def _lost(before: Mapping[str, tuple[str, ...]], office: str) -> Reason | None:
    """Why a change needs a second thought: a role that was filled is needed and is not any more."""
    lost = {role: names for role, names in unfilled(office).items() if role not in before}
    if not lost:
        return None
    titles = roles_of_office()
    said = "; ".join(f"{titles.get(role, role)} ({listed(of)})" for role, of in lost.items())
    text = f"Sesudah itu tidak ada jabatan untuk peran yang dibutuhkan standar: {said}."
    return Reason("role-needed", text, CONFIRMED)


def listed(names: Iterable[str], most: int = 3) -> str:
    """The first of many names, and how many more there are."""
    found = tuple(names)
    more = f" dan {len(found) - most} lainnya" if len(found) > most else ""
    return ", ".join(found[:most]) + more


def _named_by(row: Position) -> Iterable[str]:
    own = {"office_id": row.office_id, "position_id": row.id}
    by_key = {"office_id": row.office_id, "position": row.key}
    for words, found in (
        ("penugasan", Assignment.objects.filter(**own)),
        ("penandatanganan", SigningRule.objects.filter(**own)),
        ("catatan kehadiran", Absence.objects.filter(**own)),
        ("kunci API", AccessToken.objects.filter(**own)),
        ("buku", Book.objects.filter(office_id=row.office_id, head=row.key)),
        ("disposisi", models.Disposition.objects.filter(**by_key)),
        ("map", models.Folder.objects.filter(**by_key)),
    ):
        if found.exists():
            yield words

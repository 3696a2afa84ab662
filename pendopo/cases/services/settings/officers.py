# SPDX-License-Identifier: EUPL-1.2
"""Those who work at the office: their names, numbers and ranks as letters print them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.nip import nip_trouble, tidy_nip
from pendopo.offices.models import Absence, AccessToken, Assignment, Office, Officer

WHAT = "officer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an administrator says of an officer; `name` with degrees, `nip` "" for who has none."""

    name: str
    nip: str = ""
    rank: str = ""


def officer_now(office: str, officer: UUID) -> Told | None:
    """How an officer stands; None where there is none. One query."""
    found = _found(office, officer)
    return _told(found) if found else None


def keep_officer(
    *, actor: Actor, officer: UUID | None, wanted: Wanted, seen: str | None = None
) -> SettingAnswer:
    """Add an officer (`officer` None) or correct one. Letters that are out stay as they are."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        found = _found(office.code, officer) if officer else None
        if officer and found is None:
            return NotFound()
        before = _told(found) if found else None
        if refused := meanwhile(seen, before):
            return refused
        nip = tidy_nip(wanted.nip)
        if troubles := _troubles(office, found, wanted, nip):
            return NotRecorded(troubles=troubles)
        row = found or Officer(office=office)
        row.name, row.nip, row.rank = " ".join(wanted.name.split()), nip, wanted.rank.strip()
        row.save()
        return Change(WHAT, str(row.id), before, _told(row))

    return settle(actor, work)


def remove_officer(*, actor: Actor, officer: UUID) -> SettingAnswer:
    """Take an officer away who was entered by mistake: no account, and nothing names them."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        found = _found(office.code, officer)
        if found is None:
            return NotFound()
        if is_named(found):
            return NotRecorded((IN_USE,))
        Officer.objects.filter(office_id=office.code, id=found.id).delete()
        return Change(WHAT, str(found.id), _told(found), None)

    return settle(actor, work)


def is_named(officer: Officer) -> bool:
    """Whether an account or any row names the officer. At most three queries."""
    if officer.user_id:
        return True
    rows = {"office_id": officer.office_id, "officer_id": officer.id}
    return any(kind.objects.filter(**rows).exists() for kind in (Assignment, AccessToken, Absence))


def _found(office: str, officer: UUID) -> Officer | None:
    return Officer.objects.filter(office_id=office, id=officer).first()


def _told(row: Officer) -> Told:
    return {"name": row.name, "nip": row.nip, "rank": row.rank}


def _troubles(
    office: Office, found: Officer | None, wanted: Wanted, nip: str
) -> tuple[Trouble, ...]:
    troubles = []
    if not wanted.name.strip():
        troubles.append(Trouble("name", "Tulis namanya."))
    others = Officer.objects.filter(office_id=office.code, nip=nip)
    if found is not None:
        others = others.exclude(id=found.id)
    if nip and (text := nip_trouble(nip)):
        troubles.append(Trouble("nip", text))
    elif nip and (other := others.first()):
        troubles.append(Trouble("nip", f"NIP ini sudah tercatat untuk {other.name}."))
    return tuple(troubles)


IN_USE = Reason(
    "in-use",
    "Petugas ini mempunyai akun, penugasan atau catatan lain, jadi tidak dapat dihapus. Bila ia "
    "sudah tidak bekerja di sini, akhiri penugasannya dan tutup akunnya.",
)

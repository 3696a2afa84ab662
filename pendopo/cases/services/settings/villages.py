# SPDX-License-Identifier: EUPL-1.2
"""The villages of the office: added, renamed, and taken away while no file names them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pendopo.cases import models
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
from pendopo.offices.models import Office, Village

WHAT = "village"
KINDS = {"1": "kelurahan", "2": "desa"}
"""The first digit of the last part of a village's code says which it is (Permendagri 72/2019)."""
_LAST = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an administrator says of a village. `last`: the four digits after the office's code."""

    last: str
    name: str


def village_now(office: str, code: str) -> Told | None:
    """How a village stands; None where there is none. One query."""
    found = Village.objects.filter(office_id=office, code=code).first()
    return told_village(found) if found else None


def keep_village(
    *, actor: Actor, code: str | None, wanted: Wanted, seen: str | None = None
) -> SettingAnswer:
    """Add a village (`code` None) or say anew how one is called.

    Its code stays once it is kept: files name the village by it.
    """

    def work(office: Office) -> Change | NotRecorded | NotFound:
        found = Village.objects.filter(office_id=office.code, code=code).first() if code else None
        if code and found is None:
            return NotFound()
        before = told_village(found) if found else None
        if refused := meanwhile(seen, before):
            return refused
        if troubles := _troubles(office, found, wanted):
            return NotRecorded(troubles=troubles)
        row = found or Village(office=office, code=f"{office.code}.{wanted.last}")
        row.name, row.kind = wanted.name.strip(), KINDS[row.code[-4]]
        row.save()
        return Change(WHAT, row.code, before, told_village(row))

    return settle(actor, work)


def remove_village(*, actor: Actor, code: str) -> SettingAnswer:
    """Take a village away that no file names."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        found = Village.objects.filter(office_id=office.code, code=code).first()
        if found is None:
            return NotFound()
        if models.Case.objects.filter(office_id=office.code, village=code).exists():
            text = f"{found.name} tertulis pada berkas, jadi tidak dapat dihapus."
            return NotRecorded((Reason("in-use", text),))
        before = told_village(found)
        Village.objects.filter(office_id=office.code, id=found.id).delete()
        return Change(WHAT, code, before, None)

    return settle(actor, work)


def told_village(row: Village) -> Told:
    """A village as people read it."""
    return {"code": row.code, "name": row.name, "kind": row.kind}


def _troubles(office: Office, found: Village | None, wanted: Wanted) -> tuple[Trouble, ...]:
    others = Village.objects.filter(office_id=office.code)
    if found is not None:
        others = others.exclude(id=found.id)
    troubles = []
    if found is None and not _LAST.fullmatch(wanted.last):
        text = "Tulis empat angka: 1… untuk kelurahan, 2… untuk desa, misalnya 2004."
        troubles.append(Trouble("last", text))
    elif found is None and others.filter(code=f"{office.code}.{wanted.last}").exists():
        troubles.append(Trouble("last", f"Kode {office.code}.{wanted.last} sudah ada."))
    if not wanted.name.strip():
        troubles.append(Trouble("name", "Tulis namanya."))
    elif others.filter(name__iexact=wanted.name.strip()).exists():
        troubles.append(Trouble("name", f"{wanted.name.strip()} sudah ada dalam daftar."))
    return tuple(troubles)

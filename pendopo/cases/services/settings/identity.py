# SPDX-License-Identifier: EUPL-1.2
"""What the office is called and where it is. Its code, prefix and zone are not changed here.

The code is the key of every row, the prefix stands on every receipt that was handed out, and the
zone dates every number that was given.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Office

WHAT = "office"
_CODE = re.compile(r"[0-9A-Za-z.-]{1,32}")
_EMPTY = {
    "name": "Tulis nama kantor, misalnya Kecamatan Rejowangi.",
    "seat": "Tulis tempat kedudukan, yang dicetak sebelum tanggal surat.",
    "address": "Tulis alamat kantor.",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Name, seat (printed before a letter's date), address and the code within numbers."""

    name: str
    seat: str
    address: str
    unit_code: str


def identity_now(office: Office) -> Told:
    """How it stands. No query."""
    return asdict(_of(office))


def keep_identity(*, actor: Actor, wanted: Identity, seen: str | None = None) -> SettingAnswer:
    """Say anew what the office is called. The unit's code holds for the next numbers."""

    def work(office: Office) -> Change | NotRecorded:
        before = identity_now(office)
        if refused := meanwhile(seen, before):
            return refused
        said = Identity(*(" ".join(text.split()) for text in asdict(wanted).values()))
        if troubles := _troubles(said):
            return NotRecorded(troubles=troubles)
        for name, text in asdict(said).items():
            setattr(office, name, text)
        office.save(update_fields=list(asdict(said)))
        return Change(WHAT, office.code, before, identity_now(office))

    return settle(actor, work)


def _of(office: Office) -> Identity:
    return Identity(office.name, office.seat, office.address, office.unit_code)


def _troubles(said: Identity) -> tuple[Trouble, ...]:
    troubles = [Trouble(name, text) for name, text in _EMPTY.items() if not getattr(said, name)]
    if not _CODE.fullmatch(said.unit_code):
        text = "Kode unit hanya angka, huruf, titik dan tanda hubung, misalnya 424.311."
        troubles.append(Trouble("unit_code", text))
    return tuple(troubles)

# SPDX-License-Identifier: EUPL-1.2
"""The letterhead and the paper of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

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
from pendopo.offices.stationery import (
    COUNTERSIGN_WAYS,
    NUMBER_WAYS,
    SLIP_WIDTHS,
    OfficeStationery,
)
from pendopo.papers.values import PageSize, Typeface

WHAT = "stationery"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "size": tuple(one.value for one in PageSize),
    "typeface": tuple(one.value for one in Typeface),
    "number": NUMBER_WAYS,
    "countersign": COUNTERSIGN_WAYS,
    "slip": SLIP_WIDTHS,
}
BOUNDS: Mapping[str, tuple[int, int]] = {
    "points": (9, 14),
    "top": (5, 60),
    "right": (5, 60),
    "bottom": (5, 60),
    "left": (5, 60),
    "preprinted": (0, 120),
    "overprint_left": (0, 180),
    "overprint_top": (0, 300),
    "label_width": (30, 200),
    "label_height": (20, 150),
}
"""Least and most: millimetres, and points of the letters."""
MOST_LINES, LONGEST_LINE = 4, 120


def stationery_now(office: Office) -> Told:
    """How it stands. No query."""
    return office.stationery_values.kept()


def wanted_stationery(office: Office, said: Mapping[str, Any]) -> OfficeStationery | NotRecorded:
    """What was typed as the office's paper, or what has to be mended; nothing is kept.

    `above` and `below` are texts of a line each.
    """
    above, below = _lines(said["above"]), _lines(said["below"])
    if troubles := (*_wrong_lines(above, below, said), *_wrong_values(said)):
        return NotRecorded(troubles=troubles)
    values = {name: said[name] for name in said if name not in ("above", "below", "name")}
    name = " ".join(str(said["name"]).split())
    return replace(office.stationery_values, above=above, below=below, name=name, **values)


def keep_stationery(
    *, actor: Actor, said: Mapping[str, Any], seen: str | None = None
) -> SettingAnswer:
    """Keep it. Sheets that were made before stay as they are."""

    def work(office: Office) -> Change | NotRecorded:
        before = stationery_now(office)
        if refused := meanwhile(seen, before):
            return refused
        wanted = wanted_stationery(office, said)
        if isinstance(wanted, NotRecorded):
            return wanted
        office.stationery = wanted.kept()
        office.save(update_fields=["stationery"])
        return Change(WHAT, office.code, before, stationery_now(office))

    return settle(actor, work)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _wrong_lines(
    above: tuple[str, ...], below: tuple[str, ...], said: Mapping[str, Any]
) -> tuple[Trouble, ...]:
    troubles = []
    for name, lines in (("above", above), ("below", below), ("name", (str(said["name"]),))):
        if len(lines) > MOST_LINES:
            troubles.append(Trouble(name, f"Paling banyak {MOST_LINES} baris."))
        elif any(len(line) > LONGEST_LINE for line in lines):
            text = f"Satu baris paling panjang {LONGEST_LINE} huruf."
            troubles.append(Trouble(name, text))
    return tuple(troubles)


def _wrong_values(said: Mapping[str, Any]) -> tuple[Trouble, ...]:
    wrong = [
        Trouble(name, "Pilih salah satu.")
        for name, known in CHOICES.items()
        if name in said and said[name] not in known
    ]
    for name, (least, most) in BOUNDS.items():
        if name in said and not least <= said[name] <= most:
            wrong.append(Trouble(name, f"Isi antara {least} dan {most}."))
    return tuple(wrong)

# SPDX-License-Identifier: EUPL-1.2
"""Papers for the hand of whoever stands at the counter, composed from plain values.

They are for visits that are no case, or many: what lacks of a walk-away, a bundle's receipt. What
stands in a list is never read as marks, so that names go into it as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pendopo.cases.composing.look import Look
from pendopo.cases.composing.slips import Missing, lacks_slip
from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Layer
from pendopo.domain.wording import format_clock, weekday_name
from pendopo.papers.values import Listing, Signature, Slip, Table

_DASH = "–"


def lacking_slip(
    look: Look, calendar: OfficeCalendar, service: str, missing: Sequence[Missing]
) -> Slip:
    """What lacks of a visit that became no file. Nobody's name stands on it."""
    return lacks_slip(
        look,
        look.stationery.slip,
        large="",
        rows=(("Layanan", service),),
        missing=missing,
        hours=hours_line(calendar, look.today),
    )


def hours_line(calendar: OfficeCalendar, day: date) -> str:
    """The counter's hours of an ordinary week: `Senin–Kamis 08.00–15.00, Jumat 08.00–11.00`."""
    monday = day - timedelta(days=day.weekday())
    days = [(one, _spans(calendar, one)) for one in (monday + timedelta(days=n) for n in range(7))]
    runs: list[list[tuple[date, str]]] = []
    for here in days:
        if runs and runs[-1][-1][1] == here[1]:
            runs[-1].append(here)
        else:
            runs.append([here])
    return ", ".join(f"{_named(run)} {run[0][1]}" for run in runs if run[0][1])


def _spans(calendar: OfficeCalendar, day: date) -> str:
    hours = calendar.open_spans(day, Layer.COUNTER_HOURS)
    return " dan ".join(
        _DASH.join(format_clock(at, calendar.zone) for at in span) for span in hours
    )


def _named(run: Sequence[tuple[date, str]]) -> str:
    first, last = weekday_name(run[0][0]), weekday_name(run[-1][0])
    return first if first == last else f"{first}{_DASH}{last}"


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One file of a bundle as its receipt lists it."""

    reference: str
    service: str
    name: str
    due: str


@dataclass(frozen=True, slots=True)
class BundlePaper:
    """A bundle as its papers show it: who brought it, from where, when, and its files."""

    code: str
    bringer: str
    relation: str
    village: str
    at: str
    lines: tuple[BundleLine, ...]


def bundle_receipt(look: Look, bundle: BundlePaper) -> Listing:
    """One receipt for all files of a bundle: what was taken in and when each is ready."""
    rows = tuple(
        (str(n), one.reference, one.name, one.service, one.due)
        for n, one in enumerate(bundle.lines, start=1)
    )
    head = ("No", "Nomor berkas", "Nama", "Layanan", "Siap")
    receiver = Signature(("Petugas Loket,",))
    bringer = Signature(("Yang menyerahkan,",), bundle.bringer)
    return _listing(
        look,
        f"Tanda terima bundel {bundle.code}",
        "TANDA TERIMA BUNDEL",
        bundle,
        Table(head, rows, (0.6, 2, 3.2, 3.4, 2.6), "rllll"),
        (bringer, receiver),
    )


def hand_over_list(look: Look, bundle: BundlePaper, collector: str) -> Listing:
    """What was handed over in one go, to be signed by whoever collected it."""
    rows = tuple(
        (str(n), one.reference, one.name, one.service, "")
        for n, one in enumerate(bundle.lines, start=1)
    )
    head = ("No", "Nomor berkas", "Nama", "Layanan", "Paraf")
    return _listing(
        look,
        f"Daftar serah bundel {bundle.code}",
        "DAFTAR PENYERAHAN BUNDEL",
        bundle,
        Table(head, rows, (0.6, 2, 3.4, 3.6, 1.6), "rllll"),
        (Signature(("Yang menerima,",), collector), Signature(("Petugas Loket,",))),
    )


def _listing(
    look: Look,
    title: str,
    heading: str,
    bundle: BundlePaper,
    table: Table,
    signatures: tuple[Signature, ...],
) -> Listing:
    under = (
        bundle.code,
        f"Pembawa: {bundle.bringer} ({bundle.relation})"
        + (f", {bundle.village}" if bundle.village else ""),
        f"Diterima {bundle.at}",
    )
    common = replace(look.common(title), letterhead=look.letterhead)
    return Listing(common, heading, under, table, look.foot, signatures, landscape=False)

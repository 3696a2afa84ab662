# SPDX-License-Identifier: EUPL-1.2
"""Short words for tests of the promise clock: marks, pauses and a reckoning of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Span, WeekHours
from pendopo.domain.promise import (
    Ceiling,
    DayPolicy,
    LineKind,
    Mark,
    MarkKind,
    Promise,
    Reckoning,
    Unit,
)
from pendopo.domain.reckoning import reckon
from tests.domain.year_2026 import at, calendar

OFFICE = calendar()
ON_LEAVE_TOO = calendar(cuti_bersama_closes=False)
COUNTER = replace(
    OFFICE,
    counter_hours=WeekHours.five_days([Span.of("08.00", "12.00")], [Span.of("08.00", "11.00")]),
)
WORKING, CALENDAR = DayPolicy.WORKING_DAY, DayPolicy.CALENDAR_DAY
LATER = "2027-12-31 00.00"
ABSENT, WITH_APPLICANT = "Camat tidak di tempat", "berkas di pemohon"


def start(when: str, label: str = "berkas lengkap", *, late: bool = False) -> Mark:
    return Mark(at(when), MarkKind.START, label, late)


def stop(when: str, label: str = "stempel", *, late: bool = False) -> Mark:
    return Mark(at(when), MarkKind.STOP, label, late)


def mark(kind: MarkKind, when: str, label: str = "") -> Mark:
    return Mark(at(when), kind, label)


def pause(
    from_: str, to: str | None = None, reason: str = WITH_APPLICANT, key: str = "berkas"
) -> tuple[Mark, ...]:
    began = Mark(at(from_), MarkKind.PAUSE, reason=reason, key=key)
    return (began, Mark(at(to), MarkKind.RESUME, key=key)) if to else (began,)


def clock(
    promised: str,
    marks: Sequence[Mark],
    *,
    now: str = LATER,
    cal: OfficeCalendar = OFFICE,
    policy: DayPolicy = WORKING,
    ceilings: Sequence[Ceiling] = (),
) -> Reckoning:
    """Reckon a promise such as `10 minute`."""
    value, unit = promised.split()
    promise = Promise(int(value), Unit(unit), promised)
    return reckon(promise, marks, cal, policy, at(now), ceilings)


def texts(reckoning: Reckoning, *kinds: LineKind) -> list[str]:
    return [line.text for line in reckoning.lines if not kinds or line.kind in kinds]


def ceiling(value: int, unit: Unit = Unit.WORKING_DAY, **more: object) -> Ceiling:
    return replace(Ceiling("Tindak lanjut", value, unit, "contoh"), **more)  # type: ignore[arg-type]

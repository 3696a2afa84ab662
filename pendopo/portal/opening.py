# SPDX-License-Identifier: EUPL-1.2
"""Whether the counter is open, until when, and the hours of the week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Layer

COUNTER = Layer.COUNTER_HOURS
_AHEAD = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day of the week. `spans` is empty when the counter is closed, `why` then says more."""

    name: str
    spans: tuple[str, ...]
    why: str
    today: bool


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which the counter would be open, but is not."""

    day: str
    why: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The counter at one moment: open or not, a sentence on what comes next, and the week."""

    is_open: bool
    sentence: str
    week: tuple[DayHours, ...]
    closures: tuple[Closure, ...]
    zone: str


def opening(calendar: OfficeCalendar, at: datetime) -> Opening:
    """The counter of an office at a moment; the week is that of the next opening."""
    today = calendar.local_date(at)
    span = next(_coming(calendar, at), None)
    shown = calendar.local_date(span[0]) if span else today
    return Opening(
        is_open=span is not None and span[0] <= at,
        sentence=_sentence(calendar, at, span),
        week=tuple(_week(calendar, shown, today)),
        closures=tuple(_closures(calendar, shown, today)),
        zone=at.astimezone(ZoneInfo(calendar.zone)).tzname() or "",
    )


def _coming(calendar: OfficeCalendar, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The open spans from now on; none for an office that never opens."""
    try:
        yield from calendar.spans_from(at, COUNTER)
    except ValueError:
        return


def _sentence(
    calendar: OfficeCalendar, at: datetime, span: tuple[datetime, datetime] | None
) -> str:
    if span is None:
        return _("Jam buka belum diumumkan.")
    opens_at, closes_at = span
    if opens_at <= at:
        return _("Buka sampai pukul %(clock)s") % {"clock": _clock(calendar, closes_at)}
    today = calendar.local_date(at)
    why = calendar.why_closed(today) if calendar.closures(today) else None
    again = _again(calendar, today, opens_at)
    return _("Tutup hari ini: %(why)s. %(again)s") % {"why": why, "again": again} if why else again


def _again(calendar: OfficeCalendar, today: date, opens_at: datetime) -> str:
    day, clock = calendar.local_date(opens_at), _clock(calendar, opens_at)
    if day == today:
        return _("Tutup, buka lagi pukul %(clock)s") % {"clock": clock}
    if day == today + timedelta(days=1):
        return _("Tutup, buka lagi besok pukul %(clock)s") % {"clock": clock}
    places = {"day": date_format(day, "l, j F"), "clock": clock}
    return _("Tutup, buka lagi %(day)s pukul %(clock)s") % places


def _week(calendar: OfficeCalendar, shown: date, today: date) -> Iterator[DayHours]:
    monday = shown - timedelta(days=shown.weekday())
    for day in (monday + timedelta(days=n) for n in range(7)):
        spans = calendar.open_spans(day, COUNTER)
        yield DayHours(
            name=str(capfirst(date_format(day, "l"))),
            spans=tuple(f"{_clock(calendar, a)}–{_clock(calendar, b)}" for a, b in spans),
            why=", ".join(closure.reason for closure in calendar.closures(day)),
            today=day == today,
        )


def _closures(calendar: OfficeCalendar, shown: date, today: date) -> Iterator[Closure]:
    """Days off after the week that is shown, as far as people plan ahead."""
    day = shown + timedelta(days=7 - shown.weekday())
    while day <= today + _AHEAD:
        reasons = ", ".join(closure.reason for closure in calendar.closures(day))
        if reasons and calendar.office_hours.on(day):
            yield Closure(date_format(day, "l, j F"), reasons)
        day += timedelta(days=1)


def _clock(calendar: OfficeCalendar, at: datetime) -> str:
    return time_format(at.astimezone(ZoneInfo(calendar.zone)).time(), "TIME_FORMAT")

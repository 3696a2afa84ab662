# SPDX-License-Identifier: EUPL-1.2
"""The sum itself: from a start, a length of time and the pauses to the due moment.

*Minutes and hours* are open time of their layer, outside every pause. Due is the first moment
at which the promised time has run.

*Days* follow jam kerja. The start day is the first day whose close lies after the start: a
start at or after closing, or on a day off, counts as the next open day. It is not counted.
A day after it is counted unless

- it is a day off (under the reading "hari kerja" only), or
- the clock stood through all of it: through all its open time, or, for a day off that the
  reading "hari kalender" would count, from midnight to midnight.

Due is the close of the n-th counted day. If the office is closed on that day, or a pause holds
just before that close, due is the close of the next day of which neither is true: time that
stands cannot run out. Both rules look only at the union of the pauses, and a larger union can
only remove counted days and closes. So a pause never makes the due moment earlier, and two
adjacent pauses are the same as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Layer
from pendopo.domain.pauses import Pauses
from pendopo.domain.promise import Ceiling, DayPolicy, Line, LineKind, Promise, Unit
from pendopo.domain.wording import format_clock, format_day, format_span, weekday_name

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time to count. `policy` is None for minutes, else how days are read."""

    length: int
    layer: Layer
    policy: DayPolicy | None

    @classmethod
    def of(cls, limit: Promise | Ceiling, policy: DayPolicy) -> Term:
        """What the printed value and unit come to in an office with this reading of "hari"."""
        match limit.unit:
            case Unit.MINUTE:
                return cls(limit.value, limit.layer, None)
            case Unit.HOUR:
                return cls(limit.value * 60, limit.layer, None)
            case Unit.DAY:
                return cls(limit.value, Layer.OFFICE_HOURS, policy)
            case Unit.WORKING_DAY:
                return cls(limit.value, Layer.OFFICE_HOURS, DayPolicy.WORKING_DAY)


@dataclass(frozen=True, slots=True)
class Count:
    """When the time is up, and the lines that add up to it, without start and due."""

    due_at: datetime
    lines: tuple[Line, ...]


def count(term: Term, started_at: datetime, pauses: Pauses, calendar: OfficeCalendar) -> Count:
    """Count from a start. Raises ValueError for a calendar that is never open."""
    if term.policy is None:
        counted = _count_minutes(term, started_at, pauses, calendar)
    else:
        counted = _count_days(term.length, term.policy, started_at, pauses, calendar)
    shortened = tuple(_shortened(started_at, counted.due_at, calendar))
    return Count(counted.due_at, counted.lines + shortened)


def start_day(started_at: datetime, calendar: OfficeCalendar) -> date:
    """The first day whose close lies after the start; it is day 0 of a promise in days."""
    eve = calendar.local_date(started_at) - ONE_DAY
    closings = ((day, calendar.closing(day)) for day in calendar.days_after(eve))
    return next(day for day, close_at in closings if close_at and close_at > started_at)


def _count_minutes(
    term: Term, started_at: datetime, pauses: Pauses, calendar: OfficeCalendar
) -> Count:
    left = timedelta(minutes=term.length)
    lines: list[Line] = []
    for span in calendar.spans_from(started_at, term.layer):
        for from_at, to_at in pauses.running(span):
            amount = min(left, to_at - from_at)
            lines.append(_minutes(from_at, from_at + amount, calendar))
            left -= amount
            if not left:
                skipped = _closed_days(term.layer, started_at, from_at + amount, calendar)
                return Count(from_at + amount, (*lines, *skipped))
    raise AssertionError("spans_from never ends")


def _minutes(from_at: datetime, to_at: datetime, calendar: OfficeCalendar) -> Line:
    day, amount = calendar.local_date(from_at), to_at - from_at
    clock = f"{format_clock(from_at, calendar.zone)}–{format_clock(to_at, calendar.zone)}"
    text = f"{format_day(day)} pukul {clock}: {format_span(amount)}"
    return Line(LineKind.MINUTES, text, from_at, to_at, day, amount=amount)


def _closed_days(
    layer: Layer, started_at: datetime, due_at: datetime, calendar: OfficeCalendar
) -> Iterator[Line]:
    for day in _dates(started_at, due_at, calendar):
        if not calendar.open_spans(day, layer):
            reason = _closed_words(day, calendar) or f"tidak ada {layer}"
            line = _skipped(day, reason, calendar)
            yield replace(line, at=max(line.at, started_at))


def _count_days(
    length: int,
    policy: DayPolicy,
    started_at: datetime,
    pauses: Pauses,
    calendar: OfficeCalendar,
) -> Count:
    first = start_day(started_at, calendar)
    lines, number = [_start_day(first, started_at, calendar)], 0
    for day in calendar.days_after(first):
        if number < length:
            if reason := _not_counted(day, policy, pauses, calendar):
                lines.append(_skipped(day, reason, calendar))
                continue
            number += 1
            lines.append(_day(day, number, calendar))
        if number == length:
            close_at = calendar.closing(day)
            if close_at and not pauses.holds_up_to(close_at):
                return Count(close_at, tuple(lines))
            lines.append(_carried(day, close_at, pauses, calendar))
    raise AssertionError("days_after never ends")


def _not_counted(
    day: date, policy: DayPolicy, pauses: Pauses, calendar: OfficeCalendar
) -> str | None:
    spans = calendar.open_spans(day, Layer.OFFICE_HOURS)
    if not spans and policy is DayPolicy.WORKING_DAY:
        return _closed_words(day, calendar)
    spans = spans or (calendar.whole_day(day),)
    if any(pauses.running(span) for span in spans):
        return None
    return pauses.reasons((spans[0][0], spans[-1][1]))


def _closed_words(day: date, calendar: OfficeCalendar) -> str | None:
    reason = calendar.why_closed(day)
    return f"kantor tidak buka hari {reason}" if reason == weekday_name(day) else reason


def _start_day(day: date, started_at: datetime, calendar: OfficeCalendar) -> Line:
    if day == calendar.local_date(started_at):
        text = f"{format_day(day)}: hari mulai, tidak dihitung"
    else:
        text = f"Mulai di luar jam buka, maka hari mulai {format_day(day)}; tidak dihitung"
    return Line(LineKind.START_DAY, text, started_at, day=day)


def _day(day: date, number: int, calendar: OfficeCalendar) -> Line:
    text = f"Hari {number}: {format_day(day)}"
    return Line(LineKind.DAY, text, calendar.whole_day(day)[0], day=day, number=number)


def _skipped(day: date, reason: str, calendar: OfficeCalendar) -> Line:
    text = f"{format_day(day)} tidak dihitung: {reason}"
    return Line(LineKind.SKIPPED, text, calendar.whole_day(day)[0], day=day, reason=reason)


def _carried(
    day: date, close_at: datetime | None, pauses: Pauses, calendar: OfficeCalendar
) -> Line:
    midnight_at, next_at = calendar.whole_day(day)
    reason = _closed_words(day, calendar) or pauses.reasons((midnight_at, close_at or next_at))
    text = f"{format_day(day)} belum jatuh tempo, bergeser ke hari buka berikutnya: {reason}"
    at = close_at or midnight_at
    return Line(LineKind.CARRIED, text, at, day=day, reason=reason)


def _shortened(started_at: datetime, due_at: datetime, calendar: OfficeCalendar) -> Iterator[Line]:
    for day in _dates(started_at, due_at, calendar):
        if not calendar.is_working_day(day):
            continue
        for closure in calendar.closures(day):
            text = f"{format_day(day)} tutup pukul {closure.closed}: {closure.reason}"
            at = max(calendar.whole_day(day)[0], started_at)
            yield Line(LineKind.SHORTENED, text, at, day=day, reason=closure.reason)


def _dates(started_at: datetime, due_at: datetime, calendar: OfficeCalendar) -> Iterator[date]:
    day, last = calendar.local_date(started_at), calendar.local_date(due_at)
    while day <= last:
        yield day
        day += ONE_DAY

# SPDX-License-Identifier: EUPL-1.2
"""The promise clock: where a promise stands now, when it is due, and why.

Time runs from the first START, stands while a pause holds and never restarts; the first STOP
at or after the start counts. Late entries count from when things happened. Nothing is stored:
a changed calendar, or a mark entered afterwards, gives another sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pendopo.domain.calendar import Interval, OfficeCalendar
from pendopo.domain.counting import Count, Term, count
from pendopo.domain.hours import Layer
from pendopo.domain.pauses import Pauses
from pendopo.domain.promise import (
    Ceiling,
    CeilingReckoning,
    DayPolicy,
    Line,
    Mark,
    MarkKind,
    Promise,
    Reckoning,
    State,
    Unit,
    Wait,
    WaitKind,
)
from pendopo.domain.telling import due_line, mark_lines, notes, pause_lines, wait_line
from pendopo.domain.wording import localize


def reckon(
    promise: Promise | None,
    marks: Sequence[Mark],
    calendar: OfficeCalendar,
    policy: DayPolicy,
    now: datetime,
    ceilings: Sequence[Ceiling] = (),
) -> Reckoning:
    """Reckon one promise as of `now`; marks after `now` have not happened yet.

    Marks may come in any order; of two at one moment the one listed first came first.
    Fractions of a second are dropped, so that the lines add up as they are read.
    Raises ValueError for a calendar that is never open, or a moment without a zone.
    """
    now = _whole_second(now, calendar)
    whole = (replace(mark, at=_whole_second(mark.at, calendar)) for mark in marks)
    known = sorted((mark for mark in whole if mark.at <= now), key=lambda mark: mark.at)
    run = _run(known, MarkKind.START, now, pausing=True)
    sum_ = _sum(promise, run, calendar, policy)
    layer = Term.of(promise, policy).layer if promise else Layer.COUNTER_HOURS
    waits = tuple(_waits(known, run, calendar, layer, now))
    limits = tuple(_ceiling(ceiling, known, calendar, policy, now) for ceiling in ceilings)
    return Reckoning(
        state=run.state if promise else State.NO_PROMISE,
        started_at=run.start.at if run.start else None,
        due_at=sum_.due_at,
        due_if_resumed_now=sum_.if_resumed_now,
        alternative_due_at=sum_.alternative_due_at,
        stopped_at=run.stop.at if run.stop else None,
        used=_used(run, calendar, layer),
        kept=sum_.kept,
        late=run.late,
        lines=_in_order(
            *mark_lines(known, run.start, run.stop, calendar.zone),
            *pause_lines(run.pauses, calendar.zone),
            *sum_.lines,
            *(wait_line(wait, layer, calendar.zone) for wait in waits),
        ),
        waits=waits,
        ceilings=limits,
        notes=notes(
            promise, policy, calendar, _reckoned(run, sum_, limits), sum_.alternative_due_at
        ),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a clock: its first start, the stop that counts and the pauses between."""

    start: Mark | None
    stop: Mark | None
    pauses: Pauses
    until_at: datetime

    @property
    def state(self) -> State:
        if self.start is None:
            return State.NOT_STARTED
        if self.stop:
            return State.STOPPED
        return State.STANDING if self.pauses.standing else State.RUNNING

    @property
    def late(self) -> bool:
        return any(mark.late for mark in (self.start, self.stop) if mark) or self.pauses.late


@dataclass(frozen=True, slots=True)
class _Sum:
    due_at: datetime | None = None
    if_resumed_now: bool = False
    alternative_due_at: datetime | None = None
    kept: bool | None = None
    lines: tuple[Line, ...] = ()


def _run(known: Sequence[Mark], from_kind: MarkKind, now: datetime, *, pausing: bool) -> _Run:
    start = next((mark for mark in known if mark.kind is from_kind), None)
    if start is None:
        return _Run(None, None, Pauses(), now)
    stops = (mark for mark in known if mark.kind is MarkKind.STOP and mark.at >= start.at)
    stop = next(stops, None)
    until_at = stop.at if stop else now
    stopped = stop is not None
    pauses = Pauses.of(known, start.at, until_at, stopped=stopped) if pausing else Pauses()
    return _Run(start, stop, pauses, until_at)


def _sum(
    limit: Promise | Ceiling | None, run: _Run, calendar: OfficeCalendar, policy: DayPolicy
) -> _Sum:
    if limit is None or run.start is None:
        return _Sum()
    counted = count(Term.of(limit, policy), run.start.at, run.pauses, calendar)
    if_resumed_now = run.pauses.standing and counted.due_at > run.until_at
    return _Sum(
        counted.due_at,
        if_resumed_now,
        _alternative(limit, run.start.at, run.pauses, calendar, policy),
        _kept(run, counted),
        (*counted.lines, due_line(counted.due_at, if_resumed_now, calendar.zone)),
    )


def _alternative(
    limit: Promise | Ceiling,
    started_at: datetime,
    pauses: Pauses,
    calendar: OfficeCalendar,
    policy: DayPolicy,
) -> datetime | None:
    if limit.unit is not Unit.DAY:
        return None
    return count(Term.of(limit, policy.other), started_at, pauses, calendar).due_at


def _kept(run: _Run, counted: Count) -> bool | None:
    """A due moment reached exactly is still in time."""
    if run.until_at > counted.due_at:
        return False
    return True if run.stop else None


def _ceiling(
    ceiling: Ceiling,
    known: Sequence[Mark],
    calendar: OfficeCalendar,
    policy: DayPolicy,
    now: datetime,
) -> CeilingReckoning:
    run = _run(known, ceiling.from_kind, now, pausing=ceiling.pauses)
    sum_ = _sum(ceiling, run, calendar, policy)
    facts = [mark for mark in known if mark is run.start or mark is run.stop]
    return CeilingReckoning(
        ceiling=ceiling,
        state=run.state,
        started_at=run.start.at if run.start else None,
        due_at=sum_.due_at,
        due_if_resumed_now=sum_.if_resumed_now,
        alternative_due_at=sum_.alternative_due_at,
        kept=sum_.kept,
        lines=_in_order(
            *mark_lines(facts, run.start, run.stop, calendar.zone),
            *pause_lines(run.pauses, calendar.zone),
            *sum_.lines,
        ),
    )


def _used(run: _Run, calendar: OfficeCalendar, layer: Layer) -> int:
    if run.start is None:
        return 0
    spans = calendar.spans_between(run.start.at, run.until_at, layer)
    ran = ((end - start) for span in spans for start, end in run.pauses.running(span))
    return sum(ran, timedelta()) // timedelta(minutes=1)


def _waits(
    known: Sequence[Mark], run: _Run, calendar: OfficeCalendar, layer: Layer, now: datetime
) -> Iterator[Wait]:
    first_stop = next((mark for mark in known if mark.kind is MarkKind.STOP), None)
    ends = (
        (WaitKind.BEFORE_START, MarkKind.ARRIVED, run.start or first_stop),
        (WaitKind.BEFORE_STOP, MarkKind.READY, run.stop),
    )
    for kind, from_kind, end in ends:
        begun = next((mark for mark in known if mark.kind is from_kind), None)
        to_at = end.at if end else now
        if begun and begun.at < to_at:
            open_time = calendar.open_time(begun.at, to_at, layer)
            yield Wait(kind, begun.at, to_at, open_time, over=end is not None)


def _reckoned(run: _Run, sum_: _Sum, limits: Sequence[CeilingReckoning]) -> Interval | None:
    """From the earliest start to the last due moment of the promise and all ceilings."""
    moments = [run.start.at if run.start else None, sum_.due_at, sum_.alternative_due_at]
    for limit in limits:
        moments += [limit.started_at, limit.due_at, limit.alternative_due_at]
    known = [moment for moment in moments if moment]
    return (min(known), max(known)) if known else None


def _whole_second(at: datetime, calendar: OfficeCalendar) -> datetime:
    return localize(at, calendar.zone).astimezone(UTC).replace(microsecond=0)


def _in_order(*lines: Line) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.at))

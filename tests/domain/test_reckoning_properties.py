# SPDX-License-Identifier: EUPL-1.2
"""What holds for every promise, start and pause, whatever the calendar of 2026 brings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pendopo.domain.hours import Layer
from pendopo.domain.promise import DayPolicy, Mark, MarkKind, Promise, Reckoning, Unit
from pendopo.domain.reckoning import reckon
from tests.domain.year_2026 import at, calendar

OFFICE = calendar()
MINUTE = timedelta(minutes=1)
LONG_AFTER = timedelta(days=90)
# Christmas, the meeting of September, Lebaran within Ramadan, and a week like any other.
ANCHORS = ("2026-12-22 07.00", "2026-09-07 07.00", "2026-03-16 07.00", "2026-11-23 07.00")

Stretch = tuple[datetime, datetime]

starts = st.builds(
    lambda anchor, minutes: at(anchor) + minutes * MINUTE,
    st.sampled_from(ANCHORS),
    st.integers(0, 4 * 24 * 60),
)
values = {Unit.MINUTE: 900, Unit.HOUR: 20, Unit.DAY: 9, Unit.WORKING_DAY: 9}
promises = st.sampled_from(Unit).flatmap(
    lambda unit: st.builds(Promise, st.integers(1, values[unit]), st.just(unit), st.just("janji"))
)
policies = st.sampled_from(DayPolicy)
offsets = st.lists(
    st.tuples(st.integers(-300, 5 * 24 * 60), st.integers(1, 2 * 24 * 60)), max_size=3
)


def stretches(start_at: datetime, offsets: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Pauses as offset from the start and length, in minutes, made into moments."""
    begun = [(start_at + first * MINUTE, length) for first, length in offsets]
    return [(first_at, first_at + length * MINUTE) for first_at, length in begun]


def reckoned(
    promise: Promise,
    start_at: datetime,
    pauses: Sequence[Stretch] = (),
    policy: DayPolicy = DayPolicy.WORKING_DAY,
    stop_at: datetime | None = None,
    now: datetime | None = None,
) -> Reckoning:
    marks = [Mark(start_at, MarkKind.START)]
    for number, (from_at, to_at) in enumerate(pauses):
        marks.append(Mark(from_at, MarkKind.PAUSE, key=str(number), reason="alasan"))
        marks.append(Mark(to_at, MarkKind.RESUME, key=str(number)))
    if stop_at:
        marks.append(Mark(stop_at, MarkKind.STOP))
    return reckon(promise, marks, OFFICE, policy, now or start_at + LONG_AFTER)


def due(
    promise: Promise,
    start_at: datetime,
    pauses: Sequence[Stretch] = (),
    policy: DayPolicy = DayPolicy.WORKING_DAY,
) -> datetime:
    due_at = reckoned(promise, start_at, pauses, policy).due_at
    assert due_at is not None
    return due_at


@settings(max_examples=40, deadline=None)
@given(promises, starts, st.integers(0, 3000), policies, offsets)
def test_a_later_start_is_never_due_earlier(
    promise: Promise, start_at: datetime, more: int, policy: DayPolicy, held: list[tuple[int, int]]
) -> None:
    pauses = stretches(start_at, held)
    later_at = start_at + more * MINUTE
    assert due(promise, start_at, pauses, policy) <= due(promise, later_at, pauses, policy)


@settings(max_examples=40, deadline=None)
@given(promises, starts, st.integers(1, 5), policies, offsets)
def test_more_time_promised_is_never_due_earlier(
    promise: Promise, start_at: datetime, more: int, policy: DayPolicy, held: list[tuple[int, int]]
) -> None:
    pauses = stretches(start_at, held)
    longer = Promise(promise.value + more, promise.unit, "janji")
    assert due(promise, start_at, pauses, policy) <= due(longer, start_at, pauses, policy)


@settings(max_examples=40, deadline=None)
@given(promises, starts, policies, offsets, offsets)
def test_a_pause_never_makes_the_due_moment_earlier(
    promise: Promise,
    start_at: datetime,
    policy: DayPolicy,
    held: list[tuple[int, int]],
    more: list[tuple[int, int]],
) -> None:
    fewer = stretches(start_at, held)
    added = [*fewer, *stretches(start_at, more)]
    assert due(promise, start_at, fewer, policy) <= due(promise, start_at, added, policy)


@settings(max_examples=40, deadline=None)
@given(promises, starts, policies, offsets, st.integers(0, 2 * 24 * 60))
def test_two_adjacent_pauses_are_the_same_as_one(
    promise: Promise,
    start_at: datetime,
    policy: DayPolicy,
    held: list[tuple[int, int]],
    part: int,
) -> None:
    whole = stretches(start_at, held)
    cuts = [(a, min(a + part * MINUTE, b), b) for a, b in whole]
    halves = [half for a, middle, b in cuts for half in ((a, middle), (middle, b))]
    one, two = (reckoned(promise, start_at, pauses, policy) for pauses in (whole, halves))
    assert (one.due_at, one.used, one.kept) == (two.due_at, two.used, two.kept)


@settings(max_examples=40, deadline=None)
@given(promises, starts, policies, offsets)
def test_the_due_moment_never_falls_within_a_pause(
    promise: Promise, start_at: datetime, policy: DayPolicy, held: list[tuple[int, int]]
) -> None:
    pauses = stretches(start_at, held)
    due_at = due(promise, start_at, pauses, policy)
    assert not any(from_at < due_at <= to_at for from_at, to_at in pauses)


@settings(max_examples=40, deadline=None)
@given(promises, starts, policies, st.integers(0, 60 * 24 * 60))
def test_the_due_moment_of_a_running_clock_does_not_depend_on_now(
    promise: Promise, start_at: datetime, policy: DayPolicy, later: int
) -> None:
    soon = reckoned(promise, start_at, policy=policy, now=start_at)
    late = reckoned(promise, start_at, policy=policy, now=start_at + later * MINUTE)
    assert soon.due_at == late.due_at
    assert soon.alternative_due_at == late.alternative_due_at


@settings(max_examples=40, deadline=None)
@given(promises, starts, offsets, st.integers(0, 8 * 24 * 60))
def test_a_standing_clock_is_due_later_the_longer_it_stands(
    promise: Promise, start_at: datetime, held: list[tuple[int, int]], later: int
) -> None:
    pauses = stretches(start_at, held)
    marks = [Mark(start_at, MarkKind.START)]
    marks += [Mark(a, MarkKind.PAUSE, key=str(n)) for n, (a, _) in enumerate(pauses)]
    nows = (start_at + 300 * MINUTE, start_at + (300 + later) * MINUTE)
    first, second = (
        reckon(promise, marks, OFFICE, DayPolicy.WORKING_DAY, now).due_at for now in nows
    )
    assert first is not None
    assert second is not None
    assert first <= second


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), starts, offsets)
def test_calendar_days_are_never_due_after_working_days(
    days: int, start_at: datetime, held: list[tuple[int, int]]
) -> None:
    reckoning = reckoned(Promise(days, Unit.DAY, "janji"), start_at, stretches(start_at, held))
    assert reckoning.due_at is not None
    assert reckoning.alternative_due_at is not None
    assert start_at < reckoning.alternative_due_at <= reckoning.due_at


@settings(max_examples=40, deadline=None)
@given(promises, starts, offsets, policies, st.integers(0, 12 * 24 * 60))
def test_what_is_kept_at_the_stop_was_due_no_earlier(
    promise: Promise,
    start_at: datetime,
    held: list[tuple[int, int]],
    policy: DayPolicy,
    length: int,
) -> None:
    """Pauses end with the stop; whether they would have gone on cannot change the verdict."""
    pauses, stop_at = stretches(start_at, held), start_at + length * MINUTE
    stopped = reckoned(promise, start_at, pauses, policy, stop_at)
    assert stopped.kept == (stop_at <= due(promise, start_at, pauses, policy))


def due_by_hand(minutes: int, start_at: datetime, pauses: Sequence[Stretch]) -> datetime:
    """Walk minute by minute, counting those that are open and not held."""
    moment = start_at
    while minutes:
        held = any(from_at <= moment < to_at for from_at, to_at in pauses)
        open_ = OFFICE.open_minutes(moment, moment + MINUTE, Layer.COUNTER_HOURS) == 1
        minutes -= open_ and not held
        moment += MINUTE
    return moment


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 240), starts, offsets)
def test_minutes_agree_with_a_walk_minute_by_minute(
    minutes: int, start_at: datetime, held: list[tuple[int, int]]
) -> None:
    pauses = stretches(start_at, held)
    promise = Promise(minutes, Unit.MINUTE, "janji")
    assert due(promise, start_at, pauses) == due_by_hand(minutes, start_at, pauses)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 900), starts, offsets)
def test_minutes_used_at_the_due_moment_are_the_minutes_promised(
    minutes: int, start_at: datetime, held: list[tuple[int, int]]
) -> None:
    pauses = stretches(start_at, held)
    promise = Promise(minutes, Unit.MINUTE, "janji")
    stop_at = due(promise, start_at, pauses)
    stopped = reckoned(promise, start_at, pauses, stop_at=stop_at)
    assert (stopped.used, stopped.kept) == (minutes, True)
    too_late = reckoned(promise, start_at, pauses, stop_at=stop_at + MINUTE)
    assert too_late.kept is False

# SPDX-License-Identifier: EUPL-1.2
"""Working days and open minutes are counted as one would by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Layer, Season, Span, WeekHours
from tests.domain.year_2026 import (
    CUTI_BERSAMA,
    MEETING_DAY,
    NATIONAL,
    RAMADAN,
    WIB,
    at,
    calendar,
    local,
)

OFFICE = calendar()
NEVER = WeekHours(((),) * 7)
COUNTER = WeekHours.five_days([Span.of("08.00", "12.00")], [Span.of("08.00", "11.00")])
LAYERED = replace(OFFICE, counter_hours=COUNTER)
ONE_DAY = timedelta(days=1)

dates = st.dates(date(2026, 1, 1), date(2027, 2, 28))
minutes_of_2026 = st.integers(0, 365 * 24 * 60).map(
    lambda minute: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
)


# Counting days


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # Friday → Monday
        (date(2026, 11, 29), 1, date(2026, 11, 30)),  # Sunday → Monday
        (date(2026, 12, 23), 2, date(2026, 12, 29)),  # 24–27 off: 28, 29
        (date(2026, 3, 17), 1, date(2026, 3, 25)),  # 18–24 March off
    ],
)
def test_working_days_are_added_without_the_first(day: date, n: int, expected: date) -> None:
    assert OFFICE.add_working_days(day, n) == expected


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 11, 25), 1, date(2026, 11, 24)),
        (date(2026, 11, 23), 1, date(2026, 11, 20)),  # Monday ← Friday
        (date(2026, 11, 22), 1, date(2026, 11, 20)),  # an event on a Sunday
        (date(2026, 12, 6), 5, date(2026, 11, 30)),  # 4, 3, 2, 1 Dec, 30 Nov
        (date(2026, 12, 29), 3, date(2026, 12, 22)),  # 28, then 24–27 off, 23, 22
        (date(2026, 3, 26), 3, date(2026, 3, 16)),  # 25, then 18–24 off, 17, 16
    ],
)
def test_n_working_days_before_are_counted_back_from_the_eve(
    day: date, n: int, expected: date
) -> None:
    assert OFFICE.nth_working_day_before(day, n) == expected


def test_no_working_days_before_is_refused() -> None:
    with pytest.raises(ValueError, match="mulai dari 1, bukan 0"):
        OFFICE.nth_working_day_before(date(2026, 11, 23), 0)


def test_swapped_dates_have_no_working_days_between() -> None:
    assert OFFICE.working_days_between(date(2026, 11, 27), date(2026, 11, 23)) == 0


@settings(max_examples=60, deadline=None)
@given(dates, st.integers(1, 40))
def test_adding_and_counting_working_days_undo_each_other(day: date, n: int) -> None:
    later = OFFICE.add_working_days(day, n)
    assert OFFICE.is_working_day(later)
    assert OFFICE.working_days_between(day, later) == n


@settings(max_examples=60, deadline=None)
@given(dates, st.integers(1, 40))
def test_counting_back_leaves_exactly_n_working_days_before(day: date, n: int) -> None:
    last = OFFICE.nth_working_day_before(day, n)
    assert OFFICE.is_working_day(last)
    assert OFFICE.working_days_between(last - ONE_DAY, day - ONE_DAY) == n


# Counting minutes


@pytest.mark.parametrize(
    ("start", "end", "layer", "expected"),
    [
        # 07.30–12.00 and 13.00–16.00
        ("2026-11-23 00.00", "2026-11-24 00.00", Layer.OFFICE_HOURS, 450),
        # 11.50–12.00 and 13.00–13.20
        ("2026-11-23 11.50", "2026-11-23 13.20", Layer.OFFICE_HOURS, 30),
        # 16.00–16.30 on Friday and 07.30–08.00 on Monday
        ("2026-11-27 16.00", "2026-11-30 08.00", Layer.OFFICE_HOURS, 60),
        # the counter: 11.00–12.00 on Monday and 08.00–08.30 on Tuesday
        ("2026-11-23 11.00", "2026-11-24 08.30", Layer.COUNTER_HOURS, 90),
        # nothing on Sunday
        ("2026-11-29 08.00", "2026-11-29 15.00", Layer.OFFICE_HOURS, 0),
        # swapped
        ("2026-11-23 10.00", "2026-11-23 09.00", Layer.OFFICE_HOURS, 0),
    ],
)
def test_open_minutes_leave_out_what_is_closed(
    start: str, end: str, layer: Layer, expected: int
) -> None:
    assert LAYERED.open_minutes(at(start), at(end), layer) == expected


def test_open_minutes_are_rounded_down() -> None:
    end_at = at("2026-11-23 09.10") + timedelta(seconds=59)
    assert OFFICE.open_minutes(at("2026-11-23 09.00"), end_at, Layer.OFFICE_HOURS) == 10


def open_by_hand(local_at: datetime) -> bool:
    """Whether the office is open at a local minute, from the printed tables alone."""
    day, clock = local_at.date(), local_at.hour * 100 + local_at.minute
    closed = day in NATIONAL or day in CUTI_BERSAMA or day.weekday() > 4
    if day.year == 2027:
        closed = day.weekday() > 4 or (day.month, day.day) == (1, 1)
    if closed or (day == MEETING_DAY and clock >= 1200):
        return False
    friday = day.weekday() == 4
    if RAMADAN[0] <= day <= RAMADAN[1]:
        opens, rest, back, closes = (800, 1130, 1230, 1530) if friday else (800, 1200, 1230, 1500)
    else:
        opens, rest, back, closes = (730, 1130, 1300, 1630) if friday else (730, 1200, 1300, 1600)
    return opens <= clock < rest or back <= clock < closes


def minutes_by_hand(start_at: datetime, length: int) -> int:
    first = start_at.replace(tzinfo=None) + timedelta(hours=7)
    return sum(open_by_hand(first + timedelta(minutes=n)) for n in range(length))


@settings(max_examples=60, deadline=None)
@given(minutes_of_2026, st.integers(0, 6 * 24 * 60))
def test_open_minutes_agree_with_a_count_minute_by_minute(start_at: datetime, length: int) -> None:
    end_at = start_at + timedelta(minutes=length)
    counted = OFFICE.open_minutes(start_at, end_at, Layer.OFFICE_HOURS)
    assert counted == minutes_by_hand(start_at, length)


@settings(max_examples=60, deadline=None)
@given(st.lists(minutes_of_2026, min_size=3, max_size=3).map(sorted))
def test_open_time_is_additive(moments: list[datetime]) -> None:
    first, middle, last = moments
    layer = Layer.COUNTER_HOURS
    parts = LAYERED.open_time(first, middle, layer) + LAYERED.open_time(middle, last, layer)
    assert parts == LAYERED.open_time(first, last, layer)


@settings(max_examples=60, deadline=None)
@given(minutes_of_2026, st.integers(1, 2000))
def test_added_minutes_are_the_first_moment_that_holds_them(
    start_at: datetime, minutes: int
) -> None:
    layer = Layer.OFFICE_HOURS
    end_at = OFFICE.add_open_minutes(start_at, minutes, layer)
    assert OFFICE.open_minutes(start_at, end_at, layer) == minutes
    just_before = end_at - timedelta(seconds=1)
    assert OFFICE.open_time(start_at, just_before, layer) < timedelta(minutes=minutes)


def test_minutes_that_just_fill_a_day_end_at_its_close() -> None:
    end_at = OFFICE.add_open_minutes(at("2026-11-23 15.50"), 10, Layer.OFFICE_HOURS)
    assert local(end_at) == "2026-11-23 16.00"


def test_open_time_from_a_closing_begins_at_the_next_opening() -> None:
    spans = OFFICE.spans_from(at("2026-11-23 16.00"), Layer.OFFICE_HOURS)
    assert next(spans) == (at("2026-11-24 07.30"), at("2026-11-24 12.00"))


def test_a_count_may_reach_beyond_the_horizon_of_closed_days() -> None:
    first = date(2026, 1, 1)
    last = OFFICE.add_working_days(first, 500)
    assert last - first > timedelta(days=600)
    end_at = OFFICE.add_open_minutes(at("2026-01-01 00.00"), 500 * 450, Layer.OFFICE_HOURS)
    assert end_at > at("2027-10-01 00.00")


def test_no_minutes_added_is_the_start_itself() -> None:
    sunday_at = at("2026-11-29 10.00")
    assert OFFICE.add_open_minutes(sunday_at, 0, Layer.OFFICE_HOURS) == sunday_at


def test_negative_minutes_are_refused() -> None:
    with pytest.raises(ValueError, match="kurang dari nol"):
        OFFICE.add_open_minutes(at("2026-11-23 09.00"), -1, Layer.OFFICE_HOURS)


# A calendar that never opens


def test_a_calendar_that_never_opens_says_so_instead_of_searching_on() -> None:
    never = OfficeCalendar(WIB, NEVER)
    day, start_at = date(2026, 11, 23), at("2026-11-23 09.00")
    words = r"tidak pernah buka \(jam kerja\) selama 366 hari terhitung dari 23 November 2026"
    with pytest.raises(ValueError, match=words):
        never.add_open_minutes(start_at, 1, Layer.OFFICE_HOURS)
    with pytest.raises(ValueError, match=words):
        never.add_working_days(day, 1)
    with pytest.raises(ValueError, match=words):
        never.nth_working_day_before(day, 1)
    assert never.open_minutes(start_at, at("2026-12-23 09.00"), Layer.OFFICE_HOURS) == 0


def test_a_layer_that_never_opens_is_named() -> None:
    closed = replace(OFFICE, signing_hours=NEVER)
    with pytest.raises(ValueError, match=r"\(jam tanda tangan\)"):
        closed.add_open_minutes(at("2026-11-23 09.00"), 1, Layer.SIGNING_HOURS)


def test_an_office_open_once_a_year_is_found() -> None:
    last_day = date(2026, 11, 30)
    closed = Season("Renovasi", date(2026, 1, 1), last_day - ONE_DAY, NEVER)
    rare = replace(OFFICE, seasons=(closed,))
    assert next(islice(rare.spans_from(at("2026-01-01 08.00"), Layer.OFFICE_HOURS), 1))[0] == at(
        "2026-11-30 07.30"
    )

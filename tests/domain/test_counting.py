# SPDX-License-Identifier: EUPL-1.2
"""When a promise is due, worked by hand: each table row has its sum beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from pendopo.domain.hours import Layer
from pendopo.domain.promise import (
    DayPolicy,
    LineKind,
    Mark,
    MarkKind,
    Promise,
    Unit,
)
from pendopo.domain.reckoning import reckon
from tests.domain.clocks import (
    ABSENT,
    CALENDAR,
    COUNTER,
    LATER,
    ON_LEAVE_TOO,
    WORKING,
    clock,
    mark,
    pause,
    start,
    stop,
)
from tests.domain.year_2026 import WIB, WIT, at, calendar, local

# When it is due: minutes and hours


@pytest.mark.parametrize(
    ("promised", "started", "due"),
    [
        # inside one morning: 09.40 + 10
        ("10 minute", "2026-11-23 09.40", "2026-11-23 09.50"),
        # across the lunch break: 11.50–12.00 is 10, 13.00–13.20 is 20
        ("30 minute", "2026-11-23 11.50", "2026-11-23 13.20"),
        # ends with the morning: 11.50–12.00 is 10
        ("10 minute", "2026-11-23 11.50", "2026-11-23 12.00"),
        # across closing: 15.50–16.00 is 10, Tuesday 07.30–07.35 is 5
        ("15 minute", "2026-11-23 15.50", "2026-11-24 07.35"),
        # just fills the day
        ("10 minute", "2026-11-23 15.50", "2026-11-23 16.00"),
        # the longer break of Friday: 11.20–11.30 is 10, 13.00–13.20 is 20
        ("30 minute", "2026-11-27 11.20", "2026-11-27 13.20"),
        # over a weekend: Friday 16.00–16.30 is 30, Monday 07.30–08.00 is 30
        ("1 hour", "2026-11-27 16.00", "2026-11-30 08.00"),
        # over Maulid on Tuesday 25 August: 15.30–16.00 is 30, Wednesday 07.30–08.00 is 30
        ("1 hour", "2026-08-24 15.30", "2026-08-26 08.00"),
        # over cuti bersama, Christmas and a weekend: 15.45–16.00 is 15, Monday 28th 15
        ("30 minute", "2026-12-23 15.45", "2026-12-28 07.45"),
        # in Ramadan: 14.50–15.00 is 10, the next day from 08.00 is 20
        ("30 minute", "2026-03-04 14.50", "2026-03-05 08.20"),
        # from Ramadan hours over Lebaran to ordinary hours: Tuesday 14.30–15.00 is 30,
        # 18–24 March are off, Wednesday 25th 07.30–09.00 is 90
        ("2 hour", "2026-03-17 14.30", "2026-03-25 09.00"),
        # the office is closed from noon: 11.50–12.00 is 10, Wednesday 07.30–07.50 is 20
        ("30 minute", "2026-09-08 11.50", "2026-09-09 07.50"),
        # started before opening: 07.30 + 10
        ("10 minute", "2026-11-23 06.00", "2026-11-23 07.40"),
        # started during lunch: 13.00 + 10
        ("10 minute", "2026-11-23 12.15", "2026-11-23 13.10"),
        # started on Sunday: Monday 07.30 + 10
        ("10 minute", "2026-11-22 10.00", "2026-11-23 07.40"),
        # started exactly at closing: Tuesday 07.30 + 10
        ("10 minute", "2026-11-23 16.00", "2026-11-24 07.40"),
        # a whole day of work: Monday 09.00–12.00 is 3 h, 13.00–16.00 is 3 h, Tuesday 1 h 30
        ("450 minute", "2026-11-23 09.00", "2026-11-24 09.00"),
    ],
)
def test_minutes_and_hours_run_in_open_time(promised: str, started: str, due: str) -> None:
    reckoning = clock(promised, [start(started)])
    assert local(reckoning.due_at) == due
    lengths = [line.amount for line in reckoning.lines if line.kind is LineKind.MINUTES]
    value, unit = promised.split()
    assert sum(filter(None, lengths), timedelta()) == timedelta(**{f"{unit}s": int(value)})


def test_an_office_that_works_on_shared_leave_counts_it() -> None:
    # 15.45–16.00 is 15, Thursday 24 December 07.30–07.45 is 15
    reckoning = clock("30 minute", [start("2026-12-23 15.45")], cal=ON_LEAVE_TOO)
    assert local(reckoning.due_at) == "2026-12-24 07.45"


@pytest.mark.parametrize(
    ("layer", "due"),
    [
        (Layer.COUNTER_HOURS, "2026-11-24 08.05"),  # 11.55–12.00 is 5, Tuesday from 08.00
        (Layer.OFFICE_HOURS, "2026-11-23 13.05"),  # 11.55–12.00 is 5, then from 13.00
    ],
)
def test_minutes_run_on_the_layer_that_the_promise_names(layer: Layer, due: str) -> None:
    promise = Promise(10, Unit.MINUTE, "10 menit", layer=layer)
    marks = [start("2026-11-23 11.55")]
    assert local(reckon(promise, marks, COUNTER, WORKING, at(LATER)).due_at) == due


# When it is due: days


@pytest.mark.parametrize(
    ("promised", "started", "working", "calendar_days"),
    [
        # Monday is not counted; Tuesday is 1
        ("1 day", "2026-11-23 09.40", "2026-11-24 16.00", "2026-11-24 16.00"),
        # Friday closes at 16.30
        ("1 day", "2026-11-26 09.00", "2026-11-27 16.30", "2026-11-27 16.30"),
        # Friday: Monday is 1; by calendar Saturday is 1, closed, hence Monday's close
        ("1 day", "2026-11-27 09.00", "2026-11-30 16.00", "2026-11-30 16.00"),
        # a minute before closing is still Monday
        ("1 day", "2026-11-23 15.59", "2026-11-24 16.00", "2026-11-24 16.00"),
        # exactly at closing counts as Tuesday, so Wednesday is 1
        ("1 day", "2026-11-23 16.00", "2026-11-25 16.00", "2026-11-25 16.00"),
        # before opening is that day
        ("1 day", "2026-11-23 05.00", "2026-11-24 16.00", "2026-11-24 16.00"),
        # on Sunday counts as Monday, so Tuesday is 1
        ("1 day", "2026-11-22 10.00", "2026-11-24 16.00", "2026-11-24 16.00"),
        # on Friday evening counts as Monday
        ("1 day", "2026-11-27 17.00", "2026-12-01 16.00", "2026-12-01 16.00"),
        # 24–27 Dec are off: 28, 29, 30; by calendar 24, 25, 26, closed until Monday 28
        ("3 day", "2026-12-23 09.00", "2026-12-30 16.00", "2026-12-28 16.00"),
        # 24–27 Nov, 30, 1, 2; by calendar 24 … 30
        ("7 day", "2026-11-23 09.00", "2026-12-02 16.00", "2026-11-30 16.00"),
        # "hari kerja" is printed, so the office's reading of "hari" does not matter
        ("7 working-day", "2026-11-23 09.00", "2026-12-02 16.00", "2026-12-02 16.00"),
        # Ramadan closes Friday at 15.30
        ("1 day", "2026-02-26 09.00", "2026-02-27 15.30", "2026-02-27 15.30"),
        # the day that ends at noon ends the promise at noon
        ("1 day", "2026-09-07 09.00", "2026-09-08 12.00", "2026-09-08 12.00"),
        # 11–13 March 3, 16–17 5, off until 24, 25–27 8, 30 March–2 April 12,
        # Friday 3 April off, 6 and 7 April; by calendar 11 … 24 March, closed until 25
        ("14 day", "2026-03-10 09.00", "2026-04-07 16.00", "2026-03-25 16.00"),
        # into 2027: 31, then 1 January fixed and a weekend, 4, 5; by calendar 31, 1, 2 → 4
        ("3 day", "2026-12-30 09.00", "2027-01-05 16.00", "2027-01-04 16.00"),
    ],
)
def test_days_are_counted_after_the_start_and_end_at_closing(
    promised: str, started: str, working: str, calendar_days: str
) -> None:
    marks = [start(started)]
    assert local(clock(promised, marks, policy=WORKING).due_at) == working
    assert local(clock(promised, marks, policy=CALENDAR).due_at) == calendar_days


def test_both_readings_of_hari_are_shown() -> None:
    marks = [start("2026-11-23 09.00")]
    chosen, other = (clock("7 day", marks, policy=p) for p in (WORKING, CALENDAR))
    assert (chosen.due_at, chosen.alternative_due_at) == (other.alternative_due_at, other.due_at)
    assert chosen.notes == (
        "Kantor ini membaca “hari” sebagai hari kerja; "
        "menurut hari kalender jatuh tempo Senin, 30 November 2026 pukul 16.00 WIB.",
    )


@pytest.mark.parametrize("promised", ["7 working-day", "10 minute"])
def test_what_is_printed_plainly_has_no_other_reading(promised: str) -> None:
    reckoning = clock(promised, [start("2026-11-23 09.00")])
    assert reckoning.alternative_due_at is None
    assert reckoning.notes == ()


def test_days_follow_office_hours_even_where_the_counter_closes_earlier() -> None:
    reckoning = clock("1 day", [start("2026-11-23 14.00")], cal=COUNTER)
    assert local(reckoning.due_at) == "2026-11-24 16.00"


def test_time_used_of_a_promise_in_days_is_told_in_office_hours() -> None:
    marks = [
        mark(MarkKind.ARRIVED, "2026-11-23 13.30"),
        start("2026-11-23 14.00"),
        stop("2026-11-23 15.00"),
    ]
    reckoning = clock("1 day", marks, cal=COUNTER)
    assert reckoning.used == 60
    assert reckoning.waits[0].open_time == timedelta(minutes=30)
    assert clock("10 minute", marks, cal=COUNTER).used == 0  # the counter closes at 12.00


def test_one_moment_is_two_start_days_in_two_zones() -> None:
    moment = [start("2026-11-23 15.30")]  # WIB; 17.30 WIT, after closing
    west = clock("1 day", moment, cal=calendar(WIB))
    east = clock("1 day", moment, cal=calendar(WIT))
    assert local(west.due_at, WIB) == "2026-11-24 16.00"
    assert local(east.due_at, WIT) == "2026-11-25 16.00"


# Pauses


@pytest.mark.parametrize(
    ("marks", "due"),
    [
        # 09.00–09.10 is 10, 10.10–10.30 is 20
        (pause("2026-11-23 09.10", "2026-11-23 10.10"), "2026-11-23 10.30"),
        # two that overlap hold from 09.10 to 10.20: 10 + 20
        (
            (
                *pause("2026-11-23 09.10", "2026-11-23 10.00"),
                *pause("2026-11-23 09.40", "2026-11-23 10.20", ABSENT, "camat"),
            ),
            "2026-11-23 10.40",
        ),
        # one inside the other holds from 09.10 to 10.20: 10 + 20
        (
            (
                *pause("2026-11-23 09.10", "2026-11-23 10.20"),
                *pause("2026-11-23 09.20", "2026-11-23 09.30", ABSENT, "camat"),
            ),
            "2026-11-23 10.40",
        ),
        # two apart: 09.00–09.10 is 10, 09.20–09.30 is 10, 09.40–09.50 is 10
        (
            (
                *pause("2026-11-23 09.10", "2026-11-23 09.20"),
                *pause("2026-11-23 09.30", "2026-11-23 09.40"),
            ),
            "2026-11-23 09.50",
        ),
        # held already before the start: 09.20–09.50 is 30
        (pause("2026-11-23 08.00", "2026-11-23 09.20"), "2026-11-23 09.50"),
        # over night: 09.00–09.10 is 10, Tuesday 08.00–08.20 is 20
        (pause("2026-11-23 09.10", "2026-11-24 08.00"), "2026-11-24 08.20"),
        # outside open hours it takes nothing away
        (pause("2026-11-22 09.00", "2026-11-22 12.00"), "2026-11-23 09.30"),
        # begun the moment the time was up: too late to matter
        (pause("2026-11-23 09.30", "2026-11-23 11.00"), "2026-11-23 09.30"),
        # said twice, it is still one pause, and it ends once
        (
            (
                *pause("2026-11-23 09.10"),
                *pause("2026-11-23 09.15", "2026-11-23 09.20"),
                mark(MarkKind.RESUME, "2026-11-23 09.40"),
            ),
            "2026-11-23 09.40",
        ),
    ],
)
def test_half_an_hour_stands_while_a_pause_holds(marks: Sequence[Mark], due: str) -> None:
    reckoning = clock("30 minute", [start("2026-11-23 09.00"), *marks])
    assert local(reckoning.due_at) == due
    assert not reckoning.due_if_resumed_now


@pytest.mark.parametrize(
    ("promised", "policy", "marks", "due"),
    [
        # all of Tuesday stood; Wednesday is 1
        ("1 day", WORKING, pause("2026-11-23 15.00", "2026-11-25 09.00"), "2026-11-25 16.00"),
        # a part of Tuesday stood; it is 1 all the same
        ("1 day", WORKING, pause("2026-11-24 09.00", "2026-11-24 15.00"), "2026-11-24 16.00"),
        # Tuesday is 1, but stood at its close: the promise cannot run out then
        ("1 day", WORKING, pause("2026-11-24 15.00", "2026-11-25 08.00"), "2026-11-25 16.00"),
        # resumed exactly at the close: nothing was left of Tuesday
        ("1 day", WORKING, pause("2026-11-24 15.00", "2026-11-24 16.00"), "2026-11-25 16.00"),
        # begun exactly at the close: Tuesday was whole
        ("1 day", WORKING, pause("2026-11-24 16.00", "2026-11-25 09.00"), "2026-11-24 16.00"),
        # two pauses with only the lunch break between them are all of Tuesday
        (
            "1 day",
            WORKING,
            (
                *pause("2026-11-24 07.00", "2026-11-24 12.00"),
                *pause("2026-11-24 13.00", "2026-11-24 16.30"),
            ),
            "2026-11-25 16.00",
        ),
        # the start day is not counted, held or not: Tuesday is 1
        ("1 day", WORKING, pause("2026-11-23 08.00", "2026-11-24 07.00"), "2026-11-24 16.00"),
        # Tuesday and Wednesday stood wholly: Thursday 1, Friday 2, Monday 3
        ("3 day", WORKING, pause("2026-11-23 12.00", "2026-11-26 07.30"), "2026-11-30 16.00"),
        # by calendar: Tuesday … Friday 1–4, Saturday and Sunday stood, Monday 5
        ("5 day", CALENDAR, pause("2026-11-27 15.00", "2026-11-30 09.00"), "2026-11-30 16.00"),
        # by calendar without it: Tuesday … Friday 1–4, Saturday 5, closed until Monday
        ("5 day", CALENDAR, (), "2026-11-30 16.00"),
        # by calendar: Friday 4 and half of Saturday 5, Sunday 6, Monday 7
        ("7 day", CALENDAR, pause("2026-11-28 12.00", "2026-11-29 12.00"), "2026-11-30 16.00"),
        # by calendar: Friday 4, Saturday stood, Sunday 5, closed until Monday
        ("5 day", CALENDAR, pause("2026-11-28 00.00", "2026-11-29 00.00"), "2026-11-30 16.00"),
        # by calendar: Friday 4, Saturday and Sunday stood, Monday 5, Tuesday 6, Wednesday 7
        ("7 day", CALENDAR, pause("2026-11-28 00.00", "2026-11-30 00.00"), "2026-12-02 16.00"),
    ],
)
def test_a_day_that_stood_wholly_is_not_counted(
    promised: str, policy: DayPolicy, marks: Sequence[Mark], due: str
) -> None:
    reckoning = clock(promised, [start("2026-11-23 09.00"), *marks], policy=policy)
    assert local(reckoning.due_at) == due

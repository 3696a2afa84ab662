# SPDX-License-Identifier: EUPL-1.2
"""How a promise stands: pauses, starts and stops, late entries, waits and ceilings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import WeekHours
from pendopo.domain.promise import (
    DayPolicy,
    LineKind,
    MarkKind,
    Promise,
    State,
    Unit,
    WaitKind,
)
from pendopo.domain.reckoning import reckon
from tests.domain.clocks import (
    LATER,
    OFFICE,
    WORKING,
    ceiling,
    clock,
    mark,
    pause,
    start,
    stop,
    texts,
)
from tests.domain.year_2026 import WIB, at, local

# Standing


def test_a_standing_clock_tells_what_would_be_due_if_it_went_on_now() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-23 09.10")]
    reckoning = clock("30 minute", marks, now="2026-11-23 09.40")
    assert reckoning.state is State.STANDING
    assert local(reckoning.due_at) == "2026-11-23 10.00"  # 10 used, 09.40 + 20
    assert reckoning.due_if_resumed_now
    assert (reckoning.used, reckoning.kept) == (10, None)
    assert texts(reckoning, LineKind.PAUSE, LineKind.DUE) == [
        "Berhenti sejak Senin, 23 November 2026 pukul 09.10 WIB: berkas di pemohon",
        "Jatuh tempo Senin, 23 November 2026 pukul 10.00 WIB, "
        "seandainya waktu berjalan lagi sekarang",
    ]


def test_a_promise_in_days_never_runs_out_while_it_stands() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-24 08.00")]
    reckoning = clock("1 day", marks, now="2026-11-26 10.00")
    # half an hour of Tuesday ran, so it is day 1; resumed now, Thursday's close is the due moment
    assert local(reckoning.due_at) == "2026-11-26 16.00"
    assert (reckoning.due_if_resumed_now, reckoning.kept) == (True, None)


def test_a_clock_stands_from_the_very_moment_of_the_pause() -> None:
    marks = [
        start("2026-11-23 09.00"),
        *pause("2026-11-23 09.05", "2026-11-23 09.06"),
        *pause("2026-11-23 09.10"),
    ]
    reckoning = clock("30 minute", marks, now="2026-11-23 09.10")
    assert reckoning.state is State.STANDING
    assert local(reckoning.due_at) == "2026-11-23 09.31"
    assert reckoning.due_if_resumed_now


def test_a_pause_cannot_save_a_promise_already_broken() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-23 11.00")]
    reckoning = clock("30 minute", marks, now="2026-11-23 14.00")
    assert local(reckoning.due_at) == "2026-11-23 09.30"
    assert (reckoning.state, reckoning.kept) == (State.STANDING, False)
    assert not reckoning.due_if_resumed_now


def test_a_pause_begun_as_the_time_was_up_leaves_the_due_moment_certain() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-23 09.30")]
    for now in ("2026-11-23 09.30", "2026-11-23 10.00"):
        reckoning = clock("30 minute", marks, now=now)
        assert local(reckoning.due_at) == "2026-11-23 09.30"
        assert (reckoning.state, reckoning.due_if_resumed_now) == (State.STANDING, False)


def test_a_stop_ends_every_pause() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-23 09.10"), stop("2026-11-23 10.00")]
    reckoning = clock("30 minute", marks)
    assert (reckoning.state, reckoning.used, reckoning.kept) == (State.STOPPED, 10, True)
    assert local(reckoning.due_at) == "2026-11-23 10.20"
    assert not reckoning.due_if_resumed_now


def test_a_pause_after_the_stop_changes_nothing() -> None:
    marks = [start("2026-11-23 09.00"), stop("2026-11-23 09.20")]
    with_pause = [*marks, *pause("2026-11-23 09.20", "2026-11-23 11.00")]
    assert clock("30 minute", with_pause) == clock("30 minute", marks)


# States, starts and stops


def test_nothing_runs_before_the_start() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-11-23 08.00"), *pause("2026-11-23 08.30")]
    reckoning = clock("30 minute", marks, now="2026-11-23 09.00")
    assert reckoning.state is State.NOT_STARTED
    assert (reckoning.started_at, reckoning.due_at, reckoning.kept) == (None, None, None)
    assert reckoning.used == 0


@pytest.mark.parametrize(
    ("now", "kept"),
    [("2026-11-23 09.29", None), ("2026-11-23 09.30", None), ("2026-11-23 09.31", False)],
)
def test_a_running_promise_is_open_until_its_due_moment_has_passed(
    now: str, kept: bool | None
) -> None:
    reckoning = clock("30 minute", [start("2026-11-23 09.00")], now=now)
    assert (reckoning.state, reckoning.kept) == (State.RUNNING, kept)


@pytest.mark.parametrize(
    ("stopped", "used", "kept"),
    [
        ("2026-11-23 09.00", 0, True),
        ("2026-11-23 09.12", 12, True),
        ("2026-11-23 09.30", 30, True),
        ("2026-11-23 09.31", 31, False),
        ("2026-11-24 08.00", 390, False),  # 09–12 is 180, 13–16 is 180, 07.30–08.00 is 30
    ],
)
def test_a_stop_at_the_due_moment_is_still_in_time(stopped: str, used: int, kept: bool) -> None:
    reckoning = clock("30 minute", [start("2026-11-23 09.00"), stop(stopped)])
    assert (reckoning.state, reckoning.used, reckoning.kept) == (State.STOPPED, used, kept)


def test_the_first_start_counts_and_the_clock_never_restarts() -> None:
    marks = [start("2026-11-23 10.00", "lengkap lagi"), start("2026-11-23 09.00")]
    reckoning = clock("30 minute", marks)
    assert local(reckoning.due_at) == "2026-11-23 09.30"
    assert texts(reckoning, LineKind.START_AGAIN) == [
        "Tercatat lagi Senin, 23 November 2026 pukul 10.00 WIB: lengkap lagi; "
        "waktu tidak dimulai ulang"
    ]


def test_the_first_stop_after_the_start_counts() -> None:
    marks = [
        stop("2026-11-23 08.00", "keliru"),
        start("2026-11-23 09.00"),
        stop("2026-11-23 09.40", "diserahkan"),
        stop("2026-11-23 09.20", "stempel"),
    ]
    reckoning = clock("30 minute", marks)
    assert local(reckoning.stopped_at) == "2026-11-23 09.20"
    assert texts(reckoning, LineKind.STOP, LineKind.STOP_IGNORED) == [
        "Selesai tercatat Senin, 23 November 2026 pukul 08.00 WIB: keliru; "
        "sebelum waktu mulai, tidak dihitung",
        "Selesai Senin, 23 November 2026 pukul 09.20 WIB: stempel",
        "Selesai tercatat lagi Senin, 23 November 2026 pukul 09.40 WIB: diserahkan; "
        "yang dihitung yang pertama",
    ]


def test_marks_after_now_have_not_happened_yet() -> None:
    marks = [start("2026-11-23 09.00"), *pause("2026-11-23 09.10", "2026-11-23 10.00")]
    earlier = clock("30 minute", [*marks, stop("2026-11-23 10.05")], now="2026-11-23 09.30")
    assert earlier == clock("30 minute", marks[:2], now="2026-11-23 09.30")
    assert earlier.state is State.STANDING


def test_a_late_entry_counts_from_when_it_happened() -> None:
    entered_late = [start("2026-11-23 09.00", late=True), stop("2026-11-23 09.20", late=True)]
    reckoning = clock("30 minute", entered_late)
    assert (reckoning.late, reckoning.used, reckoning.kept) == (True, 20, True)
    assert texts(reckoning, LineKind.START) == [
        "Mulai Senin, 23 November 2026 pukul 09.00 WIB: berkas lengkap (dicatat kemudian)"
    ]
    assert [line.late for line in reckoning.lines if line.kind is LineKind.STOP] == [True]


def test_a_late_start_that_comes_before_a_prompt_one_takes_its_place() -> None:
    marks = [start("2026-11-23 10.00"), start("2026-11-23 09.00", late=True)]
    reckoning = clock("30 minute", marks)
    assert local(reckoning.started_at) == "2026-11-23 09.00"
    assert reckoning.late


def test_a_late_resumption_marks_the_reckoning_late() -> None:
    first, back = pause("2026-11-23 09.10", "2026-11-23 09.20")
    marks = [start("2026-11-23 09.00"), first, replace(back, late=True)]
    assert clock("30 minute", marks).late
    assert not clock("30 minute", [marks[0], first, back]).late


def test_fractions_of_a_second_do_not_disturb_the_sum() -> None:
    began = replace(start("2026-11-23 09.00"), at=at("2026-11-23 09.00") + timedelta(seconds=0.9))
    reckoning = clock("10 minute", [began, *pause("2026-11-23 09.05", "2026-11-23 09.06")])
    assert local(reckoning.due_at) == "2026-11-23 09.11"
    assert texts(reckoning, LineKind.MINUTES) == [
        "Senin, 23 November 2026 pukul 09.00–09.05: 5 menit",
        "Senin, 23 November 2026 pukul 09.06–09.11: 5 menit",
    ]


def test_now_without_a_zone_is_refused() -> None:
    promise = Promise(10, Unit.MINUTE, "10 menit")
    naive = at("2026-11-23 10.00").replace(tzinfo=None)
    with pytest.raises(ValueError, match="tidak menyebut zona"):
        reckon(promise, [start("2026-11-23 09.00")], OFFICE, WORKING, naive)


def test_a_calendar_that_never_opens_is_named_as_the_fault() -> None:
    never = OfficeCalendar(WIB, WeekHours(((),) * 7))
    for promised in ("10 minute", "1 day"):
        for policy in DayPolicy:
            with pytest.raises(ValueError, match="tidak pernah buka"):
                clock(promised, [start("2026-11-23 09.00")], cal=never, policy=policy)


# Waits outside the promise


def test_no_choice_of_start_hides_the_wait_before_it() -> None:
    marks = [
        mark(MarkKind.ARRIVED, "2026-11-23 11.00"),
        mark(MarkKind.COMPLETE, "2026-11-23 13.10"),
        start("2026-11-23 13.30"),
        mark(MarkKind.READY, "2026-11-23 13.45"),
        stop("2026-11-24 07.40"),
    ]
    before, after = clock("10 minute", marks).waits
    assert (before.kind, before.over) == (WaitKind.BEFORE_START, True)
    assert before.open_time == timedelta(minutes=90)  # 11–12 is 60, 13.00–13.30 is 30
    assert (after.kind, after.over) == (WaitKind.BEFORE_STOP, True)
    assert after.open_time == timedelta(minutes=145)  # 13.45–16.00 is 135, 07.30–07.40 is 10


def test_a_wait_that_still_lasts_says_so() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-11-23 09.00")]
    reckoning = clock("10 minute", marks, now="2026-11-23 09.25")
    assert [wait.over for wait in reckoning.waits] == [False]
    assert texts(reckoning, LineKind.WAIT) == [
        "Menunggu dari datang sampai waktu mulai: 25 menit pada jam loket (masih berlangsung)"
    ]


def test_a_file_that_ended_without_a_start_no_longer_waits() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-11-23 09.00"), stop("2026-11-23 09.15", "ditarik")]
    reckoning = clock("10 minute", marks)
    assert (reckoning.state, reckoning.kept) == (State.NOT_STARTED, None)
    assert [(wait.over, wait.open_time) for wait in reckoning.waits] == [
        (True, timedelta(minutes=15))
    ]
    assert texts(reckoning, LineKind.STOP_IGNORED) == [
        "Selesai tercatat Senin, 23 November 2026 pukul 09.15 WIB: ditarik; "
        "sebelum waktu mulai, tidak dihitung"
    ]


def test_a_service_without_a_promise_is_measured_all_the_same() -> None:
    marks = [
        mark(MarkKind.ARRIVED, "2026-11-23 09.00"),
        start("2026-11-23 09.10"),
        stop("2026-11-23 09.40"),
    ]
    reckoning = reckon(None, marks, OFFICE, WORKING, at(LATER))
    assert reckoning.state is State.NO_PROMISE
    assert (reckoning.due_at, reckoning.kept) == (None, None)
    assert reckoning.used == 30
    assert len(reckoning.waits) == 1
    assert texts(reckoning) == [
        "Datang Senin, 23 November 2026 pukul 09.00 WIB",
        "Mulai Senin, 23 November 2026 pukul 09.10 WIB: berkas lengkap",
        "Menunggu dari datang sampai waktu mulai: 10 menit pada jam loket",
        "Selesai Senin, 23 November 2026 pukul 09.40 WIB: stempel",
    ]


# Ceilings


def test_a_ceiling_runs_from_arrival_beside_the_promise() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-11-20 09.00"), start("2026-11-23 09.00")]
    reckoning = clock("1 day", marks, now="2026-11-23 10.00", ceilings=[ceiling(3)])
    (limit,) = reckoning.ceilings
    assert local(limit.started_at) == "2026-11-20 09.00"
    assert local(limit.due_at) == "2026-11-25 16.00"  # Friday: Monday, Tuesday, Wednesday
    assert (limit.state, limit.kept) == (State.RUNNING, None)
    assert limit.lines[0].text == "Mulai Jumat, 20 November 2026 pukul 09.00 WIB"
    assert limit.lines[-1].text == "Jatuh tempo Rabu, 25 November 2026 pukul 16.00 WIB"


def test_an_offices_pause_does_not_hold_up_the_law() -> None:
    marks = [
        mark(MarkKind.ARRIVED, "2026-11-23 09.00"),
        start("2026-11-23 09.00"),
        *pause("2026-11-23 10.00", "2026-11-25 10.00"),
        stop("2026-11-25 11.00"),
    ]
    limits = [ceiling(1), ceiling(1, pauses=True)]
    strict, lenient = clock("1 day", marks, ceilings=limits).ceilings
    assert (local(strict.due_at), strict.kept) == ("2026-11-24 16.00", False)
    assert (local(lenient.due_at), lenient.kept) == ("2026-11-25 16.00", True)


def test_a_ceiling_runs_even_before_the_promise_starts() -> None:
    marks = [mark(MarkKind.COMPLETE, "2026-11-23 09.00")]
    limits = [ceiling(1, from_kind=MarkKind.COMPLETE), ceiling(1)]
    reckoning = clock("1 day", marks, now="2026-11-26 09.00", ceilings=limits)
    from_complete, from_arrival = reckoning.ceilings
    assert (from_complete.state, from_complete.kept) == (State.RUNNING, False)
    assert (from_arrival.state, from_arrival.due_at) == (State.NOT_STARTED, None)


def test_a_ceiling_in_hari_shows_both_readings() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-11-23 09.00")]
    (limit,) = clock("1 day", marks, ceilings=[ceiling(7, Unit.DAY)]).ceilings
    assert local(limit.due_at) == "2026-12-02 16.00"
    assert local(limit.alternative_due_at) == "2026-11-30 16.00"

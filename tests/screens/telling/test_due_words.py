# SPDX-License-Identifier: EUPL-1.2
"""How far off a promise is, as the board says it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pendopo.domain.promise import State
from pendopo.screens.telling.due_words import day_words, due_words, span_words
from tests.people import NOW

ZONE = "Asia/Jakarta"


def due(minutes: int, clock: State = State.RUNNING) -> tuple[str, str]:
    found = due_words(NOW + timedelta(minutes=minutes), clock, NOW, ZONE)
    return found.text, found.state


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-12, ("lewat 12 menit", "late")),
        (-125, ("lewat 2 jam", "late")),
        (-60 * 24 * 3 - 5, ("lewat 3 hari", "late")),
        (20, ("20 menit lagi", "soon")),
        (60, ("1 jam lagi", "soon")),
        (200, ("hari ini 13.00", "due")),
        (60 * 24, ("besok 09.40", "due")),
        (60 * 24 * 3, ("Kamis 09.40", "due")),
        (60 * 24 * 10, ("3 Des 09.40", "due")),
    ],
)
def test_a_running_promise_says_how_far_off_it_is(minutes: int, said: tuple[str, str]) -> None:
    assert due(minutes) == said


def test_a_promise_reached_exactly_is_not_late() -> None:
    assert due(0) == ("1 menit lagi", "soon")


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (State.STANDING, ("waktu berhenti", "waiting")),
        (State.NOT_STARTED, ("waktu belum mulai", "off")),
        (State.STOPPED, ("sudah jadi", "done")),
        (State.NO_PROMISE, ("tanpa janji waktu", "off")),
    ],
)
def test_a_clock_that_does_not_run_is_never_late(clock: State, said: tuple[str, str]) -> None:
    assert due(-500, clock) == said


def test_the_whole_moment_stands_beside_the_short_words() -> None:
    found = due_words(NOW, "running", NOW + timedelta(hours=2), ZONE)
    assert found.moment == "Senin, 23 November 2026 pukul 09.40 WIB"


def test_the_day_is_that_of_the_office() -> None:
    late_evening = datetime.fromisoformat("2026-11-23T23:30:00+07:00")
    assert day_words(late_evening, NOW, ZONE) == "hari ini 23.30"
    assert day_words(late_evening, NOW, "Asia/Jayapura") == "besok 01.30"


def test_a_moment_just_past_is_a_minute() -> None:
    assert span_words(timedelta(seconds=20)) == "1 menit"

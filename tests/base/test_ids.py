# SPDX-License-Identifier: EUPL-1.2
"""Identifiers ordered by time."""

import uuid
from datetime import UTC, datetime, timedelta

from pendopo.base import clock
from pendopo.base.ids import new_id

MORNING = datetime(2126, 1, 5, 1, 0, tzinfo=UTC)
"""Ahead of every clock of another test by more than a day."""


def test_it_has_the_layout_of_version_7() -> None:
    made = new_id()
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


def test_it_begins_with_the_milliseconds_of_the_clock() -> None:
    at = MORNING + timedelta(days=365)
    with clock.stopped(at):
        made = new_id()
    assert made.int >> 80 == int(at.timestamp() * 1000)


def test_ten_thousand_of_one_moment_all_differ_and_rise() -> None:
    with clock.stopped(MORNING):
        made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_a_clock_set_back_does_not_make_an_earlier_one() -> None:
    with clock.stopped(MORNING) as hand:
        before = new_id()
        hand.advance(timedelta(hours=-1))
        assert new_id() > before


def test_a_clock_that_was_far_ahead_is_followed_again() -> None:
    with clock.stopped(MORNING) as hand:
        new_id()
        hand.advance(timedelta(days=-2))
        made = new_id()
    assert made.int >> 80 == int((MORNING - timedelta(days=2)).timestamp() * 1000)

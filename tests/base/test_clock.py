# SPDX-License-Identifier: EUPL-1.2
"""The clock that a test can stop."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from pendopo.base import clock

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


def test_the_moment_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


def test_a_stopped_clock_moves_by_hand_only_and_runs_again_afterwards() -> None:
    with clock.stopped(NOON) as hand:
        assert clock.now() == clock.now() == NOON
        hand.advance(timedelta(minutes=5))
        assert clock.now() == NOON + timedelta(minutes=5)
    assert clock.now() > NOON + timedelta(minutes=5)


def test_another_thread_sees_the_stopped_clock_too() -> None:
    seen: list[datetime] = []
    with clock.stopped(NOON):
        thread = Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [NOON]


def test_an_inner_stop_gives_the_outer_one_back() -> None:
    with clock.stopped(NOON):
        with clock.stopped(NOON + timedelta(days=1)):
            pass
        assert clock.now() == NOON


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="names no zone"), clock.stopped(datetime(2026, 3, 2)):  # noqa: DTZ001
        pass

# SPDX-License-Identifier: EUPL-1.2
"""What is done once a day, by whichever process comes first."""

from __future__ import annotations

import errno
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, connections
from gunicorn.config import KNOWN_SETTINGS

from pendopo.base import clock, daily
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The deeds of this test alone, and what they did."""
    found: list[str] = []
    monkeypatch.setattr(daily, "_DEEDS", {})

    @daily.every_day("sweep")
    def sweep() -> int:
        found.append("sweep")
        return 3

    return found


def test_a_deed_is_done_once_a_day(stopped_clock: clock.Clock, done: list[str]) -> None:
    assert daily.do_what_is_due() == {"sweep": 3}
    assert daily.do_what_is_due() == {}
    stopped_clock.advance(timedelta(days=1))
    assert daily.do_what_is_due() == {"sweep": 3}
    assert done == ["sweep", "sweep"]


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="a test database in memory is of one connection"
)
def test_several_at_once_do_it_once(done: list[str]) -> None:
    def look(_: int) -> dict[str, int]:
        try:
            return daily.do_what_is_due()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as processes:
        told = [one for one in processes.map(look, range(4)) if one]
    assert (told, done) == ([{"sweep": 3}], ["sweep"])


def test_what_fails_is_tried_again_and_keeps_nothing_else_back(
    done: list[str], stopped_clock: clock.Clock, caplog: pytest.LogCaptureFixture
) -> None:
    faults = [OSError("disk")]

    @daily.every_day("files")
    def files() -> int:
        if faults:
            raise faults.pop()
        return 1

    assert daily.do_what_is_due() == {"sweep": 3}
    assert "files could not be done" in caplog.text
    assert daily.do_what_is_due() == {}, "it is left alone for a while"
    stopped_clock.advance(daily.AGAIN_AFTER)
    assert daily.do_what_is_due() == {"files": 1}


def test_whoever_asks_has_all_of_it_done_at_any_time(done: list[str]) -> None:
    daily.do_what_is_due()
    assert daily.do_all() == {"sweep": 3}
    assert daily.deeds() == ("sweep",)
    assert daily.do_now("sweep")
    assert done == ["sweep"] * 3


def test_a_row_tells_when_it_was_done_and_what_it_did(stopped_clock: clock.Clock) -> None:
    assert daily.state_of("sweep").done_at is None
    daily.do_what_is_due()
    state = daily.state_of("sweep")
    assert (state.done_at, state.told, state.trouble) == (clock.now(), {"count": 3}, "")
    assert state.due_at == datetime(2026, 11, 24, tzinfo=UTC)
    assert daily.states() == (state,)


def test_what_is_wrong_is_told_in_words_until_it_is_done(
    stopped_clock: clock.Clock, caplog: pytest.LogCaptureFixture
) -> None:
    faults = [daily.NotDone("Pasang dahulu alatnya."), OSError(errno.ENOSPC, "x"), ValueError("x")]

    @daily.every_day("files")
    def files() -> int:
        if faults:
            raise faults.pop(0)
        return 1

    first, told = clock.now(), []
    while faults:
        daily.do_now("files")
        told.append(daily.state_of("files").trouble)
        assert daily.state_of("files").failing_since == first
        stopped_clock.advance(timedelta(hours=1))
    assert told[0] == "Pasang dahulu alatnya."
    assert told[1].startswith("Tempat penyimpanan penuh.")
    assert "ValueError" in told[2]
    daily.do_now("files")
    state = daily.state_of("files")
    assert (state.trouble, state.failing_since, state.done_at) == ("", None, clock.now())


def test_what_fails_for_long_is_tried_less_often(stopped_clock: clock.Clock) -> None:
    @daily.every_day("files")
    def files() -> int:
        raise daily.NotDone("Pasang dahulu alatnya.")

    begun = []
    for _ in range(48):
        before = daily.state_of("files").failing_since
        daily.do_what_is_due()
        due = daily.state_of("files").due_at
        assert due is not None
        if due > clock.now() and (not begun or begun[-1] != due):
            begun.append(due)
        stopped_clock.advance(timedelta(minutes=30))
        assert before is None or before == people.NOW
    assert 5 <= len(begun) <= 9


def test_nobody_begins_what_somebody_is_at_until_he_is_given_up(
    stopped_clock: clock.Clock,
) -> None:
    seen: list[bool] = []

    @daily.every_day("copy")
    def copy() -> int:
        seen.append(daily.do_now("copy"))
        seen.append(daily.state_of("copy").running_since == clock.now())
        return 1

    assert daily.do_now("copy")
    assert seen == [False, True]

    @daily.every_day("killed")
    def killed() -> NoReturn:
        raise SystemExit  # as by a power cut: nothing is written any more

    with pytest.raises(SystemExit):
        daily.do_now("killed")
    assert not daily.do_now("killed")
    stopped_clock.advance(daily.GIVEN_UP_AFTER)
    with pytest.raises(SystemExit):
        daily.do_now("killed")


@pytest.mark.parametrize(
    ("days", "done_at", "due"),
    [
        (1, "09:00", "23 12:00"),
        (1, "12:00", "24 12:00"),
        (1, "15:00", "24 12:00"),
        (7, "09:00", "29 12:00"),
        (7, "15:00", "30 12:00"),
    ],
)
def test_a_deed_has_its_time_of_day_on_the_wall(
    days: int, done_at: str, due: str, stopped_clock: clock.Clock
) -> None:
    jakarta = ZoneInfo("Asia/Jakarta")
    daily.every_day("copy", days=days, at=lambda: (time(12), jakarta))(lambda: 1)
    stopped_clock.set(datetime.fromisoformat(f"2026-11-23T{done_at}+07:00"))
    daily.do_now("copy")
    found = daily.state_of("copy").due_at
    assert found is not None
    assert f"{found.astimezone(jakarta):%d %H:%M}" == due


def test_what_nobody_wants_by_itself_is_done_on_request_only() -> None:
    daily.every_day("copy", at=lambda: None)(lambda: 1)
    assert "copy" not in daily.do_what_is_due()
    assert daily.state_of("copy").due_at is None
    assert daily.do_now("copy")


def test_no_two_deeds_have_one_name() -> None:
    with pytest.raises(ValueError, match="sweep"):
        daily.every_day("sweep")(lambda: 0)


def test_the_server_reads_nothing_from_it_but_the_hook() -> None:
    known = {one.name for one in KNOWN_SETTINGS}
    assert known & set(vars(daily)) == {"post_worker_init"}

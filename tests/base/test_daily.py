# SPDX-License-Identifier: EUPL-1.2
"""What is done once a day, by whichever process comes first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connections
from gunicorn.config import KNOWN_SETTINGS

from pendopo.base import clock, daily

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The deeds of this test alone, and what they did."""
    found: list[str] = []
    monkeypatch.setattr(daily, "_DEEDS", {})
    cache.clear()

    @daily.every_day("sweep")
    def sweep() -> int:
        found.append("sweep")
        return 3

    yield found
    cache.clear()


def test_a_deed_is_done_once_a_day(stopped_clock: clock.Clock, done: list[str]) -> None:
    assert daily.do_what_is_due() == {"sweep": 3}
    assert daily.do_what_is_due() == {}
    stopped_clock.advance(timedelta(days=1))
    assert daily.do_what_is_due() == {"sweep": 3}
    assert done == ["sweep", "sweep"]


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
    done: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    faults = [OSError("disk")]

    @daily.every_day("files")
    def files() -> int:
        if faults:
            raise faults.pop()
        return 1

    assert daily.do_what_is_due() == {"sweep": 3}
    assert "files could not be done" in caplog.text
    assert daily.do_what_is_due() == {"files": 1}


def test_whoever_asks_has_all_of_it_done_at_any_time(done: list[str]) -> None:
    daily.do_what_is_due()
    assert daily.do_all() == {"sweep": 3}
    assert daily.deeds() == ("sweep",)


def test_no_two_deeds_have_one_name() -> None:
    with pytest.raises(ValueError, match="sweep"):
        daily.every_day("sweep")(lambda: 0)


def test_the_server_reads_nothing_from_it_but_the_hook() -> None:
    known = {one.name for one in KNOWN_SETTINGS}
    assert known & set(vars(daily)) == {"post_worker_init"}

# SPDX-License-Identifier: EUPL-1.2
"""The queue of a desk: whose turn it is, what is due, and what is kept back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.commands import Act, Deed
from pendopo.screens.desk.board import Tab, board
from tests.cases import counter
from tests.cases.counter import act, done, handed_in, officer, verdicts
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")
ZONE = "Asia/Jakarta"
MostQueries = Callable[[int], object]


def checked(name: str = "Wati Rekaan") -> str:
    reference = handed_in(nama=name).row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    return reference


def to_fetch() -> str:
    reference = checked("Joko Rekaan")
    deeds = (
        Deed("tanda-tangan", {"signed_by": "camat"}),
        Deed("register"),
        Deed("stempel"),
    )
    done(counter.do(reference, "petugas-loket", Act(deeds)))
    return reference


def lines(position: str, tab: Tab = Tab.MINE) -> list[str]:
    return [line.reference for line in board(officer(position), ZONE, tab).lines]


def test_each_open_case_stands_on_one_part_of_the_board() -> None:
    mine, theirs, ready = handed_in().row.reference, checked(), to_fetch()
    assert lines("petugas-loket") == [mine]
    assert lines("petugas-loket", Tab.OTHERS) == [theirs]
    assert lines("petugas-loket", Tab.READY) == [ready]
    counts = [part.count for part in board(officer("petugas-loket"), ZONE).parts]
    assert counts == [1, 1, 1]


def test_whoever_may_sign_finds_what_waits_for_her_hand() -> None:
    reference = checked()
    assert lines("camat") == lines("kasi-pemerintahan") == [reference]
    assert lines("kasi-kesos") == []


def test_the_oldest_promise_comes_first_and_an_arrival_counts_from_its_moment(
    stopped_clock: clock.Clock,
) -> None:
    waiting = handed_in().row.reference
    stopped_clock.advance(timedelta(minutes=30))
    running = checked()
    done(act(running, "petugas-loket", "tanda-tangan", signed_by="camat"))
    assert lines("petugas-loket") == [waiting, running]


def test_the_board_says_how_late_it_is(stopped_clock: clock.Clock) -> None:
    reference = checked()
    done(act(reference, "petugas-loket", "tanda-tangan", signed_by="camat"))
    stopped_clock.advance(timedelta(minutes=22))
    (line,) = board(officer("petugas-loket"), ZONE).lines
    assert (line.due.text, line.due.state) == ("lewat 12 menit", "late")
    assert line.due.moment == "Senin, 23 November 2026 pukul 09.50 WIB"


def test_what_nobody_looked_at_yet_says_how_long_it_has_waited(stopped_clock: clock.Clock) -> None:
    handed_in()
    stopped_clock.advance(timedelta(minutes=25))
    (line,) = board(officer("petugas-loket"), ZONE).lines
    assert (line.due.text, line.due.state) == ("tiba 25 menit lalu", "waiting")


def test_what_waits_for_others_says_for_whom() -> None:
    checked()
    (line,) = board(officer("petugas-loket"), ZONE, Tab.OTHERS).lines
    assert line.waits == "Pejabat yang berwenang: tanda tangan"
    assert (line.service, line.village) == ("Pengantar SKCK", "Kutorejo")


def test_a_confidential_name_is_kept_back_from_all_but_whose_turn_it_is() -> None:
    reference = handed_in().row.reference
    models.Case.objects.filter(reference=reference).update(confidential=True)
    assert "Wati Rekaan" in text_of(desk("petugas-loket").get("/loket/"))
    others = text_of(desk("kasi-kesos").get("/loket/?bagian=menunggu"))
    assert "Wati Rekaan" not in others
    assert "dirahasiakan" in others


def test_the_page_shows_the_part_that_is_asked_for() -> None:
    checked()
    page = desk("petugas-loket").get("/loket/?bagian=menunggu")
    assert "Pejabat yang berwenang: tanda tangan" in text_of(page)
    assert "Tidak ada yang menunggu Anda" in text_of(desk("petugas-loket").get("/loket/"))


def test_an_unknown_part_shows_what_is_mine() -> None:
    assert desk("petugas-loket").get("/loket/?bagian=entah").status_code == 200


def test_another_office_sees_none_of_it() -> None:
    handed_in()
    assert "Wati Rekaan" not in text_of(desk("petugas-loket", KESAMBEN).get("/loket/"))


def test_a_long_queue_costs_as_much_as_a_short_one(
    django_assert_max_num_queries: MostQueries,
) -> None:
    client = desk("petugas-loket")
    for _n in range(3):
        handed_in()
        checked()
    client.get("/loket/?bagian=menunggu")
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get("/loket/?bagian=menunggu")


def test_more_than_fits_is_counted() -> None:
    for _n in range(3):
        handed_in()
    shown = board(officer("petugas-loket"), ZONE, most=2)
    assert (len(shown.lines), shown.more) == (2, 1)
    assert models.Case.objects.filter(office_id=PANDAAN).count() == 3

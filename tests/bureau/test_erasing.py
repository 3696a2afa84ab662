# SPDX-License-Identifier: EUPL-1.2
"""Erasing personal data: after the years of the policy, or upon a request, with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.erasing import erase_case
from pendopo.cases.streams import private_of
from pendopo.cases.verification import verify
from tests.bureau.asking import hidden
from tests.cases import counter
from tests.counter.real_desks import desk
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]

LIST, CONFIRM = "/kantor/hapus-data/", "/kantor/hapus-data/pasti/"
REASON = "Permintaan pemohon dengan surat 20 November 2026."


@pytest.fixture(autouse=True)
def _open_office(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def head() -> Client:
    return desk("sekretaris-camat")


@pytest.fixture
def ended() -> str:
    return counter.carried_to_the_end().row.reference


def name_of(reference: str) -> str:
    return models.Case.objects.get(reference=reference).applicant


def test_upon_a_request_it_tells_what_goes_and_stays_and_then_does_it(
    head: Client, ended: str
) -> None:
    asked = head.post(CONFIRM, {"reference": ended.lower()})
    page = asked.content.decode()
    assert "Yang hilang" in page and "Yang tetap" in page and "Wati Rekaan" in page
    assert name_of(ended) == "Wati Rekaan"
    answer = head.post(CONFIRM, {**hidden(asked, 0), "reason": REASON}, follow=True)
    assert "Data pribadi 1 berkas dihapus pada 23 November 2026." in answer.content.decode()
    assert name_of(ended) == ""
    event = models.Event.objects.get(name=oe.ERASED)
    assert private_of([event])[event.id] == {"reasons": REASON}
    assert models.BookRow.objects.filter(case__reference=ended).exists(), "the register stays"
    assert verify().faults == ()
    again = head.post(CONFIRM, {"reference": ended}, follow=True).content.decode()
    assert "sudah dihapus" in again
    assert head.get(f"/loket/berkas/{ended}/").status_code == 200


def test_without_a_reason_nothing_goes_and_the_page_asks_for_it(head: Client, ended: str) -> None:
    asked = head.post(CONFIRM, {"reference": ended})
    answer = head.post(CONFIRM, {**hidden(asked, 0), "reason": "  "})
    assert answer.status_code == 422
    assert "Tulis alasannya." in answer.content.decode()
    assert name_of(ended) == "Wati Rekaan"


def test_what_is_past_its_years_is_listed_and_goes_in_one_press(
    head: Client, ended: str, stopped_clock: clock.Clock
) -> None:
    assert "Wati Rekaan" not in head.get(LIST).content.decode()
    stopped_clock.advance(timedelta(days=5 * 366))
    head = desk("sekretaris-camat")
    assert "Wati Rekaan" in head.get(LIST).content.decode()
    asked = head.post(CONFIRM, {"files": [ended]})
    head.post(CONFIRM, {**hidden(asked, 0), "reason": "Masa simpan lewat."})
    assert name_of(ended) == ""
    assert "Wati Rekaan" not in head.get(LIST).content.decode()


@pytest.mark.parametrize("typed", ["PDN 000 000", "xx", "9914115203850001"])
def test_a_number_of_no_ended_file_is_told_gently(head: Client, typed: str) -> None:
    page = head.post(CONFIRM, {"reference": typed}, follow=True).content.decode()
    assert "Periksa nomornya." in page


def test_a_running_file_is_not_erased(head: Client) -> None:
    running = counter.handed_in().row.reference
    page = head.post(CONFIRM, {"reference": running}, follow=True).content.decode()
    assert "Tidak ada berkas yang sudah berakhir" in page
    assert "Pilih dahulu" in head.post(CONFIRM, {"files": [running]}, follow=True).content.decode()


def test_nobody_but_an_administrator_of_the_office_erases(ended: str) -> None:
    clerk = desk("petugas-loket")
    assert clerk.get(LIST).status_code == 403
    assert clerk.post(CONFIRM, {"reference": ended}).status_code == 403
    answer = erase_case(reference=ended, reason="x", actor=counter.officer("petugas-loket"))
    assert isinstance(answer, NotRecorded)
    stranger = desk("camat", KESAMBEN)
    page = stranger.post(CONFIRM, {"reference": ended}, follow=True).content.decode()
    assert "Tidak ada berkas yang sudah berakhir" in page
    assert name_of(ended) == "Wati Rekaan"

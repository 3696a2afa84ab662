# SPDX-License-Identifier: EUPL-1.2
"""The presence board, and the honest sentence at intake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases.models import Event
from pendopo.offices.models import Absence, Office, Officer, SigningRule
from pendopo.screens.desk.presence import board, signing_now
from tests.counter.conftest import At


@pytest.fixture
def rinis(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Rini")


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[None]:
    yield


def press(client: Client, position: str, **fields: str) -> object:
    return client.post("/loket/hadir/", {"position": position, **fields})


def said(office: Office, service: str = "surat-a") -> str:
    return signing_now(office, service).sentence


def test_who_is_in_signs(office: Office) -> None:
    assert said(office) == "Camat di tempat."
    assert board(office).waiting is None


def test_who_is_out_comes_back_at_and_somebody_else_can_sign_now(
    rinis: Client, office: Office
) -> None:
    press(rinis, "camat", reason="DL", back="13.00")
    assert said(office) == (
        "Camat kembali ± 13.00; Sekretaris Camat atau Kepala Seksi Pemerintahan dapat "
        "menandatangani sekarang."
    )
    assert not signing_now(office, "surat-a").waits


def test_one_press_takes_somebody_out_of_all_she_holds(at_desk: At, office: Office) -> None:
    rini = at_desk("Rini")
    rini.post("/loket/hadir/", {"position": "saya", "reason": "Rapat", "back": "13.00"})
    rows = {row.key: row for row in board(office).others}
    both = [rows[key] for key in ("petugas-loket", "petugas-informasi")]
    assert [row.here for row in both] == [False, False]
    assert Absence.objects.get().officer_id == Officer.objects.get(name="Rini Contoh").id
    page = rini.get("/loket/hadir/").content.decode()
    assert "Saya sendiri" in page
    form = {"position": "petugas-loket", "officer": both[0].officer}
    at_desk("Bayu").post("/loket/hadir/", form)
    assert all(row.here for row in board(office).others)
    assert rini.post("/loket/hadir/", {**form, "officer": "x"}).status_code == 404


def test_what_only_she_signs_waits_and_it_is_said(rinis: Client, office: Office) -> None:
    press(rinis, "camat", reason="DL", back="besok 8")
    assert said(office, "surat-b") == (
        "Camat kembali ± besok 08.00; sebelum itu belum ada yang dapat menandatangani."
    )
    assert signing_now(office, "surat-b").waits
    waiting = board(office).waiting
    assert waiting is not None
    assert waiting.waits == ("surat-b",)


def test_without_a_word_of_when_nothing_is_promised(rinis: Client, office: Office) -> None:
    press(rinis, "camat", reason="Rapat")
    assert said(office).startswith("Camat tidak di tempat; Sekretaris Camat")
    assert (
        said(office, "surat-b") == "Camat tidak di tempat dan belum ada yang dapat menandatangani."
    )


def test_a_time_that_has_passed_is_promised_no_longer(
    rinis: Client, office: Office, stopped_clock: clock.Clock
) -> None:
    press(rinis, "camat", reason="DL", back="13.00")
    stopped_clock.advance(timedelta(hours=4))
    assert "13.00" not in said(office)
    page = rinis.get("/loket/hadir/").content.decode()
    assert '<span class="chip late">DL, seharusnya kembali 13.00</span>' in page


def test_where_nobody_may_sign_it_is_said(office: Office) -> None:
    SigningRule.objects.all().delete()
    assert said(office) == "Belum ada pejabat yang ditetapkan untuk menandatangani ini."


def test_an_officer_who_is_on_leave_is_out_of_her_position(office: Office) -> None:
    sari = Officer.objects.get(office_id=office.code, name__startswith="Sari")
    Absence.objects.create(officer=sari, from_at=clock.now(), reason="Cuti")
    hadi = Officer.objects.get(office_id=office.code, name__startswith="Hadi")
    Absence.objects.create(officer=hadi, from_at=clock.now(), reason="DL")
    assert [one.title for one in signing_now(office, "surat-a").here] == [
        "Kepala Seksi Pemerintahan"
    ]


def test_one_press_notes_it_and_one_press_takes_it_back(rinis: Client, office: Office) -> None:
    assert press(rinis, "camat", reason="Rapat").headers["Location"] == "/loket/hadir/"  # type: ignore[attr-defined]
    page = rinis.get("/loket/hadir/").content.decode()
    assert '<span class="chip waiting">Rapat</span>' in page
    press(rinis, "camat")
    assert said(office) == "Camat di tempat."
    names = [one.name for one in Event.objects.filter(stream="office").order_by("seq")]
    assert names == ["presence.left", "presence.returned"]


def test_another_reason_takes_the_place_of_the_first(rinis: Client, office: Office) -> None:
    press(rinis, "camat", reason="Rapat")
    press(rinis, "camat", reason="DL", back="25-11")
    open_now = Absence.objects.get(until_at=None)
    assert open_now.reason == "DL"
    assert "Rabu 08.00" in said(office)


@pytest.mark.parametrize("back", ["kapan-kapan", "09.00", "13.75", "1-1-2020", "25:00"])
def test_a_time_that_cannot_be_is_asked_for_again_and_stays_typed(
    rinis: Client, office: Office, back: str
) -> None:
    answer = press(rinis, "camat", reason="DL", back=back)
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert f'value="{back}"' in page
    assert 'href="#f-back-camat"' in page
    assert not Absence.objects.exists()


@pytest.mark.parametrize(
    ("back", "shown"),
    [
        ("13", "DL sampai 13.00"),
        ("jam 1330", "DL sampai 13.30"),
        ("pukul 13.00 WIB", "DL sampai 13.00"),
        ("besok", "DL sampai besok 08.00"),
        ("25/11 07.30", "DL sampai Rabu 07.30"),
        ("4-1", "DL sampai 4 Jan 08.00"),
        ("", "DL"),
    ],
)
def test_times_are_read_as_people_write_them(rinis: Client, back: str, shown: str) -> None:
    press(rinis, "camat", reason="DL", back=back)
    assert f">{shown}</span>" in rinis.get("/loket/hadir/").content.decode()


def test_two_who_take_it_back_at_once_are_told_kindly(rinis: Client) -> None:
    answer = rinis.post("/loket/hadir/", {"position": "camat"}, follow=True)
    assert "tidak tercatat keluar" in answer.content.decode()


def test_a_position_of_another_office_is_not_there(rinis: Client, other_office: Office) -> None:
    assert press(rinis, "raja", reason="DL").status_code == 404  # type: ignore[attr-defined]


def test_the_signers_stand_first_and_an_empty_post_cannot_leave(
    rinis: Client, office: Office
) -> None:
    told = board(office)
    assert [row.key for row in told.signers] == ["camat", "sekretaris-camat", "kasi-pemerintahan"]
    assert {row.key for row in told.others} >= {"petugas-loket", "operator"}


def test_the_board_asks_as_much_for_many_positions_as_for_few(
    rinis: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    press(rinis, "camat", reason="DL")
    with django_assert_max_num_queries(16):
        rinis.get("/loket/hadir/")


def test_the_sentence_costs_three_queries(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        said(office)

# SPDX-License-Identifier: EUPL-1.2
"""Leave and duty away that is known beforehand, as the board and the clock see it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.offices.models import Absence, Office
from pendopo.offices.presence import absent_roles
from pendopo.screens.desk.presence import board, signing_now
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import CODE, changed, last_change, officer
from tests.counter.conftest import At

LIST, NEW = "/kantor/tidak-masuk/", "/kantor/tidak-masuk/baru/"
TUESDAY = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def planned(
    client: Client, who: str = "Hadi", first: str = "2026-11-24", last: str = "2026-11-25"
) -> HttpResponse:
    return sent(client, NEW, officer=str(officer(who).id), first=first, last=last, reason="Cuti")


def test_it_shows_on_the_board_when_the_day_comes(
    sari: Client, office: Office, stopped_clock: clock.Clock
) -> None:
    assert planned(sari)["Location"] == LIST
    assert board(office).signers[0].here
    stopped_clock.set(TUESDAY)
    assert board(office).signers[0].text == "Cuti sampai Kamis 07.30"
    assert signing_now(office, "surat-b").waits


def test_the_clock_knows_it_by_the_day_on_the_office_s_wall(sari: Client) -> None:
    planned(sari)
    for at, away in (
        (datetime(2026, 11, 23, 16, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 25, 16, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 25, 17, 0, tzinfo=UTC), False),
    ):
        assert ("camat" in absent_roles(CODE, at)) is away, at


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("2026-11-25", "2026-11-24", "lebih dahulu daripada hari pertama"),
        ("2026-11-19", "2026-11-20", "Hari itu sudah lewat"),
        ("2026-11-25", "2026-11-27", "sudah tercatat tidak masuk 24 November 2026"),
        ("besok", "2026-11-27", "Pilih tanggalnya"),
    ],
)
def test_a_mistake_is_told_beside_the_field(sari: Client, first: str, last: str, says: str) -> None:
    planned(sari)
    answer = planned(sari, first=first, last=last)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert changed() == 1


def test_a_plan_is_moved_and_the_history_tells_it(sari: Client) -> None:
    planned(sari)
    row = Absence.objects.get()
    address = f"{LIST}{row.id}/"
    moved = {"officer": str(row.officer_id), "first": "2026-11-24", "last": "2026-11-27"}
    assert sent(sari, address, **moved, reason="Cuti")["Location"] == LIST
    told = last_change()
    assert told.fields == ("last",)
    assert "27 November 2026" in sari.get(LIST).content.decode().replace("Nov ", "November ")


def test_what_does_not_come_to_it_is_taken_away(sari: Client) -> None:
    planned(sari)
    address = f"{LIST}{Absence.objects.get().id}/"
    sari.post(f"{address}batal/", hidden(sari.get(address)))
    assert not Absence.objects.exists()
    assert last_change().after is None


def test_who_is_back_sooner_is_back_now(
    sari: Client, office: Office, stopped_clock: clock.Clock
) -> None:
    planned(sari)
    stopped_clock.set(TUESDAY)
    address = f"{LIST}{Absence.objects.get().id}/"
    sari.post(f"{address}batal/", hidden(sari.get(address)))
    assert board(office).signers[0].here
    assert Absence.objects.get().until_at == TUESDAY, "that he was away stays"


def test_who_is_back_sooner_says_so_on_the_board_as_well(
    sari: Client, at_desk: At, office: Office, stopped_clock: clock.Clock
) -> None:
    planned(sari)
    stopped_clock.set(TUESDAY)
    hadi = officer("Hadi")
    at_desk("Rini").post("/loket/hadir/", {"position": "camat", "officer": str(hadi.id)})
    assert board(office).signers[0].here
    assert Absence.objects.get().until_at == TUESDAY


def test_what_was_noted_on_the_board_is_no_plan(
    sari: Client, at_desk: At, stopped_clock: clock.Clock
) -> None:
    hadis = at_desk("Hadi")
    hadis.post("/loket/hadir/", {"position": "saya", "reason": "Rapat"})
    assert Absence.objects.get().officer_id == officer("Hadi").id
    stopped_clock.advance(timedelta(hours=1))
    hadis.post("/loket/hadir/", {"position": "saya"})
    stopped_clock.advance(timedelta(minutes=1))
    assert "Rapat" not in sari.get(LIST).content.decode()
    assert planned(sari, first="2026-11-23")["Location"] == LIST


def test_what_is_past_is_not_changed_any_more(sari: Client, stopped_clock: clock.Clock) -> None:
    planned(sari)
    row = Absence.objects.get()
    stopped_clock.set(datetime(2026, 11, 27, 2, 0, tzinfo=UTC))
    moved = {"officer": str(row.officer_id), "first": "2026-11-24", "last": "2026-11-30"}
    refused = sent(sari, f"{LIST}{row.id}/", **moved, reason="Cuti")
    assert "sudah lewat tidak diubah lagi" in refused.content.decode()
    assert Absence.objects.get().until_at == row.until_at
    assert "Yang sudah lewat" in sari.get(LIST).content.decode()


def test_the_list_is_read_in_few_queries(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(24, 29):
        planned(sari, first=f"2026-11-{day}", last=f"2026-11-{day}")
    sari.get(LIST)
    with django_assert_max_num_queries(12):
        sari.get(LIST)


def test_no_other_office_s_absence_is_found(sari: Client, other_office: Office) -> None:
    dewi = officer("Dewi", other_office.code)
    row = Absence.objects.create(
        office_id=other_office.code, officer=dewi, from_at=TUESDAY, until_at=TUESDAY
    )
    assert sari.get(f"{LIST}{row.id}/").status_code == 404
    assert sari.post(f"{LIST}{row.id}/batal/", {}).status_code == 404
    assert (
        sent(
            sari, NEW, officer=str(dewi.id), first="2026-11-24", last="2026-11-24", reason="Cuti"
        ).status_code
        == 422
    )

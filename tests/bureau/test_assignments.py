# SPDX-License-Identifier: EUPL-1.2
"""Who holds which position, kept by an administrator."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.offices.models import Assignment, Office
from tests import people
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import CODE, changed, last_change, officer
from tests.counter.conftest import At

LIST, NEW = "/kantor/penugasan/", "/kantor/penugasan/baru/"
TODAY = people.TODAY


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    return at_desk("Sari")


def assigned(client: Client, who: str, *positions: str, **order: str) -> HttpResponse:
    """Send the form of a new assignment."""
    typed = {"capacity": "definitif", "from_date": TODAY.isoformat(), **order}
    return sent(client, NEW, officer=str(officer(who).id), positions=positions, **typed)


def holding(key: str) -> Assignment:
    return Assignment.objects.select_related("officer", "position").get(
        office_id=CODE, position__key=key
    )


def test_one_letter_assigns_several_positions_at_once(sari: Client) -> None:
    answer = assigned(
        sari, "Tono", "petugas-loket", "petugas-informasi", number="800/12", assigned_by="Camat"
    )
    assert answer["Location"] == LIST
    held = Assignment.objects.filter(officer_id=officer("Tono").id).exclude(from_date__lt=TODAY)
    keys = held.order_by("position__place").values_list("position__key", "number")
    assert list(keys) == [("petugas-loket", "800/12"), ("petugas-informasi", "800/12")]
    assert changed() == 2, "an event for each"


def test_the_new_holder_works_at_once(sari: Client, at_desk: At) -> None:
    tono = at_desk("Tono")
    assert 'href="/kantor/"' not in tono.get("/loket/").content.decode()
    assigned(sari, "Tono", "sekretaris-camat", capacity="Plh.", to_date="2026-11-27")
    assert 'href="/kantor/"' in tono.get("/loket/").content.decode()
    assert "Plh. Sekretaris Camat" in sari.get(LIST).content.decode()


def test_a_second_definitive_holder_of_a_post_is_asked_about(sari: Client) -> None:
    asked = assigned(sari, "Tono", "camat")
    assert asked.status_code == 422
    page = asked.content.decode()
    assert "Hadi Contoh, S.STP. juga memegang Camat" in page
    assert 'type="checkbox" name="confirmed"' in page
    assert not changed()
    assert assigned(sari, "Tono", "camat", confirmed="on")["Location"] == LIST


@pytest.mark.parametrize(
    ("position", "order"),
    [
        ("petugas-loket", {}),
        ("camat", {"capacity": "Plt."}),
        ("camat", {"from_date": "2027-01-02"}),
    ],
)
def test_what_is_usual_is_not_asked_about(
    sari: Client, position: str, order: dict[str, str]
) -> None:
    Assignment.objects.filter(position__key="camat").update(to_date=date(2027, 1, 1))
    assert assigned(sari, "Tono", position, **order).status_code == 302


@pytest.mark.parametrize(
    ("who", "order", "says"),
    [
        ("Tono", {"to_date": "2026-11-01"}, "lebih dahulu daripada hari pertama"),
        ("Rini", {}, "sudah memegang Petugas Loket sejak 1 Januari 2020"),
        ("Tono", {"from_date": "kemarin"}, "Pilih tanggalnya"),
        ("Tono", {"capacity": "raja"}, "raja"),
    ],
)
def test_a_mistake_is_told_beside_the_field(
    sari: Client, who: str, order: dict[str, str], says: str
) -> None:
    answer = assigned(sari, who, "petugas-loket", **order)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not changed()


def test_an_assignment_gets_its_last_day_and_stays_in_the_history(sari: Client) -> None:
    row = holding("operator")
    address = f"{LIST}{row.id}/"
    typed = {"capacity": "definitif", "from_date": row.from_date.isoformat()}
    kept = {"assigned_by": row.assigned_by}
    sent(sari, address, **typed, **kept, to_date="2026-11-22", number="800/1")
    told = last_change()
    assert told.fields == ("to_date", "number")
    assert told.after and told.after["to_date"] == "2026-11-22"
    page = sari.get(f"/kantor/petugas/{row.officer_id}/").content.decode()
    assert "Dahulu" in page and "22 November 2026" in page
    assert "Operator" in sari.get(f"{LIST}?tampil=berakhir").content.decode()


def test_ending_it_today_leaves_today(sari: Client) -> None:
    row = holding("operator")
    key = hidden(sari.get(f"{LIST}{row.id}/"))
    sari.post(f"{LIST}{row.id}/akhiri/", key)
    assert holding("operator").to_date == TODAY


def test_what_has_not_begun_is_taken_away(sari: Client) -> None:
    assigned(sari, "Tono", "petugas-loket", from_date="2026-12-01")
    assert "Petugas Loket" in sari.get(f"{LIST}?tampil=akan-datang").content.decode()
    row = Assignment.objects.get(from_date=date(2026, 12, 1))
    sari.post(f"{LIST}{row.id}/akhiri/", hidden(sari.get(f"{LIST}{row.id}/")))
    assert not Assignment.objects.filter(id=row.id).exists()
    assert last_change().after is None


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY, date(2027, 3, 1)])
def test_the_last_administrator_is_not_taken_away_by_accident(sari: Client, day: date) -> None:
    Assignment.objects.filter(position__key="camat").update(to_date=TODAY - timedelta(days=9))
    row = holding("sekretaris-camat")
    typed = {"capacity": "definitif", "from_date": row.from_date.isoformat()}
    refused = sent(sari, f"{LIST}{row.id}/", **typed, to_date=day.isoformat())
    assert refused.status_code == 422
    assert "tidak ada lagi yang dapat masuk" in refused.content.decode()
    assert holding("sekretaris-camat").to_date is None
    assert not changed()


def test_where_another_keeps_the_settings_one_may_go(sari: Client) -> None:
    row = holding("sekretaris-camat")
    sari.post(f"{LIST}{row.id}/akhiri/", hidden(sari.get(f"{LIST}{row.id}/")))
    assert holding("sekretaris-camat").to_date == TODAY


def test_two_administrators_do_not_undo_each_other(sari: Client, at_desk: At) -> None:
    row, hadi = holding("operator"), at_desk("Hadi")
    address = f"{LIST}{row.id}/"
    typed = {"capacity": "definitif", "from_date": row.from_date.isoformat()}
    opened = hidden(sari.get(address), 0)
    sent(hadi, address, **typed, number="800/1")
    late = sari.post(address, {**opened, **typed, "number": "800/2"})
    assert late.status_code == 409
    assert "800/1" in late.content.decode() and 'value="800/2"' in late.content.decode()


def test_the_list_is_read_in_few_queries(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(9):
        sari.get(LIST)


def test_no_other_office_s_assignment_is_found(sari: Client, other_office: Office) -> None:
    row = Assignment.objects.get(office_id=other_office.code)
    assert sari.get(f"{LIST}{row.id}/").status_code == 404
    assert sari.post(f"{LIST}{row.id}/akhiri/").status_code == 404
    away = sent(
        sari,
        NEW,
        officer=str(row.officer_id),
        positions="camat",
        capacity="Plt.",
        from_date=TODAY.isoformat(),
    )
    assert away.status_code == 404

# SPDX-License-Identifier: EUPL-1.2
"""The villages of an office, kept by an administrator; and what all rooms of the bureau share."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.settings_history import change_rows, changes
from pendopo.offices.models import Office, Village
from tests import people
from tests.bureau.asking import hidden, sent
from tests.counter.conftest import At

CODE = people.OFFICE.code
NEW = "/kantor/desa/baru/"
LIST = "/kantor/desa/"


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock) -> Client:
    """The secretary, who keeps the settings."""
    return at_desk("Sari")


def first() -> Village:
    return Village.objects.filter(office_id=CODE).order_by("code")[0]


def add(client: Client, last: str = "2099", name: str = "Karangsari") -> object:
    return sent(client, NEW, last=last, name=name)


def test_a_village_is_added_and_everybody_can_read_who_did_it(sari: Client) -> None:
    assert add(sari)["Location"] == LIST
    made = Village.objects.get(office_id=CODE, code=f"{CODE}.2099")
    assert (made.name, made.kind) == ("Karangsari", "desa")
    page = sari.get("/kantor/riwayat/").content.decode()
    assert "Karangsari" in page and "Sari Contoh, S.Sos." in page
    assert "Senin, 23 November 2026" in page and "09.40" in page


def test_a_change_tells_what_stood_there_before(sari: Client) -> None:
    village = first()
    before = village.name
    sent(sari, f"{LIST}{village.code}/", name="Nama Baru")
    told = changes(change_rows(CODE))[0]
    assert told.fields == ("name",)
    assert told.before and told.before["name"] == before
    assert told.after and told.after["name"] == "Nama Baru"
    assert "Nama Baru" not in change_rows(CODE)[0].data, "values stand apart from the event"


def test_what_stands_so_already_is_no_change(sari: Client) -> None:
    village = first()
    page = sari.get(f"{LIST}{village.code}/")
    answer = sari.post(
        f"{LIST}{village.code}/", {**hidden(page, 0), "name": village.name}, follow=True
    )
    assert "Tidak ada yang berubah." in answer.content.decode()
    assert not change_rows(CODE).exists()


@pytest.mark.parametrize(
    ("last", "name", "told"),
    [
        ("3001", "Karangsari", "1… untuk kelurahan"),
        ("20", "Karangsari", "1… untuk kelurahan"),
        ("2099", "", "Masih kosong."),
        ("2001", "Karangsari", "sudah ada"),
    ],
)
def test_a_mistake_is_answered_beside_the_field(
    sari: Client, last: str, name: str, told: str
) -> None:
    answer = add(sari, last, name)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert f'value="{last}"' in page, "nothing typed is lost"
    assert not change_rows(CODE).exists()


def test_two_administrators_do_not_undo_each_other(at_desk: At, sari: Client) -> None:
    village, hadi = first(), at_desk("Hadi")
    address = f"{LIST}{village.code}/"
    opened = hidden(sari.get(address), 0)
    sent(hadi, address, name="Menurut Hadi")
    late = sari.post(address, {**opened, "name": "Menurut Sari"})
    assert late.status_code == 409
    page = late.content.decode()
    assert "Menurut Hadi" in page and 'value="Menurut Sari"' in page
    again = sari.post(address, {**hidden(late, 0), "name": "Menurut Sari"})
    assert again["Location"] == LIST
    assert first().name == "Menurut Sari"


def test_a_double_click_adds_one(sari: Client) -> None:
    typed = {**hidden(sari.get(NEW), 0), "last": "2099", "name": "Karangsari"}
    first_answer, second = sari.post(NEW, typed), sari.post(NEW, typed)
    assert first_answer["Location"] == second["Location"] == LIST
    assert change_rows(CODE).count() == 1


def test_a_village_that_no_file_names_can_be_taken_away(sari: Client) -> None:
    add(sari)
    address = f"{LIST}{CODE}.2099/"
    key = hidden(sari.get(address), 1)
    assert sari.post(f"{address}hapus/", key)["Location"] == LIST
    assert not Village.objects.filter(code=f"{CODE}.2099").exists()
    assert changes(change_rows(CODE))[0].after is None


def test_others_are_told_who_keeps_the_settings(at_desk: At) -> None:
    answer = at_desk("Rini").get(LIST)
    assert answer.status_code == 403
    assert "Camat, Sekretaris atau yang ditunjuk" in answer.content.decode()
    assert 'href="/kantor/"' not in at_desk("Rini").get("/loket/").content.decode()


def test_administrators_find_the_bureau_from_their_desk(sari: Client) -> None:
    assert 'href="/kantor/"' in sari.get("/loket/").content.decode()
    assert sari.get("/kantor/").status_code == 200


def test_no_other_office_s_village_is_found(sari: Client, other_office: Office) -> None:
    Village.objects.create(
        office=other_office, code=f"{other_office.code}.2001", name="X", kind="desa"
    )
    assert sari.get(f"{LIST}{other_office.code}.2001/").status_code == 404


def test_a_long_history_is_read_in_few_queries(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(2060, 2070):
        add(sari, str(n), f"Dusun {n}")
    with django_assert_max_num_queries(9):
        sari.get("/kantor/riwayat/")
    assert models.Event.objects.filter(stream="office").count() == 10


def test_where_an_office_names_nobody_its_general_signers_keep_the_settings(
    at_desk: At, office: Office
) -> None:
    office.policy = {}
    office.save(update_fields=["policy"])
    assert at_desk("Hadi").get(LIST).status_code == 200
    assert at_desk("Rini").get(LIST).status_code == 403

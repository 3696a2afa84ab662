# SPDX-License-Identifier: EUPL-1.2
"""The positions of a real office and the roles that they fill, kept by an administrator."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.offices.models import Assignment, Book, Position
from tests.bureau.asking import hidden, sent
from tests.bureau.people_rooms import changed, last_change
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
LIST, NEW = "/kantor/jabatan/", "/kantor/jabatan/baru/"


@pytest.fixture
def keeper(real_offices: None, stopped_clock: clock.Clock) -> Client:
    """The secretary of Pandaan, who keeps the settings."""
    return desk("sekretaris-camat")


def position(key: str) -> Position:
    return Position.objects.get(office_id=PANDAAN, key=key)


def removed(client: Client, key: str) -> str:
    """Press the button that takes a position away; what the page says then."""
    answer = client.post(f"{LIST}{key}/hapus/", {}, follow=True)
    return text_of(answer)


def pressed(client: Client, key: str, way: str) -> HttpResponse:
    return client.post(f"{LIST}{key}/{way}/", {})


def order() -> list[str]:
    return list(Position.objects.filter(office_id=PANDAAN).values_list("key", flat=True))


def test_a_position_is_added_with_a_key_of_its_own(keeper: Client) -> None:
    for _ in range(2):
        sent(keeper, NEW, title="Kasi Pelayanan", roles=["kasi"], echelon="IV.a")
        Position.objects.filter(title="Kasi Pelayanan").update(title="Kasi Pelayanan Lama")
    assert order()[-2:] == ["kasi-pelayanan", "kasi-pelayanan-2"]
    told = last_change(PANDAAN)
    assert told.after and told.after["roles"] == ["Kepala Seksi"], "in words"


def test_a_position_called_new_does_not_hide_the_page_for_new_ones(keeper: Client) -> None:
    sent(keeper, NEW, title="Baru", roles=["operator"])
    assert order()[-1] == "baru-2"
    assert keeper.get(f"{LIST}baru-2/").status_code == 200


def test_roles_are_chosen_in_plain_words_with_what_they_do_here(keeper: Client) -> None:
    page = text_of(keeper.get(f"{LIST}petugas-loket/"))
    assert "Petugas loket langkah di 15 layanan; mencatat tanda tangan basah" in page
    assert "mengubah pengaturan kantor" in page
    assert "Kepala Desa" not in page, "roles from outside fill no position"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"title": ""}, "Masih kosong."),
        ({"title": "camat pandaan"}, "sudah ada dalam daftar"),
        ({"roles": []}, "Masih kosong."),
        ({"roles": ["raja"]}, "raja"),
    ],
)
def test_a_mistake_is_told_beside_the_field(
    keeper: Client, typed: dict[str, object], says: str
) -> None:
    answer = sent(keeper, NEW, **{"title": "Kasi Pelayanan", "roles": ["kasi"], **typed})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not changed(PANDAAN)


def test_a_role_that_the_standards_need_is_not_dropped_unasked(keeper: Client) -> None:
    address = f"{LIST}petugas-loket/"
    typed = {"title": "Petugas Loket", "roles": ["petugas-informasi"]}
    asked = sent(keeper, address, **typed)
    assert asked.status_code == 422
    assert "tidak ada jabatan untuk peran yang dibutuhkan standar: Petugas loket" in text_of(asked)
    assert position("petugas-loket").roles == ["petugas-loket"]
    assert sent(keeper, address, **typed, confirmed="on")["Location"] == LIST
    assert position("petugas-loket").roles == ["petugas-informasi"]


def test_nobody_drops_the_roles_by_which_the_settings_are_kept(keeper: Client) -> None:
    Assignment.objects.filter(
        office_id=PANDAAN, position__key__in=["camat", "kasubag-umum", "kasubag-keuangan"]
    ).delete()
    refused = sent(
        keeper,
        f"{LIST}sekretaris-camat/",
        title="Sekretaris Kecamatan",
        roles=["operator"],
        confirmed="on",
    )
    assert "tidak ada lagi yang dapat masuk" in text_of(refused)
    assert position("sekretaris-camat").roles == ["sekretaris-camat"]


def test_a_position_is_moved_up_and_down(keeper: Client) -> None:
    before = order()
    pressed(keeper, "kasi-kesos", "naik")
    assert order()[3:5] == ["kasi-kesos", "kasi-trantib"]
    pressed(keeper, "kasi-kesos", "turun")
    assert order() == before
    pressed(keeper, "camat", "naik")
    assert order() == before, "the first stays the first"
    told = last_change(PANDAAN)
    assert told.before and told.after and told.before["place"] == 4 and told.after["place"] == 5


def _by_an_assignment(row: Position) -> None:
    officer = Assignment.objects.filter(office_id=PANDAAN)[0].officer
    Assignment.objects.create(
        office_id=PANDAAN,
        officer=officer,
        position=row,
        capacity="definitif",
        from_date="2021-01-01",
        to_date="2021-02-01",
    )


def _by_a_book(row: Position) -> None:
    Book.objects.filter(office_id=PANDAAN, key="ekspedisi").update(head=row.key)


@pytest.mark.parametrize(("name", "says"), [(_by_an_assignment, "penugasan"), (_by_a_book, "buku")])
def test_what_is_named_cannot_be_taken_away(
    keeper: Client, name: Callable[[Position], None], says: str
) -> None:
    sent(keeper, NEW, title="Kasi Pelayanan", roles=["kasi"])
    row = position("kasi-pelayanan")
    name(row)
    assert f"masih disebut {says}" in removed(keeper, row.key)
    assert position(row.key) == row


def test_what_nothing_names_is_taken_away(keeper: Client) -> None:
    sent(keeper, NEW, title="Kasi Pelayanan", roles=["kasi"])
    key = hidden(keeper.get(f"{LIST}kasi-pelayanan/"))
    assert keeper.post(f"{LIST}kasi-pelayanan/hapus/", key)["Location"] == LIST
    assert "kasi-pelayanan" not in order()


def test_a_role_that_is_needed_keeps_its_only_position(keeper: Client) -> None:
    Assignment.objects.filter(office_id=PANDAAN, position__key="petugas-pbb").delete()
    assert "Petugas PBB" in removed(keeper, "petugas-pbb")
    assert position("petugas-pbb")


def test_a_position_tells_who_ever_held_it(keeper: Client) -> None:
    held = Assignment.objects.filter(office_id=PANDAAN, position__key="operator")
    held.update(to_date="2026-01-31", number="800/3/2020")
    name = held.select_related("officer").get().officer.name
    page = text_of(keeper.get(f"{LIST}operator/"))
    assert f"{name} definitif 1 Januari 2020 – 31 Januari 2026" in page
    assert "800/3/2020" in page
    assert "kosong" in text_of(keeper.get(LIST))


def test_the_list_is_read_in_few_queries(
    keeper: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    keeper.get(LIST)
    with django_assert_max_num_queries(9):
        keeper.get(LIST)


def test_no_other_office_s_position_is_found(keeper: Client) -> None:
    Position.objects.filter(office_id=KESAMBEN, key="pelaksana").update(key="hanya-di-sana")
    assert keeper.get(f"{LIST}hanya-di-sana/").status_code == 404
    assert pressed(keeper, "hanya-di-sana", "naik").status_code == 404

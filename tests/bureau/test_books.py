# SPDX-License-Identifier: EUPL-1.2
"""Books: added, changed from the next number on, and shown in columns that the office chooses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.bureau.book_words import KINDS, MODES, SHOWN, WIDTHS
from pendopo.cases import models
from pendopo.cases.services.book_lines import Line, write_line
from pendopo.cases.services.settings.book_columns import TypedColumn, fields_for, keep_columns
from pendopo.cases.services.settings.changing import Settled
from pendopo.cases.settings_history import change_rows, changes
from pendopo.domain.book_words import BookKind, Shown, Width
from pendopo.domain.books import NumberMode
from pendopo.offices.access import actor_of_officer
from pendopo.offices.models import Book, Office, Officer
from tests import people
from tests.bureau.asking import hidden, sent
from tests.cases import counter
from tests.counter.conftest import At
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]

CODE = people.OFFICE.code
LIST, NEW = "/kantor/buku/", "/kantor/buku/baru/"
REGISTER = "/kantor/buku/register-surat-a/"
USUAL: dict[str, Any] = {
    "title": "Buku Register Surat A",
    "section": "Seksi Pemerintahan",
    "mode": "own",
    "template": "{klas}/{urut:03}/{unit}/{tahun}",
    "classification": "300.1",
    "head": "camat",
    "keepers": ["kasi"],
}


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock, nation: None) -> Client:
    return at_desk("Sari")


def kept(key: str = "register-surat-a") -> Book:
    return Book.objects.get(office_id=CODE, key=key)


def used(number: int) -> None:
    models.BookYear.objects.create(office_id=CODE, book="register-surat-a", year=2026, last=number)


def test_every_word_of_books_has_a_name() -> None:
    assert set(KINDS) == set(BookKind) and set(MODES) == set(NumberMode)
    assert set(SHOWN) == set(Shown) and set(WIDTHS) == set(Width)


def test_the_list_shows_the_next_number_as_it_will_be_written(sari: Client) -> None:
    used(44)
    page = sari.get(LIST).content.decode()
    assert "300.1/045/999.51/2026" in page and "tidak memberi nomor" in page
    assert "/loket/buku/nomor-awal/" in page


def test_a_book_that_cannot_write_its_number_is_listed_all_the_same(sari: Client) -> None:
    Book.objects.filter(key="register-surat-a").update(classification="")
    assert "bentuk nomor perlu diperbaiki" in sari.get(LIST).content.decode()


def test_another_form_of_number_holds_from_the_next_one_on(sari: Client) -> None:
    used(44)
    looked = sent(sari, REGISTER, **{**USUAL, "template": "{urut} / {tahun}"}, do="look")
    assert "45 / 2026" in looked.content.decode()
    assert kept().template == USUAL["template"]
    sent(sari, REGISTER, **{**USUAL, "template": "{urut} / {tahun}"})
    assert (kept().template, kept().section) == ("{urut} / {tahun}", "Seksi Pemerintahan")
    assert (kept().head, kept().keepers) == ("camat", ["kasi"])
    assert "45 / 2026" in sari.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title": " "}, "Masih kosong."),
        ({"title": "agenda sistem lain"}, "Sudah ada buku dengan judul ini."),
        ({"template": ""}, "paling sederhana {urut}"),
        ({"template": "{tahun}"}, "urut"),
        ({"template": "{nomor}"}, "tidak dikenal"),
        ({"classification": ""}, "Bentuk nomor memuat {klas}"),
        ({"classification": "300 / 1"}, "Tulis kodenya saja"),
        ({"head": "lurah"}, "lurah"),
    ],
)
def test_a_book_that_cannot_be_is_told_beside_the_field(
    sari: Client, typed: dict[str, str], told: str
) -> None:
    answer = sent(sari, REGISTER, **{**USUAL, **typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not change_rows(CODE).exists()


def test_whose_numbers_a_book_holds_stays_once_it_has_a_line(sari: Client) -> None:
    office = Office.objects.get(code=CODE)
    models.BookRow.objects.create(
        office_id=office.code,
        book="register-surat-a",
        year=2026,
        urut=1,
        number="1",
        status="tercatat",
        entry_date=office.today,
        created_at=clock.now(),
        changed_at=clock.now(),
    )
    sent(sari, REGISTER, **{**USUAL, "mode": "none", "title": "Register A"})
    assert (kept().mode, kept().title) == ("own", "Register A")
    assert "karena buku ini sudah berisi" in sari.get(REGISTER).content.decode()


def test_a_book_is_added_and_taken_away_while_it_is_empty(sari: Client) -> None:
    new = {**USUAL, "title": "Register Surat B", "kind": "register"}
    assert sent(sari, NEW, **new)["Location"] == LIST
    assert kept("register-surat-b").template == USUAL["template"]
    one = f"{LIST}register-surat-b/"
    sari.post(f"{one}hapus/", hidden(sari.get(one), 1))
    assert not Book.objects.filter(key="register-surat-b").exists()


def test_a_book_that_has_given_a_number_stays(sari: Client) -> None:
    used(3)
    assert "Hapus buku ini" not in sari.get(REGISTER).content.decode()
    key = hidden(sari.get(REGISTER), 0)["form_key"]
    answer = sari.post(f"{REGISTER}hapus/", {"form_key": key}, follow=True)
    assert "tidak dapat dihapus" in answer.content.decode()
    assert kept()


def test_no_other_office_s_book_is_found(sari: Client, other_office: Office) -> None:
    Book.objects.create(office=other_office, key="rahasia", title="Rahasia")
    for address in (f"{LIST}rahasia/", f"{LIST}rahasia/kolom/"):
        assert sari.get(address).status_code == 404


def column(n: int, title: str, source: str, place: str = "") -> dict[str, str]:
    return {f"title-{n}": title, f"from0-{n}": source, f"place-{n}": place, f"width-{n}": "wide"}


def emptied(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of the form of columns, with every column emptied."""
    return hidden(client.get(address), 0)


def test_columns_are_chosen_in_the_order_that_is_wanted(sari: Client) -> None:
    address = f"{REGISTER}kolom/"
    typed = {**column(0, "Nama", "name", "2"), **column(1, "No.", "number", "1")}
    typed |= {"needed-0": "on", "from1-0": "address"}
    assert sari.post(address, {**emptied(sari, address), **typed})["Location"] == address
    assert kept().columns == [
        {"title": "No.", "from": ["number"], "width": "wide"},
        {"title": "Nama", "from": ["name", "address"], "width": "wide", "needed": True},
    ]
    assert changes(change_rows(CODE))[0].what == "book-columns"
    usual = hidden(sari.get(address), 1)
    sari.post(f"{address}bawaan/", usual)
    assert kept().columns == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (column(0, "", "number"), "Tulis judul kolomnya."),
        ({**column(0, "No.", "number"), **column(1, "no.", "name")}, "sudah dipakai kolom lain"),
        ({**column(0, "No.", "number"), **column(1, "Nama", "")}, "Pilih isinya"),
        (column(0, "Nama", "name"), "sertakan satu kolom berisi nomor"),
    ],
)
def test_columns_that_cannot_be_are_told_at_their_place(
    sari: Client, typed: dict[str, str], told: str
) -> None:
    address = f"{REGISTER}kolom/"
    answer = sari.post(address, {**emptied(sari, address), **typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert kept().columns == []


def test_a_column_shows_what_the_forms_of_its_services_say(
    real_offices: None, stopped_clock: clock.Clock
) -> None:
    camat, key = counter.officer("camat"), "register-skck"
    assert fields_for(PANDAAN, key)["form.tujuan"]
    own = [TypedColumn("No.", ("number",)), TypedColumn("Tujuan", ("form.tujuan",))]
    assert isinstance(keep_columns(actor=camat, key=key, columns=own), Settled)
    own.append(TypedColumn("Lain", ("form.tidak-ada",)))
    refused = keep_columns(actor=camat, key=key, columns=own)
    assert refused.told[0].where == "from0-2"  # type: ignore[union-attr]


def test_a_line_is_written_with_the_new_form_of_number(sari: Client, office: Office) -> None:
    sent(sari, REGISTER, **{**USUAL, "template": "{urut} / {tahun}"})
    rini = Officer.objects.get(office_id=CODE, name__startswith="Rini")
    actor = actor_of_officer(CODE, rini.id, people.TODAY)
    assert actor
    row = write_line(line=Line("register-surat-a", {"name": "Wati Rekaan"}), actor=actor)
    assert isinstance(row, models.BookRow) and row.number == "1 / 2026"


def test_the_list_asks_little_of_the_database(
    sari: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        sari.get(LIST)

# SPDX-License-Identifier: EUPL-1.2
"""Books as officers read them: a month of lines under the columns that they know."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook, open_book
from pendopo.cases.services.book_lines import Line, set_aside, write_line
from pendopo.cases.services.erasing import erase_case
from pendopo.cases.services.register_entries import Insertion, cancel_line, insert_number
from pendopo.domain.book_words import BookKind
from pendopo.domain.circumstances import Actor
from pendopo.offices.models import Book
from pendopo.screens.books.pages import Leaf, Sought, leaf, of_kind, shelves
from pendopo.screens.books.periods import Period, read_period
from tests.cases import counter
from tests.people import TODAY
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]

NOVEMBER = Period(2026, 11)


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Every test here has both offices and a stopped clock."""


def shelf_of(key: str, office: str = PANDAAN) -> OpenBook:
    shelf = open_book(office, key)
    assert shelf is not None
    return shelf


def read(key: str, by: str = "petugas-loket", office: str = PANDAAN, **sought: str) -> Leaf:
    """November of a book, as whoever holds a position reads it."""
    actor = counter.officer(by, office)
    return leaf(shelf_of(key, office), NOVEMBER, actor, Sought(**sought))


def row(found: Leaf, place: int = 0) -> dict[str, str]:
    """A line by the headings of its columns."""
    titles = [column.title for column in found.columns]
    return dict(zip(titles, [cell.text for cell in found.lines[place].cells], strict=True))


def letter(sender: str = "Dinas Rekaan", **more: str) -> models.BookRow:
    """A letter in the agenda that belongs to no case."""
    content = {"sender": sender, "subject": "Undangan rapat", **more}
    made = write_line(line=Line("agenda-masuk", content), actor=counter.officer("petugas-loket"))
    assert isinstance(made, models.BookRow), made
    return made


def test_a_register_shows_a_case_under_the_columns_of_its_book() -> None:
    counter.carried_to_the_end()
    assert row(read("register-skck")) == {
        "Nomor": "1 / XI / 2026",
        "Tanggal": "23-11-2026",
        "Nama": "Wati Rekaan",
        "Alamat/desa": "Kutorejo",
        "Keperluan": "Melamar kerja",
        "Tujuan": "Polsek",
        "No. & tgl surat desa": "470/12/2026\n20-11-2026",
        "Penanda tangan": "Kepala Seksi Pemerintahan dan Pelayanan (u.b.)",
        "Diambil tgl/ttd": "23-11-2026\nJoko Rekaan",
        "Ket.": "",
    }


def test_a_book_that_names_no_columns_has_those_of_its_kind() -> None:
    Book.objects.filter(office_id=PANDAAN, key="register-skck").update(columns=[])
    titles = [column.title for column in read("register-skck").columns]
    assert titles[:3] == ["Nomor", "Tanggal", "Nama"]
    assert titles[-1] == "Ket."


def test_a_letter_shows_what_was_typed_of_it() -> None:
    letter(**{"letter-number": "005/7/2026", "letter-date": "20-11-2026", "nature": "segera"})
    assert row(read("agenda-masuk")) == {
        "No. agenda": "001",
        "Tgl terima": "23-11-2026",
        "No. & tgl surat": "005/7/2026\n20-11-2026",
        "Dari": "Dinas Rekaan",
        "Hal": "Undangan rapat",
        "Sifat/lampiran": "Segera",
        "Disposisi": "",
        "Ket.": "",
    }


def test_what_is_not_like_the_others_says_so() -> None:
    clerk = counter.officer("petugas-loket")
    lost = letter()
    cancel_line(line=lost.id, reason="Tertulis dua kali", actor=clerk)
    wanted = Insertion(
        "agenda-masuk", 2026, 1, "Terlewat", "camat", {"sender": "X", "subject": "Y"}
    )
    insert_number(insertion=wanted, actor=clerk)
    set_aside(line=Line("agenda-masuk"), actor=clerk)
    found = read("agenda-masuk")
    assert [line.told.order for line in found.lines] == ["1", "1.1", "2"]
    assert [line.status for line in found.lines] == ["batal", "tercatat", "dipesan"]
    assert [line.words for line in found.lines] == [
        ("BATAL: Tertulis dua kali",),
        ("sisipan: Terlewat (diizinkan Camat Pandaan)",),
        ("dipesan",),
    ]


def test_an_insertion_stands_where_it_belongs_whenever_it_was_made(
    stopped_clock: clock.Clock,
) -> None:
    letter()
    stopped_clock.set(datetime(2026, 12, 3, 2, 0, tzinfo=UTC))
    letter("Desa Sebani")
    wanted = Insertion(
        "agenda-masuk", 2026, 1, "Terlewat", "camat", {"sender": "X", "subject": "Y"}
    )
    insert_number(insertion=wanted, actor=counter.officer("petugas-loket"))
    assert [line.told.order for line in read("agenda-masuk").lines] == ["1", "1.1"]
    december = leaf(shelf_of("agenda-masuk"), Period(2026, 12), counter.officer("camat"))
    assert [line.told.order for line in december.lines] == ["2"]


def test_the_last_line_of_a_month_closes_it(stopped_clock: clock.Clock) -> None:
    counter.carried_to_the_end()
    assert read("register-skck").closing.text == (
        "Sampai tanggal 23 November 2026: nomor terakhir 1 / XI / 2026, 1 baris."
    )
    stopped_clock.set(datetime(2026, 12, 3, 2, 0, tzinfo=UTC))
    assert read("register-skck").closing.text == (
        "Ditutup pada nomor 1 / XI / 2026 pada tanggal 30 November 2026, 1 baris."
    )
    assert read("register-sktm").closing.text == "November 2026: nihil."


def test_what_a_column_adds_up_stands_under_it() -> None:
    clerk = counter.officer("petugas-loket", KESAMBEN)
    for count in ("24", "18"):
        line = Line("register-ktp", {"count": count, "purpose": "Cetak KTP-el"}, tally=True)
        write_line(line=line, actor=clerk)
    found = read("register-ktp", office=KESAMBEN)
    totals = dict(zip((c.title for c in found.columns), found.closing.totals, strict=True))
    assert totals["Jumlah"] == "42"
    assert found.lines[0].tally


def test_a_confidential_matter_keeps_its_people_back() -> None:
    counter.handed_in()
    case = counter.carried_to_the_end()
    models.Case.objects.filter(id=case.row.id).update(confidential=True)
    told = row(read("register-skck"))
    assert told["Nomor"] == "1 / XI / 2026"
    assert told["Nama"] == told["Diambil tgl/ttd"] == told["Ket."] == ""
    assert all(cell.hidden for cell in read("register-skck").lines[0].cells[2:4])
    models.Case.objects.filter(id=case.row.id).update(waiting_for="petugas-loket")
    assert row(read("register-skck"))["Nama"] == "Wati Rekaan"


def test_what_is_kept_back_is_not_found_by_its_name() -> None:
    case = counter.carried_to_the_end()
    assert len(read("register-skck", words="wati").lines) == 1
    models.Case.objects.filter(id=case.row.id).update(confidential=True)
    assert read("register-skck", words="wati").lines == ()


def test_a_secret_letter_is_for_those_who_have_to_do_with_it() -> None:
    letter(nature="rahasia")
    assert row(read("agenda-masuk", by="petugas-loket"))["Dari"] == "Dinas Rekaan"
    assert row(read("agenda-masuk", by="camat"))["Dari"] == "Dinas Rekaan"
    assert row(read("agenda-masuk", by="kasi-pmd"))["Dari"] == ""


def test_an_erased_case_keeps_its_line_and_says_so() -> None:
    case = counter.carried_to_the_end()
    erase_case(reference=case.row.reference, reason="JRA", actor=counter.officer("camat"))
    told = row(read("register-skck"))
    assert (told["Nomor"], told["Nama"]) == ("1 / XI / 2026", "")
    assert told["Ket."] == "data pribadi sudah dihapus"


def test_lines_are_sought_by_village_and_by_words() -> None:
    letter("Desa Sebani", village="Sebani", **{"letter-number": "1/A"})
    letter("Dinas Rekaan", **{"letter-number": "2/B"})
    assert [row(read("agenda-masuk", village="35.14.11.2014"))["Dari"]] == ["Desa Sebani\nSebani"]
    assert len(read("agenda-masuk", words="dinas 2/b").lines) == 1
    assert read("agenda-masuk", words="dinas 1/a").lines == ()


def test_who_fetched_what_is_read_from_the_hand_overs() -> None:
    counter.carried_to_the_end()
    told = row(read("buku-pengambilan"))
    assert told == {
        "No.": "1",
        "Tanggal": "23-11-2026",
        "Nomor": "1 / XI / 2026",
        "Surat": "Surat Pengantar SKCK",
        "Atas nama": "Wati Rekaan",
        "Nama pengambil": "Joko Rekaan",
        "Tanda tangan": "",
    }


def test_a_hand_over_that_was_taken_back_is_not_in_the_pickup_book() -> None:
    from pendopo.domain.commands import TakeBack

    case = counter.carried_to_the_end()
    counter.done(counter.do(case.row.reference, "petugas-loket", TakeBack("Salah orang")))
    assert read("buku-pengambilan").lines == ()


def test_a_month_of_lines_costs_as_many_queries_as_a_line() -> None:
    counts = []
    for _again in range(2):
        counter.carried_to_the_end()
        letter()
        with CaptureQueriesContext(
            connection,
        ) as made:
            read("register-skck")
            read("agenda-masuk")
            read("buku-pengambilan")
        counts.append(len(made))
    assert counts[0] == counts[1]


def test_the_shelf_tells_each_books_last_number_and_month() -> None:
    counter.carried_to_the_end()
    set_aside(line=Line("agenda-keluar"), actor=counter.officer("petugas-loket"))
    office = shelf_of("register-skck").office
    spines = {spine.key: spine for shelf in shelves(office) for spine in shelf.books}
    assert (spines["register-skck"].last, spines["register-skck"].month) == ("1", 1)
    assert spines["agenda-keluar"].reserved == 1
    assert spines["buku-pengambilan"].month == 1


def test_a_period_is_read_from_its_spelling() -> None:
    assert read_period("2026-11", TODAY) == NOVEMBER
    assert read_period("2025", TODAY) == Period(2025)
    assert read_period("", TODAY) == read_period("2026-13", TODAY) == NOVEMBER
    assert (Period(2026, 1).before, Period(2026, 12).after) == (Period(2025, 12), Period(2027, 1))
    assert (NOVEMBER.last.day, NOVEMBER.title) == (30, "November 2026")


def test_somebody_of_another_office_finds_no_such_book() -> None:
    other: Actor = counter.officer("petugas-loket", KESAMBEN)
    assert open_book(other.office, "register-ahli-waris") is None


def test_other_pages_find_a_book_by_its_kind() -> None:
    assert of_kind(PANDAAN, BookKind.DISPATCH) == (("ekspedisi", "Buku Ekspedisi"),)

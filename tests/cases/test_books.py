# SPDX-License-Identifier: EUPL-1.2
"""The office's books: inserted and cancelled numbers, a new year, a clock set back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.registers import Place, render_number
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.register_entries import Insertion, cancel_number, insert_number
from pendopo.cases.verification import verify
from pendopo.offices.models import Book
from pendopo.standards.versions import catalogue
from tests.cases import counter
from tests.real_offices import PANDAAN

BOOK = "register-skck"


def inserted(after: int = 1, reason: str = "Surat kemarin terlewat") -> object:
    """What the book answers to an insertion."""
    wanted = Insertion(BOOK, 2026, after, reason, "sekretaris-camat")
    return insert_number(insertion=wanted, actor=counter.officer("petugas-loket"))


def test_an_inserted_number_follows_its_row_with_reason_and_approver() -> None:
    counter.carried_to_the_end()
    row = inserted()
    assert isinstance(row, models.BookRow)
    assert (row.number, row.urut, row.sisipan) == ("1.1 / XI / 2026", 1, 1)
    assert (row.reason, row.approved_by) == ("Surat kemarin terlewat", "sekretaris-camat")
    assert models.Event.objects.get(stream="book").name == "number.inserted"
    assert verify().faults == ()


def test_insertions_after_one_row_count_on() -> None:
    counter.carried_to_the_end()
    inserted()
    row = inserted()
    assert isinstance(row, models.BookRow)
    assert row.number == "1.2 / XI / 2026"


def test_an_insertion_after_a_number_that_is_not_there_is_refused() -> None:
    counter.carried_to_the_end()
    assert isinstance(inserted(after=7), NotRecorded)
    assert isinstance(inserted(reason=" "), NotRecorded)
    assert models.BookRow.objects.filter(book=BOOK).count() == 1


def test_an_inserted_number_can_be_given_up_and_stays_visible() -> None:
    counter.carried_to_the_end()
    inserted()
    clerk = counter.officer("petugas-loket")
    gone = cancel_number(book=BOOK, number="1.1 / XI / 2026", reason="Tidak jadi", actor=clerk)
    assert isinstance(gone, models.BookRow)
    assert gone.status == "batal"
    assert verify().faults == ()


def test_a_number_that_a_case_holds_cannot_be_given_up() -> None:
    counter.carried_to_the_end()
    clerk = counter.officer("petugas-loket")
    held = cancel_number(book=BOOK, number="1 / XI / 2026", reason="Coba", actor=clerk)
    assert isinstance(held, NotRecorded)
    unknown = cancel_number(book=BOOK, number="9 / XI / 2026", reason="Coba", actor=clerk)
    assert isinstance(unknown, NotFound)


def test_a_new_year_begins_at_one(stopped_clock: clock.Clock) -> None:
    counter.carried_to_the_end()
    stopped_clock.set(datetime(2027, 1, 4, 2, 0, tzinfo=UTC))
    counter.carried_to_the_end()
    numbers = models.BookRow.objects.filter(book=BOOK).order_by("year")
    assert [row.number for row in numbers] == ["1 / XI / 2026", "1 / I / 2027"]
    assert verify().faults == ()


def test_the_year_is_that_of_the_offices_own_zone(stopped_clock: clock.Clock) -> None:
    stopped_clock.set(datetime(2026, 12, 31, 17, 30, tzinfo=UTC))  # 00.30 WIB of the next day
    counter.carried_to_the_end()
    assert models.BookRow.objects.get(book=BOOK).number == "1 / I / 2027"


def test_a_clock_set_back_never_reorders_a_book(stopped_clock: clock.Clock) -> None:
    counter.carried_to_the_end()
    stopped_clock.set(datetime(2026, 11, 20, 2, 0, tzinfo=UTC))
    counter.carried_to_the_end()
    dates = models.BookRow.objects.filter(book=BOOK).order_by("urut").values_list("entry_date")
    assert len(set(dates)) == 1
    assert verify().faults == ()


def test_a_letter_in_a_shared_book_bears_its_own_classification() -> None:
    paper = next(p for s in catalogue(PANDAAN) for p in s.standard.papers if p.classification)
    book = Book.objects.get(office_id=PANDAAN, key=paper.book)
    place = Place(45, date(2026, 11, 23), classification=paper.classification)
    assert render_number(book, book.office, place).startswith(f"{paper.classification} / 45 / ")
    assert paper.classification != book.classification

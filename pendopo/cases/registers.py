# SPDX-License-Identifier: EUPL-1.2
"""Giving numbers. Every 1..last of a book and year has one row; two officers never get one.

The counter's row is locked before the date is read, so that numbers and dates rise together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.books import BookState, RowStatus, next_entry
from pendopo.domain.events import Entry, Event
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import NumberParts, NumberTemplate
from pendopo.domain.standard import Standard
from pendopo.offices.models import Book, Office


class BrokenBook(Exception):
    """A book that cannot give numbers; the message says which and what to mend."""


@dataclass(frozen=True, slots=True)
class Holder:
    """For whom a number is given."""

    office: Office
    case_id: UUID
    standard: Standard

    def classification(self, entry: Entry) -> str | None:
        """The archive code of the paper that gets the number, where its standard names one."""
        return self.standard.paper(entry.paper).classification if entry.paper else None


def fill(event: Event, holder: Holder) -> Event:
    """The event with its number holes filled and the books' rows written or changed."""
    return event.filled(tuple(_filled(entry, holder) for entry in event.entries))


def _filled(entry: Entry, holder: Holder) -> Entry:
    row = models.BookRow.objects.filter(
        office_id=holder.office.code,
        book=entry.book,
        case_id=holder.case_id,
        paper=entry.paper or "",
    ).first()
    if row is None:
        row = _given(entry, holder)
    elif row.status != entry.mark:
        row.status = entry.mark.value
        row.changed_at = clock.now()
        row.save(update_fields=["status", "changed_at"])
    return replace(entry, number=row.number)


def _given(entry: Entry, holder: Holder) -> models.BookRow:
    book = Book.objects.filter(office_id=holder.office.code, key=entry.book).first()
    if book is None:
        raise BrokenBook(f"Buku «{entry.book}» belum ada di kantor {holder.office.name}.")
    wanted = NewLine(
        entry.mark,
        external=(entry.number or "") if entry.external else None,
        classification=holder.classification(entry),
        case_id=holder.case_id,
        paper=entry.paper or "",
    )
    return add_line(lock_book(book, holder.office), wanted)


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to be added. `external` is another system's number; `""` for a book without any."""

    mark: RowStatus
    external: str | None = None
    classification: str | None = None
    case_id: UUID | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class LockedBook:
    """A book whose counter is locked, and the date that its next line gets."""

    book: Book
    office: Office
    counter: models.BookYear
    on: date


def lock_book(book: Book, office: Office) -> LockedBook:
    """Lock the counter of the running year: until the transaction ends nobody else gets a line."""
    return LockedBook(book, office, *_locked(book, office))


def add_line(locked: LockedBook, line: NewLine) -> models.BookRow:
    """The next line of a locked book, with the next number where the book gives its own."""
    book, counter, on = locked.book, locked.counter, locked.on
    if line.external is not None:
        number, urut = line.external, None
    else:
        urut = counter.last + 1
        place = Place(urut, on, classification=line.classification)
        number = render_number(book, locked.office, place)
        counter.last = urut
    counter.last_date = on
    counter.save(update_fields=["last", "last_date"])
    now = clock.now()
    return models.BookRow.objects.create(
        office_id=locked.office.code,
        book=book.key,
        year=on.year,
        urut=urut,
        number=number,
        status=line.mark.value,
        entry_date=on,
        case_id=line.case_id,
        paper=line.paper,
        created_at=now,
        changed_at=now,
    )


def _locked(book: Book, office: Office) -> tuple[models.BookYear, date]:
    """The counter of the book's running year, locked, and the date of the next row."""
    while True:
        today = today_of(office)
        running = models.BookYear.objects.filter(office_id=office.code, book=book.key).aggregate(
            year=Max("year")
        )["year"]
        year = max(today.year, running or 0)
        models.BookYear.objects.get_or_create(office_id=office.code, book=book.key, year=year)
        counter = models.BookYear.objects.select_for_update().get(
            office_id=office.code, book=book.key, year=year
        )
        if today_of(office).year <= year:
            return counter, _row_date(counter, today_of(office))


def _row_date(counter: models.BookYear, today: date) -> date:
    """Today, but never earlier than the row before: a clock set back does not reorder a book."""
    latest = counter.last_date or date(counter.year, 1, 1)
    on = max(today, latest)
    entry = next_entry(BookState(counter.year, counter.last, latest), on)
    if isinstance(entry, Problem):
        raise BrokenBook(str(entry))
    return on


def today_of(office: Office) -> date:
    """The date in the office's own zone."""
    return clock.now().astimezone(ZoneInfo(office.zone)).date()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its order, its date, an insertion, the year of its book."""

    urut: int
    on: date
    sisipan: int | None = None
    year: int | None = None
    classification: str | None = None


def render_number(book: Book, office: Office, place: Place) -> str:
    """The number as this book writes it. Raises BrokenBook for an unreadable template."""
    template = NumberTemplate.parse(book.template or "{urut}")
    if isinstance(template, Problem):
        raise BrokenBook(f"Bentuk nomor buku «{book.title}» tidak terbaca: {template}")
    parts = NumberParts(
        place.urut,
        place.sisipan,
        place.classification or book.classification or None,
        office.unit_code,
        place.on.month,
        place.year or place.on.year,
    )
    return template.render(parts)

# SPDX-License-Identifier: EUPL-1.2
"""Lines of a book that no step makes: inserted numbers, and numbers given up.

Both stand on the book's own stream, with who, why and who allowed it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.registers import Place, render_number, today_of
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.books import BookState, RowStatus, insert_entry
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import Sisipan
from pendopo.offices.models import Book, Office


@dataclass(frozen=True, slots=True)
class Insertion:
    """A sisipan asked for: after which number of which year, why, and who allowed it."""

    book: str
    year: int
    after: int
    reason: str
    approved_by: str


def insert_number(*, insertion: Insertion, actor: Actor) -> models.BookRow | NotRecorded | NotFound:
    """Insert a number between two rows of a book."""
    with transaction.atomic():
        found = _locked(actor.office, insertion.book, insertion.year)
        if found is None:
            return NotFound()
        office, book, counter = found
        on = today_of(office)
        taken = models.BookRow.objects.filter(
            office_id=office.code, book=book.key, year=insertion.year, sisipan__gt=0
        ).values_list("urut", "sisipan")
        entry = insert_entry(
            BookState(insertion.year, counter.last, counter.last_date or on),
            [Sisipan(urut or 0, ordinal) for urut, ordinal in taken],
            insertion.after,
            on,
            reason=insertion.reason,
            approver=insertion.approved_by,
        )
        if isinstance(entry, Problem):
            return NotRecorded((Reason("no-insertion", str(entry), "after"),))
        ordinal = entry.sisipan or 1
        number = render_number(book, office, Place(insertion.after, on, ordinal, insertion.year))
        row = models.BookRow.objects.create(
            office_id=office.code,
            book=book.key,
            year=insertion.year,
            urut=insertion.after,
            sisipan=ordinal,
            number=number,
            status=RowStatus.ENTERED.value,
            entry_date=on,
            reason=insertion.reason.strip(),
            approved_by=insertion.approved_by,
            created_at=clock.now(),
            changed_at=clock.now(),
        )
        _tell(oe.INSERTED, book, actor, row)
        return row


def cancel_number(
    *, book: str, number: str, reason: str, actor: Actor
) -> models.BookRow | NotRecorded | NotFound:
    """Give up a number that stands on no case; it stays visible as batal."""
    with transaction.atomic():
        row = (
            models.BookRow.objects.select_for_update()
            .filter(office_id=actor.office, book=book, number=number)
            .first()
        )
        if row is None:
            return NotFound()
        if row.case_id or not RowStatus(row.status).may_become(RowStatus.CANCELLED):
            text = "Nomor ini dipegang sebuah berkas, atau sudah batal."
            return NotRecorded((Reason("not-cancellable", text, "number"),))
        if not reason.strip():
            text = "Tulis alasan pembatalan."
            return NotRecorded((Reason("reasons-needed", text, "reason"),))
        found = _locked(actor.office, book, row.year)
        if found is None:
            return NotFound()
        row.status = RowStatus.CANCELLED.value
        row.changed_at = clock.now()
        row.save(update_fields=["status", "changed_at"])
        _tell(oe.CANCELLED, found[1], actor, row, reason.strip())
        return row


def _locked(office: str, key: str, year: int) -> tuple[Office, Book, models.BookYear] | None:
    """The book with its counter locked: the lock that its stream and its numbers share."""
    book = Book.objects.select_related("office").filter(office_id=office, key=key).first()
    counter = (
        models.BookYear.objects.select_for_update()
        .filter(office_id=office, book=key, year=year)
        .first()
    )
    return (book.office, book, counter) if book and counter else None


def _tell(
    name: str, book: Book, actor: Actor, row: models.BookRow, reason: str = ""
) -> models.Event:
    now = clock.now()
    event = Event(
        name,
        now,
        actor.key,
        {
            "book": book.key,
            "year": row.year,
            "number": row.number,
            "approved_by": row.approved_by or None,
        },
        {"reasons": reason or row.reason},
    )
    stream = Stream(book.office_id, "book", f"{book.key}/{row.year}")
    return append_to_tail(stream, event, now)

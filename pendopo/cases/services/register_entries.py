# SPDX-License-Identifier: EUPL-1.2
"""Numbers that no step gives: inserted ones, those given up, and where a book goes on from.

All of it stands on the book's own stream, with who, why and who allowed it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import (
    OpenBook,
    keep_content,
    locked_year,
    open_book,
    sealed_content,
    setting_of,
    stream_of,
    tell,
)
from pendopo.cases.registers import Place, lock_book, render_number, today_of
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.book_lines import NOT_YOURS
from pendopo.cases.streams import append_to_tail
from pendopo.domain.book_forms import LineForm, check_line
from pendopo.domain.book_words import Shown
from pendopo.domain.books import (
    BookState,
    Entry,
    NumberMode,
    RowStatus,
    carry_on,
    insert_entry,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event, Json
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import Sisipan
from pendopo.standards import national

Answer = models.BookRow | NotRecorded | NotFound


@dataclass(frozen=True, slots=True)
class Insertion:
    """A sisipan asked for: after which number of which year, why, and who allowed it.

    `content` is what its line says, where it belongs to no case.
    """

    book: str
    year: int
    after: int
    reason: str
    approved_by: str
    content: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@transaction.atomic
def insert_number(*, insertion: Insertion, actor: Actor) -> Answer:
    """Insert a number between two rows of a book."""
    shelf = open_book(actor.office, insertion.book)
    counter = locked_year(shelf.book, insertion.year) if shelf else None
    if shelf is None or counter is None:
        return NotFound()
    if not shelf.may_write(actor):
        return NotRecorded((NOT_YOURS,))
    entry = _place_between(shelf, counter, insertion)
    form = check_line(shelf.fields, insertion.content, setting_of(shelf.office), whole=False)
    if isinstance(entry, Problem):
        return NotRecorded((Reason("no-insertion", str(entry), "after"),), form.troubles)
    if form.troubles:
        return NotRecorded(troubles=form.troubles)
    return _inserted(shelf, insertion, entry, form, actor)


def _place_between(
    shelf: OpenBook, counter: models.BookYear, insertion: Insertion
) -> Entry | Problem:
    on = today_of(shelf.office)
    taken = models.BookRow.objects.filter(
        office_id=shelf.office.code, book=shelf.book.key, year=insertion.year, sisipan__gt=0
    ).values_list("urut", "sisipan")
    return insert_entry(
        BookState(insertion.year, counter.last, counter.last_date or on),
        [Sisipan(urut or 0, ordinal) for urut, ordinal in taken],
        insertion.after,
        on,
        reason=insertion.reason,
        approver=insertion.approved_by,
    )


def _inserted(
    shelf: OpenBook, insertion: Insertion, entry: Entry, form: LineForm, actor: Actor
) -> models.BookRow:
    ordinal, on, now = entry.sisipan or 1, entry.entry_date, clock.now()
    classification = form.content.get(Shown.CLASSIFICATION)
    place = Place(insertion.after, on, ordinal, insertion.year, classification)
    row = models.BookRow.objects.create(
        office_id=shelf.office.code,
        book=shelf.book.key,
        year=insertion.year,
        urut=insertion.after,
        sisipan=ordinal,
        number=render_number(shelf.book, shelf.office, place),
        status=RowStatus.ENTERED.value,
        entry_date=on,
        reason=insertion.reason.strip(),
        approved_by=insertion.approved_by,
        created_at=now,
        changed_at=now,
    )
    if form.content:
        keep_content(row, form.content, actor)
    said: dict[str, Json] = {"reasons": row.reason, "content": sealed_content(form.content)}
    tell(oe.INSERTED, actor, row, {"approved_by": row.approved_by}, said)
    return row


@transaction.atomic
def cancel_number(*, book: str, number: str, reason: str, actor: Actor) -> Answer:
    """Give up a number that stands on no case; it stays visible as batal."""
    here = models.BookRow.objects.filter(office_id=actor.office, book=book, number=number)
    return _given_up(here.exclude(number="").first(), reason, actor)


@transaction.atomic
def cancel_line(*, line: UUID, reason: str, actor: Actor) -> Answer:
    """Give up a line that stands on no case; it stays visible as batal."""
    row = models.BookRow.objects.filter(office_id=actor.office, id=line).first()
    return _given_up(row, reason, actor)


def _given_up(row: models.BookRow | None, reason: str, actor: Actor) -> Answer:
    shelf = open_book(actor.office, row.book) if row else None
    if row is None or shelf is None:
        return NotFound()
    if not shelf.may_write(actor):
        return NotRecorded((NOT_YOURS,))
    locked_year(shelf.book, row.year)
    row.refresh_from_db()
    if row.case_id or not RowStatus(row.status).may_become(RowStatus.CANCELLED):
        text = "Nomor ini dipegang sebuah berkas, atau sudah batal."
        return NotRecorded((Reason("not-cancellable", text, "number"),))
    if not reason.strip():
        text = "Tulis alasan pembatalan."
        return NotRecorded((Reason("reasons-needed", text, "reason"),))
    row.status = RowStatus.CANCELLED.value
    row.changed_at = clock.now()
    row.save(update_fields=["status", "changed_at"])
    said: dict[str, Json] = {"reasons": reason.strip()}
    tell(oe.CANCELLED, actor, row, {"approved_by": row.approved_by or None}, said)
    return row


@transaction.atomic
def carry_on_book(
    *, book: str, used: int, actor: Actor
) -> models.BookYear | NotRecorded | NotFound:
    """Say which number the book before this one had last, so that the next here follows it."""
    shelf = open_book(actor.office, book)
    if shelf is None:
        return NotFound()
    if not shelf.may_set(actor):
        who = ", ".join(national.role_title(role) for role in shelf.nation.set_by)
        return NotRecorded((Reason("not-yours", f"Nomor terakhir diisi oleh {who}."),))
    if NumberMode(shelf.book.mode) is not NumberMode.OWN:
        text = "Buku ini tidak memberi nomor sendiri, jadi tidak ada yang dilanjutkan."
        return NotRecorded((Reason("no-numbers", text, "used"),))
    locked = lock_book(shelf.book, shelf.office)
    span = carry_on(locked.counter.last, used)
    if isinstance(span, Problem):
        return NotRecorded((Reason("no-way-back", str(span), "used"),))
    counter = locked.counter
    counter.elsewhere = [*counter.elsewhere, [span.first, span.last]]
    counter.last = span.last
    counter.save(update_fields=["elsewhere", "last"])
    data: dict[str, Json] = {"book": book, "year": counter.year}
    event = Event(
        oe.CARRIED_ON, clock.now(), actor.key, {**data, "from": span.first, "upto": span.last}
    )
    append_to_tail(stream_of(actor.office, book, counter.year), event, clock.now())
    return counter

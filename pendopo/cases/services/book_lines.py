# SPDX-License-Identifier: EUPL-1.2
"""Lines that belong to no case: written, set aside for a letter to come, corrected, delivered.

The number is given under the book's lock, so that two officers at once get two numbers. What a
line says is checked by the fields that its book's columns ask, and sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import (
    OpenBook,
    contents,
    keep_content,
    locked_year,
    open_book,
    sealed_content,
    setting_of,
    tell,
)
from pendopo.cases.registers import LockedBook, NewLine, add_line, lock_book
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.domain.book_forms import (
    LineForm,
    asked_at_delivery,
    check_line,
    is_tally,
    tally_fields,
)
from pendopo.domain.book_words import Shown
from pendopo.domain.books import NumberMode, RowStatus, external_number
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.identity import Problem
from pendopo.domain.standard import Field

NUMBER = "number"
"""The place of a typed number among the fields of a line."""

NOT_YOURS = Reason(
    "not-yours",
    "Buku ini ditulis oleh pemegangnya dan petugas loket. Mintalah salah satu mencatatnya.",
)
Answer = models.BookRow | NotRecorded | NotFound


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written. `number` is another system's, where the book takes such numbers.

    `reference` is the case whose paper is sent on with it, if there is one. `tally`: it stands
    for a count and not for one matter.
    """

    book: str
    content: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    number: str = ""
    reference: str = ""
    tally: bool = False


@transaction.atomic
def write_line(*, line: Line, actor: Actor) -> Answer:
    """Write a line under the next number; all of it, or nothing and what has to be mended."""
    return _written(line, actor, RowStatus.ENTERED)


@transaction.atomic
def set_aside(*, line: Line, actor: Actor) -> Answer:
    """Give a number to a letter that is still being typed elsewhere; it stands as dipesan."""
    return _written(line, actor, RowStatus.RESERVED)


def _written(line: Line, actor: Actor, mark: RowStatus) -> Answer:
    shelf = open_book(actor.office, line.book)
    if shelf is None or shelf.kind.derived:
        return NotFound()
    if not shelf.may_write(actor):
        return NotRecorded((NOT_YOURS,))
    if mark is RowStatus.RESERVED and NumberMode(shelf.book.mode) is not NumberMode.OWN:
        text = "Buku ini tidak memberi nomor, jadi tidak ada yang dapat dipesan."
        return NotRecorded((Reason("no-numbers", text),))
    fields = tally_fields() if line.tally and shelf.kind.counts else shelf.fields
    form = check_line(
        fields, line.content, setting_of(shelf.office), whole=mark is RowStatus.ENTERED
    )
    locked = lock_book(shelf.book, shelf.office)
    external, wrong = _external(locked, line.number)
    reference, lost = _reference(actor, line.reference)
    if troubles := (*wrong, *form.troubles, *lost):
        return NotRecorded(troubles=troubles)
    content = {**form.content, **reference}
    row = add_line(locked, NewLine(mark, external, content.get(Shown.CLASSIFICATION)))
    keep_content(row, content, actor)
    name = oe.WRITTEN if mark is RowStatus.ENTERED else oe.SET_ASIDE
    tell(name, actor, row, cast("Mapping[str, Json]", reference), _private(content))
    return row


def _external(locked: LockedBook, typed: str) -> tuple[str | None, tuple[Trouble, ...]]:
    """The number of another system; None for a book that gives its own, "" for one without."""
    match NumberMode(locked.book.mode):
        case NumberMode.OWN:
            return None, ()
        case NumberMode.NONE:
            return "", ()
        case NumberMode.EXTERNAL:
            number = external_number(typed)
            if isinstance(number, Problem):
                return "", (Trouble(NUMBER, str(number)),)
            if _is_taken(locked, number):
                return "", (Trouble(NUMBER, f"Nomor {number} sudah ada di buku ini."),)
            return number, ()


def _is_taken(locked: LockedBook, number: str) -> bool:
    here = models.BookRow.objects.filter(office_id=locked.office.code, book=locked.book.key)
    return here.filter(year=locked.on.year, number=number).exists()


def _reference(actor: Actor, reference: str) -> tuple[dict[str, str], tuple[Trouble, ...]]:
    if not reference:
        return {}, ()
    known = models.Case.objects.filter(office_id=actor.office, reference=reference)
    if known.exists():
        return {Shown.REFERENCE.value: reference}, ()
    return {}, (Trouble(Shown.REFERENCE.value, "Berkas ini tidak ada di kantor ini."),)


def _private(content: Mapping[str, str], **others: Json) -> dict[str, Json]:
    return {"content": sealed_content(content), **others}


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line of no case with the lock of its book held, and what it says."""

    shelf: OpenBook
    row: models.BookRow
    content: dict[str, str]


def hold_line(line: UUID, actor: Actor) -> HeldLine | NotRecorded | NotFound:
    """A line that somebody may change now, locked; for services, within their transaction."""
    row = models.BookRow.objects.filter(office_id=actor.office, id=line).first()
    shelf = open_book(actor.office, row.book) if row else None
    if row is None or shelf is None or row.case_id:
        return NotFound()
    if not shelf.may_write(actor):
        return NotRecorded((NOT_YOURS,))
    locked_year(shelf.book, row.year)
    row.refresh_from_db()
    return HeldLine(shelf, row, contents(actor.office, [line]).get(line, {}))


@transaction.atomic
def fill_line(*, line: UUID, content: Mapping[str, str], actor: Actor) -> Answer:
    """Enter a number that was set aside: its letter has come."""
    held = hold_line(line, actor)
    if not isinstance(held, HeldLine):
        return held
    if held.row.status != RowStatus.RESERVED:
        text = "Nomor ini sudah dicatat atau sudah batal. Muat ulang halamannya."
        return NotRecorded((Reason("not-reserved", text),))
    form = check_line(held.shelf.fields, content, setting_of(held.shelf.office))
    if form.troubles:
        return NotRecorded(troubles=form.troubles)
    held.row.status = RowStatus.ENTERED.value
    held.row.changed_at = clock.now()
    held.row.save(update_fields=["status", "changed_at"])
    _keep(oe.FILLED, held, {**_kept(held), **form.content}, actor)
    return held.row


@transaction.atomic
def correct_line(*, line: UUID, content: Mapping[str, str], reason: str, actor: Actor) -> Answer:
    """Mend a slip in what a line says; its number and date stay, and so does what it said."""
    held = hold_line(line, actor)
    if not isinstance(held, HeldLine):
        return held
    if held.row.status == RowStatus.CANCELLED:
        return NotRecorded((Reason("cancelled", "Baris ini sudah batal; tidak diubah lagi."),))
    form = _mended(held, content)
    if form.troubles or not reason.strip():
        lacking = () if reason.strip() else (Trouble("reason", "Tulis apa yang dibetulkan."),)
        return NotRecorded(troubles=(*form.troubles, *lacking))
    after = {**_kept(held), **form.content}
    changed = sorted(key for key in after.keys() | held.content if _differs(key, after, held))
    if not changed:
        return NotRecorded((Reason("unchanged", "Belum ada yang diubah pada baris ini."),))
    _keep(oe.MENDED, held, after, actor, {"changed": cast("list[Json]", changed)}, reason.strip())
    return held.row


def _mended(held: HeldLine, content: Mapping[str, str]) -> LineForm:
    fields = line_fields(held.shelf, held.content)
    whole = held.row.status == RowStatus.ENTERED
    return check_line(fields, content, setting_of(held.shelf.office), whole=whole)


def line_fields(shelf: OpenBook, content: Mapping[str, str]) -> tuple[Field, ...]:
    """What a line that says this can be asked again: its book's fields, or those of a count."""
    counted = is_tally(shelf.kind, content)
    delivered = asked_at_delivery() if content.get(Shown.RECEIVER) else ()
    return (*(tally_fields() if counted else shelf.fields), *delivered)


def _differs(key: str, after: Mapping[str, str], held: HeldLine) -> bool:
    return after.get(key) != held.content.get(key)


def _kept(held: HeldLine) -> dict[str, str]:
    """What a line says that its form does not ask again."""
    asked: Iterable[Field] = line_fields(held.shelf, held.content)
    known = {f.key for f in asked}
    return {key: words for key, words in held.content.items() if key not in known}


@transaction.atomic
def note_delivery(*, line: UUID, content: Mapping[str, str], actor: Actor) -> Answer:
    """A sheet that was sent came back signed: who received it, and when."""
    held = hold_line(line, actor)
    if not isinstance(held, HeldLine):
        return held
    if not held.shelf.kind.delivers or held.row.status != RowStatus.ENTERED:
        return NotFound()
    form = check_line(asked_at_delivery(), content, setting_of(held.shelf.office))
    if form.troubles:
        return NotRecorded(troubles=form.troubles)
    _keep(oe.DELIVERED, held, {**held.content, **form.content}, actor)
    return held.row


def _keep(
    name: str,
    held: HeldLine,
    content: Mapping[str, str],
    actor: Actor,
    data: Mapping[str, Json] | None = None,
    reason: str = "",
) -> None:
    keep_content(held.row, content, actor)
    others: dict[str, Json] = {"reasons": reason} if reason else {}
    tell(name, actor, held.row, data, _private(content, **others))

# SPDX-License-Identifier: EUPL-1.2
"""A book as those who write in it find it: its columns, its rules, and its own stream of events.

What a line without a case says is sealed twice: as it stands now beside the line, and in each
event that made it so. A slip that was corrected is still there to be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from pendopo.base import clock
from pendopo.base.canonical import canonical_text
from pendopo.base.sealing import seal, unseal
from pendopo.cases import models
from pendopo.cases.private import SEALED
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.book_forms import asked, may_write
from pendopo.domain.book_words import BookKind, Column, read_columns
from pendopo.domain.circumstances import Actor
from pendopo.domain.events import Event, Json
from pendopo.domain.standard import Field
from pendopo.domain.typed import Setting
from pendopo.offices.models import Book, Office, Village
from pendopo.standards import national
from pendopo.standards.books_schema import Books
from pendopo.standards.seeds import kept_column

_PURPOSE = "book-detail"


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book with its columns and with what the nation says of books."""

    book: Book
    columns: tuple[Column, ...]
    nation: Books

    @property
    def office(self) -> Office:
        """Whose book it is."""
        return self.book.office

    @property
    def kind(self) -> BookKind:
        """What it is for."""
        return BookKind(self.book.kind)

    @property
    def natures(self) -> dict[str, str]:
        """How a letter may be handled: key and word."""
        return {one.key: one.title for one in self.nation.natures}

    @property
    def fields(self) -> tuple[Field, ...]:
        """What a line without a case is asked."""
        return asked(self.columns, self.natures)

    def is_secret(self, content: Mapping[str, str]) -> bool:
        """Whether a letter of this nature is for those alone who have to do with it."""
        kept_back = {one.key for one in self.nation.natures if one.confidential}
        return content.get("nature") in kept_back

    def may_write(self, actor: Actor) -> bool:
        """Whether somebody writes in it: its keepers, and who keeps all books."""
        return may_write(actor.roles, self.book.keepers, self.nation.kept_by)

    def may_set(self, actor: Actor) -> bool:
        """Whether somebody says which number it goes on from."""
        return bool(actor.roles & set(self.nation.set_by))

    def may_dispose(self, actor: Actor) -> bool:
        """Whether somebody writes dispositions herself."""
        return bool(actor.roles & set(self.nation.disposed_by))


def columns_of(book: Book, nation: Books) -> tuple[Column, ...]:
    """The columns of a book: its own, or those of its kind."""
    default = nation.kinds[BookKind(book.kind)].columns
    return read_columns(book.columns or [kept_column(one) for one in default])


def open_book(office: str, key: str) -> OpenBook | None:
    """A book of an office; None where it has no such book. Two queries. Raises NotLoaded."""
    book = Book.objects.select_related("office").filter(office_id=office, key=key).first()
    if book is None:
        return None
    nation = national.books()
    return OpenBook(book, columns_of(book, nation), nation)


def books_to_write(actor: Actor, kind: BookKind) -> tuple[tuple[str, str], ...]:
    """Key and title of the actor's books of this kind in which she may write. Two queries."""
    books = list(Book.objects.filter(office_id=actor.office, kind=kind.value).order_by("key"))
    if not books:
        return ()
    kept_by = national.books().kept_by
    return tuple(
        (book.key, book.title) for book in books if may_write(actor.roles, book.keepers, kept_by)
    )


def setting_of(office: Office) -> Setting:
    """What checking a line needs: today and the villages. One query."""
    villages = Village.objects.filter(office_id=office.code).values_list("code", "name")
    return Setting(office.today, office.code, dict(villages))


def locked_year(book: Book, year: int) -> models.BookYear | None:
    """The counter of a year, locked: the lock that the book's stream and its numbers share."""
    rows = models.BookYear.objects.select_for_update()
    return rows.filter(office_id=book.office_id, book=book.key, year=year).first()


def tell(
    name: str,
    actor: Actor,
    row: models.BookRow,
    data: Mapping[str, Json] | None = None,
    private: Mapping[str, Json] | None = None,
) -> models.Event:
    """Write what happened to a line on the stream of its book and year, whose lock is held."""
    now = clock.now()
    about: dict[str, Json] = {
        "book": row.book,
        "year": row.year,
        "line": str(row.id),
        "number": row.number,
    }
    said = {key: value for key, value in (private or {}).items() if value}
    event = Event(name, now, actor.key, {**about, **(data or {})}, said)
    return append_to_tail(stream_of(row.office_id, row.book, row.year), event, now)


def stream_of(office: str, book: str, year: int) -> Stream:
    """The stream of one year of a book."""
    return Stream(office, "book", f"{book}/{year}")


def sealed_content(content: Mapping[str, str]) -> Json:
    """What a line says as an event keeps it apart: every word of it sealed."""
    return {key: {SEALED: words} for key, words in sorted(content.items())}


def keep_content(row: models.BookRow, content: Mapping[str, str], actor: Actor) -> None:
    """What a line says from now on."""
    sealed = seal(row.office_id, _PURPOSE, canonical_text(dict(content)))
    models.BookDetail.objects.update_or_create(
        office_id=row.office_id,
        id=row.id,
        defaults={"content": sealed, "created_by": actor.key, "created_at": clock.now()},
    )


def contents(office: str, lines: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """What these lines say that belong to no case: one query. Erased ones are missing."""
    rows = models.BookDetail.objects.filter(office_id=office, id__in=list(lines))
    return {row.id: opened(row) for row in rows}


def opened(row: models.BookDetail) -> dict[str, str]:
    """What one line says. Raises Unreadable."""
    told = json.loads(unseal(row.office_id, _PURPOSE, row.content))
    return cast("dict[str, str]", told)

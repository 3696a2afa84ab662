# SPDX-License-Identifier: EUPL-1.2
"""The columns of a book: headings, and what stands under them. What was written is not touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pendopo.cases.bookshelf import columns_of
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.books import books_named
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.book_words import FORM, Column, Shown, Source, Width
from pendopo.domain.books import NumberMode
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Standard
from pendopo.offices.models import Book, Office
from pendopo.standards import national, versions

WHAT = "book-columns"
MOST = 16
NO_NUMBER = Reason("no-number", "Buku ini bernomor: sertakan satu kolom berisi nomor atau urutan.")


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column as it was typed: words of `Shown`, or fields of the form, `form.desa`."""

    title: str
    sources: tuple[str, ...]
    instead: tuple[str, ...] = ()
    width: str = Width.NORMAL.value
    total: bool = False
    needed: bool = False


def typed_columns(book: Book) -> tuple[TypedColumn, ...]:
    """The columns that hold, whether the book's own or those of its kind. Raises NotLoaded."""
    return tuple(_typed(column) for column in columns_of(book, national.books()))


def columns_now(book: Book) -> Told:
    """The book's own columns as people read them; empty where those of its kind hold."""
    listed: list[Json] = [_said(column) for column in book.columns]
    return {"title": book.title, "columns": listed}


def keep_columns(
    *, actor: Actor, key: str, columns: Sequence[TypedColumn], seen: str | None = None
) -> SettingAnswer:
    """Keep these columns; none: those of its kind hold again.

    Troubles name `title-<n>` and `from0-<n>`, counted from 0.
    """

    def work(office: Office) -> Change | NotRecorded | NotFound:
        book = Book.objects.filter(office_id=office.code, key=key).first()
        if book is None:
            return NotFound()
        before = columns_now(book)
        if refused := meanwhile(seen, before):
            return refused
        if refused := _refused(office, book, columns):
            return refused
        book.columns = [_kept(column) for column in columns]
        book.save(update_fields=["columns"])
        return Change(WHAT, key, before, columns_now(book))

    return settle(actor, work)


def fields_for(office: str, book: str) -> dict[str, str]:
    """What the forms of the services say that write in a book: source and label."""
    found: dict[str, str] = {}
    for standing in versions.catalogue(office):
        if book in books_named(standing):
            for source, label in _fields(standing.standard):
                found.setdefault(source, label)
    return found


def _fields(standard: Standard) -> Iterator[tuple[str, str]]:
    for field in standard.fields:
        if field.group is None:
            yield f"{FORM}.{field.key}", field.label
            continue
        group = standard.group(field.group)
        yield f"{FORM}.{field.group}.{field.key}", field.label
        for member, label in group.members:
            yield f"{FORM}.{field.group}.{member}.{field.key}", f"{field.label} ({label})"


def _refused(office: Office, book: Book, columns: Sequence[TypedColumn]) -> NotRecorded | None:
    if not columns:
        return None
    if len(columns) > MOST:
        return NotRecorded((Reason("too-many", f"Paling banyak {MOST} kolom."),))
    known = fields_for(office.code, book.key)
    before = {source for column in typed_columns(book) for source in _all(column)}
    if troubles := tuple(_troubles(columns, known.keys() | before)):
        return NotRecorded(troubles=troubles)
    shown = {source for column in columns for source in column.sources}
    if book.mode != NumberMode.NONE and not shown & {Shown.NUMBER, Shown.ORDER}:
        return NotRecorded((NO_NUMBER,))
    return None


def _troubles(columns: Sequence[TypedColumn], known: set[str]) -> Iterator[Trouble]:
    titles: set[str] = set()
    for n, column in enumerate(columns):
        title = column.title.strip().casefold()
        if not title:
            yield Trouble(f"title-{n}", "Tulis judul kolomnya.")
        elif title in titles:
            yield Trouble(f"title-{n}", "Judul ini sudah dipakai kolom lain.")
        titles.add(title)
        if not column.sources:
            yield Trouble(f"from0-{n}", "Pilih isinya; pilih “dikosongkan” untuk diisi tangan.")
        elif any(not _exists(source, known) for source in _all(column)):
            yield Trouble(f"from0-{n}", "Isi ini tidak ada pada layanan yang memakai buku ini.")


def _all(column: TypedColumn) -> tuple[str, ...]:
    return (*column.sources, *column.instead)


def _exists(source: str, known: set[str]) -> bool:
    return source in known or source in set(Shown)


def _typed(column: Column) -> TypedColumn:
    return TypedColumn(
        column.title,
        _keys(column.sources),
        _keys(column.instead),
        column.width.value,
        column.total,
        column.needed,
    )


def _keys(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(source.key for source in sources)


def _kept(column: TypedColumn) -> dict[str, Json]:
    """As a row keeps it: by the words of the file, without what goes without saying."""
    kept: dict[str, Json] = {
        "title": " ".join(column.title.split()),
        "from": list(dict.fromkeys(column.sources)),
    }
    if column.instead:
        kept["or"] = list(dict.fromkeys(column.instead))
    if column.width != Width.NORMAL:
        kept["width"] = column.width
    if column.total:
        kept["sum"] = True
    if column.needed:
        kept["needed"] = True
    return kept


def _said(column: dict[str, Json]) -> str:
    sources = column["from"]
    said = " + ".join(map(str, sources)) if isinstance(sources, list) else str(sources)
    return f"{column['title']} ({said})"

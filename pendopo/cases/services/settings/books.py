# SPDX-License-Identifier: EUPL-1.2
"""The office's books: added, and changed in what may change without touching a line of theirs.

A key stays, for standards and lines name the book by it. So does its kind. Whose numbers it holds
stays once it has a line. A template holds from the next number on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify

from pendopo.cases import models
from pendopo.cases.registers import Place, render_number
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import NumberTemplate
from pendopo.offices.models import Book, Office, Position
from pendopo.standards import versions

WHAT = "book"
_CLASSIFICATION = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")
_IN_USE = Reason("in-use", "Buku ini sudah berisi atau dipakai layanan, jadi tidak dapat dihapus.")


@dataclass(frozen=True, slots=True)
class TypedBook:
    """A book as it was typed. `head` is a position's key or "", `keepers` are roles."""

    title: str
    section: str
    head: str
    keepers: tuple[str, ...]
    template: str
    classification: str
    kind: str = BookKind.REGISTER.value
    mode: str = NumberMode.OWN.value


def book_now(office: str, key: str) -> Told | None:
    """How a book stands, without its columns; None where there is none. One query."""
    found = Book.objects.filter(office_id=office, key=key).first()
    return _told(found) if found else None


def has_lines(office: str, key: str) -> bool:
    """Whether anything was ever written in a book. One query."""
    return models.BookRow.objects.filter(office_id=office, book=key).exists()


def next_number(office: Office, book: Book, last: int) -> str:
    """The next number of a book as it would be written today; "" where it gives none.

    Of a paper with an archive code of its own that code would stand in it. No query.
    """
    if NumberMode(book.mode) is not NumberMode.OWN or BookKind(book.kind).derived:
        return ""
    return render_number(book, office, Place(last + 1, office.today))


def wanted_book(office: Office, standing: Book | None, typed: TypedBook) -> Book | NotRecorded:
    """The book as it would be, not saved, or what has to be mended. Four queries at most."""
    used = standing is not None and has_lines(office.code, standing.key)
    if troubles := tuple(_troubles(office, standing, typed)):
        return NotRecorded(troubles=troubles)
    title = " ".join(typed.title.split())
    book = standing or Book(office=office, key=_free_key(office, title), kind=typed.kind)
    book.title, book.section = title, " ".join(typed.section.split())
    book.head, book.keepers = typed.head, list(typed.keepers)
    book.template = typed.template.strip()
    book.classification = typed.classification.strip()
    if not used:
        book.mode = typed.mode
    return book


def keep_book(
    *, actor: Actor, key: str | None, typed: TypedBook, seen: str | None = None
) -> SettingAnswer:
    """Add a book (`key` None) or change one; numbers that were given stay as they are."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        rows = Book.objects.filter(office_id=office.code)
        standing = rows.filter(key=key).first() if key else None
        if key and standing is None:
            return NotFound()
        before = _told(standing) if standing else None
        if refused := meanwhile(seen, before):
            return refused
        book = wanted_book(office, standing, typed)
        if isinstance(book, NotRecorded):
            return book
        book.save()
        return Change(WHAT, book.key, before, _told(book))

    return settle(actor, work)


def remove_book(*, actor: Actor, key: str) -> SettingAnswer:
    """Take a book away that nothing was written in and that no service names."""

    def work(office: Office) -> Change | NotRecorded | NotFound:
        rows = Book.objects.filter(office_id=office.code, key=key)
        found = rows.first()
        if found is None:
            return NotFound()
        if not removable(office, found):
            return NotRecorded((_IN_USE,))
        before = _told(found)
        rows.delete()
        return Change(WHAT, key, before, None)

    return settle(actor, work)


def removable(office: Office, book: Book) -> bool:
    """Whether nothing would miss the book."""
    counted = models.BookYear.objects.filter(office_id=office.code, book=book.key, last__gt=0)
    return not (has_lines(office.code, book.key) or counted.exists()) and not any(
        book.key in books_named(one) for one in versions.catalogue(office.code)
    )


def books_named(standing: versions.Standing) -> frozenset[str]:
    """The books that a service writes in."""
    standard = standing.standard
    named = [*(p.book for p in standard.papers), *(s.book for s in standard.steps)]
    return frozenset(book for book in named if book)


def _told(book: Book) -> Told:
    return {
        "title": book.title,
        "kind": book.kind,
        "section": book.section,
        "head": book.head,
        "keepers": list(book.keepers),
        "mode": book.mode,
        "template": book.template,
        "classification": book.classification,
    }


def _free_key(office: Office, title: str) -> str:
    """A key made of the title that no book of the office has."""
    wanted = slugify(title)[:40].strip("-") or "buku"
    taken = set(Book.objects.filter(office_id=office.code).values_list("key", flat=True))
    n, key = 1, wanted
    while key in taken:
        n += 1
        key = f"{wanted}-{n}"
    return key


def _troubles(office: Office, standing: Book | None, typed: TypedBook) -> Iterator[Trouble]:
    others = Book.objects.filter(office_id=office.code)
    if standing is not None:
        others = others.exclude(id=standing.id)
    title = " ".join(typed.title.split())
    if not title:
        yield Trouble("title", "Tulis judul bukunya.")
    elif others.filter(title__iexact=title).exists():
        yield Trouble("title", "Sudah ada buku dengan judul ini.")
    if standing is None and typed.kind not in set(BookKind):
        yield Trouble("kind", "Pilih jenisnya.")
    if typed.mode not in set(NumberMode):
        yield Trouble("mode", "Pilih salah satu.")
    positions = Position.objects.filter(office_id=office.code, key=typed.head)
    if typed.head and not positions.exists():
        yield Trouble("head", "Jabatan ini tidak ada di kantor ini.")
    yield from _wrong_number(typed)


def _wrong_number(typed: TypedBook) -> Iterator[Trouble]:
    code = typed.classification.strip()
    if code and not _CLASSIFICATION.fullmatch(code):
        text = "Tulis kodenya saja, misalnya 400.12.3.2."
        yield Trouble("classification", text)
    if typed.mode != NumberMode.OWN:
        return
    if not typed.template.strip():
        yield Trouble("template", "Tulis bentuk nomornya, paling sederhana {urut}.")
        return
    template = NumberTemplate.parse(typed.template)
    if isinstance(template, Problem):
        yield Trouble("template", str(template))
    elif "klas" in template.tokens and not code:
        text = "Bentuk nomor memuat {klas}: isi kode yang dipakai bila surat tidak membawanya."
        yield Trouble("classification", text)

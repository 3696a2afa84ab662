# SPDX-License-Identifier: EUPL-1.2
"""Rules of the columns of books: what they show exists, and somebody keeps and closes the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pendopo.domain.book_words import FORM, BookKind, Shown
from pendopo.standards.books_schema import BookColumn
from pendopo.standards.checks.books import books_of
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import FOLDER, NATION, Finding, FolderView
from pendopo.standards.files import National
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import Group, Service

Told = tuple[Where, str]


def _sources(columns: Iterable[BookColumn]) -> Iterator[Told]:
    """Every source of these columns with its place below them."""
    for n, column in enumerate(columns):
        for word, sources in (("from", column.from_), ("or", column.or_ or [])):
            alone = len(sources) == 1
            for i, source in enumerate(sources):
                yield ((n, word) if alone else (n, word, i)), source


def _unknown_words(columns: Iterable[BookColumn]) -> Iterator[Told]:
    known = set(Shown)
    for where, source in _sources(columns):
        if not source.startswith(f"{FORM}.") and source not in known:
            yield where, source


def _fields(service: Service) -> Iterator[str]:
    """Every way of naming a field of the form: by key, by group, by member of the group."""
    for field in service.fields:
        if field.group is None:
            yield f"{FORM}.{field.key}"
            continue
        yield f"{FORM}.{field.group}.{field.key}"
        group: Group = service.groups[field.group]
        for member in group.members or ():
            yield f"{FORM}.{field.group}.{member}.{field.key}"


@FOLDER.add("kolom-buku", Severity.ERROR, "Kolom buku menyebut kata atau isian yang ada.")
def columns_show_what_exists(view: FolderView) -> Iterator[Finding]:
    written = {
        key: [file.word for file in view.services if key in dict(_books(file.word))]
        for key in view.office.books
    }
    for key, book in view.office.books.items():
        where: Where = ("books", key, "columns")
        for place, word in _unknown_words(book.columns):
            yield view.at((*where, *place), *unknown("Isi kolom", word, Shown))
        known = list(dict.fromkeys(chain.from_iterable(map(_fields, written[key]))))
        for place, source in _sources(book.columns):
            if source.startswith(f"{FORM}.") and source not in known:
                yield view.at((*where, *place), *_no_field(source, known))


def _books(service: Service) -> Iterator[tuple[str, Where]]:
    return ((book, where) for where, book in books_of(service))


def _no_field(source: str, known: list[str]) -> tuple[str, str]:
    if known:
        return unknown("Isian", source, known)
    what = f"Isian «{source}» tidak ada: tidak ada layanan yang menulis di buku ini."
    return what, "Pakai kata dari daftar Isi kolom."


@FOLDER.add("judul-kolom", Severity.ERROR, "Judul kolom sebuah buku tidak ganda.")
def headings_differ(view: FolderView) -> Iterator[Finding]:
    for key, book in view.office.books.items():
        seen: set[str] = set()
        for n, column in enumerate(book.columns):
            if column.title in seen:
                what = f"Kolom «{column.title}» ada dua kali."
                yield view.at(("books", key, "columns", n, "title"), what, "Ganti salah satu.")
            seen.add(column.title)


@FOLDER.add("nomor-di-kolom", Severity.WARNING, "Buku bernomor memperlihatkan nomornya.")
def numbers_are_shown(view: FolderView) -> Iterator[Finding]:
    for key, book in view.office.books.items():
        shown = {source for _, source in _sources(book.columns)}
        if book.columns and book.mode != "none" and not shown & {Shown.NUMBER, Shown.ORDER}:
            what = f"Kolom buku «{key}» tidak memuat nomornya."
            mend = "Tambahkan kolom dengan from: number atau from: order."
            yield view.at(("books", key, "columns"), what, mend, key=True)


@FOLDER.add("pemegang-buku", Severity.ERROR, "Pemegang dan penutup buku ada di kantor ini.")
def keepers_exist(view: FolderView) -> Iterator[Finding]:
    roles = view.national.roles.word.roles
    positions = [position.key for position in view.office.positions]
    for key, book in view.office.books.items():
        if book.head is not None and book.head not in positions:
            yield view.at(("books", key, "head"), *unknown("Jabatan", book.head, positions))
        for n, role in enumerate(book.keepers):
            if role not in roles or roles[role].outside:
                inside = [one for one in roles if not roles[one].outside]
                yield view.at(("books", key, "keepers", n), *unknown("Peran", role, inside))


@NATION.add("kolom-nasional", Severity.ERROR, "Kolom nasional menyebut kata yang ada.")
def national_columns_show_what_exists(national: National) -> Iterator[Finding]:
    for kind, default in national.books.word.kinds.items():
        for place, word in _unknown_words(default.columns):
            where: Where = ("kinds", kind.value, "columns", *place)
            yield Finding(national.books, where, *unknown("Isi kolom", word, Shown))


@NATION.add("jenis-buku", Severity.ERROR, "Setiap jenis buku punya kolom nasional.")
def every_kind_has_columns(national: National) -> Iterator[Finding]:
    for kind in BookKind:
        if kind not in national.books.word.kinds:
            what = f"Jenis buku «{kind}» belum punya kolom."
            yield Finding(national.books, ("kinds",), what, "Tambahkan columns.", key=True)


@NATION.add("peran-buku", Severity.ERROR, "Peran pada books.yaml ada dan di dalam kantor.")
def book_roles_exist(national: National) -> Iterator[Finding]:
    roles = national.roles.word.roles
    for word in ("kept_by", "set_by", "disposed_by"):
        for n, role in enumerate(getattr(national.books.word, word)):
            if role not in roles or roles[role].outside:
                inside = [one for one in roles if not roles[one].outside]
                yield Finding(national.books, (word, n), *unknown("Peran", role, inside))

# SPDX-License-Identifier: EUPL-1.2
"""Rules of books: those that steps write in exist, and their numbers can be written."""

from __future__ import annotations

from collections.abc import Iterator

from pendopo.domain.identity import Problem as Unreadable
from pendopo.domain.numbering import NumberTemplate
from pendopo.standards.checks.names import unknown
from pendopo.standards.checks.rules import FOLDER, Finding, FolderView
from pendopo.standards.problems import Severity, Where
from pendopo.standards.schema import Service


def books_of(service: Service) -> Iterator[tuple[Where, str]]:
    """Every book that a service writes in, with the place that names it."""
    for key, step in service.procedure.steps.items():
        if step.book:
            yield ("procedure", "steps", key, "book"), step.book
    for key, paper in service.papers.items():
        if paper.book:
            yield ("papers", key, "book"), paper.book


@FOLDER.add("buku", Severity.ERROR, "Buku yang dipakai langkah dan surat ada di kantor ini.")
def known_books(view: FolderView) -> Iterator[Finding]:
    for file in view.services:
        for where, book in books_of(file.word):
            if book not in view.office.books:
                what, mend = unknown("Buku", book, view.office.books)
                yield Finding(file, where, what, f"{mend} Buku didaftar di office.yaml.")


@FOLDER.add("buku-menganggur", Severity.NOTE, "Setiap buku dipakai suatu layanan.")
def books_used(view: FolderView) -> Iterator[Finding]:
    used = {book for file in view.services for _, book in books_of(file.word)}
    for book in view.office.books.keys() - used:
        what = f"Buku «{book}» tidak dipakai layanan mana pun."
        yield view.at(("books", book), what, key=True)


@FOLDER.add("bentuk-nomor", Severity.ERROR, "Bentuk nomor buku dapat ditulis dan dibaca kembali.")
def templates_parse(view: FolderView) -> Iterator[Finding]:
    for key, book in view.office.books.items():
        if book.template is None:
            continue
        parsed = NumberTemplate.parse(book.template)
        where: Where = ("books", key, "template")
        if isinstance(parsed, Unreadable):
            yield view.at(where, parsed.message)
        elif "klas" in parsed.tokens and not book.classification:
            what = f"Nomor buku «{key}» memuat {{klas}}, tetapi kode klasifikasinya belum ada."
            yield view.at(where, what, "Tambahkan classification.")


@FOLDER.add("buku-bernomor", Severity.ERROR, "Buku bernomor sendiri punya bentuk nomor.")
def own_numbers_have_a_form(view: FolderView) -> Iterator[Finding]:
    for key, book in view.office.books.items():
        if book.mode == "own" and book.template is None:
            what = f"Buku «{key}» bernomor sendiri, tetapi bentuk nomornya belum ada."
            yield view.at(("books", key), what, "Tambahkan template, atau mode: none.", key=True)

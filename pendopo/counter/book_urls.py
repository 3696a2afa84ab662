# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the books, all below /loket/buku/."""

from __future__ import annotations

from django.urls import URLPattern, path

from pendopo.counter.views import book_lines, book_prints, books, dispositions

urlpatterns: list[URLPattern] = [
    path("", books.shelf, name="books"),
    path("nomor-awal/", books.numbers, name="book-numbers"),
    path("disposisi/<uuid:disposition>/", dispositions.charged, name="charged"),
    path("<slug:key>/", books.book, name="book"),
    path("<slug:key>/catat/", book_lines.write, name="book-write"),
    path("<slug:key>/cetak/", book_prints.book, name="book-print"),
    path("<slug:key>/excel/", book_prints.excel, name="book-excel"),
    path("<slug:key>/lembar-harian/", book_prints.pickups, name="pickup-sheet"),
    path("<slug:key>/baris/<uuid:line>/", book_lines.show, name="book-line"),
    path("<slug:key>/baris/<uuid:line>/disposisi/", dispositions.disposition, name="disposition"),
    path(
        "<slug:key>/baris/<uuid:line>/disposisi/cetak/",
        book_prints.disposition,
        name="disposition-print",
    ),
]

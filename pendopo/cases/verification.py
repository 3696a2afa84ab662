# SPDX-License-Identifier: EUPL-1.2
"""Proof that nothing was changed behind our back: chains of events, books, and what rests on them.

Triggers refuse changes; this finds what a disabled trigger let through.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pendopo.base.sealing import Unreadable, salted_digest
from pendopo.cases import models
from pendopo.cases.line_verification import BookTold, spans_of, wrong_lines, wrong_spans
from pendopo.cases.private import open_body
from pendopo.cases.streams import hash_of, to_domain
from pendopo.domain import books
from pendopo.domain.case import replay
from pendopo.offices.models import Book
from pendopo.standards import versions

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: in which office and place, and what it is, in Indonesian."""

    office: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """How much was looked at, and what was found."""

    events: int
    streams: int
    rows: int
    faults: tuple[Fault, ...]


def verify() -> Report:
    """Check every chain, every book and every case's row against its events. Reads all once."""
    faults: list[Fault] = []
    events = streams = 0
    lines: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    told: dict[tuple[str, str], BookTold] = defaultdict(BookTold)
    for rows in _streams():
        events, streams = events + len(rows), streams + 1
        faults += _chain(rows)
        if rows[0].stream == "case":
            _collect(rows, lines)
        elif rows[0].stream == "book":
            told[(rows[0].office_id, rows[0].stream_key.rpartition("/")[0])].hear(rows)
    faults += _private()
    faults += _cases()
    counted = 0
    for office, book in _books():
        rows_of_book = list(models.BookRow.objects.filter(office_id=office, book=book))
        counted += len(rows_of_book)
        faults += _book(office, book, rows_of_book)
        faults += _agreement(office, book, rows_of_book, lines[(office, book)])
        faults += _own_lines(office, book, rows_of_book, told[(office, book)])
    return Report(events, streams, counted, tuple(faults))


def _streams() -> Iterator[list[models.Event]]:
    """All events, one stream after another."""
    batch: list[models.Event] = []
    ordered = models.Event.objects.order_by("office_id", "stream", "stream_key", "seq")
    for row in ordered.iterator(chunk_size=BATCH):
        if batch and _stream_of(batch[0]) != _stream_of(row):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _stream_of(row: models.Event) -> tuple[str, str, str]:
    return row.office_id, row.stream, row.stream_key


def _chain(rows: list[models.Event]) -> Iterator[Fault]:
    previous, place = "", f"{rows[0].stream} {rows[0].stream_key}"
    for expected, row in enumerate(rows, start=1):
        if row.seq != expected:
            text = f"Peristiwa ke-{expected} hilang atau ganda (tertulis {row.seq})."
            yield Fault(row.office_id, place, text)
            return
        if row.previous != previous:
            text = f"Peristiwa ke-{row.seq} tidak menyambung dengan yang sebelumnya."
            yield Fault(row.office_id, place, text)
        if hash_of(row) != row.hash:
            yield Fault(row.office_id, place, f"Isi peristiwa ke-{row.seq} telah diubah.")
        previous = row.hash


def _collect(
    rows: Iterable[models.Event], lines: dict[tuple[str, str], dict[tuple[str, str], str]]
) -> None:
    """What the events say of each book line: its number → its last mark."""
    for row in rows:
        for entry in json.loads(row.data).get("entries", []):
            key = (row.stream_key, str(entry["number"]))
            lines[(row.office_id, str(entry["book"]))][key] = str(entry["mark"])


def _private() -> Iterator[Fault]:
    """Personal parts that are still there are those that the event's digest speaks of."""
    digests = models.Event.objects.exclude(private_digest="").values_list(
        "office_id", "id", "private_digest", "stream_key"
    )
    known = {(office, key): (digest, place) for office, key, digest, place in digests}
    for kept in models.EventPrivate.objects.iterator(chunk_size=BATCH):
        digest, place = known.get((kept.office_id, kept.id), ("", kept.stream_key))
        if text := _wrong_with(kept, digest):
            yield Fault(kept.office_id, f"case {place}", text)


def _wrong_with(kept: models.EventPrivate, digest: str) -> str:
    try:
        private = open_body(kept.office_id, kept.body)
    except Unreadable:
        return "Data pribadi sebuah peristiwa tidak dapat dibuka: kunci lain atau isi berubah."
    if salted_digest(kept.salt, private) != digest:
        return "Data pribadi sebuah peristiwa tidak cocok dengan sidiknya."
    return ""


def _cases() -> Iterator[Fault]:
    """Each case's row shows the state that its events tell."""
    for row in models.Case.objects.iterator(chunk_size=BATCH):
        rows = models.Event.objects.filter(
            office_id=row.office_id, stream="case", stream_key=str(row.id)
        ).order_by("seq")
        standard = versions.version(row.office_id, row.standard_id).standard
        try:
            case = replay(standard, (to_domain(r) for r in rows))
        except (KeyError, ValueError):
            yield Fault(row.office_id, row.reference, "Peristiwa berkas ini tidak dapat dibaca.")
            continue
        if (case.state, case.version) != (row.state, row.version):
            text = f"Baris berkas menunjukkan «{row.state}», peristiwanya «{case.state}»."
            yield Fault(row.office_id, row.reference, text)


def _books() -> Iterator[tuple[str, str]]:
    used = set(models.BookRow.objects.values_list("office_id", "book").distinct())
    kept = set(Book.objects.values_list("office_id", "key"))
    yield from sorted(used | kept)


def _book(office: str, book: str, rows: list[models.BookRow]) -> Iterator[Fault]:
    """Every 1..last of each year once, dates in order, insertions after what exists."""
    counters = models.BookYear.objects.filter(office_id=office, book=book)
    last = {one.year: one.last for one in counters}
    elsewhere = {one.year: spans_of(one) for one in counters}
    for finding in books.check_book([_row(r) for r in rows], last, elsewhere):
        yield Fault(office, f"buku {book}", finding.message)


def _own_lines(
    office: str, book: str, rows: list[models.BookRow], told: BookTold
) -> Iterator[Fault]:
    """Lines of no case, and numbers of another book, are as the book's own events say."""
    for text in wrong_lines(office, rows, told):
        yield Fault(office, f"buku {book}", text)
    for counter in models.BookYear.objects.filter(office_id=office, book=book):
        for text in wrong_spans(counter, told):
            yield Fault(office, f"buku {book}", text)


def _row(row: models.BookRow) -> books.BookRow:
    return books.BookRow(
        books.Entry(
            row.year,
            row.entry_date,
            row.urut,
            row.sisipan or None,
            row.number if row.urut is None else None,
        ),
        row.reason,
        row.approved_by,
    )


def _agreement(
    office: str,
    book: str,
    rows: list[models.BookRow],
    told: dict[tuple[str, str], str],
) -> Iterator[Fault]:
    """A line that a case holds says what the case's events say, and the other way round."""
    place = f"buku {book}"
    held = {(str(r.case_id), r.number): r.status for r in rows if r.case_id}
    for key in sorted(held.keys() | told.keys()):
        written, said = held.get(key), told.get(key)
        if written is None:
            yield Fault(office, place, f"Nomor {key[1]} hilang dari buku.")
        elif said is None:
            yield Fault(office, place, f"Nomor {key[1]} tidak dikenal oleh berkasnya.")
        elif written != said:
            text = f"Nomor {key[1]} tertulis {written}, menurut berkasnya {said}."
            yield Fault(office, place, text)

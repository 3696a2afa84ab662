# SPDX-License-Identifier: EUPL-1.2
"""Proof for lines that belong to no case: the book's own events say what the book shows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pendopo.base.sealing import Unreadable
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import contents
from pendopo.cases.private import open_body
from pendopo.domain.books import RowStatus, Span

MARKS: Mapping[str, RowStatus] = {
    oe.WRITTEN: RowStatus.ENTERED,
    oe.FILLED: RowStatus.ENTERED,
    oe.INSERTED: RowStatus.ENTERED,
    oe.SET_ASIDE: RowStatus.RESERVED,
    oe.CANCELLED: RowStatus.CANCELLED,
}
SAYING = (oe.WRITTEN, oe.FILLED, oe.INSERTED, oe.SET_ASIDE, oe.MENDED, oe.DELIVERED)


@dataclass
class LineTold:
    """What the events say of one line: its status, and the event that has its words."""

    status: RowStatus | None = None
    words: UUID | None = None


@dataclass
class BookTold:
    """What the events on a book's own streams say: of lines by id, of spans by year."""

    lines: dict[str, LineTold] = field(default_factory=lambda: defaultdict(LineTold))
    spans: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))

    def hear(self, rows: Iterable[models.Event]) -> None:
        """Follow the events of one stream of the book."""
        for row in rows:
            data = json.loads(row.data)
            if row.name == oe.CARRIED_ON:
                self.spans[int(data["year"])].append(Span(int(data["from"]), int(data["upto"])))
                continue
            if row.name not in (*MARKS, *SAYING):
                continue
            told = self.lines[_line_of(data)]
            told.status = MARKS.get(row.name, told.status)
            if row.name in SAYING and row.private_digest:
                told.words = row.id


def _line_of(data: Mapping[str, Any]) -> str:
    """The line by its id; events of earlier releases name its number alone."""
    return str(data.get("line") or f"{data['year']}/{data['number']}")


def spans_of(counter: models.BookYear) -> tuple[Span, ...]:
    """The numbers of a year that stand in another book."""
    return tuple(Span(first, last) for first, last in counter.elsewhere)


def wrong_lines(office: str, rows: Iterable[models.BookRow], told: BookTold) -> Iterator[str]:
    """What does not agree between the lines without a case and the events of their book."""
    kept = {_key(row, told): row for row in rows if row.case_id is None}
    for key in sorted(kept.keys() | told.lines.keys()):
        row, said = kept.get(key), told.lines.get(key)
        if row is None:
            yield f"Baris {key} hilang dari buku."
        elif said is None or said.status is None:
            yield f"Nomor {row.number or row.id} tidak dikenal oleh buku ini."
        elif said.status != row.status:
            yield f"Nomor {row.number or row.id} tertulis {row.status}, tercatat {said.status}."
    yield from _wrong_words(office, kept, told)


def _key(row: models.BookRow, told: BookTold) -> str:
    return str(row.id) if str(row.id) in told.lines else _by_number(row, told)


def _by_number(row: models.BookRow, told: BookTold) -> str:
    earlier = f"{row.year}/{row.number}"
    return earlier if earlier in told.lines else str(row.id)


def _wrong_words(office: str, kept: Mapping[str, models.BookRow], told: BookTold) -> Iterator[str]:
    """What a line says is what the last event about it says; erased ones say nothing."""
    shown = _opened(office, [row.id for row in kept.values()])
    if shown is None:
        yield "Isi sebuah baris tidak dapat dibuka: kunci lain atau isi berubah."
        return
    events = {told.lines[key].words: row for key, row in kept.items() if key in told.lines}
    bodies = models.EventPrivate.objects.filter(
        office_id=office, id__in=[one for one in events if one]
    )
    for body in bodies:
        row = events[body.id]
        said = open_body(office, body.body).get("content") or {}
        if row.id in shown and shown[row.id] != said:
            yield f"Isi baris nomor {row.number or row.id} tidak sama dengan yang tercatat."


def _opened(office: str, lines: list[UUID]) -> dict[UUID, dict[str, str]] | None:
    try:
        return contents(office, lines)
    except Unreadable:
        return None


def wrong_spans(counter: models.BookYear, told: BookTold) -> Iterator[str]:
    """What does not agree on the numbers that stand in another book."""
    if list(spans_of(counter)) != told.spans.get(counter.year, []):
        yield f"Nomor di buku lama tahun {counter.year} tidak sama dengan yang tercatat."

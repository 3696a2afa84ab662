# SPDX-License-Identifier: EUPL-1.2
"""Writing and reading events: one hash chain per stream, personal values apart.

The caller holds the lock of the stream's owner (case, book, bundle or office), so that no two
events take one place; the unique constraint refuses what would slip past it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from pendopo.base.canonical import canonical_text, chain_hash
from pendopo.base.ids import new_id
from pendopo.base.sealing import new_salt, salted_digest
from pendopo.cases import models
from pendopo.cases.office_events import declared
from pendopo.cases.private import open_body, seal_body, unmarked
from pendopo.domain.books import RowStatus
from pendopo.domain.events import Entry, Event, Json, PaperMove, Stage


@dataclass(frozen=True, slots=True)
class Stream:
    """What a chain of events is about: a `case`, the `office`, a `book` or a `bundle`."""

    office: str
    kind: str
    key: str


HASHED = (
    "office_id",
    "id",
    "stream",
    "stream_key",
    "seq",
    "name",
    "happened_at",
    "recorded_at",
    "actor",
    "late",
    "data",
    "private_digest",
)
"""The columns that an event's hash covers, beside the hash before it."""


def rows_of(stream: Stream) -> list[models.Event]:
    """All events of a stream in their order: one query."""
    found = models.Event.objects.filter(
        office_id=stream.office, stream=stream.kind, stream_key=stream.key
    )
    return list(found.order_by("seq"))


def rows_of_cases(office: str, ids: Iterable[UUID]) -> dict[UUID, list[models.Event]]:
    """All events of these cases, each in their order: one query."""
    by_key: dict[str, list[models.Event]] = {str(id_): [] for id_ in ids}
    found = models.Event.objects.filter(
        office_id=office, stream="case", stream_key__in=by_key.keys()
    )
    for row in found.order_by("seq"):
        by_key[row.stream_key].append(row)
    return {UUID(key): rows for key, rows in by_key.items()}


def append(
    stream: Stream, events: Iterable[Event], recorded_at: datetime, last: models.Event | None
) -> list[models.Event]:
    """Append events after `last` (None for a new stream) and keep their personal values apart.

    Two statements, however many events. Raises IntegrityError when the place is taken.
    """
    rows: list[models.Event] = []
    private: list[models.EventPrivate] = []
    for event in events:
        row = _row(stream, event, recorded_at, rows[-1] if rows else last)
        if event.private:
            private.append(_private(row, event.private))
        row.hash = hash_of(row)
        rows.append(row)
    models.Event.objects.bulk_create(rows)
    models.EventPrivate.objects.bulk_create(private)
    return rows


def append_to_tail(stream: Stream, event: Event, recorded_at: datetime) -> models.Event:
    """Append one event to a stream of an office, book or bundle, whose last is not at hand.

    Raises ValueError for an event that such a stream does not declare.
    """
    last = (
        models.Event.objects.filter(
            office_id=stream.office, stream=stream.kind, stream_key=stream.key
        )
        .order_by("-seq")
        .first()
    )
    return append(stream, [declared(stream.kind, event)], recorded_at, last)[0]


def _row(
    stream: Stream, event: Event, recorded_at: datetime, last: models.Event | None
) -> models.Event:
    return models.Event(
        office_id=stream.office,
        id=new_id(),
        stream=stream.kind,
        stream_key=stream.key,
        seq=last.seq + 1 if last else 1,
        name=event.name,
        happened_at=event.happened_at.isoformat(),
        recorded_at=recorded_at.isoformat(),
        actor=event.actor,
        late=event.late,
        data=canonical_text(_with_holes_filled(event)),
        previous=last.hash if last else "",
    )


def _private(row: models.Event, private: Mapping[str, Json]) -> models.EventPrivate:
    """The erasable part; the event keeps only a digest that its salt makes unguessable."""
    salt = new_salt()
    row.private_digest = salted_digest(salt, unmarked(private))
    body = seal_body(row.office_id, private)
    return models.EventPrivate(
        office_id=row.office_id, id=row.id, stream_key=row.stream_key, salt=salt, body=body
    )


def hash_of(row: models.Event) -> str:
    """SHA-256 over the hash before and all other columns of the row."""
    columns = {name: str(getattr(row, name)) for name in HASHED}
    return chain_hash(row.previous, columns)


def _with_holes_filled(event: Event) -> dict[str, Json]:
    data: dict[str, Json] = dict(event.data)
    if event.entries:
        data["entries"] = [
            {
                "book": e.book,
                "mark": e.mark.value,
                "paper": e.paper,
                "number": e.number,
                "external": e.external,
            }
            for e in event.entries
        ]
    if event.papers:
        data["papers_moved"] = [{"paper": m.paper, "stage": m.stage.value} for m in event.papers]
    return data


def to_domain(row: models.Event, private: Mapping[str, Json] | None = None) -> Event:
    """The fact that a row tells, with its personal part where that is at hand."""
    data: dict[str, Json] = json.loads(row.data)
    entries = cast("list[dict[str, object]]", data.pop("entries", []))
    moves = cast("list[dict[str, str]]", data.pop("papers_moved", []))
    return Event(
        row.name,
        datetime.fromisoformat(row.happened_at),
        row.actor,
        data,
        private or {},
        tuple(_entry(e) for e in entries),
        tuple(PaperMove(m["paper"], Stage(m["stage"])) for m in moves),
        row.late,
    )


def _entry(kept: dict[str, object]) -> Entry:
    return Entry(
        str(kept["book"]),
        RowStatus(str(kept["mark"])),
        cast("str | None", kept["paper"]),
        cast("str | None", kept["number"]),
        bool(kept["external"]),
    )


def private_of(rows: Sequence[models.Event]) -> dict[object, dict[str, Json]]:
    """The personal parts of these events by event id: one query. Erased ones are missing."""
    return bodies(rows[0].office_id, (row.id for row in rows)) if rows else {}


def bodies(office: str, ids: Iterable[UUID]) -> dict[object, dict[str, Json]]:
    """The personal parts of the events with these ids: one query. Erased ones are missing."""
    found = models.EventPrivate.objects.filter(office_id=office, id__in=list(ids))
    return {kept.id: open_body(office, kept.body) for kept in found}

# SPDX-License-Identifier: EUPL-1.2
"""What happened to one line of a book that belongs to no case, as sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import OpenBook, stream_of
from pendopo.cases.streams import bodies
from pendopo.domain.standard import Field
from pendopo.screens.telling.event_words import says
from pendopo.screens.words import Audience, Words, words_of


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: when, by whom, what. `before` is what stood there, by the heading of its field."""

    at: datetime
    by: str
    says: str
    reason: str = ""
    before: tuple[tuple[str, str], ...] = ()


def history_of(shelf: OpenBook, row: models.BookRow) -> tuple[Deed, ...]:
    """All that happened to a line, in order: seven queries at most."""
    stream = stream_of(shelf.office.code, row.book, row.year)
    found = models.Event.objects.filter(
        office_id=stream.office,
        stream=stream.kind,
        stream_key=stream.key,
        data__contains=str(row.id),
    )
    events = list(found.order_by("seq"))
    said = bodies(shelf.office.code, (event.id for event in events)) if events else {}
    words = words_of(shelf.office.code, shelf.office.zone, (event.actor for event in events))
    return tuple(_deeds(events, said, words, shelf.fields))


def _deeds(
    events: list[models.Event],
    said: Mapping[object, Mapping[str, Any]],
    words: Words,
    fields: tuple[Field, ...],
) -> Iterator[Deed]:
    labels = {field.key: field.label for field in fields}
    before: Mapping[str, str] = {}
    for event in events:
        data, private = json.loads(event.data), said.get(event.id, {})
        at = datetime.fromisoformat(event.happened_at)
        changed = data.get("changed") or ()
        yield Deed(
            at,
            words.actor(event.actor, at, Audience.OFFICE),
            _says(event.name, data, words),
            str(private.get("reasons") or private.get("result") or ""),
            tuple((labels.get(key, key), before.get(key) or "–") for key in changed),
        )
        before = private.get("content") or before


def _says(name: str, data: Mapping[str, Any], words: Words) -> str:
    if name == oe.DISPOSED:
        to = ", ".join(words.position(key) for key in data["positions"])
        by = words.position(str(data["position"]))
        return _("Disposisi %(by)s kepada %(to)s") % {"by": by, "to": to}
    if name in (oe.NOTED, oe.FINISHED):
        return f"{says(name)}: {words.position(str(data['position']))}"
    return says(name)

# SPDX-License-Identifier: EUPL-1.2
"""What was changed of the office's settings, as its stream tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.streams import private_of
from pendopo.domain.events import Json


@dataclass(frozen=True, slots=True)
class Changed:
    """One change. `before` is None for what was new, `after` for what was taken away, both where
    the values were erased since. `actor` is the key of who did it.
    """

    what: str
    row: str
    fields: tuple[str, ...]
    at: datetime
    actor: str
    before: Mapping[str, Json] | None
    after: Mapping[str, Json] | None


def change_rows(office: str) -> QuerySet[models.Event]:
    """The events of all changes, the latest first; lazy, so that a page of them may be taken."""
    found = models.Event.objects.filter(office_id=office, stream="office", stream_key=office)
    return found.filter(name=oe.SETTING_CHANGED).order_by("-seq")


def changes(rows: Iterable[models.Event]) -> tuple[Changed, ...]:
    """These events as changes. One query, for the values."""
    listed = list(rows)
    private = private_of(listed)
    return tuple(_changed(row, private.get(row.id, {})) for row in listed)


def _changed(row: models.Event, private: Mapping[str, Json]) -> Changed:
    data = json.loads(row.data)
    before, after = private.get("before"), private.get("after")
    return Changed(
        what=data["what"],
        row=data["row"],
        fields=tuple(data["fields"]),
        at=datetime.fromisoformat(row.happened_at),
        actor=row.actor,
        before=before if isinstance(before, dict) else None,
        after=after if isinstance(after, dict) else None,
    )

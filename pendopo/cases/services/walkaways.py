# SPDX-License-Identifier: EUPL-1.2
"""Who came, lacked something and went home: most returns never become a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import cast
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.streams import Stream, append_to_tail, bodies
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.duty_fields import TOLD_BY
from pendopo.domain.events import Event, Json
from pendopo.offices.models import Office
from pendopo.standards import versions

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class WalkAway:
    """One visit without a file: what lacked, how the visitor was told, and in which words."""

    service: str
    lacks: tuple[str, ...]
    told_by: str = "lisan"
    village: str = ""
    remarks: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


def remarks_of(office: str, visit: str) -> dict[str, str]:
    """What an officer said of what lacked on this visit, by ask; nothing for an unknown one."""
    try:
        id_ = UUID(visit)
    except ValueError:
        return {}
    row = models.Event.objects.filter(office_id=office, id=id_, name=oe.WALKED_AWAY).first()
    said = bodies(office, [row.id]).get(row.id, {}).get("remarks") if row else None
    return {str(key): str(text) for key, text in said.items()} if isinstance(said, dict) else {}


def walked_away_between(office: str, first: datetime, after: datetime) -> list[str]:
    """The services of the visits noted from one moment until another. One query."""
    rows = models.Event.objects.filter(office_id=office, stream="office", name=oe.WALKED_AWAY)
    within = rows.filter(happened_at__gte=_told(first), happened_at__lt=_told(after))
    return [str(json.loads(data)["service"]) for data in within.values_list("data", flat=True)]


def _told(at: datetime) -> str:
    """A moment as events tell it, whose texts follow each other as the moments do."""
    return at.astimezone(UTC).isoformat()


def note_walk_away(*, visit: WalkAway, actor: Actor) -> models.Event | NotRecorded | NotFound:
    """Note a visit that went home again; nobody's name is kept."""
    with transaction.atomic():
        Office.objects.select_for_update().get(code=actor.office)
        standing = versions.current(actor.office, visit.service)
        if standing is None:
            return NotFound()
        known = {ask.key for ask in standing.standard.asks}
        strange = [ask for ask in visit.lacks if ask.split("/")[0] not in known]
        if strange or not visit.lacks:
            text = f"Sebutkan syarat yang kurang, dari: {', '.join(sorted(known))}."
            return NotRecorded((Reason("unknown-ask", text, "lacks"),))
        if visit.told_by not in TOLD_BY:
            text = f"Diberi tahu lewat: {', '.join(TOLD_BY)}."
            return NotRecorded((Reason("choose", text, "told_by"),))
        data: dict[str, Json] = {
            "service": visit.service,
            "lacks": cast("list[Json]", list(visit.lacks)),
            "told_by": visit.told_by,
            "village": visit.village or None,
        }
        now = clock.now()
        said: dict[str, Json] = {k: v for k, v in visit.remarks.items() if k in visit.lacks}
        event = Event(oe.WALKED_AWAY, now, actor.key, data, {"remarks": said} if said else {})
        return append_to_tail(Stream(actor.office, "office", actor.office), event, now)

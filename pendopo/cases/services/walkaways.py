# SPDX-License-Identifier: EUPL-1.2
"""Who came, lacked something and went home: most returns never become a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.duty_fields import TOLD_BY
from pendopo.domain.events import Event, Json
from pendopo.offices.models import Office
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class WalkAway:
    """One visit without a file: what lacked, and how the visitor was told."""

    service: str
    lacks: tuple[str, ...]
    told_by: str = "lisan"
    village: str = ""


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
        event = Event(oe.WALKED_AWAY, now, actor.key, data)
        return append_to_tail(Stream(actor.office, "office", actor.office), event, now)

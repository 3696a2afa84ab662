# SPDX-License-Identifier: EUPL-1.2
"""The presence board: who is out, until when, and who is back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event
from pendopo.offices.models import Absence, Office, Position

MOST_REASON = 160
"""Letters of a reason; what is longer is cut, for the board shows one line."""


def note_absence(
    *,
    position: str,
    actor: Actor,
    from_at: datetime | None = None,
    expected_return_at: datetime | None = None,
    reason: str = "",
) -> models.Event | NotRecorded | NotFound:
    """Somebody in a position is out. A second note while she is out is refused."""
    with transaction.atomic():
        place = _place(actor.office, position)
        if place is None:
            return NotFound()
        if _open(place) is not None:
            text = "Jabatan ini sudah tercatat tidak di tempat."
            return NotRecorded((Reason("already-out", text, "position"),))
        now = clock.now()
        began = min(from_at or now, now)
        Absence.objects.create(
            office_id=actor.office,
            position=place,
            from_at=began,
            expected_return_at=expected_return_at,
            reason=reason[:MOST_REASON],
        )
        return _tell(oe.LEFT, actor, place, began, now)


def note_change(
    *,
    position: str,
    actor: Actor,
    expected_return_at: datetime | None = None,
    reason: str = "",
) -> models.Event | NotRecorded | NotFound:
    """Somebody is out, whether or not that was known: from the one reason into the other."""
    with transaction.atomic():
        back = note_return(position=position, actor=actor)
        if isinstance(back, NotFound):
            return back
        return note_absence(
            position=position, actor=actor, expected_return_at=expected_return_at, reason=reason
        )


def note_return(*, position: str, actor: Actor) -> models.Event | NotRecorded | NotFound:
    """Somebody is back."""
    with transaction.atomic():
        place = _place(actor.office, position)
        absence = _open(place) if place else None
        if place is None:
            return NotFound()
        if absence is None:
            text = "Jabatan ini tidak tercatat keluar."
            return NotRecorded((Reason("not-out", text, "position"),))
        now = clock.now()
        absence.until_at = now
        absence.save(update_fields=["until_at"])
        return _tell(oe.RETURNED, actor, place, now, now)


def _place(office: str, position: str) -> Position | None:
    Office.objects.select_for_update().get(code=office)
    return Position.objects.filter(office_id=office, key=position).first()


def _open(place: Position) -> Absence | None:
    return Absence.objects.filter(
        office_id=place.office_id, position_id=place.id, until_at=None
    ).first()


def _tell(
    name: str, actor: Actor, place: Position, happened_at: datetime, now: datetime
) -> models.Event:
    event = Event(name, happened_at, actor.key, {"position": place.key})
    stream = Stream(actor.office, "office", actor.office)
    return append_to_tail(stream, event, now)

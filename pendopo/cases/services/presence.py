# SPDX-License-Identifier: EUPL-1.2
"""The presence board: who is out, until when, and who is back.

A position is out, whoever holds it; or an officer is, in all that she holds. Where the promise of a
service stands meanwhile, the due times of its open cases are reckoned anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.reckoning_anew import reckon_anew
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event, Json
from pendopo.offices.models import Absence, Office, Officer, Position
from pendopo.offices.presence import open_at

MOST_REASON = 160
"""Letters of a reason; what is longer is cut, for the board shows one line."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who is out: a position by its key, or an officer by her id."""

    position: str = ""
    officer: UUID | None = None


def note_absence(
    *,
    position: str = "",
    officer: UUID | None = None,
    actor: Actor,
    from_at: datetime | None = None,
    expected_return_at: datetime | None = None,
    reason: str = "",
) -> models.Event | NotRecorded | NotFound:
    """Somebody is out. A second note while she is out is refused."""
    with transaction.atomic():
        whose = _whose(actor.office, Who(position, officer))
        if whose is None:
            return NotFound()
        if _open(whose) is not None:
            text = f"{_called(whose)} sudah tercatat tidak di tempat."
            return NotRecorded((Reason("already-out", text, "position"),))
        now = clock.now()
        began = min(from_at or now, now)
        Absence.objects.create(
            **_of(whose),
            from_at=began,
            expected_return_at=expected_return_at,
            reason=reason[:MOST_REASON],
        )
        return _tell(oe.LEFT, actor, whose, began, now)


def note_change(
    *,
    position: str = "",
    officer: UUID | None = None,
    actor: Actor,
    expected_return_at: datetime | None = None,
    reason: str = "",
) -> models.Event | NotRecorded | NotFound:
    """Somebody is out, whether or not that was known: from the one reason into the other."""
    with transaction.atomic():
        back = note_return(position=position, officer=officer, actor=actor)
        if isinstance(back, NotFound):
            return back
        return note_absence(
            position=position,
            officer=officer,
            actor=actor,
            expected_return_at=expected_return_at,
            reason=reason,
        )


def note_return(
    *, position: str = "", officer: UUID | None = None, actor: Actor
) -> models.Event | NotRecorded | NotFound:
    """Somebody is back."""
    with transaction.atomic():
        whose = _whose(actor.office, Who(position, officer))
        absence = _open(whose) if whose else None
        if whose is None:
            return NotFound()
        if absence is None:
            text = f"{_called(whose)} tidak tercatat keluar."
            return NotRecorded((Reason("not-out", text, "position"),))
        now = clock.now()
        absence.until_at = now
        absence.save(update_fields=["until_at"])
        return _tell(oe.RETURNED, actor, whose, now, now)


def _whose(office: str, who: Who) -> Position | Officer | None:
    Office.objects.select_for_update().get(code=office)
    if who.officer:
        return Officer.objects.filter(office_id=office, id=who.officer).first()
    return Position.objects.filter(office_id=office, key=who.position).first()


def _called(whose: Position | Officer) -> str:
    return "Jabatan ini" if isinstance(whose, Position) else "Petugas ini"


def _of(whose: Position | Officer) -> dict[str, object]:
    key = "position_id" if isinstance(whose, Position) else "officer_id"
    return {"office_id": whose.office_id, key: whose.id}


def _open(whose: Position | Officer) -> Absence | None:
    """What holds now: without an end, or planned beforehand until some day to come."""
    return open_at(whose.office_id, clock.now()).filter(**_of(whose)).first()


def _tell(
    name: str, actor: Actor, whose: Position | Officer, happened_at: datetime, now: datetime
) -> models.Event:
    data: dict[str, Json] = (
        {"position": whose.key} if isinstance(whose, Position) else {"officer": str(whose.id)}
    )
    event = Event(name, happened_at, actor.key, data)
    told = append_to_tail(Stream(actor.office, "office", actor.office), event, now)
    reckon_anew(actor.office, where_paused=True)
    return told

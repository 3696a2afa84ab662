# SPDX-License-Identifier: EUPL-1.2
"""Who is at work: an officer, her office, and what she may do today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from pendopo.cases.services.settings.changing import may_settle
from pendopo.domain.circumstances import Actor
from pendopo.domain.vocabulary import Verb
from pendopo.offices import access
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Office, Officer, SigningRule
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer at work: the office, who it is, and what she may do today.

    `titles` name the positions held today, in the order of the office; `signs`: one of them
    stands in the signing matrix; `settles`: she keeps the office's settings.
    """

    office: Office
    officer: Officer
    actor: Actor
    titles: tuple[str, ...] = ()
    signs: bool = False
    settles: bool = False


def desk_of(user: Any) -> Desk | None:
    """The desk of somebody who signed in; None for a user who is no officer.

    Two queries, and a third where the office does not say who keeps its settings.
    """
    officer = Officer.objects.select_related("office").filter(user_id=user.pk).first()
    if officer is None:
        return None
    rules = SigningRule.objects.filter(
        office_id=OuterRef("office_id"), position_id=OuterRef("position_id")
    )
    today = held_on(officer.office_id, officer.office.today).filter(officer_id=officer.id)
    held = list(today.annotate(signs=Exists(rules)))
    titles = tuple(dict.fromkeys(one.full_title for one in held))
    actor = access.actor_holding(officer, held)
    return Desk(
        officer.office,
        officer,
        actor,
        titles,
        signs=any(one.signs for one in held),
        settles=may_settle(officer.office, actor),
    )


def has_hand(desk: Desk) -> bool:
    """Whether she signs, or gives a paraf to what others sign. One query unless she signs."""
    return desk.signs or bool(
        desk.actor.roles & versions.roles_doing(desk.office.code, Verb.INITIAL)
    )


def local(at: datetime, desk: Desk) -> datetime:
    """A moment by the clock on the office's wall."""
    return at.astimezone(ZoneInfo(desk.office.zone))

# SPDX-License-Identifier: EUPL-1.2
"""Dispositions: what lies on my desk, and the sheet of one letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from pendopo.cases import models
from pendopo.cases.bookshelf import contents
from pendopo.cases.streams import bodies
from pendopo.domain.circumstances import Actor
from pendopo.domain.events import Json
from pendopo.offices.models import Position
from pendopo.standards import versions

MOST = 100


@dataclass(frozen=True, slots=True)
class Charged:
    """A letter in somebody's hands. `sender` and `subject` are its words, where they are kept."""

    id: UUID
    line: UUID
    book: str
    number: str
    sender: str
    subject: str
    given_by: str
    given_at: datetime
    position: str
    wishes: tuple[str, ...]
    instruction: str
    noted_at: datetime | None
    done_at: datetime | None
    reference: str = ""


def _open(actor: Actor) -> QuerySet[models.Disposition]:
    return models.Disposition.objects.filter(
        office_id=actor.office, position__in=actor.positions, done_at=None
    )


def count_for(actor: Actor) -> int:
    """How many letters lie in the actor's hands. One query."""
    return _open(actor).count()


def charged_to(actor: Actor) -> tuple[Charged, ...]:
    """The letters in the actor's hands, the oldest first. Five queries at most."""
    rows = _open(actor).select_related("row__case").order_by("given_at")[:MOST]
    return told(actor.office, list(rows))


def of_line(office: str, line: UUID) -> tuple[Charged, ...]:
    """All dispositions of one letter, in the order in which they were given."""
    rows = models.Disposition.objects.filter(office_id=office, row_id=line)
    return told(office, list(rows.select_related("row__case").order_by("given_at", "id")))


def told(office: str, rows: list[models.Disposition]) -> tuple[Charged, ...]:
    """These dispositions with their words: four queries."""
    if not rows:
        return ()
    said = bodies(office, {row.event_id for row in rows})
    words = contents(office, {row.row_id for row in rows})
    services = _services(office, rows)
    titles = dict(Position.objects.filter(office_id=office).values_list("key", "title"))
    return tuple(
        _charged(row, said.get(row.event_id, {}), words.get(row.row_id, {}), titles, services)
        for row in rows
    )


def _services(office: str, rows: list[models.Disposition]) -> dict[UUID, str]:
    """What the services of these letters are called, by version of the standard."""
    ids = {row.row.case.standard_id for row in rows if row.row.case_id and row.row.case}
    found = versions.several(office, ids) if ids else {}
    return {id_: standing.standard.name for id_, standing in found.items()}


def _charged(
    row: models.Disposition,
    said: Mapping[str, Json],
    words: Mapping[str, str],
    titles: Mapping[str, str],
    services: Mapping[UUID, str],
) -> Charged:
    line = row.row
    case = line.case if line.case_id else None
    wishes = said.get("wishes")
    return Charged(
        id=row.id,
        line=row.row_id,
        book=line.book,
        number=line.number,
        sender=words.get("sender", "") or (case.applicant if case else ""),
        subject=words.get("subject", "") or (services[case.standard_id] if case else ""),
        given_by=titles.get(row.given_by, row.given_by),
        given_at=row.given_at,
        position=titles.get(row.position, row.position),
        wishes=_texts(wishes),
        instruction=str(said.get("instruction") or ""),
        noted_at=row.noted_at,
        done_at=row.done_at,
        reference=case.reference if case else "",
    )


def _texts(value: object) -> tuple[str, ...]:
    given: Iterable[object] = value if isinstance(value, (list, tuple)) else ()
    return tuple(str(one) for one in given)

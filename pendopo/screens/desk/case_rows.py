# SPDX-License-Identifier: EUPL-1.2
"""Cases of a list in words, whatever list: whose, what, where it stands, under which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.circumstances import Actor
from pendopo.domain.standard import Standard
from pendopo.domain.wording import localize
from pendopo.offices.models import Village
from pendopo.screens import plain_words as words
from pendopo.screens.listings import may_see
from pendopo.screens.telling.due_words import Due, day_words, due_words
from pendopo.screens.tracking import grouped
from pendopo.screens.words import role_titles
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case. `filed_at` and `ended_at` are of the office's own clock on the wall.

    `kept_back`: the matter is confidential and the reader may not know whose it is. `sheets` are
    the keys and titles of those of its papers that have a number.
    """

    id: UUID
    reference: str
    ref: str
    applicant: str
    kept_back: bool
    service: str
    village: str
    filed: str
    filed_at: datetime
    standing: str
    due: Due
    due_at: datetime | None
    ended_at: datetime | None
    numbers: tuple[str, ...]
    sheets: tuple[tuple[str, str], ...]


def case_rows(rows: Sequence[models.Case], actor: Actor, zone: str) -> tuple[CaseRow, ...]:
    """The rows in words. Four queries, none where there are no rows."""
    if not rows:
        return ()
    office = actor.office
    standings = versions.several(office, (row.standard_id for row in rows))
    villages = dict(Village.objects.filter(office_id=office).values_list("code", "name"))
    roles, lines = role_titles(), _lines_of(office, rows)
    return tuple(
        _row(
            row,
            standings[row.standard_id].standard,
            _Around(actor, zone, clock.now(), villages, roles, lines),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What all rows of a list share."""

    actor: Actor
    zone: str
    now: datetime
    villages: Mapping[str, str]
    roles: Mapping[str, str]
    lines: Mapping[UUID | None, tuple[models.BookRow, ...]]


def _row(row: models.Case, standard: Standard, around: _Around) -> CaseRow:
    known, zone = may_see(row, around.actor), around.zone
    lines = around.lines.get(row.id, ())
    numbered = {line.paper for line in lines}
    return CaseRow(
        id=row.id,
        reference=row.reference,
        ref=grouped(row.reference),
        applicant=row.applicant if known else "",
        kept_back=not known,
        service=words.short_name(standard.name),
        village=around.villages.get(row.village, ""),
        filed=day_words(row.filed_at, around.now, zone),
        filed_at=localize(row.filed_at, zone),
        standing=standing_of(row, standard, around.roles),
        due=Due("", "done") if row.ended_at else due_words(row.due_at, row.clock, around.now, zone),
        due_at=localize(row.due_at, zone) if row.due_at else None,
        ended_at=localize(row.ended_at, zone) if row.ended_at else None,
        numbers=tuple(line.number for line in lines),
        sheets=tuple((p.key, p.title) for p in standard.papers if p.key in numbered),
    )


def standing_of(row: models.Case, standard: Standard, roles: Mapping[str, str]) -> str:
    """Where a case stands, from its row: how it ended, or whom it waits for and for what."""
    if row.ended_at:
        return words.ended(row.state)
    step = standard.step(row.state)
    role = roles.get(row.waiting_for, words.spelled(row.waiting_for))
    return f"{role}: {words.lowered(step.title) or words.WAITING[step.do]}"


def _lines_of(
    office: str, rows: Sequence[models.Case]
) -> dict[UUID | None, tuple[models.BookRow, ...]]:
    """The lines of each case in the books of the office. One query."""
    found: dict[UUID | None, tuple[models.BookRow, ...]] = {}
    ids = [row.id for row in rows]
    lines = models.BookRow.objects.filter(office_id=office, case_id__in=ids)
    for line in lines.order_by("created_at", "id"):
        found[line.case_id] = (*found.get(line.case_id, ()), line)
    return found

# SPDX-License-Identifier: EUPL-1.2
"""Bringing due times up to date when something beside the files moves them: calendar, absences.

What has ended stays as it was reckoned then. Events are not touched; only the columns that
lists are ordered by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from pendopo.cases import models
from pendopo.cases.private import open_body
from pendopo.cases.services.writing import form_in
from pendopo.cases.streams import rows_of_cases, to_domain
from pendopo.cases.world import World, world_of
from pendopo.domain.case import replay
from pendopo.domain.clocking import reckoning_of
from pendopo.domain.standard import Standard, Values
from pendopo.offices import presence
from pendopo.offices.models import Office
from pendopo.standards import versions

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Anew:
    """How many files were running, and of how many the due time or the clock changed."""

    running: int
    changed: int


def reckon_anew(office: str, *, where_paused: bool = False) -> Anew:
    """Reckon the promise of all running files by the calendar and policy as they stand now.

    `where_paused`: only of services whose promise waits while somebody is away.

    Within the caller's transaction: who reads the new calendar reads the new due times as well.
    Files are locked in the order of their ids. Raises ValueError for a calendar never open.
    """
    running = models.Case.objects.filter(office_id=office, ended_at=None).order_by("id")
    if where_paused:
        standings = versions.several(office, running.values_list("standard_id", flat=True))
        paused = [id_ for id_, one in standings.items() if _stands_still(one.standard)]
        running = running.filter(standard_id__in=paused)
    found = list(running.values_list("id", "filed_at"))
    if not found:
        return Anew(0, 0)
    earliest = min(filed_at for _id, filed_at in found)
    world, away = world_of(office, earliest), presence.away_since(office, earliest)
    changed = 0
    for ids in _portions([id_ for id_, _filed_at in found]):
        rows = list(running.select_for_update().filter(id__in=ids))
        worlds = [replace(world, away=away(row.filed_at)) for row in rows]
        moved = list(_moved(office, rows, worlds))
        models.Case.objects.bulk_update(moved, ["due_at", "clock"])
        changed += len(moved)
    return Anew(len(found), changed)


def reckon_all_anew() -> int:
    """The same for every office, each by itself; how many files changed. For the operator."""
    changed = 0
    for office in Office.objects.values_list("code", flat=True):
        with transaction.atomic():
            changed += reckon_anew(office).changed
    return changed


def _stands_still(standard: Standard) -> bool:
    return standard.duration is not None and bool(standard.duration.pauses)


def _portions(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _moved(
    office: str, rows: Sequence[models.Case], worlds: Sequence[World]
) -> Iterator[models.Case]:
    """Those whose columns are not as they are reckoned now, with the new values. Three queries."""
    told = rows_of_cases(office, (row.id for row in rows))
    forms = _forms(office, rows)
    standings = versions.several(office, (row.standard_id for row in rows))
    for row, world in zip(rows, worlds, strict=True):
        standard = standings[row.standard_id].standard
        case = replay(standard, map(to_domain, told[row.id]))
        values = forms.get(row.form_event_id, {})
        now = reckoning_of(standard, case, values, world.clock_setting, world.now)
        if (row.due_at, row.clock) != (now.due_at, now.state.value):
            row.due_at, row.clock = now.due_at, now.state.value
            yield row


def _forms(office: str, rows: Sequence[models.Case]) -> dict[UUID | None, Values]:
    """The forms as they stand; erased ones are missing."""
    ids = [row.form_event_id for row in rows]
    kept = models.EventPrivate.objects.filter(office_id=office, id__in=ids)
    return {one.id: form_in(open_body(office, one.body)) for one in kept}

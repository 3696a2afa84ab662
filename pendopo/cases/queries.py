# SPDX-License-Identifier: EUPL-1.2
"""Reading cases: one query per thing shown, whatever the number of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pendopo.base.sealing import blind_indexes
from pendopo.cases import models
from pendopo.cases.services.writing import form_in
from pendopo.cases.streams import Stream, private_of, rows_of, to_domain
from pendopo.cases.world import World, applicant, circumstances, world_of
from pendopo.domain.case import Case, replay
from pendopo.domain.circumstances import Actor, Circumstances
from pendopo.domain.clocking import reckoning_of
from pendopo.domain.events import Event, Json
from pendopo.domain.offers import Offer, offers
from pendopo.domain.promise import Reckoning
from pendopo.domain.standard import Standard, Values
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Told:
    """One event with its row, for histories: `private` is empty for readers who may not see it."""

    row: models.Event
    event: Event
    private: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as one caller sees it."""

    row: models.Case
    standing: versions.Standing
    case: Case
    values: Values
    history: tuple[Told, ...]
    world: World
    circumstances: Circumstances
    reckoning: Reckoning
    uploads: tuple[models.Upload, ...]

    @property
    def standard(self) -> Standard:
        """The version in force when the case was filed."""
        return self.standing.standard

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What this caller may do now."""
        return offers(self.standard, self.case, self.circumstances)


def case_file(reference: str, actor: Actor | None) -> CaseFile | None:
    """A case for an officer of its office, or (actor None) for the holder of its code.

    None for unknown and for another office's: the same answer. Raises Unreadable when the key
    at hand does not open what the case holds.
    """
    row = models.Case.objects.filter(reference=reference).first()
    if row is None or (actor is not None and actor.office != row.office_id):
        return None
    standing = versions.version(row.office_id, row.standard_id)
    world = world_of(row.office_id, row.filed_at)
    rows = rows_of(Stream(row.office_id, "case", str(row.id)))
    case = replay(standing.standard, (to_domain(r) for r in rows))
    private = private_of(rows)
    values = form_in(private.get(row.form_event_id, {}))
    who = actor or applicant(world, row.reference)
    return CaseFile(
        row=row,
        standing=standing,
        case=case,
        values=values,
        history=tuple(Told(r, to_domain(r), private.get(r.id, {})) for r in rows),
        world=world,
        circumstances=circumstances(world, standing.standard, who, values),
        reckoning=reckoning_of(standing.standard, case, values, world.clock_setting, world.now),
        uploads=tuple(models.Upload.objects.filter(office_id=row.office_id, case_id=row.id)),
    )


def queue(office: str, roles: frozenset[str] | None = None, limit: int = 100) -> list[models.Case]:
    """Open cases, oldest promise first; with `roles`, only those that wait for one of them."""
    found = models.Case.objects.filter(office_id=office, ended_at=None)
    if roles is not None:
        found = found.filter(waiting_for__in=roles)
    return list(found.order_by("due_at", "filed_at")[:limit])


def by_identity(office: str, kind: str, value: str) -> list[models.Case]:
    """Cases whose form holds this NIK, KK, phone or e-mail, found by its blind index."""
    indexes = blind_indexes(office, kind, value)
    found = models.BlindIndex.objects.filter(office_id=office, kind=kind, index__in=indexes)
    ids = found.values_list("case_id", flat=True)
    return list(models.Case.objects.filter(office_id=office, id__in=ids).order_by("-filed_at"))

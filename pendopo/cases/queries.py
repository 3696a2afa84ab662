# SPDX-License-Identifier: EUPL-1.2
"""Reading cases: one query per thing shown, whatever the number of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from pendopo.base.sealing import blind_indexes
from pendopo.cases import models
from pendopo.cases.services.writing import form_in
from pendopo.cases.streams import Stream, private_of, rows_of, rows_of_cases, to_domain
from pendopo.cases.world import World, applicant, circumstances, world_of
from pendopo.domain.case import Case, replay
from pendopo.domain.chains import Link, chain, stuck_at
from pendopo.domain.circumstances import Actor, Circumstances
from pendopo.domain.clocking import reckoning_of
from pendopo.domain.commands import Act
from pendopo.domain.events import Event, Json
from pendopo.domain.offers import Offer, offers
from pendopo.domain.promise import Reckoning
from pendopo.domain.standard import Standard, Values
from pendopo.offices import access, presence
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

    @property
    def chain(self) -> tuple[Link, ...]:
        """The steps that this caller could pass in one go."""
        return chain(self.standard, self.case, self.circumstances)

    def stuck_at(self, act: Act) -> int:
        """Which deed of a refused act is the one that was refused."""
        return stuck_at(self.standard, self.case, act, self.circumstances)


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
    private = private_of(rows)
    seen = circumstances(
        world,
        standing.standard,
        actor or applicant(world, row.reference),
        form_in(private.get(row.form_event_id, {})),
    )
    uploads = models.Upload.objects.filter(office_id=row.office_id, case_id=row.id)
    return _opened(row, standing, world, rows, private, seen, tuple(uploads))


def case_files(rows: Sequence[models.Case], actor: Actor) -> tuple[CaseFile, ...]:
    """The same for many cases of the actor's office: as many queries as for a few of them."""
    if not rows:
        return ()
    office = actor.office
    earliest = min(row.filed_at for row in rows)
    world = world_of(office, earliest)
    away = presence.away_since(office, earliest)
    standings = versions.several(office, (row.standard_id for row in rows))
    matrix = access.matrix(office, world.today)
    told = rows_of_cases(office, (row.id for row in rows))
    private = private_of([one for events in told.values() for one in events])
    uploads = uploads_of(office, rows)
    files = []
    for row in rows:
        standing = standings[row.standard_id]
        there = replace(world, away=away(row.filed_at))
        values = form_in(private.get(row.form_event_id, {}))
        signers = matrix.capacities(standing.slug)
        seen = circumstances(there, standing.standard, actor, values, signers=signers)
        mine = uploads.get(row.id, ())
        files.append(_opened(row, standing, there, told[row.id], private, seen, mine))
    return tuple(files)


def uploads_of(
    office: str, rows: Sequence[models.Case]
) -> dict[UUID | None, tuple[models.Upload, ...]]:
    """The files that came in with each of these cases. One query."""
    found: dict[UUID | None, tuple[models.Upload, ...]] = {}
    for one in models.Upload.objects.filter(office_id=office, case_id__in=[r.id for r in rows]):
        found[one.case_id] = (*found.get(one.case_id, ()), one)
    return found


def _opened(
    row: models.Case,
    standing: versions.Standing,
    world: World,
    rows: Sequence[models.Event],
    private: Mapping[object, Mapping[str, Json]],
    seen: Circumstances,
    uploads: tuple[models.Upload, ...],
) -> CaseFile:
    """The file, of what was read for it."""
    history = tuple(Told(r, to_domain(r), private.get(r.id, {})) for r in rows)
    standard = standing.standard
    case = replay(standard, (one.event for one in history))
    return CaseFile(
        row=row,
        standing=standing,
        case=case,
        values=seen.values,
        history=history,
        world=world,
        circumstances=seen,
        reckoning=reckoning_of(standard, case, seen.values, world.clock_setting, world.now),
        uploads=uploads,
    )


def by_identity(office: str, kind: str, value: str) -> list[models.Case]:
    """Cases whose form holds this NIK, KK, phone or e-mail, found by its blind index."""
    indexes = blind_indexes(office, kind, value)
    found = models.BlindIndex.objects.filter(office_id=office, kind=kind, index__in=indexes)
    ids = found.values_list("case_id", flat=True)
    return list(models.Case.objects.filter(office_id=office, id__in=ids).order_by("-filed_at"))


def times_asked(office: str, since: datetime) -> dict[str, int]:
    """How often each service was asked for since then. One query."""
    rows = models.Case.objects.filter(office_id=office, filed_at__gte=since)
    counted = rows.order_by().values("service").annotate(times=Count("id"))
    return {row["service"]: row["times"] for row in counted}

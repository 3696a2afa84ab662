# SPDX-License-Identifier: EUPL-1.2
"""Opening a case."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pendopo.base.ids import new_id
from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.sheets import keep_sheets
from pendopo.cases.services.writing import store
from pendopo.cases.world import World, applicant, circumstances, setting, with_derived, world_of
from pendopo.domain.case import opened
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import File, Refused
from pendopo.domain.decide import decide
from pendopo.domain.events import Json
from pendopo.domain.forms import check_form
from pendopo.domain.references import CAPACITY, make_reference
from pendopo.standards import versions

NOTHING: Mapping[str, Json] = {}


@dataclass(frozen=True, slots=True)
class Filing:
    """What is handed in: the form as typed, by which way, and when if not now."""

    office: str
    service: str
    values: Mapping[str, object]
    data: Mapping[str, Json] = field(default_factory=dict)
    happened_at: datetime | None = None
    bundle_id: UUID | None = None


def file_case(*, filing: Filing, actor: Actor | None) -> Recorded | NotRecorded | NotFound:
    """Open a case on the standard in force. `actor` is None for an applicant on her own.

    The form is checked whole; nothing is stored unless everything stands.
    """
    with transaction.atomic():
        standing = versions.current(filing.office, filing.service)
        if standing is None:
            return NotFound()
        world = world_of(filing.office)
        return _filed(world, standing, filing, actor)


def _filed(
    world: World, standing: versions.Standing, filing: Filing, actor: Actor | None
) -> Recorded | NotRecorded:
    standard = standing.standard
    anonymous = standard.intake.anonymous and filing.data.get("anonymous") is True
    checked = check_form(standard, filing.values, setting(world), anonymous=anonymous)
    if checked.troubles:
        return NotRecorded(troubles=checked.troubles)
    filed_on = world.date_of(filing.happened_at or world.now)
    values = with_derived(world, standard, checked.values, filed_on)
    reference = _reference(world.office.prefix)
    who = actor or applicant(world, reference)
    command = File(values, filing.data, filing.happened_at)
    decision = decide(
        standard, opened(standard), command, circumstances(world, standard, who, values)
    )
    if isinstance(decision, Refused):
        return NotRecorded(reasons=decision.reasons)
    row = _row(world, standing, filing, reference)
    case, events = store(row, standard, world, opened(standard), decision.events, None, values)
    keep_sheets(row.reference, events, actor)
    return Recorded(row, case, events, checked.warnings)


def _row(world: World, standing: versions.Standing, filing: Filing, reference: str) -> models.Case:
    data = filing.data
    row = models.Case(
        office_id=world.office.code,
        id=new_id(),
        reference=reference,
        service=standing.standard.slug,
        standard_id=standing.id,
        channel=str(data.get("channel") or "loket"),
        confidential=data.get("confidential") is True,
        anonymous=data.get("anonymous") is True,
        filed_at=filing.happened_at or world.now,
        changed_at=world.now,
        bundle_id=filing.bundle_id,
        version=0,
        form_event_id=new_id(),
    )
    row.save(force_insert=True)
    return row


def _reference(prefix: str) -> str:
    """A reference that no case has. 28.6 million a prefix: a second try is rarely needed."""
    while True:
        reference = make_reference(prefix, secrets.randbelow(CAPACITY)).compact
        if not models.Case.objects.filter(reference=reference).exists():
            return reference

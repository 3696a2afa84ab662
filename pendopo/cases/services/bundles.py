# SPDX-License-Identifier: EUPL-1.2
"""Files that come together: one bringer, one receipt, one hand-over list."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db import transaction

from pendopo.base import clock
from pendopo.base.ids import new_id
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.each import EachAnswer, Wanted, advance_each
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.same_visit import file_and_act
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed, Reason
from pendopo.domain.duty_fields import RELATIONS
from pendopo.domain.events import Event, Json
from pendopo.domain.references import CAPACITY, make_reference
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Office
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Bringer:
    """Who brings the files: her name, in what capacity, from which village."""

    name: str
    relation: str
    village: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle as taken in: each file with its own answer, so that good ones are not held up."""

    bundle: models.Bundle
    answers: tuple[Recorded | NotRecorded | NotFound, ...]


Deeds = Mapping[int, tuple[Deed, ...]]
"""The steps that go along with a file, by its place among the filings."""


def take_in(
    *,
    bringer: Bringer,
    filings: tuple[Filing, ...],
    actor: Actor,
    deeds: Deeds = MappingProxyType({}),
) -> Received | NotRecorded:
    """Take in a bundle. A file that cannot stand is answered alone; the others are taken in."""
    refused = _unfit(bringer, filings)
    if refused:
        return NotRecorded(refused)
    return _taken(_opened(bringer, actor), filings, actor, deeds)


def add_to_bundle(
    *,
    code: str,
    filings: tuple[Filing, ...],
    actor: Actor,
    deeds: Deeds = MappingProxyType({}),
) -> Received | NotFound:
    """Take in more files of the same bringer."""
    bundle = models.Bundle.objects.filter(office_id=actor.office, code=code).first()
    return _taken(bundle, filings, actor, deeds) if bundle else NotFound()


def _taken(
    bundle: models.Bundle, filings: tuple[Filing, ...], actor: Actor, deeds: Deeds
) -> Received:
    answers = tuple(
        file_and_act(
            filing=replace(filing, bundle_id=bundle.id), deeds=deeds.get(n, ()), actor=actor
        )
        for n, filing in enumerate(filings)
    )
    return Received(bundle, answers)


def _unfit(bringer: Bringer, filings: tuple[Filing, ...]) -> tuple[Reason, ...]:
    found = []
    if not bringer.name.strip():
        found.append(Reason("needed", "Tulis nama pembawa berkas.", "bringer"))
    if bringer.relation not in RELATIONS:
        text = f"Hubungan pembawa: {', '.join(RELATIONS)}."
        found.append(Reason("choose", text, "relation"))
    if not filings:
        found.append(Reason("needed", "Masukkan paling sedikit satu berkas.", "files"))
    return tuple(found)


@transaction.atomic
def _opened(bringer: Bringer, actor: Actor) -> models.Bundle:
    office = Office.objects.get(code=actor.office)
    now = clock.now()
    bundle = models.Bundle.objects.create(
        office_id=office.code,
        id=new_id(),
        code=make_reference(office.prefix, secrets.randbelow(CAPACITY)).compact,
        bringer=" ".join(bringer.name.split())[:120],
        relation=bringer.relation,
        village=bringer.village,
        created_at=now,
    )
    event = Event(oe.BUNDLE_OPENED, now, actor.key, {"code": bundle.code})
    _tell(bundle, event, now)
    return bundle


def hand_over_bundle(
    *, code: str, collector: str, relation: str, actor: Actor
) -> tuple[tuple[models.Case, Recorded | NotRecorded | NotFound], ...] | NotFound:
    """Hand over every file of a bundle that is ready; the others say why they are not."""
    bundle = models.Bundle.objects.filter(office_id=actor.office, code=code).first()
    if bundle is None:
        return NotFound()
    rows = models.Case.objects.filter(
        office_id=actor.office, bundle_id=bundle.id, ended_at=None
    ).order_by("filed_at")
    data: dict[str, Json] = {"collector": collector, "relation": relation}
    handed = tuple((row, _handed_over(row, data, actor)) for row in rows)
    _note_handed(bundle, actor, handed)
    return handed


def _handed_over(
    row: models.Case, data: dict[str, Json], actor: Actor
) -> Recorded | NotRecorded | NotFound:
    standard = versions.version(row.office_id, row.standard_id).standard
    if standard.step(row.state).do is not Verb.HAND_OVER:
        text = "Berkas ini belum siap diserahkan."
        return NotRecorded((Reason("not-ready", text, "step"),), current_version=row.version)
    command = Act((Deed(row.state, data),))
    return advance(reference=row.reference, command=command, actor=actor)


@transaction.atomic
def _note_handed(
    bundle: models.Bundle,
    actor: Actor,
    handed: tuple[tuple[models.Case, Recorded | NotRecorded | NotFound], ...],
) -> None:
    done: list[Json] = [row.reference for row, answer in handed if isinstance(answer, Recorded)]
    if not done:
        return
    models.Bundle.objects.select_for_update().get(office_id=bundle.office_id, id=bundle.id)
    now = clock.now()
    data: dict[str, Json] = {"code": bundle.code, "references": done}
    _tell(bundle, Event(oe.BUNDLE_HANDED_OVER, now, actor.key, data), now)


def hand_over_many(
    *, wanted: Iterable[Wanted], actor: Actor, key: str = ""
) -> tuple[tuple[Wanted, EachAnswer], ...]:
    """Hand over files to one collector, each for itself, and note it with the bundles they are of.

    As `advance_each`; what was done by the same sending before is not noted again.
    """
    answers = advance_each(wanted=wanted, actor=actor, key=key)
    handed: dict[UUID, list[tuple[models.Case, Recorded | NotRecorded | NotFound]]] = {}
    for _one, answer in answers:
        if isinstance(answer, Recorded) and answer.row.bundle_id:
            handed.setdefault(answer.row.bundle_id, []).append((answer.row, answer))
    for bundle in models.Bundle.objects.filter(office_id=actor.office, id__in=handed):
        _note_handed(bundle, actor, tuple(handed[bundle.id]))
    return answers


def _tell(bundle: models.Bundle, event: Event, now: datetime) -> None:
    stream = Stream(bundle.office_id, "bundle", str(bundle.id))
    append_to_tail(stream, event, now)

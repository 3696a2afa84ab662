# SPDX-License-Identifier: EUPL-1.2
"""A file that nobody handed in, for looking at words before they hold: nothing of it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pendopo.cases import models
from pendopo.cases.queries import CaseFile, Told
from pendopo.cases.world import World, circumstances, setting, with_derived, world_of
from pendopo.domain.case import Case, opened, replay
from pendopo.domain.circumstances import Actor
from pendopo.domain.clocking import reckoning_of
from pendopo.domain.commands import Accepted, File
from pendopo.domain.decide import decide
from pendopo.domain.events import Event
from pendopo.domain.forms import check_form
from pendopo.domain.references import make_reference
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import PaperForm
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.standards.versions import Standing


def invented_file(standing: Standing, actor: Actor, paper: str, form: PaperForm) -> CaseFile:
    """A file as it would be just after it came in, its form filled in with invented people.

    The paper has the form that is asked for, whichever the standard would give it.
    """
    standard, world = standing.standard, world_of(standing.office)
    example = example_form(standard, Desk(setting(world), world.calendar, world.now))
    checked = check_form(standard, example, setting(world))
    values = with_derived(world, standard, checked.values, world.today)
    clerk = replace(actor, roles=actor.roles | {role for role in _first(standard) if role})
    seen = circumstances(world, standard, clerk, values)
    decision = decide(standard, opened(standard), File(values, {}, None), seen)
    events = decision.events if isinstance(decision, Accepted) else ()
    case = _in_form(replay(standard, events), paper, form)
    return CaseFile(
        row=_row(world, standing),
        standing=standing,
        case=case,
        values=values,
        history=_told(events),
        world=world,
        circumstances=seen,
        reckoning=reckoning_of(standard, case, values, world.clock_setting, world.now),
        uploads=(),
    )


def _first(standard: Standard) -> tuple[str, ...]:
    """Who hands in, and through whom."""
    step = standard.steps[0]
    return step.by, step.via or ""


def _in_form(case: Case, paper: str, form: PaperForm) -> Case:
    papers = tuple(replace(p, form=form) if p.key == paper else p for p in case.papers)
    return replace(case, papers=papers)


def _told(events: Sequence[Event]) -> tuple[Told, ...]:
    return tuple(Told(models.Event(), event, event.private) for event in events)


def _row(world: World, standing: Standing) -> models.Case:
    return models.Case(
        office_id=world.office.code,
        reference=make_reference(world.office.prefix, 0).compact,
        service=standing.slug,
        standard_id=standing.id,
        channel="loket",
        filed_at=world.now,
        changed_at=world.now,
    )

# SPDX-License-Identifier: EUPL-1.2
"""Everything that happens to a case after it was opened: one command at a time, under its lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.db import transaction

from pendopo.cases import models
from pendopo.cases.services.answers import STALE, NotFound, NotRecorded, Recorded
from pendopo.cases.services.sheets import keep_sheets
from pendopo.cases.services.wordings import word_troubles
from pendopo.cases.services.writing import form_of, store
from pendopo.cases.streams import Stream, rows_of, to_domain
from pendopo.cases.world import World, applicant, circumstances, setting, with_derived, world_of
from pendopo.domain import commands as cm
from pendopo.domain.case import Case, replay
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Command, Deed, Refused
from pendopo.domain.decide import decide
from pendopo.domain.events import Json
from pendopo.domain.forms import Trouble, check_form
from pendopo.domain.standard import Standard, Values
from pendopo.standards import versions

Answer = Recorded | NotRecorded | NotFound


def advance(
    *, reference: str, command: Command, actor: Actor | None, expected_version: int | None = None
) -> Answer:
    """Do one command to a case. `actor` is None for the applicant with her tracking code.

    A `expected_version` that is no longer the case's answers `STALE` with the current one; a
    refusal changes nothing. The case's row is locked first, then the books in turn.
    """
    with transaction.atomic():
        row = models.Case.objects.select_for_update().filter(reference=reference).first()
        if row is None or (actor is not None and actor.office != row.office_id):
            return NotFound()
        if expected_version is not None and expected_version != row.version:
            return NotRecorded((STALE,), current_version=row.version)
        return _advanced(row, command, actor)


def _advanced(row: models.Case, command: Command, actor: Actor | None) -> Answer:
    standard = versions.version(row.office_id, row.standard_id).standard
    world = world_of(row.office_id, row.filed_at)
    before = form_of(row)
    ready = _with_checked_form(world, standard, row, command, before)
    if isinstance(ready, NotRecorded):
        return ready
    command, values, warnings = ready
    rows = rows_of(Stream(row.office_id, "case", str(row.id)))
    case = replay(standard, (to_domain(r) for r in rows))
    if ill := _ill_words(standard, case, command):
        return NotRecorded(troubles=ill, current_version=row.version)
    who = actor or applicant(world, row.reference)
    decision = decide(
        standard,
        case,
        command,
        circumstances(world, standard, who, before, getattr(command, "happened_at", None)),
    )
    if isinstance(decision, Refused):
        return NotRecorded(decision.reasons, current_version=row.version)
    after, events = store(row, standard, world, case, decision.events, rows[-1], values)
    keep_sheets(row.reference, events, actor)
    return Recorded(row, after, events, warnings)


def _ill_words(standard: Standard, case: Case, command: Command) -> tuple[Trouble, ...]:
    """What is wrong with new words for a paper; whether they may be said is asked later."""
    if not isinstance(command, cm.Reword):
        return ()
    form = next((p.form for p in case.papers if p.key == command.paper), None)
    return word_troubles(standard, form, command.words) if form else ()


Ready = tuple[Command, Values, tuple[Trouble, ...]]


def _with_checked_form(
    world: World, standard: Standard, row: models.Case, command: Command, before: Values
) -> Ready | NotRecorded:
    """The command with its form checked and computed, where it brings one."""
    typed = _typed(command)
    if typed is None:
        return command, before, ()
    merged = {**before, **typed}
    checked = check_form(standard, merged, setting(world), anonymous=row.anonymous)
    if checked.troubles:
        return NotRecorded(troubles=checked.troubles, current_version=row.version)
    values = with_derived(world, standard, checked.values, world.date_of(row.filed_at))
    return _with_form(command, values), values, checked.warnings


def _typed(command: Command) -> Mapping[str, object] | None:
    """The form that a command brings, or None."""
    if isinstance(command, (cm.Amend, cm.Correct)):
        return command.values
    if isinstance(command, cm.Act):
        for deed in command.deeds:
            values = deed.data.get("values")
            if isinstance(values, Mapping):
                return values
    return None


def _with_form(command: Command, values: Values) -> Command:
    if isinstance(command, (cm.Amend, cm.Correct)):
        return replace(command, values=values)
    if isinstance(command, cm.Act):
        deeds = tuple(_deed_with_form(deed, values) for deed in command.deeds)
        return replace(command, deeds=deeds)
    return command


def _deed_with_form(deed: Deed, values: Values) -> Deed:
    if "values" not in deed.data:
        return deed
    data: dict[str, Json] = {**deed.data, "values": cast("Json", dict(values))}
    return replace(deed, data=data)

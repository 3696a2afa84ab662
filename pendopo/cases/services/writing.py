# SPDX-License-Identifier: EUPL-1.2
"""Storing what was decided: numbers, events, private parts and the columns that lists need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from pendopo.base.sealing import blind_index
from pendopo.cases import models
from pendopo.cases.private import SEALED, SEALED_TYPES, mark_sealed, open_body
from pendopo.cases.registers import Holder, fill
from pendopo.cases.streams import Stream, append
from pendopo.cases.world import World
from pendopo.domain.case import Case, apply
from pendopo.domain.clocking import reckoning_of
from pendopo.domain.events import Event, Json
from pendopo.domain.filled import members
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import FieldType


def store(
    row: models.Case,
    standard: Standard,
    world: World,
    before: Case,
    events: Iterable[Event],
    last: models.Event | None,
    values: Values,
) -> tuple[Case, tuple[Event, ...]]:
    """Fill the numbers, append the events and bring the case's row up to date."""
    holder = Holder(world.office, row.id, standard)
    filled = tuple(fill(event, holder) for event in events)
    sealed = [_with_sealed_values(event, standard) for event in filled]
    stream = Stream(world.office.code, "case", str(row.id))
    rows = append(stream, sealed, world.now, last)
    case = before
    for event in filled:
        case = apply(standard, case, event)
    new_form = next(
        (r.id for r, e in zip(rows[::-1], filled[::-1], strict=True) if "values" in e.private), None
    )
    if new_form:
        row.form_event_id = new_form
        index_values(row, standard, values)
    _show(row, standard, world, case, values)
    return case, filled


def _with_sealed_values(event: Event, standard: Standard) -> Event:
    values, words = event.private.get("values"), event.private.get("words")
    kept: dict[str, Json] = dict(event.private)
    if isinstance(values, Mapping):
        kept["values"] = mark_sealed(standard, values)
    if words:  # of a letter: whatever somebody typed into it
        kept["words"] = {SEALED: words}
    return replace(event, private=kept)


def _show(row: models.Case, standard: Standard, world: World, case: Case, values: Values) -> None:
    """The columns that lists and searches read."""
    reckoning = reckoning_of(standard, case, values, world.clock_setting, world.now)
    row.state = case.state
    row.version = case.version
    row.waiting_for = acting_role(standard.step(case.step), case) if case.step else ""
    row.forwarded_to = case.forwarded_to or ""
    row.ended_at = _ended_at(row, case)
    row.changed_at = world.now
    row.due_at = reckoning.due_at
    row.clock = reckoning.state.value
    row.applicant = "" if row.anonymous else applicant_name(standard, values)
    row.village = village_code(standard, values)
    row.save()


def _ended_at(row: models.Case, case: Case) -> datetime | None:
    return (row.ended_at or case.last_at) if case.ended else None


def applicant_name(standard: Standard, values: Values) -> str:
    """The first name of the form that is filled in, for lists and search.

    Where no person is named, an office or a company asks: then what must be filled in first.
    """
    named = (f for f in standard.fields if f.type is FieldType.NAME)
    for f in named:
        if f.group is None and values.get(f.key):
            return str(values[f.key])[:120]
        if f.group:
            found = members(standard.group(f.group), values)
            names = [str(m.values[f.key]) for m in found if m.values.get(f.key)]
            if names:
                return " & ".join(names)[:120]
    first = next((f for f in standard.fields if f.required and f.type is FieldType.TEXT), None)
    return str(values.get(first.key) or "")[:120] if first and first.group is None else ""


def village_code(standard: Standard, values: Values) -> str:
    """The first village of the form that is filled in."""
    codes = (values.get(f.key) for f in standard.fields if f.type is FieldType.VILLAGE)
    return next((str(code)[:16] for code in codes if code), "")


def index_values(row: models.Case, standard: Standard, values: Values) -> None:
    """Make sealed values, and numbers of letters, findable without holding them: one index each."""
    models.BlindIndex.objects.filter(office_id=row.office_id, case_id=row.id).delete()
    models.BlindIndex.objects.bulk_create(
        models.BlindIndex(
            office_id=row.office_id,
            case_id=row.id,
            kind=kind,
            index=blind_index(row.office_id, kind, value),
        )
        for kind, value in sorted({*_sealed_values(standard, values), *_letters(standard, values)})
    )


LETTER = "letter-number"
"""The kind of index under which the number of a letter that came in is found."""


def bare_number(number: str) -> str:
    """A letter's number without what people write differently: spaces, and small letters."""
    return "".join(number.split()).casefold()


def _letters(standard: Standard, values: Values) -> Iterable[tuple[str, str]]:
    """The numbers that others gave to their letters: the village's, or whoever asks."""
    for f in standard.fields:
        named = {"nomor", "surat"} <= set(f.label.casefold().split())
        if named and f.type is FieldType.TEXT and f.group is None and values.get(f.key):
            yield LETTER, bare_number(str(values[f.key]))


def _sealed_values(standard: Standard, values: Values) -> Iterable[tuple[str, str]]:
    for f in standard.fields:
        if f.type not in SEALED_TYPES:
            continue
        scopes = (
            [m.values for m in members(standard.group(f.group), values)] if f.group else [values]
        )
        yield from ((f.type.value, str(s[f.key])) for s in scopes if s.get(f.key))


def form_of(row: models.Case) -> Values:
    """The form as it stands now; empty once the case has been erased. One query."""
    kept = models.EventPrivate.objects.filter(office_id=row.office_id, id=row.form_event_id).first()
    return form_in(open_body(row.office_id, kept.body) if kept else {})


def form_in(private: Mapping[str, Json]) -> Values:
    """The form among what an event keeps apart; empty where it brought none."""
    values = private.get("values")
    return values if isinstance(values, Mapping) else {}

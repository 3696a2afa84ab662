# SPDX-License-Identifier: EUPL-1.2
"""An example of a standard's form that is accepted today, with invented people.

Dates and choices are tried until as few lead times and cautions as possible speak up, so that
nobody has to give a reason for an example. No rule stands here a second time: what `decide`
will look at is asked of the domain itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.circumstances import Actor, Circumstances
from pendopo.domain.filled import derive, holds, members
from pendopo.domain.forms import Setting
from pendopo.domain.reminders import standing_reminders
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.vocabulary import Derivation, FieldType, Otherwise
from pendopo.screens.forms.inventions import Place, invent

_ALWAYS_SHOWN = (FieldType.NIK, FieldType.KK, FieldType.NOP, FieldType.PHONE, FieldType.EMAIL)
_TURNING = (FieldType.CHOICE, FieldType.YES_NO, FieldType.DATE)
_WEIGHT = {Otherwise.REFUSE: 10_000, Otherwise.REASON: 100, Otherwise.ADVISE: 1}
_DAYS_AHEAD = (1, 3, 7, 14, 21, 30, 45, 60, 90)
_DAYS_LATER = (0, 1, 4)
"""On which days the example is tried: a file that is begun on a Friday goes on after it."""

_NOBODY = Actor("", "", "", (), frozenset())
Choices = Mapping[tuple[str | None, str], object]
"""What was settled on for some fields, by group and key."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a form is to be accepted: what checks it, the calendar and the moment."""

    setting: Setting
    calendar: OfficeCalendar
    now: datetime


def example_form(standard: Standard, desk: Desk) -> dict[str, object]:
    """A form that `check_form` and `decide` accept at this desk now, with all a letter needs."""
    chosen: dict[tuple[str | None, str], object] = {}
    for f in _turning(standard):
        tried = [{**chosen, (f.group, f.key): value} for value in _options(f, desk)]
        chosen = min(tried, key=lambda choices: _cost(standard, desk, choices))
    return _Form(standard, desk, chosen).filled()


def _turning(standard: Standard) -> list[Field]:
    """The fields that lead times and cautions look at, or at what is derived from them."""
    named = {limit.before for limit in standard.limits}
    named |= {c.field for caution in standard.cautions for c in caution.when.all}
    for f in standard.fields:
        if f.derive and f.key in named and f.derive.how is not Derivation.SUM:
            named |= {f.derive.start, f.derive.end}
    return [f for f in standard.fields if f.key in named and f.type in _TURNING]


def _options(f: Field, desk: Desk) -> Iterator[object]:
    """What such a field could be, the natural one first."""
    if f.type is FieldType.CHOICE:
        yield from (key for key, _ in f.options)
    elif f.type is FieldType.YES_NO:
        yield from (False, True)
    else:
        yield invent(f, Place(desk.setting, {}, 0))
        for days in _DAYS_AHEAD:
            yield (desk.setting.today + timedelta(days=days)).isoformat()


def _cost(standard: Standard, desk: Desk, chosen: Choices) -> int:
    """How much would have to be said about this form, now and on the days after."""
    values = _derived(standard, desk, _Form(standard, desk, chosen).filled())
    cost = 0
    for days in _DAYS_LATER:
        at = desk.now + timedelta(days=days)
        world = Circumstances(at, _NOBODY, desk.calendar, values=values)
        for step in standard.steps:
            standing = standing_reminders(standard, step, world, at)
            cost += sum(_WEIGHT[reminder.otherwise] for reminder in standing)
    return cost


def _derived(standard: Standard, desk: Desk, values: Values) -> dict[str, object]:
    counted = desk.calendar.working_days_between
    return derive(standard, values, desk.setting.today, counted)


@dataclass(slots=True)
class _Form:
    """One form being filled in."""

    standard: Standard
    desk: Desk
    chosen: Choices
    numbers: dict[FieldType, Iterator[int]] = field(default_factory=dict)

    def filled(self) -> dict[str, object]:
        """Fields without a condition first: what they say decides about the others."""
        values = self._scope(None, {})
        for group in self.standard.groups:
            if made := self._members(group):
                values[group.key] = made
        derived = _derived(self.standard, self.desk, values)
        for f in self._conditional(None):
            if holds(f.when, derived):
                values[f.key] = self._value(f, values)
        for group in self.standard.groups:
            self._complete(group, values.get(group.key), derived)
        return values

    def _members(self, group: Group) -> object:
        if group.is_list:
            return [self._scope(group.key, {}) for _ in range(group.at_least)]
        made = {key: self._scope(group.key, {}) for key, _ in group.members}
        return made if any(made.values()) else None

    def _complete(self, group: Group, made: object, derived: Values) -> None:
        """Add to each member the fields whose condition holds for it."""
        for place, member in enumerate(members(group, derived)):
            own = _own(made, place, member.key)
            for f in self._conditional(group.key) if own is not None else ():
                if own is not None and holds(f.when, {**derived, **member.values}):
                    own[f.key] = self._value(f, own)

    def _scope(self, group: str | None, values: dict[str, object]) -> dict[str, object]:
        for f in self.standard.fields:
            if f.group == group and not f.when.all and self._wanted(f):
                values[f.key] = self._value(f, values)
        return values

    def _conditional(self, group: str | None) -> Iterable[Field]:
        return (
            f for f in self.standard.fields if f.group == group and f.when.all and self._wanted(f)
        )

    def _wanted(self, f: Field) -> bool:
        settled = (f.group, f.key) in self.chosen
        return f.derive is None and (settled or f.required or f.type in _ALWAYS_SHOWN)

    def _value(self, f: Field, beside: Values) -> object:
        if (f.group, f.key) in self.chosen:
            return self.chosen[f.group, f.key]
        number = next(self.numbers.setdefault(f.type, count()))
        return invent(f, Place(self.desk.setting, beside, number))


def _own(made: object, place: int, key: str) -> dict[str, object] | None:
    """The member of the form that is being made, by its place in a list or by its key."""
    if isinstance(made, list):
        found = made[place] if place < len(made) else None
    else:
        found = made.get(key) if isinstance(made, dict) else None
    return found if isinstance(found, dict) else None

# SPDX-License-Identifier: EUPL-1.2
"""From the fields of a page to the values of a standard's form.

A field's name is `isi/` and its place: `isi/nama`, `isi/calon/istri/nik`, `isi/saksi/2/nama`.
Whatever was typed comes out as it was typed (dates written out): nothing is lost by a refusal,
and what is right is judged by `check_form` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.filled import derive, holds, is_given, members
from pendopo.domain.forms import LIST_LENGTH, Checked, Row, check_form
from pendopo.domain.identity import mask_nik, tidy
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import FieldType
from pendopo.screens.forms.masking import readable
from pendopo.screens.forms.natural_days import full_day

PREFIX = "isi"
FORMER = "asal"
"""The hidden field of a listed member that tells which one it was when the form was shown."""

Sent = Mapping[str, str]
"""What a page sent: name → text, the last one where a name came twice."""


def read_form(standard: Standard, sent: Sent, setting: Setting) -> Row:
    """The values as typed. Fields that the page did not hold are absent, emptied ones are "".

    A list keeps its empty rows, so that places stay; `without_empty_rows` drops them.
    """
    reading = _Reading(standard, sent, setting)
    values = reading.scope(None, PREFIX)
    for group in standard.groups:
        made = reading.rows(group) if group.is_list else reading.named(group)
        if made:
            values[group.key] = made
    return values


def without_empty_rows(standard: Standard, values: Values) -> Row:
    """The same values without the listed members in which nothing was typed."""
    lists = {g.key for g in standard.groups if g.is_list}
    return {
        key: [row for row in value if any(map(is_given, row.values()))]
        if key in lists and isinstance(value, list)
        else value
        for key, value in values.items()
    }


def settled(standard: Standard, values: Values, setting: Setting, calendar: OfficeCalendar) -> Row:
    """What can be read of the values so far, with its computed fields; conditions look at this."""
    return dict(looked_through(standard, values, setting, calendar).values)


def looked_through(
    standard: Standard, values: Values, setting: Setting, calendar: OfficeCalendar
) -> Checked:
    """The values so far as they can be read, computed fields too, and what was noticed."""
    counted = calendar.working_days_between
    checked = check_form(standard, values, replace(setting, working_days=counted))
    return replace(checked, values=derive(standard, checked.values, setting.today, counted))


def asked_only(standard: Standard, values: Values, known: Values, *, letter: bool) -> Row:
    """The values without those of fields that this form does not ask, so that none is kept unseen.

    `known` are the settled values; `letter`: the office writes a sheet of its own.
    """
    kept = {
        key: value
        for key, value in values.items()
        if (f := _field(standard, None, key)) is None or is_asked(f, known, letter=letter)
    }
    for group in standard.groups:
        if group.key in kept:
            kept[group.key] = _asked_members(standard, group, kept[group.key], known, letter)
    return kept


def is_asked(f: Field, around: Values, *, letter: bool) -> bool:
    """Whether a form asks this, given the values around it."""
    return (letter or not f.letter_only) and holds(f.when, around)


def laid_over(
    standard: Standard, before: Values, typed: Values, roles: frozenset[str] | None
) -> Row:
    """What was typed over a form that stands, for mending it.

    What this reader may not see stays as it was; so does an identity number that was only shown
    masked and came back so. Listed members are known by what they were (`asal`).
    """
    merged: Row = {**before, **typed}
    for key, value in typed.items():
        f = _field(standard, None, key)
        if f is not None:
            merged[key] = _kept_or_typed(f, before.get(key), value, roles)
    for group in standard.groups:
        if group.key in typed:
            merged[group.key] = _members_over(standard, group, before, typed, roles)
    return merged


def _members_over(
    standard: Standard,
    group: Group,
    before: Values,
    typed: Values,
    roles: frozenset[str] | None,
) -> object:
    earlier = {m.key: m.values for m in members(group, before)}
    made: dict[str, Row] = {}
    for member in members(group, typed):
        former = str(member.values.get(FORMER) or ("" if group.is_list else member.key))
        row = {key: value for key, value in member.values.items() if key != FORMER}
        made[member.key] = _member_over(standard, group, earlier.get(former, {}), row, roles)
    return list(made.values()) if group.is_list else made


def _member_over(
    standard: Standard, group: Group, before: Values, typed: Row, roles: frozenset[str] | None
) -> Row:
    merged: Row = {**before, **typed}
    for key, value in typed.items():
        f = _field(standard, group.key, key)
        if f is not None:
            merged[key] = _kept_or_typed(f, before.get(key), value, roles)
    return merged


def _kept_or_typed(f: Field, before: object, value: object, roles: frozenset[str] | None) -> object:
    masked = f.type in (FieldType.NIK, FieldType.KK) and before
    unchanged = masked and tidy(str(value)) == mask_nik(str(before))
    return before if unchanged or not readable(f, roles) else value


def _asked_members(
    standard: Standard, group: Group, made: object, known: Values, letter: bool
) -> object:
    rows = {m.key: m.values for m in members(group, {group.key: made})}
    around = {m.key: m.values for m in members(group, known)}
    asked = {
        key: {
            name: value
            for name, value in row.items()
            if (f := _field(standard, group.key, name)) is None
            or is_asked(f, {**known, **around.get(key, {})}, letter=letter)
        }
        for key, row in rows.items()
    }
    return list(asked.values()) if group.is_list else asked


def _field(standard: Standard, group: str | None, key: str) -> Field | None:
    return next((f for f in standard.fields if f.group == group and f.key == key), None)


class _Reading:
    """One page being read."""

    def __init__(self, standard: Standard, sent: Sent, setting: Setting) -> None:
        self._standard, self._sent, self._setting = standard, sent, setting

    def scope(self, group: str | None, place: str) -> Row:
        """The fields of one scope that the page held."""
        found: Row = {}
        for f in self._standard.fields:
            text = self._sent.get(f"{place}/{f.key}")
            if f.group == group and f.derive is None and text is not None:
                is_day = f.type is FieldType.DATE
                found[f.key] = full_day(text, self._setting.today) if is_day else text
        return found

    def named(self, group: Group) -> Row:
        """Members with names of their own."""
        made = {
            key: self.scope(group.key, f"{PREFIX}/{group.key}/{key}") for key, _ in group.members
        }
        return {key: row for key, row in made.items() if row}

    def rows(self, group: Group) -> list[Row]:
        """Members of a list in the order of their numbers, which may have gaps."""
        place = f"{PREFIX}/{group.key}/"
        numbers = sorted(set(self._numbers(place)))[:LIST_LENGTH]
        return [self._row(group, f"{place}{n}") for n in numbers]

    def _row(self, group: Group, place: str) -> Row:
        former = self._sent.get(f"{place}/{FORMER}")
        return {**self.scope(group.key, place), **({FORMER: former} if former else {})}

    def _numbers(self, place: str) -> Iterator[int]:
        for name in self._sent:
            number = name.removeprefix(place).split("/")[0] if name.startswith(place) else ""
            if number.isascii() and number.isdigit() and len(number) < 5:
                yield int(number)

# SPDX-License-Identifier: EUPL-1.2
"""The form of a standard: what was typed, checked and put into one shape.

Every problem is found at once; each names its place (`calon/istri/nik`), says what is wrong
and how to mend it. What is typed is never thrown away by a refusal: the caller keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from pendopo.domain.filled import derive, holds, is_given, members
from pendopo.domain.identity import Problem, parse_nik
from pendopo.domain.standard import Field, Group, Standard, Values
from pendopo.domain.typed import Ill, read
from pendopo.domain.typed import Setting as Setting
from pendopo.domain.vocabulary import Derivation, FieldType

LIST_LENGTH = 200

Row: TypeAlias = dict[str, object]

_ASKING = MappingProxyType(dict.fromkeys((FieldType.CHOICE, FieldType.VILLAGE), "Pilih"))
"""What is asked of a field that was left empty; any other is filled in."""
IDENTIFYING = (FieldType.NAME, FieldType.NIK, FieldType.KK, FieldType.PHONE, FieldType.EMAIL)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem of the form at its place, e.g. `calon/istri/nik`."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The form in one shape (ISO dates, digits only, whole rupiah), with what was found."""

    values: Values
    troubles: tuple[Trouble, ...] = ()
    warnings: tuple[Trouble, ...] = ()


def check_form(
    standard: Standard, typed: Mapping[str, object], setting: Setting, *, anonymous: bool = False
) -> Checked:
    """Check a form. Derived fields are ignored: they are computed, not typed.

    What must be filled in is judged by the cleaned and derived values, so that a condition on
    an age or on a `ya` holds however it was typed.
    """
    check = _Check(standard, setting)
    values = check.everything(typed)
    missing = tuple(
        Trouble(where, f"{_ASKING.get(f.type, 'Isi')} «{f.label}».")
        for where, f in _unanswered(standard, _with_derived(standard, values, setting))
        if f.required
        and not f.letter_only
        and not (anonymous and f.type in IDENTIFYING)
        and not check.is_faulty(where)
    )
    return Checked(values, (*check.troubles, *missing), tuple(check.warnings))


def missing_for_letter(standard: Standard, values: Values) -> tuple[tuple[str, str], ...]:
    """Place and label of each field that a letter of the office needs and that is empty."""
    return tuple(
        (where, f.label)
        for where, f in _unanswered(standard, values)
        if f.letter_only and f.required
    )


def _unanswered(standard: Standard, values: Values) -> Iterator[tuple[str, Field]]:
    """The fields that are asked of this form and not answered, with their places."""
    for f in standard.fields:
        if f.derive is not None:
            continue
        if f.group is None:
            if not is_given(values.get(f.key)) and holds(f.when, values):
                yield f.key, f
            continue
        for member in members(standard.group(f.group), values):
            around = {**values, **member.values}
            if not is_given(member.values.get(f.key)) and holds(f.when, around):
                yield f"{f.group}/{member.key}/{f.key}", f


def _with_derived(standard: Standard, values: Values, setting: Setting) -> Values:
    """The values with the derived fields that can be computed here."""
    count = setting.working_days
    if count is None:
        known = [f for f in standard.fields if not _counts_working_days(f)]
        standard = replace(standard, fields=tuple(known))
    return derive(standard, values, setting.today, count or (lambda start, end: 0))


def _counts_working_days(f: Field) -> bool:
    return f.derive is not None and f.derive.how is Derivation.WORKING_DAYS


@dataclass(slots=True)
class _Check:
    """One pass over what was typed: cleaned values, and what is wrong with the rest."""

    standard: Standard
    setting: Setting
    troubles: list[Trouble] = field(default_factory=list)
    warnings: list[Trouble] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)

    def everything(self, typed: Mapping[str, object]) -> Row:
        plain = self._fields(None)
        groups = {g.key for g in self.standard.groups}
        self._strangers(typed, {f.key for f in plain} | groups, "")
        values = self._scope(plain, typed, "")
        for group in self.standard.groups:
            filled = self._list(group, typed) if group.is_list else self._named(group, typed)
            if filled:
                values[group.key] = filled
        return values

    def is_faulty(self, where: str) -> bool:
        """Whether this place, or the group around it, has a trouble already."""
        return where in self.faulty or where.split("/")[0] in self.faulty

    def _fields(self, group: str | None) -> tuple[Field, ...]:
        return tuple(f for f in self.standard.fields if f.group == group)

    def _trouble(self, where: str, text: str) -> None:
        self.troubles.append(Trouble(where, text))
        self.faulty.add(where)

    def _strangers(self, typed: Mapping[str, object], known: set[str], place: str) -> None:
        for key in sorted(set(map(str, typed)) - known):
            self._trouble(
                f"{place}{key}", f"Isian «{key}» tidak ada pada formulir ini; periksa namanya."
            )

    def _named(self, group: Group, typed: Mapping[str, object]) -> object:
        given = typed.get(group.key)
        if given is not None and not isinstance(given, Mapping):
            names = ", ".join(label for _, label in group.members)
            self._trouble(group.key, f"Isi «{group.label}» untuk masing-masing: {names}.")
            return None
        people = dict(group.members)
        for key in sorted(set(map(str, given or ())) - set(people)):
            self._trouble(f"{group.key}/{key}", f"«{key}» bukan bagian dari «{group.label}».")
        for key in set(people) & set(given or ()):
            self._one_member(group, (given or {})[key], key)
        return {
            member.key: self._member(group, member.values, member.key)
            for member in members(group, typed)
        }

    def _list(self, group: Group, typed: Mapping[str, object]) -> object:
        given = typed.get(group.key)
        if given is not None and not isinstance(given, (list, tuple)):
            self._trouble(group.key, f"Isi «{group.label}» sebagai daftar.")
            return None
        rows = given or ()
        most = min(group.at_most or LIST_LENGTH, LIST_LENGTH)
        if len(rows) < group.at_least:
            self._trouble(group.key, f"«{group.label}»: isi paling sedikit {group.at_least}.")
        if len(rows) > most:
            self._trouble(group.key, f"«{group.label}»: paling banyak {most}.")
            return None
        return [
            self._member(group, row, str(n)) if self._one_member(group, row, str(n)) else {}
            for n, row in enumerate(rows, start=1)
        ]

    def _one_member(self, group: Group, member: object, key: str) -> bool:
        if not isinstance(member, Mapping):
            self._trouble(f"{group.key}/{key}", f"Isi «{group.label}» {key} dengan isiannya.")
        return isinstance(member, Mapping)

    def _member(self, group: Group, member: object, key: str) -> Row:
        typed = member if isinstance(member, Mapping) else {}
        wanted, place = self._fields(group.key), f"{group.key}/{key}/"
        self._strangers(typed, {f.key for f in wanted}, place)
        return self._scope(wanted, typed, place)

    def _scope(self, wanted: tuple[Field, ...], typed: Mapping[str, object], place: str) -> Row:
        asked = (f for f in wanted if f.derive is None)
        read_values = ((f.key, self._one(f, typed.get(f.key), place + f.key)) for f in asked)
        return {key: value for key, value in read_values if value is not None}

    def _one(self, f: Field, raw: object, where: str) -> object:
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        clean = read(f, raw, self.setting)
        if isinstance(clean, Ill):
            self._trouble(where, f"«{f.label}»: {clean.text}")
            return None
        self._warned(f, clean, where)
        return clean

    def _warned(self, f: Field, clean: object, where: str) -> None:
        if f.type is FieldType.NIK:
            parsed = parse_nik(str(clean), self.setting.region or None, self.setting.today)
            warnings = () if isinstance(parsed, Problem) else parsed.warnings
            self.warnings += [Trouble(where, f"«{f.label}»: {text}") for text in warnings]

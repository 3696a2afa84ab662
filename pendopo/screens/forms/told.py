# SPDX-License-Identifier: EUPL-1.2
"""A form as it is read: every line that was filled in, with its label and in plain words.

What a reader may not see is not in it, and identity numbers are masked (`masking`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.domain.filled import as_date, as_number, is_given, members
from pendopo.domain.standard import Field, Standard, Values
from pendopo.domain.vocabulary import FieldType
from pendopo.domain.wording import format_date, number, rupiah
from pendopo.screens.forms.masking import shown_form

_GROUPED = 10_000
"""From here on a number is read in groups of three; below it may well be a year."""


@dataclass(frozen=True, slots=True)
class ToldField:
    """One line. `long` takes the whole width."""

    label: str
    text: str
    long: bool = False


@dataclass(frozen=True, slots=True)
class ToldSection:
    """The lines that stand alone (no title), or those of one member of a group."""

    title: str
    fields: tuple[ToldField, ...]


def told_form(
    standard: Standard, values: Values, villages: Mapping[str, str], roles: frozenset[str] | None
) -> tuple[ToldSection, ...]:
    """The form for somebody with these roles; None is the applicant, whose form it is."""
    shown = shown_form(standard, values, roles)
    sections = [ToldSection("", tuple(_fields(standard, None, shown, villages)))]
    for group in standard.groups:
        for member in members(group, shown):
            told = tuple(_fields(standard, group.key, member.values, villages))
            sections.append(ToldSection(member.label, told))
    return tuple(section for section in sections if section.fields)


def _fields(
    standard: Standard, group: str | None, values: Values, villages: Mapping[str, str]
) -> Iterator[ToldField]:
    for f in standard.fields:
        value = values.get(f.key)
        if f.group == group and is_given(value):
            long = f.type is FieldType.LONG_TEXT
            yield ToldField(f.label, told_value(f, value, villages), long)


def told_value(f: Field, value: object, villages: Mapping[str, str]) -> str:
    """One value as people read it: `23 November 2026`, `Rp 10.000`, the label of a choice."""
    text = str(value)
    match f.type:
        case FieldType.DATE:
            day = as_date(value)
            return format_date(day) if day else text
        case FieldType.MONEY:
            amount = as_number(value)
            return text if amount is None else rupiah(amount)
        case FieldType.INTEGER:
            amount = as_number(value)
            return text if amount is None or amount < _GROUPED else number(amount)
        case FieldType.YES_NO:
            return _("Ya") if value is True else _("Tidak")
        case FieldType.CHOICE:
            return dict(f.options).get(text, text)
        case FieldType.VILLAGE:
            return villages.get(text, text)
        case FieldType.TIME:
            return text.replace(":", ".")
        case _:
            return text

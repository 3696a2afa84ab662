# SPDX-License-Identifier: EUPL-1.2
"""A form as filled in: reading its values, comparing them, computing the derived ones.

Values are {field: value}, {group: {member: {field: value}}} for named members and
{group: [{field: value}, …]} for lists. Dates are ISO strings or dates; numbers may be strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import assert_never

from pendopo.domain.standard import (
    Comparison,
    Condition,
    Derive,
    Field,
    Group,
    Scalar,
    Standard,
    Values,
)
from pendopo.domain.vocabulary import Derivation, Op

FILED = "filed"
"""The word for the day of filing where a span names its ends."""

WorkingDays = Callable[[date, date], int]
"""How many working days lie between two dates, as the office's calendar counts them."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a group: its key (or its number, from 1), what to call it, its values."""

    key: str
    label: str
    values: Values


def members(group: Group, values: Values) -> tuple[Member, ...]:
    """The members of a group, filled in or not; a list has at least `group.at_least` of them."""
    given = values.get(group.key)
    if group.is_list:
        rows = given if isinstance(given, (list, tuple)) else ()
        count = max(len(rows), group.at_least)
        padded = [*rows, *([None] * (count - len(rows)))]
        label = group.label or group.key
        return tuple(
            Member(str(n), f"{label} {n}", _mapping(row)) for n, row in enumerate(padded, start=1)
        )
    named = _mapping(given)
    return tuple(Member(key, label, _mapping(named.get(key))) for key, label in group.members)


def as_date(value: object) -> date | None:
    """A date from a date, a moment or an ISO string; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None


def as_number(value: object) -> Decimal | None:
    """A finite number from an int, a Decimal or their plain spelling; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def is_given(value: object) -> bool:
    """Whether a field was answered: `False` and 0 are answers, emptiness is not."""
    return value is not None and value not in ("", [], {}, ())


def holds(condition: Condition, values: Values) -> bool:
    """Whether all comparisons hold. A field without an answer meets none but `given: false`."""
    return all(_meets(comparison, values.get(comparison.field)) for comparison in condition.all)


def _meets(comparison: Comparison, value: object) -> bool:
    if comparison.op is Op.GIVEN:
        return is_given(value) is bool(comparison.value)
    return is_given(value) and _compares(comparison, value)


def _compares(comparison: Comparison, value: object) -> bool:
    wanted = comparison.value
    match comparison.op:
        case Op.IS:
            return _same(value, wanted)
        case Op.IS_NOT:
            return not _same(value, wanted)
        case Op.ONE_OF:
            options = wanted if isinstance(wanted, tuple) else (wanted,)
            return any(_same(value, option) for option in options)
        case Op.BELOW:
            return _ordered(value, wanted, lambda left, right: left < right)
        case Op.AT_LEAST:
            return _ordered(value, wanted, lambda left, right: left >= right)
        case Op.GIVEN:
            return is_given(value)
        case _:
            assert_never(comparison.op)


def _same(value: object, wanted: Scalar | tuple[Scalar, ...]) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    left, right = as_number(value), as_number(wanted)
    if left is not None and right is not None and not isinstance(wanted, str):
        return left == right
    return str(value) == str(wanted)


def _ordered(value: object, wanted: object, test: Callable[[Decimal, Decimal], bool]) -> bool:
    left, right = as_number(value), as_number(wanted)
    return left is not None and right is not None and test(left, right)


def completed_years(start: date, end: date) -> int | None:
    """Full years from one date to another, as ages are counted; None when `end` comes first.

    Whoever was born on 29 February completes a year on 1 March where the year has no such day.
    """
    if end < start:
        return None
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def derive(
    standard: Standard, values: Values, filed_date: date, working_days: WorkingDays
) -> dict[str, object]:
    """The values with every derived field computed, in the order of the file.

    What was typed for a derived field is dropped; one whose sources are missing stays absent.
    """
    plain = [f for f in standard.fields if f.derive and f.group is None]
    filled = {key: value for key, value in values.items() if key not in {f.key for f in plain}}
    for group in standard.groups:
        own = [f for f in standard.fields if f.derive and f.group == group.key]
        if own and is_given(filled.get(group.key)):
            filled[group.key] = _derived_members(
                standard, group, own, filled, filed_date, working_days
            )
    for wanted in plain:
        _put(filled, wanted, _computed(standard, wanted, filled, filed_date, working_days))
    return filled


def _derived_members(
    standard: Standard,
    group: Group,
    wanted: list[Field],
    values: Values,
    filed_date: date,
    working_days: WorkingDays,
) -> object:
    rows: dict[str, dict[str, object]] = {}
    for member in _written(group, values):
        dropped = {f.key for f in wanted}
        row = {key: value for key, value in member.values.items() if key not in dropped}
        for f in wanted:
            around = {**values, **row}
            _put(row, f, _computed(standard, f, around, filed_date, working_days))
        rows[member.key] = row
    return list(rows.values()) if group.is_list else rows


def _written(group: Group, values: Values) -> Iterator[Member]:
    """Only the members that the form names."""
    given = values.get(group.key)
    for member in members(group, values):
        if group.is_list:
            named = isinstance(given, (list, tuple)) and int(member.key) <= len(given)
        else:
            named = isinstance(given, Mapping) and member.key in given
        if named:
            yield member


def _put(row: dict[str, object], wanted: Field, value: object) -> None:
    if value is not None:
        row[wanted.key] = value


def _computed(
    standard: Standard, wanted: Field, values: Values, filed_date: date, working_days: WorkingDays
) -> object:
    rule = wanted.derive
    if rule is None:
        return None
    if rule.how is Derivation.SUM:
        return _sum(standard, rule, values)
    start, end = (_end_of_span(name, values, filed_date) for name in (rule.start, rule.end))
    if start is None or end is None:
        return None
    if rule.how is Derivation.YEARS:
        return completed_years(start, end)
    return working_days(start, end)


def _end_of_span(name: str, values: Values, filed_date: date) -> date | None:
    return filed_date if name == FILED else as_date(values.get(name))


def _sum(standard: Standard, rule: Derive, values: Values) -> int | Decimal | None:
    """The total of a field over the members of the groups that have it; None when none is given."""
    groups = [standard.group(f.group) for f in standard.fields if f.key == rule.start and f.group]
    amounts = [
        amount
        for group in groups
        for member in members(group, values)
        if (amount := as_number(member.values.get(rule.start))) is not None
    ]
    if not amounts:
        return None
    total = sum(amounts, Decimal(0))
    return int(total) if total == total.to_integral_value() else total


def _mapping(value: object) -> Values:
    return value if isinstance(value, Mapping) else {}

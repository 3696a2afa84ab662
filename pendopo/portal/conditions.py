# SPDX-License-Identifier: EUPL-1.2
"""When something is asked, in words: “bila usia pada hari akad di bawah 21”."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from pendopo.domain.standard import Ask, Comparison, Field, Standard
from pendopo.domain.vocabulary import Op
from pendopo.portal.words import either
from pendopo.screens.plain_words import lowered

_CHOOSING = (Op.IS, Op.IS_NOT, Op.ONE_OF)


def occasions(standard: Standard, ask: Ask) -> tuple[str, ...]:
    """The occasions on which something is asked, each in words; one empty one for always.

    Where several asks turn on one choice, each option that asks for this is an occasion of its
    own, so that somebody who lost a card reads one list.
    """
    field = _turning_point(standard, ask)
    if field is None:
        return (_(" dan ").join(_comparison(standard, ask, one) for one in ask.when.all),)
    only = ask.when.all[0]
    return tuple(
        _is(lowered(field.label), label) for key, label in field.options if _holds(only, key)
    )


def _turning_point(standard: Standard, ask: Ask) -> Field | None:
    """The choice on which this ask turns, when others turn on it as well."""
    only = _single_choice(ask)
    alike = {other.when.all for other in standard.asks if _single_choice(other) == only}
    if only is None or len(alike) < 2:
        return None
    field = _field(standard, only, ask.each)
    return field if field and field.options else None


def _single_choice(ask: Ask) -> str | None:
    comparisons = ask.when.all
    alone = len(comparisons) == 1 and comparisons[0].op in _CHOOSING
    return comparisons[0].field if alone else None


def _holds(one: Comparison, option: str) -> bool:
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return (option in values) is not (one.op is Op.IS_NOT)


def _comparison(standard: Standard, ask: Ask, one: Comparison) -> str:
    field = _field(standard, one.field, ask.each)
    label = lowered(field.label) if field else one.field
    value = either(_values(field, one))
    places = {"label": label, "value": value}
    match one.op:
        case Op.IS | Op.ONE_OF:
            return _("bila %(label)s") % places if one.value is True else _is(label, value)
        case Op.IS_NOT:
            return _("kecuali bila %(label)s: %(value)s") % places
        case Op.BELOW:
            return _("bila %(label)s di bawah %(value)s") % places
        case Op.AT_LEAST:
            return _("bila %(label)s %(value)s atau lebih") % places
        case Op.GIVEN:
            words = _("bila ada %(label)s") if one.value else _("bila tidak ada %(label)s")
            return words % places


def _is(label: str, value: str) -> str:
    return _("bila %(label)s: %(value)s") % {"label": label, "value": value}


def _field(standard: Standard, key: str, group: str | None) -> Field | None:
    """The field of that key; one of the ask's own group comes first."""
    found = [field for field in standard.fields if field.key == key]
    return next((f for f in found if f.group == group), next(iter(found), None))


def _values(field: Field | None, one: Comparison) -> Iterator[str]:
    options = dict(field.options) if field else {}
    for value in one.value if isinstance(one.value, tuple) else (one.value,):
        yield options.get(str(value), str(value))

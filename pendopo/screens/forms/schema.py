# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema (2020-12) of a standard's form, made of nothing but the standard.

A schema asks for no more than `check_form` does. What JSON Schema has no word for stands
beside it: `x-type` (the type of the standard), `x-labels` (the words of each option),
`x-when` (the condition under which a field matters) and `x-for: letter`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from pendopo.domain.forms import LIST_LENGTH
from pendopo.domain.standard import Comparison, Field, Group, Standard
from pendopo.domain.typed import (
    EMAIL_LENGTH,
    LONG_TEXT_LENGTH,
    MOST_RUPIAH,
    NAME_LENGTH,
    TEXT_LENGTH,
)
from pendopo.domain.vocabulary import FieldType, Op

Schema: TypeAlias = dict[str, Any]
Villages: TypeAlias = Mapping[str, str]
"""A village's code and its name."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TWELVE_DIGITS = 999_999_999_999

_PLAIN: Mapping[FieldType, Schema] = {
    FieldType.NAME: {"type": "string", "maxLength": NAME_LENGTH},
    FieldType.TEXT: {"type": "string", "maxLength": TEXT_LENGTH},
    FieldType.LONG_TEXT: {"type": "string", "maxLength": LONG_TEXT_LENGTH},
    FieldType.DATE: {"type": "string", "format": "date"},
    FieldType.TIME: {"type": "string", "pattern": r"^([01]\d|2[0-3])[:.][0-5]\d$"},
    FieldType.INTEGER: {"type": "integer", "minimum": 0, "maximum": _TWELVE_DIGITS},
    FieldType.MONEY: {"type": "integer", "minimum": 0, "maximum": MOST_RUPIAH - 1},
    FieldType.NIK: {"type": "string", "pattern": r"^\d{16}$"},
    FieldType.KK: {"type": "string", "pattern": r"^\d{16}$"},
    FieldType.NOP: {"type": "string", "pattern": r"^\d{18}$"},
    FieldType.PHONE: {"type": "string", "pattern": r"^(\+62|62|0)\d{8,12}$"},
    FieldType.EMAIL: {"type": "string", "format": "email", "maxLength": EMAIL_LENGTH},
    FieldType.VILLAGE: {"type": "string", "maxLength": NAME_LENGTH},
    FieldType.CHOICE: {"type": "string"},
    FieldType.YES_NO: {"type": "boolean"},
}


def form_schema(standard: Standard, villages: Villages, *, partial: bool = False) -> Schema:
    """The schema of the form as an object; `partial` asks for nothing, as for an amendment."""
    own = _fields(standard, None)
    groups = {group.key: _group(standard, group, villages, partial) for group in standard.groups}
    wanted = [g.key for g in standard.groups if _owes(standard, g)]
    schema = _object(own, villages, partial)
    schema["title"] = standard.name
    schema["properties"] |= groups
    if wanted and not partial:
        schema["required"] = [*schema.get("required", ()), *wanted]
    conditional = [] if partial else list(_conditional(own))
    return schema | ({"allOf": conditional} if conditional else {})


def _fields(standard: Standard, group: str | None) -> tuple[Field, ...]:
    return tuple(f for f in standard.fields if f.group == group)


def _object(fields: Iterable[Field], villages: Villages, partial: bool) -> Schema:
    fields = tuple(fields)
    schema: Schema = {
        "type": "object",
        "properties": {f.key: field_schema(f, villages) for f in fields},
        "additionalProperties": False,
    }
    required = [f.key for f in fields if always_required(f)]
    return schema | ({"required": required} if required and not partial else {})


def always_required(f: Field) -> bool:
    """Whether every form must answer it, whatever else is said."""
    return f.required and not f.letter_only and f.derive is None and not f.when.all


def _group(standard: Standard, group: Group, villages: Villages, partial: bool) -> Schema:
    member = _object(_fields(standard, group.key), villages, partial)
    if group.is_list:
        most = min(group.at_most or LIST_LENGTH, LIST_LENGTH)
        bounds = {"minItems": 0 if partial else group.at_least, "maxItems": most}
        return {"title": group.label, "type": "array", "items": member, **bounds}
    schema: Schema = {
        "title": group.label,
        "type": "object",
        "properties": {key: {"title": label, **member} for key, label in group.members},
        "additionalProperties": False,
    }
    owing = _owes(standard, group) and not partial
    return schema | ({"required": [key for key, _ in group.members]} if owing else {})


def _owes(standard: Standard, group: Group) -> bool:
    """Whether a form without this group is incomplete."""
    if group.is_list:
        return group.at_least > 0
    return any(always_required(f) for f in _fields(standard, group.key))


def field_schema(f: Field, villages: Villages) -> Schema:
    """The schema of one line of the form."""
    schema: Schema = {"title": f.label, "x-type": f.type.value, **_PLAIN[f.type]}
    if f.help:
        schema["description"] = f.help
    labels = dict(f.options) if f.type is FieldType.CHOICE else {}
    if f.type is FieldType.VILLAGE:
        labels = dict(villages)
    if labels:
        schema |= {"enum": list(labels), "x-labels": labels}
    if schema.get("type") == "string" and always_required(f) and "enum" not in schema:
        schema["minLength"] = 1
    if f.derive is not None:
        schema |= {"readOnly": True, "description": "Dihitung oleh sistem."}
    if f.letter_only:
        schema |= {"x-for": "letter", "x-required-for-letter": f.required}
    if f.when.all:
        schema["x-when"] = [_words(c) for c in f.when.all]
    return schema


def _words(comparison: Comparison) -> Schema:
    value = comparison.value
    listed = list(value) if isinstance(value, tuple) else value
    return {"field": comparison.field, comparison.op.value: listed}


def _conditional(fields: tuple[Field, ...]) -> Iterable[Schema]:
    """What is required only under a condition, where JSON Schema can say the condition."""
    known = {f.key for f in fields if f.derive is None}
    for f in fields:
        if not (f.required and f.when.all and f.derive is None and not f.letter_only):
            continue
        tests = [_test(c) for c in f.when.all]
        names = [c.field for c in f.when.all]
        if all(test is not None for test in tests) and set(names) <= known:
            condition = {"properties": dict(zip(names, tests, strict=True)), "required": names}
            yield {"if": condition, "then": {"required": [f.key]}}


def _test(comparison: Comparison) -> Schema | None:
    match comparison.op:
        case Op.IS:
            return {"const": comparison.value}
        case Op.IS_NOT:
            return {"not": {"const": comparison.value}}
        case Op.ONE_OF:
            value = comparison.value
            return {"enum": list(value) if isinstance(value, tuple) else [value]}
        case Op.BELOW:
            return {"exclusiveMaximum": comparison.value}
        case Op.AT_LEAST:
            return {"minimum": comparison.value}
        case Op.GIVEN:
            return {} if comparison.value else None

# SPDX-License-Identifier: EUPL-1.2
"""The personal part of an event at rest: names plain for search, identity numbers sealed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

from pendopo.base.canonical import canonical_text
from pendopo.base.sealing import Unreadable, seal, unseal
from pendopo.domain.events import Json
from pendopo.domain.standard import Standard, Values
from pendopo.domain.vocabulary import FieldType

SEALED = "$sealed"
PURPOSE = "event-private"
SEALED_TYPES = (FieldType.NIK, FieldType.KK, FieldType.PHONE, FieldType.EMAIL)


def mark_sealed(standard: Standard, values: Values) -> dict[str, Json]:
    """Mark the values that must not lie open: `{"$sealed": value}` until the row is written."""
    sealed = {(f.group, f.key) for f in standard.fields if f.type in SEALED_TYPES}
    groups = {g.key for g in standard.groups}
    return {
        key: _members(key, value, sealed) if key in groups else _one(None, key, value, sealed)
        for key, value in values.items()
    }


def _members(group: str, value: object, sealed: set[tuple[str | None, str]]) -> Json:
    if isinstance(value, Mapping):
        return {name: _member(group, member, sealed) for name, member in value.items()}
    rows = cast("list[Mapping[str, object]]", value)
    return [_member(group, member, sealed) for member in rows]


def _member(group: str, member: Mapping[str, object], sealed: set[tuple[str | None, str]]) -> Json:
    return {key: _one(group, key, value, sealed) for key, value in member.items()}


def _one(group: str | None, key: str, value: object, sealed: set[tuple[str | None, str]]) -> Json:
    plain = cast("Json", value)
    return {SEALED: plain} if (group, key) in sealed and plain not in (None, "") else plain


def seal_body(office: str, private: Mapping[str, Json]) -> str:
    """The JSON to store, with every marked value encrypted for this office."""
    return canonical_text(_each(dict(private), lambda text: {SEALED: seal(office, PURPOSE, text)}))


def unmarked(private: Mapping[str, Json]) -> dict[str, Json]:
    """The personal part as it was said: what its digest is made of."""
    return cast("dict[str, Json]", _each(dict(private), lambda text: text))


def open_body(office: str, body: str) -> dict[str, Json]:
    """The personal part as it was said, with sealed values opened. Raises Unreadable."""
    try:
        kept = json.loads(body)
    except json.JSONDecodeError as broken:
        raise Unreadable("Data pribadi sebuah peristiwa bukan lagi yang ditulis.") from broken
    return cast("dict[str, Json]", _each(kept, lambda text: unseal(office, PURPOSE, text)))


def _each(value: Json, turn: Callable[[str], Json]) -> Json:
    """Turn every marked value, however deep it lies."""
    if isinstance(value, dict):
        if set(value) == {SEALED}:
            return turn(str(value[SEALED]))
        return {key: _each(inner, turn) for key, inner in value.items()}
    if isinstance(value, list):
        return [_each(inner, turn) for inner in value]
    return value

# SPDX-License-Identifier: EUPL-1.2
"""A form as a reader may see it: identity numbers masked, confidential lines left out."""

from __future__ import annotations

from collections.abc import Mapping

from pendopo.domain.identity import mask_nik
from pendopo.domain.standard import Field, Standard, Values
from pendopo.domain.vocabulary import FieldType

_MASKED = (FieldType.NIK, FieldType.KK)


def shown_form(
    standard: Standard, values: Values, roles: frozenset[str] | None
) -> dict[str, object]:
    """The form for somebody with these roles; None is the applicant, whose form it is.

    A full NIK is read only by a deed of its own, which is recorded.
    """
    groups = {group.key for group in standard.groups}
    fields = {(f.group, f.key): f for f in standard.fields}
    shown: dict[str, object] = {}
    for key, value in values.items():
        if key in groups:
            shown[key] = _members(key, value, fields, roles)
        elif _readable(fields.get((None, key)), roles):
            shown[key] = _masked(fields.get((None, key)), value)
    return shown


def _members(
    group: str,
    value: object,
    fields: Mapping[tuple[str | None, str], Field],
    roles: frozenset[str] | None,
) -> object:
    if isinstance(value, Mapping):
        return {name: _member(group, one, fields, roles) for name, one in value.items()}
    rows = value if isinstance(value, (list, tuple)) else ()
    return [_member(group, one, fields, roles) for one in rows]


def _member(
    group: str,
    member: object,
    fields: Mapping[tuple[str | None, str], Field],
    roles: frozenset[str] | None,
) -> dict[str, object]:
    given = member if isinstance(member, Mapping) else {}
    return {
        key: _masked(fields.get((group, key)), value)
        for key, value in given.items()
        if _readable(fields.get((group, key)), roles)
    }


def _readable(f: Field | None, roles: frozenset[str] | None) -> bool:
    if f is None:
        return False
    return roles is None or not f.readers or bool(roles & set(f.readers))


def _masked(f: Field | None, value: object) -> object:
    return mask_nik(str(value)) if f and f.type in _MASKED and value else value

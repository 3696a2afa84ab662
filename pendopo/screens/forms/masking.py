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
        elif (f := fields.get((None, key))) and readable(f, roles):
            shown[key] = _masked(f, value)
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
        key: _masked(f, value)
        for key, value in given.items()
        if (f := fields.get((group, key))) and readable(f, roles)
    }


def readable(f: Field, roles: frozenset[str] | None) -> bool:
    """Whether somebody with these roles may read this line; None is the applicant."""
    return roles is None or not f.readers or bool(roles & set(f.readers))


def _masked(f: Field, value: object) -> object:
    return mask_nik(str(value)) if f.type in _MASKED and value else value

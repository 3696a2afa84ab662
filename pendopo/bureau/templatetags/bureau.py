# SPDX-License-Identifier: EUPL-1.2
"""Tags that all pages of the bureau share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.utils.functional import Promise

from pendopo.bureau import rooms, words
from pendopo.bureau.rooms import Door
from pendopo.domain.events import Json

register = template.Library()


@register.simple_tag(takes_context=True)
def wings(context: dict[str, Any]) -> tuple[tuple[Promise, tuple[Door, ...]], ...]:
    """The rooms of the bureau with their addresses; see `rooms`."""
    return rooms.wings(context["request"].path)


@register.filter
def field_name(name: str) -> str:
    """How a field is called."""
    return words.field(name)


@register.filter
def get(names: Mapping[str, str], key: str) -> str:
    """The name of a key, or the key."""
    return names.get(key, key)


@register.filter
def as_read(kept: Json) -> str:
    """A value as people read it."""
    return words.value(kept)


@register.filter
def size_of(field: BoundField) -> str:
    """How wide a field is: short, tiny, or "" for the usual."""
    return str(getattr(field.form, "sizes", {}).get(field.name, ""))


@register.filter
def is_folded(field: BoundField) -> bool:
    """Whether a long list of boxes is folded, with what is ticked told in one line."""
    return field.name in getattr(field.form, "folded", ())

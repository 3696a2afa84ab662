# SPDX-License-Identifier: EUPL-1.2
"""Tags that all pages of the counter share."""

from __future__ import annotations

import secrets
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from pendopo.counter.places import Link, links

register = template.Library()


@register.simple_tag
def form_key() -> SafeString:
    """A hidden field that tells one sending of this form from another; see `posting`."""
    key = secrets.token_urlsafe(16)
    return mark_safe(f'<input type="hidden" name="form_key" value="{key}">')


@register.simple_tag(takes_context=True)
def places(context: dict[str, Any]) -> tuple[Link, ...]:
    """The places of the bar; see `places`."""
    request = context.get("request")
    return links(request.path if request else "")

# SPDX-License-Identifier: EUPL-1.2
"""Tags that all pages of the counter share."""

from __future__ import annotations

import secrets
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pendopo.cases.services.drafts import draft_of
from pendopo.counter.desks import has_hand, local
from pendopo.counter.holding import RETURN, with_draft, writer_mark
from pendopo.counter.places import Link, links

register = template.Library()
_HIDDEN = '<input type="hidden" name="{}" value="{}">'


@register.simple_tag(takes_context=True)
def form_key(context: dict[str, Any]) -> SafeString:
    """Hidden fields that tell one sending of this form from another, and for whom it was made.

    See `posting` and `holding`.
    """
    fields = {"form_key": secrets.token_urlsafe(16)}
    if desk := getattr(context.get("request"), "desk", None):
        fields["writer"] = writer_mark(desk.officer)
    return format_html_join("", _HIDDEN, fields.items())


@register.simple_tag(takes_context=True)
def draft(context: dict[str, Any], key: str) -> SafeString:
    """Inside a form: what is typed there is kept as the officer's draft `key` until it is sent.

    Where a draft waits already, the line that offers it comes with it. One query.
    """
    request = context["request"]
    desk = request.desk
    told = {"draft": None, "key": key, "page": request.get_full_path()}
    if request.method == "GET" and RETURN not in request.GET:
        found = draft_of(desk.officer, key)
        told |= {"draft": found, "at": found and local(found.changed_at, desk)}
    line = render_to_string("counter/parts/draft.html", told, request)
    return format_html('<input type="hidden" name="draft" value="{}" data-known>{}', key, line)


@register.simple_tag(takes_context=True)
def places(context: dict[str, Any]) -> tuple[Link, ...]:
    """The places of the bar; see `places`."""
    request = context.get("request")
    desk = getattr(request, "desk", None)
    path = request.path if request else ""
    if desk is None:
        return links(path)
    return links(path, signs=desk.signs, hand=has_hand(desk), settles=desk.settles)


@register.simple_tag
def draft_address(page: str, key: str) -> str:
    """The address of that page with the draft filled in."""
    return with_draft(page, key)

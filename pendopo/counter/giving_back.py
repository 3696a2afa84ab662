# SPDX-License-Identifier: EUPL-1.2
"""A draft is given back in the page of its form, filled in; or, without one, as it is."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from pendopo.cases.services.drafts import HELD, KeptDraft, draft_of
from pendopo.counter.desks import Desk, local
from pendopo.counter.holding import RETURN
from pendopo.counter.refilling import Refilled, refilled


def with_draft_in(
    request: HttpRequest, desk: Desk, make: Callable[[], HttpResponse]
) -> HttpResponse:
    """The page with the draft that it was asked for with; without one, the page as it is."""
    draft = draft_of(desk.officer, request.GET[RETURN])
    if draft is None:
        return make()
    try:
        response = make()
    except Http404:
        return as_it_is(request, desk, draft)
    page = _filled(request, desk, draft, response)
    if page is None:
        return as_it_is(request, desk, draft)
    response.content = page.html.encode()
    return response


def as_it_is(request: HttpRequest, desk: Desk, draft: KeptDraft) -> HttpResponse:
    """What was typed, as a list, and one button that sends it where it was sent before."""
    return render(request, "counter/held.html", _told(draft, desk))


def _filled(
    request: HttpRequest, desk: Desk, draft: KeptDraft, response: HttpResponse
) -> Refilled | None:
    if response.status_code != 200 or "text/html" not in response.headers.get("Content-Type", ""):
        return None
    words = render_to_string("counter/parts/given-back.html", _told(draft, desk), request)
    return refilled(
        response.content.decode(),
        draft.typed,
        path=draft.path,
        page=request.path,
        word=words,
        hidden={"draft": draft.key},
    )


def _told(draft: KeptDraft, desk: Desk) -> dict[str, object]:
    return {
        "draft": draft,
        "held": draft.key.startswith(HELD),
        "at": local(draft.changed_at, desk),
        "fields": [(name, value) for name, values in draft.typed.items() for value in values],
    }

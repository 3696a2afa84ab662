# SPDX-License-Identifier: EUPL-1.2
"""Drafts: what a page keeps while somebody types, and forms that came without a session."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.services.drafts import HELD, draft_of, drop_draft, keep_draft
from pendopo.cases.services.idempotency import was_done
from pendopo.counter.desks import local
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.giving_back import as_it_is
from pendopo.counter.holding import BELOW, typed_in, with_draft
from pendopo.counter.posting import sending_of

_LONGEST_KEY = 120
_OWN = ("draft_path", "draft_page")
"""Fields of this address's own, beside those of the form."""


@desk_page
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep, tell of, or drop the draft of one place.

    GET `?draft=key`: the line that offers it, 204 where there is none. POST with `discard`: drop
    it and go back to the page that this names. Any other POST keeps the fields that come along,
    unless their form was sent meanwhile.
    """
    values = request.POST if request.method == "POST" else request.GET
    key = values.get("draft", "")
    if not 0 < len(key) <= _LONGEST_KEY:
        raise Http404
    if request.method == "GET":
        found = draft_of(desk.officer, key)
        if found is None:
            return HttpResponse(status=204)
        at, page = local(found.changed_at, desk), _own(values.get("page", ""))
        context = {"draft": found, "at": at, "key": key, "page": page}
        return render(request, "counter/parts/draft.html", context)
    if "discard" in values:
        drop_draft(desk.officer, key)
        return HttpResponseRedirect(_own(values["discard"]) or BELOW[0])
    return _keep(request, desk, key)


def _keep(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    typed = {name: values for name, values in typed_in(request).items() if name not in _OWN}
    path, page = (_own(request.POST.get(name, "")) for name in _OWN)
    if key.startswith(HELD) or not path:
        raise Http404
    with transaction.atomic():
        if was_done(sending_of(request, desk)):
            return JsonResponse({"kept": False})
        at = keep_draft(desk.officer, key, typed, path=path, page=page or path)
    if at is None:
        return JsonResponse({"kept": False}, status=413)
    return JsonResponse({"kept": True, "at": f"{local(at, desk):%H.%M}"})


@desk_page
@require_safe
def held(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """Give a form back that came without a session: on its own page, filled in."""
    found = draft_of(desk.officer, HELD + key)
    if found is None:
        return render(request, "counter/faults/not-held.html", status=404)
    if _is_page(found.page):
        return redirect(with_draft(found.page, found.key))
    return as_it_is(request, desk, found)


def _is_page(address: str) -> bool:
    try:
        match = resolve(address.partition("?")[0])
    except Resolver404:
        return False
    return getattr(match.func, "is_desk_page", False)


def _own(address: str) -> str:
    """Only an address of the counter."""
    return address if address.startswith(BELOW) and "//" not in address else ""

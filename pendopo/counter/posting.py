# SPDX-License-Identifier: EUPL-1.2
"""A form that is sent twice is done once: a double click, a retry, the back button."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from pendopo.base.canonical import canonical_bytes
from pendopo.cases.services.drafts import drop_draft
from pendopo.cases.services.idempotency import KEY_LENGTH, OtherBody, Reply, Request, once
from pendopo.counter.desks import Desk
from pendopo.counter.holding import typed_in


def post_once(request: HttpRequest, desk: Desk, do: Callable[[], HttpResponse]) -> HttpResponse:
    """Do what a form asks, once for each `form_key`; the same form again is led where it led.

    `do` answers with a redirect when it was done; the form's drafts go with it. Any other answer
    undoes what it wrote, and the form can be mended and sent again.
    """
    answers: list[HttpResponse] = []

    def run() -> Reply:
        answers.append(do())
        done = isinstance(answers[-1], HttpResponseRedirect)
        for key in request.POST.getlist("draft") if done else ():
            drop_draft(desk.officer, key)
        return Reply(200 if done else 422, answers[-1].headers.get("Location", ""))

    reply = once(sending_of(request, desk), run)
    if isinstance(reply, OtherBody):
        return render(request, "counter/sent-before.html", status=409)
    return HttpResponseRedirect(reply.body) if reply.replayed else answers[-1]


def sending_of(request: HttpRequest, desk: Desk) -> Request | None:
    """What makes this sending of a form the same as another; None for a form without its key."""
    key = request.POST.get("form_key", "")[:KEY_LENGTH]
    if not key:
        return None
    about = canonical_bytes([request.path, typed_in(request)])
    return Request(desk.office.code, f"desk:{desk.officer.id}", key, about)

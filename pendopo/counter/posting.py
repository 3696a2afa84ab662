# SPDX-License-Identifier: EUPL-1.2
"""A form that is sent twice is done once: a double click, a retry, the back button."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from pendopo.base.canonical import canonical_bytes
from pendopo.cases.services.idempotency import KEY_LENGTH, OtherBody, Reply, Request, once
from pendopo.counter.doors import Desk

_UNTOLD = ("csrfmiddlewaretoken", "form_key")


def post_once(request: HttpRequest, desk: Desk, do: Callable[[], HttpResponse]) -> HttpResponse:
    """Do what a form asks, once for each `form_key`; the same form again is led where it led.

    `do` answers with a redirect when it was done. Any other answer undoes what it wrote, and the
    form can be mended and sent again.
    """
    answers: list[HttpResponse] = []

    def run() -> Reply:
        answers.append(do())
        done = isinstance(answers[-1], HttpResponseRedirect)
        return Reply(200 if done else 422, answers[-1].headers.get("Location", ""))

    reply = once(_request(request, desk), run)
    if isinstance(reply, OtherBody):
        return render(request, "counter/sent-before.html", status=409)
    return HttpResponseRedirect(reply.body) if reply.replayed else answers[-1]


def _request(request: HttpRequest, desk: Desk) -> Request | None:
    key = request.POST.get("form_key", "")[:KEY_LENGTH]
    if not key:
        return None
    told = {name: request.POST.getlist(name) for name in request.POST if name not in _UNTOLD}
    about = canonical_bytes([request.path, told])
    return Request(desk.office.code, f"desk:{desk.officer.id}", key, about)

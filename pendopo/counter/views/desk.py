# SPDX-License-Identifier: EUPL-1.2
"""The desk: the queue, and the file in hand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.screens.listings import Sought, cases_of


@desk_page
@require_safe
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits for me, oldest promise first."""
    rows = cases_of(desk.actor, Sought(waiting_for_me=True))
    return render(request, "counter/desk.html", {"rows": rows})

# SPDX-License-Identifier: EUPL-1.2
"""How a due time came about, line by line, with the limits of law beside it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.views.files import file_of
from pendopo.screens.telling.promise_page import promise_page


@desk_page
@require_safe
def reckoning(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """The reckoning of one file, as it stands this moment."""
    page = promise_page(file_of(desk, reference))
    return render(request, "counter/desk/promise.html", {"page": page})

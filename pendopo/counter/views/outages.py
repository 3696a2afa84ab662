# SPDX-License-Identifier: EUPL-1.2
"""Blank sheets to be printed in good time, for when there is no power or too many people."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.base import clock
from pendopo.counter.doors import Desk, desk_page
from pendopo.screens.intake.outage_sheets import outage_sheet
from pendopo.screens.intake.service_choice import services_offered
from pendopo.standards import versions


@desk_page
@require_safe
def every(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The services, the most asked first, each with its blank sheet."""
    services = services_offered(desk.office.code, clock.now())
    return render(request, "counter/intake/outage-sheets.html", {"services": services})


@desk_page
@require_safe
def one(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The blank sheet of one service, as it is printed."""
    standing = versions.current(desk.office.code, slug)
    if standing is None:
        raise Http404
    context = {"sheet": outage_sheet(standing), "office": desk.office}
    return render(request, "counter/intake/outage-sheet.html", context)

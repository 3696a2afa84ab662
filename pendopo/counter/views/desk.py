# SPDX-License-Identifier: EUPL-1.2
"""The desk: what waits for whom, as a departure board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.sheets_of_lists import MOST_WRITTEN, file_of_cases, wants_file
from pendopo.screens.books import dispositions
from pendopo.screens.desk.board import TAB_WORDS, Tab, board, cases_on


@desk_page
@require_safe
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One part of the queue, oldest promise first; what is mine before anything else."""
    wanted = request.GET.get("bagian", "")
    tab = Tab(wanted) if wanted in set(Tab) else Tab.MINE
    if wants_file(request):
        rows = cases_on(desk.actor, tab, MOST_WRITTEN)
        return file_of_cases(desk, rows, (str(TAB_WORDS[tab]),), tab.value)
    context = {
        "board": board(desk.actor, desk.office.zone, tab),
        "charged": dispositions.count_for(desk.actor),
    }
    return render(request, "counter/desk/desk.html", context)

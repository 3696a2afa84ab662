# SPDX-License-Identifier: EUPL-1.2
"""The list of all cases and the month's recap: on screen, on paper, and as Excel."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.sheets_of_lists import (
    MOST_WRITTEN,
    ON_PAPER,
    SHAPE,
    file_of_cases,
    spreadsheet_file,
    wants_file,
)
from pendopo.screens.deeds.controls import Choice
from pendopo.screens.desk.case_list import (
    cases_in,
    choosers,
    month_of,
    read_filter,
    words_of_choice,
)
from pendopo.screens.desk.case_rows import case_rows
from pendopo.screens.desk.recap import late_words, recap_of, recap_sheet

A_PAGE = 50
MOST_PRINTED = 2_000
"""So many rows at most on paper."""


@desk_page
@require_safe
def cases(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All cases that the filter leaves, the latest first."""
    wanted = read_filter(request.GET.dict())
    chosen = choosers(desk.office, wanted)
    found = cases_in(desk.actor, wanted, desk.office.zone)
    if wants_file(request):
        name = f"berkas-{wanted.month or 'semua'}"
        return file_of_cases(desk, list(found[:MOST_WRITTEN]), words_of_choice(chosen), name)
    on_paper = request.GET.get(SHAPE) == ON_PAPER
    pages = Paginator(found, MOST_PRINTED if on_paper else A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = case_rows(list(page.object_list), desk.actor, desk.office.zone)
    context = {
        "rows": rows,
        "page": page,
        "choosers": chosen,
        "wanted": wanted,
        "on_paper": on_paper,
    }
    return render(request, "counter/desk/cases.html", context)


@desk_page
@require_safe
def recap(request: HttpRequest, desk: Desk) -> HttpResponse:
    """How many files of each service came from each village in a month."""
    month = month_of(request.GET.get("bulan", "")) or desk.office.today.replace(day=1)
    told = recap_of(desk.office, month)
    if wants_file(request):
        return spreadsheet_file(recap_sheet(desk.office, told), f"rekap-{month:%Y-%m}")
    months = choosers(desk.office, read_filter({"bulan": f"{month:%Y-%m}"}))[0].options
    context = {"recap": told, "late": late_words(told), "months": _months(months)}
    return render(request, "counter/desk/recap.html", context)


def _months(options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Every month that may be chosen; a recap is always of one."""
    return tuple(one for one in options if one.value)

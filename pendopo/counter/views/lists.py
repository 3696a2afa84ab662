# SPDX-License-Identifier: EUPL-1.2
"""The list of all cases and the month's recap: on screen, on paper, and as Excel."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.papers.excel import xlsx
from pendopo.papers.tables import Spreadsheet
from pendopo.screens.case_list import cases_in, choosers, month_of, read_filter
from pendopo.screens.case_rows import case_rows
from pendopo.screens.case_sheets import case_sheet
from pendopo.screens.controls import Choice
from pendopo.screens.recap import late_words, recap_of, recap_sheet

A_PAGE = 50
MOST_PRINTED, MOST_WRITTEN = 2_000, 20_000
"""So many rows at most on paper, and in a file."""
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHAPE, _AS_FILE, _ON_PAPER = "bentuk", "excel", "cetak"


@desk_page
@require_safe
def cases(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All cases that the filter leaves, the latest first."""
    wanted = read_filter(request.GET.dict())
    chosen = choosers(desk.office, wanted)
    found = cases_in(desk.actor, wanted, desk.office.zone)
    shape = request.GET.get(_SHAPE, "")
    if shape == _AS_FILE:
        rows = case_rows(list(found[:MOST_WRITTEN]), desk.actor, desk.office.zone)
        return _file(case_sheet(desk.office, rows, chosen), f"berkas-{wanted.month or 'semua'}")
    page = Paginator(found, MOST_PRINTED if shape == _ON_PAPER else A_PAGE).get_page(
        request.GET.get("page")
    )
    rows = case_rows(list(page.object_list), desk.actor, desk.office.zone)
    context = {
        "rows": rows,
        "page": page,
        "choosers": chosen,
        "wanted": wanted,
        "on_paper": shape == _ON_PAPER,
    }
    return render(request, "counter/desk/cases.html", context)


@desk_page
@require_safe
def recap(request: HttpRequest, desk: Desk) -> HttpResponse:
    """How many files of each service came from each village in a month."""
    month = month_of(request.GET.get("bulan", "")) or desk.office.today.replace(day=1)
    told = recap_of(desk.office, month)
    if request.GET.get(_SHAPE) == _AS_FILE:
        return _file(recap_sheet(desk.office, told), f"rekap-{month:%Y-%m}")
    months = choosers(desk.office, read_filter({"bulan": f"{month:%Y-%m}"}))[0].options
    context = {"recap": told, "late": late_words(told), "months": _months(months)}
    return render(request, "counter/desk/recap.html", context)


def _months(options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Every month that may be chosen; a recap is always of one."""
    return tuple(one for one in options if one.value)


def _file(spreadsheet: Spreadsheet, name: str) -> HttpResponse:
    answer = HttpResponse(xlsx(spreadsheet), content_type=_EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer

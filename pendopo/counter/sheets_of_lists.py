# SPDX-License-Identifier: EUPL-1.2
"""A list as it is seen, as an Excel file: `?bentuk=excel` on its own address."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from pendopo.cases import models
from pendopo.counter.doors import Desk
from pendopo.papers.excel import xlsx
from pendopo.papers.tables import Spreadsheet
from pendopo.screens.desk.case_rows import case_rows
from pendopo.screens.desk.case_sheets import case_sheet

SHAPE, AS_FILE, ON_PAPER = "bentuk", "excel", "cetak"
MOST_WRITTEN = 20_000
"""So many rows at most in a file."""
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def wants_file(request: HttpRequest) -> bool:
    """Whether the list is asked for as a file."""
    return request.GET.get(SHAPE) == AS_FILE


def file_of_cases(
    desk: Desk, rows: Sequence[models.Case], seen_through: Sequence[str], name: str
) -> HttpResponse:
    """These cases as this officer may read them."""
    told = case_rows(rows, desk.actor, desk.office.zone)
    return spreadsheet_file(case_sheet(desk.office, told, seen_through), name)


def spreadsheet_file(spreadsheet: Spreadsheet, name: str) -> HttpResponse:
    """A spreadsheet to be kept, called `name`."""
    answer = HttpResponse(xlsx(spreadsheet), content_type=_EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer

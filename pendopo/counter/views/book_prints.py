# SPDX-License-Identifier: EUPL-1.2
"""Books and dispositions for the printer and for Excel."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.views.books import leaf_of, shelf_or_404, sought_in
from pendopo.papers import printing
from pendopo.papers.excel import xlsx
from pendopo.papers.values import Paper
from pendopo.screens.books.disposition_page import disposition_page
from pendopo.screens.books.disposition_sheet import disposition_sheet
from pendopo.screens.books.pages import Sought
from pendopo.screens.books.sheets import daily_sheet, listing_of, spreadsheet_of

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk_page
@require_safe
def book(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """A month or year of a book, whole."""
    found = leaf_of(request, desk, shelf_or_404(desk, key), Sought())
    return _pdf(request, f"{key}-{found.period.key}", listing_of(found))


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def excel(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The lines as they are seen, for Excel."""
    sought = sought_in(request)
    found = leaf_of(request, desk, shelf_or_404(desk, key), sought)
    answer = HttpResponse(xlsx(spreadsheet_of(found, sought)), content_type=_EXCEL)
    name = f"{key}-{found.period.key}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@desk_page
@require_safe
def pickups(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The sheet on which those sign today who fetch something."""
    shelf = shelf_or_404(desk, key)
    if not shelf.kind.derived:
        raise Http404
    today = desk.office.today
    return _pdf(request, f"{key}-{today:%Y-%m-%d}", daily_sheet(shelf, today, desk.actor))


@desk_page
@require_safe
def disposition(request: HttpRequest, desk: Desk, key: str, line: UUID) -> HttpResponse:
    """Lembar disposisi, to be written by hand or as it was typed."""
    shelf = shelf_or_404(desk, key)
    page = disposition_page(shelf, line, desk.actor) if shelf.kind.disposes else None
    if page is None or page.kept_back:
        raise Http404
    return _pdf(request, f"disposisi-{page.row.year}-{page.row.urut or 0}", disposition_sheet(page))


def _pdf(request: HttpRequest, name: str, paper: Paper) -> HttpResponse:
    try:
        content = printing.pdf(paper)
    except printing.CannotPrint as fault:
        return render(request, "counter/books/cannot-print.html", {"why": fault}, status=503)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)

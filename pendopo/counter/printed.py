# SPDX-License-Identifier: EUPL-1.2
"""A paper as a PDF that opens in the browser, ready for the printer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pendopo.papers.printing import CannotPrint, pdf
from pendopo.papers.values import Paper


def printed(request: HttpRequest, paper: Paper, name: str) -> HttpResponse:
    """The PDF of a paper; no browser keeps it. Where it cannot be made, a page says why."""
    try:
        content = pdf(paper)
    except CannotPrint as fault:
        return render(request, "counter/intake/cannot-print.html", {"why": str(fault)}, status=503)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

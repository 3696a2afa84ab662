# SPDX-License-Identifier: EUPL-1.2
"""Slips of one case as PDF: receipts, what lacks, sheets that go round with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pendopo.cases.queries import CaseFile
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.printed import printed
from pendopo.counter.views.files import file_of
from pendopo.screens.listings import may_read_file
from pendopo.screens.sheets.slips import SLIPS, disposition_line, slip_of

DISPOSITION = "disposisi"


@desk_page
@require_safe
def slip(request: HttpRequest, desk: Desk, reference: str, slip: str) -> HttpResponse:
    """One slip; `?bentuk=` is its width, `?surat=` the paper that it is about."""
    file = file_of(desk, reference)
    if slip == DISPOSITION:
        return _disposition(request, file)
    if slip not in SLIPS or not may_read_file(file):
        raise Http404
    made = slip_of(file, slip, request.GET.get("bentuk", ""), request.GET.get("surat", ""))
    if made is None:
        return _nothing(request, file)
    return printed(request, made, f"{slip}-{file.row.reference}")


def _disposition(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """The sheet of a disposition is that of the line in the agenda, which has its own page."""
    line = disposition_line(file)
    if line is None:
        return _nothing(request, file)
    return redirect("disposition-print", line.book, line.id)


def _nothing(request: HttpRequest, file: CaseFile) -> HttpResponse:
    messages.info(request, _("Tidak ada yang perlu dicetak pada lembar itu sekarang."))
    return redirect("file", reference=file.row.reference)

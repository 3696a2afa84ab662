# SPDX-License-Identifier: EUPL-1.2
"""What is told once it was sent: number, code and what comes next, on paper and as a picture."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from pendopo.cases.models import Case
from pendopo.cases.queries import CaseFile, case_file
from pendopo.domain.wording import format_moment
from pendopo.portal.applying.doors import client_of, sent_page, to_start
from pendopo.portal.applying.things import to_bring
from pendopo.portal.applying.way import Way
from pendopo.portal.opening import opening
from pendopo.portal.receipts import receipt_made
from pendopo.screens.sheets.slips import slip_of
from pendopo.screens.tracking import code_of, grouped

_PPI = 240
_SLIP = "tanda-terima"
_PICTURE, _SHEET = "roll", "a5"
"""A picture is read on a telephone, and narrow; what is printed is a small sheet."""


@sent_page
def sent(request: HttpRequest, way: Way) -> HttpResponse:
    """The page that is kept: shown for as long as this browser's cookie lasts."""
    file = _file(way)
    if file is None:
        return to_start(way, expired=True)
    bring = to_bring(file.standard, file.values)
    photos = {one.ask for one in file.uploads}
    context = {
        "office": way.world.office,
        "slug": way.standing.slug,
        "service": file.standing.service.name,
        "reference": grouped(file.row.reference),
        "code": code_of(file.row.reference),
        "filed": format_moment(file.row.filed_at, file.world.office.zone),
        "promised": _promised(file),
        "bring": [one for one in bring if not one.later],
        "later": [one for one in bring if one.later],
        "photos": len(photos),
        "anonymous": file.row.anonymous,
        "opening": opening(file.world.calendar, file.world.now),
        "track": _track(),
    }
    return render(request, "portal/apply/sent.html", context)


def _promised(file: CaseFile) -> str:
    """By when it is promised; where the time has not begun yet, how long it is from then on."""
    due = file.reckoning.due_at
    if due:
        return format_moment(due, file.world.office.zone)
    duration = file.standard.duration
    return _("%(time)s sejak berkas lengkap") % {"time": duration.text} if duration else ""


def _track() -> str:
    """Where a file is followed, where this installation has such a page."""
    try:
        return reverse("track")
    except NoReverseMatch:
        return ""


@sent_page
def receipt(request: HttpRequest, way: Way) -> HttpResponse:
    """The receipt that the counter prints: a picture to keep, or with `?cetak` a sheet (PDF)."""
    file = _file(way)
    if file is None:
        raise Http404
    as_pdf = "cetak" in request.GET
    paper = slip_of(file, _SLIP, _SHEET if as_pdf else _PICTURE)
    if paper is None:
        raise Http404
    content = receipt_made(client_of(request), paper, "pdf" if as_pdf else "png", _PPI)
    if content is None:
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return render(request, "portal/apply/no-picture.html", {"way": way}, status=status)
    kind, ending = ("application/pdf", "pdf") if as_pdf else ("image/png", "png")
    response = HttpResponse(content, content_type=kind)
    name = f"{_SLIP}-{file.row.reference}.{ending}"
    how = "inline" if as_pdf else "attachment"
    response.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _file(way: Way) -> CaseFile | None:
    """The case that this browser's application became."""
    if way.row is None or way.row.case_id is None:
        return None
    rows = Case.objects.filter(office_id=way.office, id=way.row.case_id)
    reference = rows.values_list("reference", flat=True).first()
    return case_file(reference, None) if reference else None

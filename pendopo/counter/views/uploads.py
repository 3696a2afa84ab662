# SPDX-License-Identifier: EUPL-1.2
"""Photos and scans of a file: looking at them, and adding one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.base.kept_files import read_kept
from pendopo.cases import models
from pendopo.cases.queries import CaseFile, case_file
from pendopo.cases.services.uploads import attach_uploads
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.screens.case_view import view_of
from pendopo.screens.listings import may_read_file, may_see
from pendopo.screens.photos.brought import MOST_FIELDS, Brought, brought_along
from pendopo.screens.photos.places import photo_places
from pendopo.screens.photos.small import small_picture
from pendopo.screens.tracking import grouped, read_reference

_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@desk_page
@require_http_methods(["GET", "POST"])
def of_file(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """The photos of one file, and a place for one more: of an ask, or of the signed sheet."""
    file = _file(desk, reference)
    if request.method != "POST":
        return _shown(request, file)
    brought = brought_along(desk.actor, request.FILES, ())
    return post_once(request, desk, lambda: _added(request, file, brought))


def _added(request: HttpRequest, file: CaseFile, brought: Brought) -> HttpResponse:
    if brought.troubles or not brought.kept:
        return _shown(request, file, brought, status=422)
    attach_uploads(case=file.row, wanted=brought.wanted)
    messages.success(request, _("Foto tersimpan."))
    return redirect("file-uploads", reference=file.row.reference)


def _shown(
    request: HttpRequest, file: CaseFile, brought: Brought | None = None, status: int = 200
) -> HttpResponse:
    view = view_of(file)
    found = brought or Brought()
    places = photo_places(file, view.scene)
    context = {
        "file": file,
        "ref": grouped(file.row.reference),
        "places": places,
        "troubles": found.troubles,
        "nothing": brought is not None and not found.troubles,
        "most": MOST_FIELDS,
    }
    return render(request, "counter/intake/uploads.html", context, status=status)


def _file(desk: Desk, reference: str) -> CaseFile:
    file = case_file(read_reference(reference) or "", desk.actor)
    if file is None or not may_read_file(file):
        raise Http404
    return file


@desk_page
@require_safe
def upload(request: HttpRequest, desk: Desk, id: UUID) -> HttpResponse:
    """One photo or scan, for officers of its office who may know whose matter it is.

    `?kecil` gives a small picture. Nothing in it can act: it stands in a sandbox of its own.
    """
    row = _readable(desk, id)
    content = read_kept(desk.office.code, row.sha256)
    if content is None:
        raise Http404
    kind = row.kind
    if "kecil" in request.GET and kind != "pdf":
        content, kind = small_picture(content), "jpeg"
    response = HttpResponse(content, content_type=_TYPES[kind])
    response.headers["Content-Disposition"] = f'inline; filename="{row.id}.{kind}"'
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _readable(desk: Desk, id: UUID) -> models.Upload:
    """The row, or 404: the same answer for unknown, another office's, and what is kept back."""
    found = models.Upload.objects.select_related("case")
    row = found.filter(office_id=desk.office.code, id=id).first()
    if row is None or row.kind not in _TYPES:
        raise Http404
    if row.case_id is None:
        own = row.created_by == desk.actor.key
        return row if own else _nothing()
    if may_see(row.case, desk.actor):
        return row
    file = case_file(row.case.reference, desk.actor)
    return row if file is not None and may_read_file(file) else _nothing()


def _nothing() -> models.Upload:
    raise Http404

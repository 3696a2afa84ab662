# SPDX-License-Identifier: EUPL-1.2
"""The pages of a case: itself, how its promise is counted, and its receipt."""

from __future__ import annotations

from typing import Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from pendopo.papers.values import Paper
from pendopo.portal.following.acting import about
from pendopo.portal.following.case_page import follow_page, public_promise
from pendopo.portal.following.passes import Follower, followed
from pendopo.portal.receipts import receipt_made
from pendopo.screens.case_view import view_of
from pendopo.screens.sheets.slips import WIDTHS, slip_of
from pendopo.screens.telling.unnamed import unnamed

RECEIPT = "tanda-terima"
WIDTH = "bentuk"
ON_SCREEN = "roll"
_PPI = 180
Kind = Literal["pdf", "png"]


@followed
@gzip_page
@require_safe
def show(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Where the case stands. Nothing of the request stands on it, so that it may be compressed."""
    context = {**about(follower), "page": follow_page(follower.file)}
    return render(request, "portal/follow/case.html", context)


@followed
@gzip_page
@require_safe
def promise(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Every line of the sum."""
    file = follower.file
    veil = unnamed(view_of(file).words, file.world.outside)
    context = {**about(follower), "page": public_promise(file, veil)}
    return render(request, "portal/follow/promise.html", context)


@followed
@require_safe
def receipt(request: HttpRequest, follower: Follower) -> HttpResponse:
    """The receipt to print: `?bentuk=a5` or `roll` of 80 mm, the office's own else."""
    wanted = request.GET.get(WIDTH, "")
    made = _receipt(follower, wanted if wanted in WIDTHS else "")
    return _answered(request, follower, made, "pdf")


@followed
@require_safe
def receipt_picture(request: HttpRequest, follower: Follower) -> HttpResponse:
    """The receipt as a picture to keep among one's photos."""
    return _answered(request, follower, _receipt(follower, ON_SCREEN), "png")


def _receipt(follower: Follower, width: str) -> Paper:
    made = slip_of(follower.file, RECEIPT, width)
    assert made is not None, "every case has a receipt"
    return made


def _answered(request: HttpRequest, follower: Follower, made: Paper, kind: Kind) -> HttpResponse:
    content = receipt_made(follower.client, made, kind, _PPI)
    if content is None:
        messages.warning(
            request,
            _("Tanda terimanya belum dapat dibuat sekarang. Nomor dan kode lacak tetap berlaku."),
        )
        return redirect("follow", reference=follower.reference)
    types = {"pdf": "application/pdf", "png": "image/png"}
    response = HttpResponse(content, content_type=types[kind])
    name = f"{RECEIPT}-{follower.reference}.{kind}"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

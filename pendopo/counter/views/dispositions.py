# SPDX-License-Identifier: EUPL-1.2
"""Disposisi: written on a phone or typed afterwards, noted and done by whoever got it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.dispositions import (
    Charge,
    dispose,
    finish_disposition,
    note_disposition,
)
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.views.books import shelf_or_404
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.screens.books.disposition_page import DispositionPage, disposition_page


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def disposition(request: HttpRequest, desk: Desk, key: str, line: UUID) -> HttpResponse:
    """Put a letter into hands: to whom, what is wished, in which words."""
    page = _page(desk, key, line)
    if request.method == "POST" and page.may_dispose:
        return post_once(request, desk, lambda: _disposed(request, desk, page))
    return _shown(request, page, Charge(line, ()))


def _page(desk: Desk, key: str, line: UUID) -> DispositionPage:
    shelf = shelf_or_404(desk, key)
    found = disposition_page(shelf, line, desk.actor) if shelf.kind.disposes else None
    if found is None:
        raise Http404
    return found


def _disposed(request: HttpRequest, desk: Desk, page: DispositionPage) -> HttpResponse:
    sent = request.POST
    charge = Charge(
        page.row.id,
        tuple(sent.getlist("to")),
        tuple(sent.getlist("wishes")),
        sent.get("instruction", ""),
        sent.get("given_by", ""),
        sent.get("outcome", ""),
    )
    answer = dispose(charge=charge, actor=desk.actor)
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        return _shown(request, page, charge, answer)
    messages.success(request, _("Disposisi tercatat."))
    return HttpResponseRedirect(reverse("book-line", args=[page.row.book, page.row.id]))


def _shown(
    request: HttpRequest, page: DispositionPage, charge: Charge, answer: NotRecorded | None = None
) -> HttpResponse:
    troubles: tuple[Trouble | Reason, ...] = ()
    if answer:
        troubles = (*answer.troubles, *answer.reasons)
    told = {one.where: one.text for one in troubles}
    context = {"page": page, "charge": charge, "troubles": troubles, "told": told}
    status = 422 if answer else 200
    return render(request, "counter/books/disposition.html", context, status=status)


@desk_page
@require_POST
def charged(request: HttpRequest, desk: Desk, disposition: UUID) -> HttpResponse:
    """A letter in my hands is noted, or done."""
    return post_once(request, desk, lambda: _charged(request, desk, disposition))


def _charged(request: HttpRequest, desk: Desk, disposition: UUID) -> HttpResponse:
    if request.POST.get("deed") == "done":
        answer = finish_disposition(
            disposition=disposition, result=request.POST.get("result", ""), actor=desk.actor
        )
        said = _("Disposisi selesai.")
    else:
        answer = note_disposition(disposition=disposition, actor=desk.actor)
        said = _("Dicatat: sudah Anda ketahui.")
    if not isinstance(answer, models.Disposition):
        raise Http404
    messages.success(request, said)
    return HttpResponseRedirect(reverse("books"))

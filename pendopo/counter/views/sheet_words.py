# SPDX-License-Identifier: EUPL-1.2
"""Changing the words of one letter before it is signed, with the letter beside them."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.cases.queries import CaseFile
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.cases.services.drafts import keep_draft
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.views.files import typed_in, version_of
from pendopo.counter.views.sheets import paper_of
from pendopo.domain.commands import Reword
from pendopo.domain.forms import Trouble
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds.meanwhile import since
from pendopo.screens.sheets.words import WordsPage, preview_key, words_page

LOOK, BACK = "look", "office"


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, desk: Desk, reference: str, paper: str) -> HttpResponse:
    """The words of this one letter: looked at, kept, or given up for the office's."""
    file = paper_of(desk, reference, paper)
    if not file.case.paper(paper).form.written_here:
        raise Http404
    if request.method != "POST":
        if not _may_reword(file, paper):
            return redirect("sheet", reference=file.row.reference, paper=paper)
        return _answer(request, words_page(file, paper))
    typed = request.POST.get("words", "").replace("\r\n", "\n")
    if request.POST.get("do") == LOOK:
        _keep_for_the_picture(request, desk, file, paper, typed)
        return _answer(request, words_page(file, paper, typed))
    said = "" if request.POST.get("do") == BACK else typed
    return post_once(request, desk, lambda: _kept(request, desk, file, paper, said))


def _may_reword(file: CaseFile, paper: str) -> bool:
    return any(one.name == "reword" and one.paper == paper for one in file.offers)


def _keep_for_the_picture(
    request: HttpRequest, desk: Desk, file: CaseFile, paper: str, typed: str
) -> None:
    key = preview_key(file.row.reference, paper)
    keep_draft(desk.officer, key, {"words": [typed]}, path=request.path, page=request.path)


def _kept(request: HttpRequest, desk: Desk, file: CaseFile, paper: str, said: str) -> HttpResponse:
    before = words_page(file, paper)
    unchanged = said.strip() == before.words.strip() or (not said.strip() and not before.edited)
    if unchanged and before.version_seen(version_of(typed_in(request))):
        messages.info(request, _("Kalimatnya tidak berubah."))
        return redirect("sheet", reference=file.row.reference, paper=paper)
    answer = advance(
        reference=file.row.reference,
        command=Reword(paper, said),
        actor=desk.actor,
        expected_version=version_of(typed_in(request)),
    )
    match answer:
        case Recorded():
            _tell(request, file, paper, said)
            return redirect("sheet", reference=file.row.reference, paper=paper)
        case NotRecorded(reasons=(reason,)) if reason is STALE:
            return _changed(request, desk, file, paper, said)
        case NotRecorded():
            page = words_page(file, paper, said)
            reasons = tuple(Trouble("", one.text) for one in answer.reasons)
            troubles = (*reasons, *(answer.troubles or page.troubles))
            return _answer(request, replace(page, troubles=troubles), status=422)
        case _:
            raise Http404


def _tell(request: HttpRequest, file: CaseFile, paper: str, said: str) -> None:
    state = file.case.paper(paper)
    if said:
        text = _("Kalimat surat ini diubah, hanya untuk berkas ini.")
    else:
        text = _("Surat ini kembali memakai kalimat kantor.")
    if state.initialled or state.approved:
        text += " " + _("Paraf dan persetujuan sebelumnya gugur; mintalah lagi.")
    messages.success(request, text)


def _changed(
    request: HttpRequest, desk: Desk, file: CaseFile, paper: str, said: str
) -> HttpResponse:
    """Somebody else was quicker: what happened, and the words still there."""
    now = paper_of(desk, file.row.reference, paper)
    changes = since(view_of(now), version_of(typed_in(request)))
    return _answer(request, words_page(now, paper, said), status=409, changes=changes)


def _answer(
    request: HttpRequest, page: WordsPage, *, status: int = 200, changes: object = None
) -> HttpResponse:
    context = {"page": page, "changes": changes}
    return render(request, "counter/sheets/words.html", context, status=status)

# SPDX-License-Identifier: EUPL-1.2
"""The office's wordings: what its letters say, changed by those who answer for it."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.drafts import draft_of, keep_draft
from pendopo.cases.services.wordings import keep_wording, may_edit
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Paper
from pendopo.domain.vocabulary import PaperForm
from pendopo.papers import printing
from pendopo.papers.printing import CannotPrint
from pendopo.screens.sheets.wordings import (
    WordingPage,
    on_an_example,
    paper_in,
    shelves,
    wording_page,
)
from pendopo.standards import versions
from pendopo.standards.versions import Standing

LOOK, BACK, EARLIER, SEEN = "look", "standard", "dari", "since"
Which = tuple[Standing, Paper, PaperForm]


@desk_page
@require_safe
def wordings(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All papers of the office, and whose words they say."""
    context = {"shelves": shelves(desk.office.code), "may_edit": may_edit(desk.actor)}
    return render(request, "counter/wordings/list.html", context)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: HttpRequest, desk: Desk, service: str, paper: str, form: str) -> HttpResponse:
    """The words of one paper: looked at on an example, kept, or given up for the standard's."""
    which = _which(desk, service, paper, form)
    if request.method != "POST":
        page = wording_page(*which, shown=request.GET.get(EARLIER, ""))
        return _shown(request, desk, page)
    typed = _typed(request, wording_page(*which))
    if request.POST.get("do") == LOOK:
        keep_draft(desk.officer, _preview(which), _as_lists(typed), path="", page="")
        return _shown(request, desk, wording_page(*which, typed=typed))
    said = {} if request.POST.get("do") == BACK else typed
    return post_once(request, desk, lambda: _kept(request, desk, which, said, typed))


@desk_page
@require_safe
def image(request: HttpRequest, desk: Desk, service: str, paper: str, form: str) -> HttpResponse:
    """The paper on a file with invented people, in the words that hold or those typed last."""
    which = _which(desk, service, paper, form)
    draft = draft_of(desk.officer, _preview(which)) if request.GET.get("v") else None
    page = wording_page(*which, shown=request.GET.get(EARLIER, ""))
    typed = {one.name: one.text for one in page.parts}
    if draft is not None:
        typed |= {name: "".join(values) for name, values in draft.typed.items() if name in typed}
    try:
        content, _pages = printing.png(on_an_example(*which, typed, desk.actor))
    except CannotPrint as fault:
        raise Http404 from fault
    return HttpResponse(content, content_type="image/png")


def _which(desk: Desk, service: str, paper: str, form: str) -> Which:
    standing = versions.current(desk.office.code, service)
    found = paper_in(standing, paper, form) if standing else None
    if standing is None or found is None:
        raise Http404
    return standing, *found


def _preview(which: Which) -> str:
    standing, paper, form = which
    return f"pratinjau/naskah/{standing.slug}/{paper.key}/{form}"


def _typed(request: HttpRequest, page: WordingPage) -> dict[str, str]:
    names = [one.name for one in page.parts]
    return {name: request.POST.get(name, "").replace("\r\n", "\n") for name in names}


def _as_lists(typed: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: [text] for name, text in typed.items()}


def _kept(
    request: HttpRequest,
    desk: Desk,
    which: Which,
    said: Mapping[str, str],
    typed: Mapping[str, str],
) -> HttpResponse:
    standing, paper, form = which
    seen = wording_page(*which)
    if request.POST.get(SEEN, "") != seen.since:
        page = wording_page(*which, typed=typed)
        return _shown(request, desk, page, status=409, changed=seen.kept[0] if seen.kept else None)
    answer = keep_wording(
        service=standing.slug, paper=paper.key, form=form, parts=said, actor=desk.actor
    )
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        page = wording_page(*which, typed=typed)
        reasons = tuple(Trouble("", one.text) for one in answer.reasons)
        return _shown(request, desk, page, status=422, reasons=reasons)
    messages.success(request, _said(said, paper))
    return redirect("wordings")


def _said(said: Mapping[str, str], paper: Paper) -> str:
    if any(text.strip() for text in said.values()):
        return _("Kalimat «%(paper)s» disimpan; berlaku mulai sekarang.") % {"paper": paper.title}
    return _("«%(paper)s» kembali memakai kalimat standar.") % {"paper": paper.title}


def _shown(
    request: HttpRequest,
    desk: Desk,
    page: WordingPage,
    *,
    status: int = 200,
    changed: object = None,
    reasons: tuple[Trouble, ...] = (),
) -> HttpResponse:
    context = {
        "page": page,
        "may_edit": may_edit(desk.actor),
        "changed": changed,
        "stale": status == 409,
        "troubles": (*reasons, *page.troubles),
        "earlier": request.GET.get(EARLIER, ""),
    }
    return render(request, "counter/wordings/wording.html", context, status=status)

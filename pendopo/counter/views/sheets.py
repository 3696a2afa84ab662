# SPDX-License-Identifier: EUPL-1.2
"""One paper of a case: looking at it, printing it, and changing its words."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.composing.letters import compose
from pendopo.cases.queries import CaseFile
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotRecorded, Recorded
from pendopo.cases.services.drafts import draft_of
from pendopo.cases.services.sheets import (
    KeptSheet,
    open_sheet,
    printed,
    sheets_of,
    standing_sheet,
)
from pendopo.cases.services.sheets import (
    file_of as issued_file,
)
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.views.files import file_of, typed_in, version_of
from pendopo.domain.commands import Reserve
from pendopo.domain.events import Stage
from pendopo.papers import printing
from pendopo.papers.printing import CannotPrint
from pendopo.papers.values import Paper
from pendopo.screens.sheets.page import may_read, sheet_page
from pendopo.screens.sheets.words import preview_key, with_body

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EARLIER, PREVIEW = "lembar", "pratinjau"


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, desk: Desk, reference: str, paper: str) -> HttpResponse:
    """The paper as it will be printed, how it stands, and what may be done with it."""
    file = paper_of(desk, reference, paper)
    if request.method == "POST":
        return post_once(request, desk, lambda: _reserved(request, desk, file, paper))
    page = sheet_page(file, paper, _earlier(request, file, paper))
    return render(request, "counter/sheets/sheet.html", {"page": page})


def _reserved(request: HttpRequest, desk: Desk, file: CaseFile, paper: str) -> HttpResponse:
    """Take the number before the sheet is signed, so that it stands on it when it is printed."""
    answer = advance(
        reference=file.row.reference,
        command=Reserve(paper),
        actor=desk.actor,
        expected_version=version_of(typed_in(request)),
    )
    match answer:
        case Recorded():
            messages.success(request, _("Nomor dipesan dan sudah tercetak pada lembar."))
        case NotRecorded():
            messages.warning(request, " ".join(reason.text for reason in answer.reasons))
        case _:
            raise Http404
    return redirect("sheet", reference=file.row.reference, paper=paper)


@desk_page
@require_safe
def pdf(request: HttpRequest, desk: Desk, reference: str, paper: str) -> HttpResponse:
    """The paper for the printer. What goes out to be signed is kept as it was printed."""
    file = paper_of(desk, reference, paper)
    earlier = _earlier(request, file, paper)
    try:
        content = _pdf(desk, file, paper, earlier)
    except CannotPrint as fault:
        return _unprinted(request, file, paper, fault)
    return download(content, "application/pdf", f"{name_of(file, paper)}.pdf", inline=True)


def _pdf(desk: Desk, file: CaseFile, paper: str, earlier: KeptSheet | None) -> bytes:
    kept = earlier or standing_sheet(file, paper)
    if isinstance(kept, KeptSheet) and kept.row.stage == Stage.TERBITAN:
        return issued_file(kept.row)
    return printing.pdf(earlier.paper if earlier else printed(file, paper, desk.actor.key))


@desk_page
@require_safe
def docx(request: HttpRequest, desk: Desk, reference: str, paper: str) -> HttpResponse:
    """The paper for whoever goes on writing it elsewhere; what is printed here stays the paper."""
    from pendopo.papers import word  # brings its library along, which other pages do not need

    file = paper_of(desk, reference, paper)
    shown = _earlier(request, file, paper) or standing_sheet(file, paper)
    try:
        content = word.docx(shown.paper)
    except ValueError as fault:  # a form for the pen, or a label
        raise Http404 from fault
    return download(content, WORD, f"{name_of(file, paper)}.docx")


@desk_page
@require_safe
def image(
    request: HttpRequest, desk: Desk, reference: str, paper: str, number: int
) -> HttpResponse:
    """One page as a picture: of what stands, of an earlier sheet, or of words not kept yet."""
    file = paper_of(desk, reference, paper)
    try:
        content, _pages = printing.png(_shown(request, desk, file, paper), number)
    except CannotPrint as fault:
        raise Http404 from fault
    return HttpResponse(content, content_type="image/png")


def _shown(request: HttpRequest, desk: Desk, file: CaseFile, paper: str) -> Paper:
    if PREVIEW in request.GET:
        draft = draft_of(desk.officer, preview_key(file.row.reference, paper))
        if draft is None:
            raise Http404
        words = with_body(file, paper, "".join(draft.typed.get("words", ())))
        return compose(file, paper, words=words).paper
    return (_earlier(request, file, paper) or standing_sheet(file, paper)).paper


def _unprinted(
    request: HttpRequest, file: CaseFile, paper: str, fault: CannotPrint
) -> HttpResponse:
    messages.warning(request, str(fault))
    return redirect("sheet", reference=file.row.reference, paper=paper)


# What the views of a paper share


def paper_of(desk: Desk, reference: str, paper: str) -> CaseFile:
    """The file, of which this officer may read this paper. Raises Http404 for any other."""
    file = file_of(desk, reference)
    if paper not in {one.key for one in file.standard.papers} or not may_read(file, paper):
        raise Http404
    return file


def _earlier(request: HttpRequest, file: CaseFile, paper: str) -> KeptSheet | None:
    """The earlier sheet that is asked for. Raises Http404 for one that never was."""
    asked = request.GET.get(EARLIER, "")
    if not asked:
        return None
    rows = sheets_of(file, paper)
    row = rows.filter(number=int(asked)).first() if asked.isascii() and asked.isdigit() else None
    if row is None:
        raise Http404
    return open_sheet(row)


def name_of(file: CaseFile, paper: str) -> str:
    """What the file is called: the paper and the reference, never a person."""
    return f"{slugify(file.standard.paper(paper).title)[:60]}-{file.row.reference}"


def download(content: bytes, kind: str, name: str, *, inline: bool = False) -> HttpResponse:
    """Bytes with a name. Nothing on the way keeps them."""
    headers: dict[str, Any] = {
        "Content-Disposition": f'{"inline" if inline else "attachment"}; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)

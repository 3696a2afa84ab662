# SPDX-License-Identifier: EUPL-1.2
"""Lines of a book that belong to no case: written, set aside, inserted, mended, given up."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.book_lines import (
    Line,
    correct_line,
    fill_line,
    note_delivery,
    set_aside,
    write_line,
)
from pendopo.cases.services.register_entries import Insertion, cancel_line, insert_number
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.views.books import refused, shelf_or_404
from pendopo.domain.forms import Trouble
from pendopo.screens.books.inputs import typed_in
from pendopo.screens.books.line_page import LinePage, Mending, line_page
from pendopo.screens.books.write_page import BESIDE, Way, WritePage, write_page

Answer = models.BookRow | NotRecorded | NotFound
Content = dict[str, str]


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The form for a new line: the next one, one set aside, one inserted, or a count."""
    shelf = shelf_or_404(desk, key)
    sent = request.POST or request.GET
    page = write_page(shelf, sent.get("cara", ""), sent.get("berkas", ""), desk.actor)
    if page is None:
        raise Http404
    if not shelf.may_write(desk.actor):
        return refused(request, (*shelf.book.keepers, *shelf.nation.kept_by))
    if request.method == "POST":
        return post_once(request, desk, lambda: _written(request, desk, page))
    return _form(request, page)


def _written(request: HttpRequest, desk: Desk, page: WritePage) -> HttpResponse:
    content = typed_in(request.POST.dict(), page.fields, page.setting)
    answer = _new_line(page, content, request.POST, desk)
    if isinstance(answer, models.BookRow):
        messages.success(request, _said(page, answer))
        return HttpResponseRedirect(_in_its_month(answer))
    beside = {name: request.POST.get(name, "") for name in BESIDE}
    return _form(request, page.sent_back(content, beside, _troubles(answer)), 422)


def _new_line(page: WritePage, content: Content, sent: QueryDict, desk: Desk) -> Answer:
    key, actor = page.shelf.book.key, desk.actor
    line = Line(key, content, sent.get("number", ""), page.reference, page.way is Way.TALLY)
    match page.way:
        case Way.WRITE | Way.TALLY:
            return write_line(line=line, actor=actor)
        case Way.SET_ASIDE:
            return set_aside(line=line, actor=actor)
        case Way.INSERT:
            return _inserted(page, content, sent, desk)


def _inserted(page: WritePage, content: Content, sent: QueryDict, desk: Desk) -> Answer:
    after = sent.get("after", "").strip()
    if not after.isdigit():
        return NotRecorded(troubles=(Trouble("after", _("Tulis nomor urut yang diikuti.")),))
    insertion = Insertion(
        page.shelf.book.key,
        desk.office.today.year,
        int(after[:9]),
        sent.get("reason", "")[:300],
        sent.get("approved_by", "")[:64],
        content,
    )
    return insert_number(insertion=insertion, actor=desk.actor)


def _said(page: WritePage, row: models.BookRow) -> str:
    if not row.number:
        return _("Tercatat di %(book)s.") % {"book": page.shelf.book.title}
    if page.way is Way.SET_ASIDE:
        words = _("Nomor %(number)s dipesan. Catat suratnya bila sudah jadi.")
        return words % {"number": row.number}
    return _("Tercatat dengan nomor %(number)s.") % {"number": row.number}


def _in_its_month(row: models.BookRow) -> str:
    """The address of a line on the page of its month."""
    return f"{reverse('book', args=[row.book])}?bulan={row.entry_date:%Y-%m}#b-{row.id}"


def _form(request: HttpRequest, page: WritePage, status: int = 200) -> HttpResponse:
    return render(request, "counter/books/write.html", {"page": page}, status=status)


def _troubles(answer: NotRecorded | NotFound) -> tuple[Trouble, ...]:
    """What has to be mended. Raises Http404 where there is no such thing."""
    if isinstance(answer, NotFound):
        raise Http404
    reasons = (Trouble(one.where, one.text) for one in answer.reasons)
    return (*answer.troubles, *reasons)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, desk: Desk, key: str, line: UUID) -> HttpResponse:
    """One line: what it says, what happened to it, and what may be mended."""
    shelf = shelf_or_404(desk, key)
    page = line_page(shelf, line, desk.actor)
    if page is None:
        raise Http404
    if request.method == "POST":
        return post_once(request, desk, lambda: _mended(request, desk, page))
    return _line(request, page)


def _mended(request: HttpRequest, desk: Desk, page: LinePage) -> HttpResponse:
    deed, reason = request.POST.get("deed", ""), request.POST.get("reason", "")[:300]
    if deed not in page.fields:
        return _line(request, page, 409)
    content = typed_in(request.POST.dict(), page.fields[deed], page.setting)
    answer = _mend(Mending(deed), page, content, reason, desk)
    if isinstance(answer, models.BookRow):
        messages.success(request, _("Tercatat."))
        return HttpResponseRedirect(request.path)
    return _line(request, page.sent_back(deed, content, reason, _troubles(answer)), 422)


def _mend(deed: Mending, page: LinePage, content: Content, reason: str, desk: Desk) -> Answer:
    line, actor = page.row.id, desk.actor
    match deed:
        case Mending.FILL:
            return fill_line(line=line, content=content, actor=actor)
        case Mending.CORRECT:
            return correct_line(line=line, content=content, reason=reason, actor=actor)
        case Mending.DELIVER:
            return note_delivery(line=line, content=content, actor=actor)
        case Mending.CANCEL:
            return cancel_line(line=line, reason=reason, actor=actor)


def _line(request: HttpRequest, page: LinePage, status: int = 200) -> HttpResponse:
    return render(request, "counter/books/line.html", {"page": page}, status=status)

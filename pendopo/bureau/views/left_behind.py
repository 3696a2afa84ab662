# SPDX-License-Identifier: EUPL-1.2
"""Files that nobody mends or fetches: their applicants are told, and then they are closed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.notices import (
    chosen,
    last_day_after_today,
    left_rows,
    notice_words,
    phone_link,
    uncollected,
)
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.left_behind import (
    WAYS,
    close_left_behind,
    left_behind,
    note_notice,
    waits_for_its_applicant,
)
from pendopo.counter.posting import post_once
from pendopo.screens.deeds.many_answers import Asked, outcome_of
from pendopo.screens.listings import may_see

A_PAGE = 50
_SURE = "pasti"


@bureau_page
@require_safe
def left(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits for its applicant for long, and what lies ready for long."""
    page = Paginator(left_behind(desk.office), A_PAGE).get_page(request.GET.get("page"))
    rows = left_rows(desk, list(page.object_list))
    context = {
        "rows": rows,
        "page": page,
        "any_closable": any(row.closable for row in rows),
        "policy": desk.office.policy_values,
        "ready": uncollected(desk),
        "ways": WAYS,
    }
    return render(request, "bureau/care/left.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """The words for one applicant, and the note that she was told."""
    file = case_file(reference, desk.actor)
    if file is None or not waits_for_its_applicant(file.row):
        raise Http404
    if request.method == "POST":
        way = request.POST.get("way", "")
        return post_once(request, desk, lambda: _noted(request, desk, reference, way))
    (row,) = left_rows(desk, [file.row])
    text = notice_words(file, last_day_after_today(desk))
    context = {
        "row": row,
        "text": text,
        "whatsapp": phone_link(file, text) if may_see(file.row, desk.actor) else "",
        "ways": WAYS,
        "last_day": last_day_after_today(desk),
    }
    return render(request, "bureau/care/notice.html", context)


@bureau_page
@require_POST
def close(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask once more, then close each for itself."""
    wanted = chosen(request.POST.getlist("files"))
    if not wanted:
        messages.error(request, _("Pilih dahulu berkas yang akan ditutup."))
        return redirect("bureau-left")
    if request.POST.get("do") == _SURE:
        return post_once(request, desk, lambda: _closed(request, desk, wanted))
    found = left_behind(desk.office).filter(reference__in=dict(wanted))
    rows = [row for row in left_rows(desk, list(found)) if row.closable]
    if not rows:
        messages.error(request, _("Berkas itu tidak lagi menunggu, atau belum waktunya ditutup."))
        return redirect("bureau-left")
    return render(request, "bureau/care/left-close.html", {"rows": rows, "sure": _SURE})


def _noted(request: HttpRequest, desk: Desk, reference: str, way: str) -> HttpResponse:
    answer = note_notice(reference=reference, way=way, actor=desk.actor)
    if isinstance(answer, NotFound):
        raise Http404
    if isinstance(answer, NotRecorded):
        messages.error(request, answer.told[0].text)
        return redirect("bureau-left-notice", reference=reference)
    messages.success(request, _("Tercatat: pemohon sudah diberi tahu."))
    return redirect("bureau-left")


def _closed(request: HttpRequest, desk: Desk, wanted: tuple[tuple[str, int], ...]) -> HttpResponse:
    key = request.POST.get("form_key", "")
    answers = close_left_behind(chosen=wanted, actor=desk.actor, key=key)
    outcome = outcome_of((Asked(*one) for one in wanted), answers, desk.actor)
    if outcome.done:
        told = ngettext("%(n)s berkas ditutup.", "%(n)s berkas ditutup.", outcome.done)
        messages.success(request, told % {"n": outcome.done})
    for one in outcome.refused:
        texts = " ".join(one.texts)
        messages.error(request, f"{one.ref} {one.applicant}: {texts}")
    return redirect("bureau-left")

# SPDX-License-Identifier: EUPL-1.2
"""Handing over what lies ready: several files to one collector, and the list that she signs."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.composing.look import look_of
from pendopo.cases.services.bundles import hand_over_many
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.printed import printed
from pendopo.domain.duty_fields import SELF
from pendopo.screens.deeds.many_answers import Outcome, outcome_of
from pendopo.screens.signing.hand_over_list import hand_over_listing, handed_over
from pendopo.screens.signing.hand_overs import Fetched, ReadyList, ready_list, wanted_of

MOST = 100
"""So many files in one sending, and in one printed list."""
DONE = "berkas"


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def hand_overs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What lies ready, and handing several of it to one collector."""
    return _done(request, desk) if request.method == "POST" else _page(request, desk)


@desk_page
@require_safe
def hand_over_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list of files that were handed over, for the printer."""
    files = handed_over(desk.office.code, request.GET.getlist(DONE)[:MOST], desk.actor)
    if not files:
        raise Http404
    listing = hand_over_listing(files, look_of(desk.office), desk.officer.name)
    return printed(request, listing, "serah-terima")


def _page(
    request: HttpRequest,
    desk: Desk,
    outcome: Outcome | None = None,
    troubles: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    done = outcome.references if outcome else tuple(request.GET.getlist(DONE)[:MOST])
    ticked = request.POST.getlist("files")
    context = {
        "list": ready_list(desk.actor, request.GET.get("desa", "")),
        "outcome": outcome,
        "troubles": troubles,
        "ticked": ticked,
        "received": [f"{one}/{ask}" for one in ticked for ask in _received(request, one)],
        "typed": request.POST,
        "print_list": f"{reverse('hand-over-list')}?{_query(done)}" if done else "",
    }
    status = 422 if troubles or (outcome and outcome.refused) else 200
    return render(request, "counter/hand_overs/list.html", context, status=status)


def _query(references: tuple[str, ...]) -> str:
    return urlencode([(DONE, one) for one in references])


def _done(request: HttpRequest, desk: Desk) -> HttpResponse:
    fetched = tuple(_fetched(request))
    relation = request.POST.get("relation", "")
    collector = " ".join(request.POST.get("collector", "").split())
    if not collector and relation == SELF:
        collector = _applicant(ready_list(desk.actor), fetched)
    if troubles := _lacking(fetched, collector, relation):
        return _page(request, desk, troubles=troubles)
    key = request.POST.get("form_key", "")
    wanted = wanted_of(fetched, collector, relation)
    answers = hand_over_many(wanted=wanted, actor=desk.actor, key=key)
    outcome = outcome_of(fetched, answers, desk.actor)
    if outcome.refused:
        return _page(request, desk, outcome)
    text = ngettext("%(n)d berkas diserahkan.", "%(n)d berkas diserahkan.", outcome.done)
    messages.success(request, text % {"n": outcome.done})
    return redirect(f"{reverse('hand-overs')}?{_query(outcome.references)}")


def _fetched(request: HttpRequest) -> list[Fetched]:
    references = list(dict.fromkeys(request.POST.getlist("files")))[:MOST]
    return [
        Fetched(
            reference=one,
            version=_number(request.POST.get(f"version-{one}", "")),
            step=request.POST.get(f"step-{one}", ""),
            received=_received(request, one),
        )
        for one in references
    ]


def _received(request: HttpRequest, reference: str) -> tuple[str, ...]:
    return tuple(request.POST.getlist(f"received-{reference}"))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _applicant(ready: ReadyList, fetched: tuple[Fetched, ...]) -> str:
    """Whoever fetches her own papers need not be named again; "" where they are of several."""
    rows = {row.reference: row for heap in ready.heaps for row in heap.rows}
    names = {rows[one.reference].applicant for one in fetched if one.reference in rows}
    return names.pop() if len(names) == 1 else ""


def _lacking(
    fetched: tuple[Fetched, ...], collector: str, relation: str
) -> tuple[tuple[str, str], ...]:
    """What is still to be said, with the id of its field."""
    found = []
    if not fetched:
        found.append(("daftar", _("Pilih dahulu berkas yang diambil.")))
    if not collector and relation not in ("", SELF):
        found.append(("f-collector", _("Tulis nama pengambil.")))
    if not relation:
        found.append(("f-relation", _("Pilih siapa yang mengambil.")))
    return tuple(found)

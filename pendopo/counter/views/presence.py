# SPDX-License-Identifier: EUPL-1.2
"""The presence board: who is in, who is out until when, and who signs meanwhile."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from pendopo.base import clock
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.presence import Who, note_change, note_return
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.domain.forms import Trouble
from pendopo.screens.desk.presence import OWN, board
from pendopo.screens.forms.natural_times import moment_ahead

REASONS = (
    gettext_lazy("DL"),
    gettext_lazy("Rapat"),
    gettext_lazy("Istirahat"),
    gettext_lazy("Cuti"),
)
"""One press each. An illness is nobody's business: it is a leave."""
UNFIT = 422


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The board; and what is pressed on it: `reason` for going out, without one for being back."""
    if request.method == "POST":
        return post_once(request, desk, lambda: _note(request, desk))
    return _board(request, desk)


def _board(request: HttpRequest, desk: Desk, trouble: Trouble | None = None) -> HttpResponse:
    told = request.POST if trouble else {}
    context = {
        "board": board(desk.office, desk.officer),
        "reasons": REASONS,
        "troubles": (trouble,) if trouble else (),
        "typed": {"position": told.get("position", ""), "back": told.get("back", "")},
    }
    return render(request, "counter/presence.html", context, status=UNFIT if trouble else 200)


def _note(request: HttpRequest, desk: Desk) -> HttpResponse:
    who, reason = _who(request.POST, desk), request.POST.get("reason", "")
    if not reason:
        return _answered(
            request,
            note_return(position=who.position, officer=who.officer, actor=desk.actor),
        )
    back = request.POST.get("back", "").strip()
    at = moment_ahead(back, clock.now(), desk.office.zone) if back else None
    if back and at is None:
        words = gettext(
            "Kembali kapan? Tulis jam atau tanggal yang akan datang: 13.00, besok, 25-11."
        )
        return _board(request, desk, Trouble(f"back-{who.position or OWN}", words))
    noted = note_change(
        position=who.position,
        officer=who.officer,
        actor=desk.actor,
        expected_return_at=at,
        reason=reason,
    )
    return _answered(request, noted)


def _who(sent: QueryDict, desk: Desk) -> Who:
    """Whom it is about: a position, myself in all that I hold, or another in all that she does."""
    if sent.get("position") == OWN:
        return Who(officer=desk.officer.id)
    officer = sent.get("officer", "")
    try:
        return Who(sent.get("position", ""), UUID(officer) if officer else None)
    except ValueError:
        raise Http404 from None


def _answered(request: HttpRequest, noted: object) -> HttpResponse:
    if isinstance(noted, NotFound):
        raise Http404
    if isinstance(noted, NotRecorded):
        messages.warning(request, " ".join(one.text for one in noted.reasons))
    return HttpResponseRedirect(reverse("presence"))

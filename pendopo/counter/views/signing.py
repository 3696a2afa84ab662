# SPDX-License-Identifier: EUPL-1.2
"""What waits for a signature or a paraf: many at once, or one with its paper before the eyes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pendopo.base import clock
from pendopo.cases.services.each import advance_each
from pendopo.counter.doors import Desk, desk_page
from pendopo.screens.deeds.many_answers import Outcome, is_of_office, outcome_of
from pendopo.screens.deeds.stated import stated_moment
from pendopo.screens.desk import presence
from pendopo.screens.signing.deeds import Sending, Ticked, wanted_of
from pendopo.screens.signing.file import signing_file
from pendopo.screens.signing.hands import May
from pendopo.screens.signing.waiting import (
    Row,
    SigningList,
    Sought,
    Waiting,
    signing_list,
    waiting_for,
)
from pendopo.screens.tracking import grouped

MOST = 100
"""So many files in one sending."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form of these pages as it came, with what is wrong in it."""

    sending: Sending
    troubles: tuple[str, ...] = ()


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def signing(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list of what waits for this hand; whoever records others' signatures finds those too."""
    if request.method == "POST":
        return _done_to_many(request, desk)
    return _list(request, desk)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def one_file(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """One file: the paper as it will be printed, and what it rests on."""
    waiting = waiting_for(desk.actor, desk.office.zone)
    if request.method == "POST":
        return _done_to_one(request, desk, waiting, reference)
    return _page_of_one(request, desk, waiting, reference)


def _list(
    request: HttpRequest, desk: Desk, outcome: Outcome | None = None, troubles: tuple[str, ...] = ()
) -> HttpResponse:
    waiting = waiting_for(desk.actor, desk.office.zone)
    shown = signing_list(waiting, _sought(request, waiting))
    context = {
        "list": shown,
        "signers": _signers(desk, shown),
        "outcome": outcome,
        "troubles": troubles,
        "ticked": request.POST.getlist("files"),
        "typed": request.POST,
    }
    status = 422 if troubles or (outcome and outcome.refused) else 200
    return render(request, "counter/signing/list.html", context, status=status)


def _signers(desk: Desk, shown: SigningList) -> tuple[presence.Row, ...]:
    """Who is out, for whoever records signatures; where those above are, for who signs for them."""
    if not shown.sought.recorded and not shown.in_place_of_another:
        return ()
    rows = presence.board(desk.office).signers
    if shown.sought.recorded:
        return tuple(row for row in rows if not row.here)
    return tuple(takewhile(lambda row: row.key not in desk.actor.positions, rows))


def _sought(request: HttpRequest, waiting: Waiting) -> Sought:
    """What is sought; whoever has nothing to sign herself begins with what she records."""
    own = any(row.own for row in waiting.rows)
    records = any(not row.own for row in waiting.rows)
    asked = request.GET.get("catat", "")
    return Sought(
        recorded=asked == "ya" if asked else records and not own,
        service=request.GET.get("layanan", ""),
        village=request.GET.get("desa", ""),
    )


def _done_to_many(request: HttpRequest, desk: Desk) -> HttpResponse:
    sent = _sent(request, desk)
    if sent.troubles:
        return _list(request, desk, troubles=sent.troubles)
    if _asks_first(request, sent.sending):
        return _ask(request, desk, sent.sending)
    outcome = _do(request, desk, sent.sending)
    if outcome.refused:
        return _list(request, desk, outcome)
    messages.success(request, done_words(sent.sending.deed, outcome.done))
    return redirect(request.get_full_path())


def _do(request: HttpRequest, desk: Desk, sending: Sending) -> Outcome:
    wanted = wanted_of(sending, desk.office.code)
    key = request.POST.get("form_key", "")
    answers = advance_each(wanted=wanted, actor=desk.actor, key=key)
    return outcome_of(sending.ticked, answers, desk.actor)


def _sent(request: HttpRequest, desk: Desk) -> Sent:
    post = request.POST
    troubles: list[str] = []
    deed = post.get("deed", "")
    references = list(dict.fromkeys(post.getlist("files")))[:MOST]
    if deed not in set(May) or not references:
        troubles.append(_("Pilih dahulu berkasnya, lalu tekan tombolnya."))
    at = stated_moment(post.get("tanggal", ""), post.get("jam", ""), clock.now(), desk.office.zone)
    if isinstance(at, str):
        troubles.append(at)
    return Sent(
        Sending(
            deed=May(deed) if deed in set(May) else May.APPROVE,
            ticked=tuple(_ticked(request, one) for one in references),
            signed_by=post.get("signed_by", ""),
            happened_at=at if isinstance(at, datetime) else None,
        ),
        tuple(troubles),
    )


def _ticked(request: HttpRequest, reference: str) -> Ticked:
    version = request.POST.get(f"version-{reference}", "")
    return Ticked(
        reference=reference,
        step=request.POST.get(f"step-{reference}", ""),
        version=int(version) if version.isascii() and version.isdigit() else None,
        reasons=request.POST.get(f"reasons-{reference}", "").strip(),
    )


def _asks_first(request: HttpRequest, sending: Sending) -> bool:
    """A return owes its reasons; that a pen was used is not said in passing."""
    if sending.deed is May.RETURN:
        return not all(one.reasons for one in sending.ticked)
    return sending.deed is May.SIGN and "sure" not in request.POST


def _ask(request: HttpRequest, desk: Desk, sending: Sending) -> HttpResponse:
    waiting = waiting_for(desk.actor, desk.office.zone)
    rows = [(one, waiting.among(one.reference)) for one in sending.ticked]
    lacking = sending.deed is May.RETURN and "reasons-asked" in request.POST
    back = sending.deed is May.RETURN
    context = {"sending": sending, "rows": rows, "lacking": lacking, "typed": request.POST}
    name = "counter/signing/back.html" if back else "counter/signing/sure.html"
    return render(request, name, context, status=422 if lacking else 200)


def _page_of_one(
    request: HttpRequest,
    desk: Desk,
    waiting: Waiting,
    reference: str,
    outcome: Outcome | None = None,
    troubles: tuple[str, ...] = (),
) -> HttpResponse:
    file = signing_file(waiting, reference, desk.actor)
    if file is None:
        return _waits_no_more(request, desk, reference, outcome)
    context = {
        "file": file,
        "recorded": not file.row.own,
        "outcome": outcome,
        "troubles": troubles,
        "typed": request.POST,
        "reasons": request.POST.get(f"reasons-{reference}", ""),
    }
    status = 422 if outcome or troubles else 200
    return render(request, "counter/signing/file.html", context, status=status)


def _waits_no_more(
    request: HttpRequest, desk: Desk, reference: str, outcome: Outcome | None
) -> HttpResponse:
    """Back to the list, with why. A file that this office does not have is not found."""
    if not is_of_office(desk.office.code, reference):
        raise Http404
    refused = outcome.refused if outcome else ()
    told = [text for one in refused for text in (*one.texts, *one.since)]
    text = _("Berkas %(ref)s tidak lagi menunggu tangan Anda.") % {"ref": grouped(reference)}
    messages.warning(request, " ".join((text, *told)))
    return redirect("signing")


def _done_to_one(
    request: HttpRequest, desk: Desk, waiting: Waiting, reference: str
) -> HttpResponse:
    """After the deed the next file lies there; after the last one, the list."""
    sent = _sent(request, desk)
    ticked = tuple(one for one in sent.sending.ticked if one.reference == reference)
    troubles = sent.troubles
    if sent.sending.deed is May.RETURN and not all(one.reasons for one in ticked):
        troubles += (_("Tulis alasannya, supaya pemeriksa tahu apa yang perlu dibetulkan."),)
    if troubles or not ticked:
        return _page_of_one(request, desk, waiting, reference, troubles=troubles)
    sending = Sending(sent.sending.deed, ticked, sent.sending.signed_by, sent.sending.happened_at)
    outcome = _do(request, desk, sending)
    if outcome.refused:
        fresh = waiting_for(desk.actor, desk.office.zone)
        return _page_of_one(request, desk, fresh, reference, outcome)
    messages.success(request, done_words(sending.deed, outcome.done))
    following = _following(request, waiting)
    return redirect("signing-file", following.reference) if following else redirect("signing")


def _following(request: HttpRequest, waiting: Waiting) -> Row | None:
    """The file that the page showed as the next one, if it still waits."""
    return waiting.among(request.POST.get("next", ""))


def done_words(deed: May, count: int) -> str:
    """What was done, and to how many."""
    match deed:
        case May.APPROVE:
            text = ngettext(
                "%(n)d berkas disetujui untuk ditandatangani.",
                "%(n)d berkas disetujui untuk ditandatangani.",
                count,
            )
        case May.SIGN:
            text = ngettext("%(n)d tanda tangan dicatat.", "%(n)d tanda tangan dicatat.", count)
        case May.INITIAL:
            text = ngettext("%(n)d paraf dicatat.", "%(n)d paraf dicatat.", count)
        case May.RETURN:
            text = ngettext("%(n)d berkas dikembalikan.", "%(n)d berkas dikembalikan.", count)
    return text % {"n": count}

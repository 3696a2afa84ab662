# SPDX-License-Identifier: EUPL-1.2
"""How anything is done by a citizen: filled in, looked at once more, sent; each on its own page.

What is asked is the engine's, who may do it too; here is only the way. A refusal gives the page
back as it was typed. Sent twice, it happens once. Somebody quicker is told of, and what was
typed stands. After a pause the code is asked for, and what was sent is looked at once more.
"""

from __future__ import annotations

from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from pendopo.base.canonical import canonical_bytes
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.cases.services.idempotency import (
    KEY_LENGTH,
    OtherBody,
    Reply,
    Request,
    once,
    was_done,
)
from pendopo.cases.services.rehearsing import rehearse
from pendopo.domain.commands import Command, Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.typed import small_number
from pendopo.portal.following.passes import Follower, typed_in
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.forms import VERSION
from pendopo.screens.tracking import grouped

Wrong = tuple[Reason | Trouble, ...]
SEND, CHANGE = "kirim", "ubah"
"""The buttons of the page to check: send it, or change it once more."""
_BUTTONS = (SEND, CHANGE)


class Plan(Protocol):
    """One thing that may be done with a case.

    `at_once`: nothing is asked, so that its page is the one to check.
    """

    title: str
    help: str
    done: str
    send: str
    at_once: bool
    ends: bool

    def command(self, typed: Typed) -> Command | Wrong:
        """What the form asks for, or what of it cannot be read."""

    def form(self, typed: Typed | None, wrong: Wrong) -> dict[str, Any]:
        """What its form needs, with `template` and `troubles`."""

    def said(self, typed: Typed) -> dict[str, Any]:
        """What stands on the page to check: `lines` of (label, text, before), `notes`."""

    def stays(self, typed: Typed) -> bool:
        """Whether a button was pressed that only changes the form."""


def carried(request: HttpRequest, follower: Follower, plan: Plan | None) -> HttpResponse:
    """Do what the plan is for, as far as this request goes. None: it is not offered (any more)."""
    typed = _typed(request)
    if _was_sent(request, follower):
        return redirect("follow", reference=follower.reference)
    if plan is None:
        return _gone(request, follower, typed)
    if request.method != "POST":
        return _check(request, follower, plan, Typed()) if plan.at_once else _form(
            request, follower, plan, None
        )  # fmt: skip
    if CHANGE in request.POST or plan.stays(typed):
        return _form(request, follower, plan, typed)
    if version_of(typed) != follower.file.case.version:
        return _stale(request, follower, plan, typed)
    command = plan.command(typed)
    if isinstance(command, tuple):
        return _form(request, follower, plan, typed, command)
    if SEND in request.POST and not follower.again:
        return _sent(request, follower, plan, typed, command)
    answer = rehearse(reference=follower.reference, command=command, actor=None)
    if isinstance(answer, NotRecorded):
        return _form(request, follower, plan, typed, (*answer.reasons, *answer.troubles))
    return _check(request, follower, plan, typed)


def _sent(
    request: HttpRequest, follower: Follower, plan: Plan, typed: Typed, command: Command
) -> HttpResponse:
    answers: list[HttpResponse] = []

    def run() -> Reply:
        answers.append(_advanced(request, follower, plan, typed, command))
        done = isinstance(answers[-1], HttpResponseRedirect)
        return Reply(200 if done else 422, answers[-1].headers.get("Location", ""))

    reply = once(_sending(request, follower), run)
    if isinstance(reply, OtherBody) or reply.replayed:
        return redirect("follow", reference=follower.reference)
    return answers[-1]


def _advanced(
    request: HttpRequest, follower: Follower, plan: Plan, typed: Typed, command: Command
) -> HttpResponse:
    answer = advance(
        reference=follower.reference,
        command=command,
        actor=None,
        expected_version=follower.file.case.version,
    )
    match answer:
        case Recorded():
            messages.success(request, plan.done)
            return redirect("follow", reference=follower.reference)
        case NotRecorded(reasons=(reason,)) if reason is STALE:
            return _stale(request, follower, plan, typed)
        case NotRecorded():
            return _form(request, follower, plan, typed, (*answer.reasons, *answer.troubles))
        case _:
            raise Http404


def _sending(request: HttpRequest, follower: Follower) -> Request | None:
    """What makes this sending the same as another; None for a form without its key."""
    key = request.POST.get("form_key", "")[:KEY_LENGTH]
    if not key:
        return None
    about = canonical_bytes([request.path, typed_in(request.POST)])
    return Request(follower.file.row.office_id, f"portal:{follower.reference}", key, about)


def _was_sent(request: HttpRequest, follower: Follower) -> bool:
    """Whether this very sending was done before: the second click of two."""
    return request.method == "POST" and was_done(_sending(request, follower))


def _form(
    request: HttpRequest,
    follower: Follower,
    plan: Plan,
    typed: Typed | None,
    wrong: Wrong = (),
    *,
    stale: bool = False,
) -> HttpResponse:
    context = {
        **about(follower),
        "plan": plan,
        "stale": stale,
        "again": follower.again,
        **plan.form(typed, wrong),
    }
    status = 409 if stale else 422 if wrong else 200
    return render(request, context["template"], context, status=status)


def _stale(
    request: HttpRequest, follower: Follower, plan: Plan, typed: Typed
) -> HttpResponse:  # fmt: skip
    """The case has changed since: the form again, as typed, upon what stands now."""
    if plan.at_once:
        return _check(request, follower, plan, typed, stale=True)
    return _form(request, follower, plan, typed, stale=True)


def _check(
    request: HttpRequest, follower: Follower, plan: Plan, typed: Typed, *, stale: bool = False
) -> HttpResponse:
    hidden = [
        (name, value)
        for name, values in typed.sent.items()
        if name not in (*_BUTTONS, VERSION)
        for value in values
    ]
    context = {
        **about(follower),
        "plan": plan,
        "hidden": hidden,
        "stale": stale,
        "again": follower.again,
        **plan.said(typed),
    }
    status = 409 if stale else 200
    return render(request, "portal/follow/check.html", context, status=status)


def _gone(request: HttpRequest, follower: Follower, typed: Typed) -> HttpResponse:
    """It is not offered any more: what was typed is shown, so that nothing is lost."""
    if request.method != "POST":
        return redirect("follow", reference=follower.reference)
    skipped = (*_BUTTONS, VERSION, "until", "outcome")
    texts = [
        text
        for name, values in typed.sent.items()
        if name not in skipped
        for text in values
        if text.strip()
    ]
    context = {**about(follower), "texts": texts}
    return render(request, "portal/follow/gone.html", context, status=409)


def about(follower: Follower) -> dict[str, Any]:
    """What every page of a case says of it."""
    file = follower.file
    return {
        "file": file,
        "reference": follower.reference,
        "ref": grouped(follower.reference),
        "version": file.case.version,
        "demo": file.world.office.demo,
    }


def version_of(typed: Typed) -> int:
    """The state of the case that the sender saw; 0 where the form does not say."""
    return small_number(typed.one(VERSION)) or 0


def _typed(request: HttpRequest) -> Typed:
    return Typed(typed_in(request.POST)) if request.method == "POST" else Typed()

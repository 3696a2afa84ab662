# SPDX-License-Identifier: EUPL-1.2
"""Checking one's answers, and sending them: once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from pendopo.cases.models import Application
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.applications import keep_typed, send_application, typed_in
from pendopo.cases.world import applicant, circumstances
from pendopo.domain.events import Json
from pendopo.domain.reminders import Reminder, standing_reminders
from pendopo.domain.vocabulary import Otherwise
from pendopo.portal.applying.answers import parts_of
from pendopo.portal.applying.changes import changes_between
from pendopo.portal.applying.doors import let_in, to_start, way_page
from pendopo.portal.applying.keeping import CHECKING, around
from pendopo.portal.applying.questions import Told
from pendopo.portal.applying.things import to_bring
from pendopo.portal.applying.way import (
    ANONYMOUS,
    CHANNEL,
    CHECK,
    CONFIDENTIAL,
    SECRECY,
    Stop,
    Way,
)
from pendopo.standards import versions

VERSION, REASON = "standar", "alasan."


@dataclass(frozen=True, slots=True)
class Heard:
    """A lead time or caution of the filing. `owed`: only with a reason; `barred`: not at all."""

    key: str
    say: str
    owed: bool
    barred: bool
    reason: str
    trouble: str = ""

    @property
    def name(self) -> str:
        """Under which its reason is sent."""
        return f"{REASON}{self.key}"

    @property
    def id(self) -> str:
        """To which an error summary links."""
        return f"f-{REASON}{self.key.replace('/', '-')}"


@way_page
def check(request: HttpRequest, way: Way) -> HttpResponse:
    """All answers with a way to each of them; and the button that sends."""
    if way.row is None:
        return to_start(way, expired=True)
    if request.method != "POST":
        return _shown(request, way)
    return _send(request, way, way.row)


def _send(request: HttpRequest, way: Way, row: Application) -> HttpResponse:
    way = _with_reasons(request, way, row)
    heard = tuple(_heard(way))
    changed = request.POST.get(VERSION, "") != str(way.standing.id)
    if changed or way.troubles() or any(one.barred for one in heard):
        return _shown(request, way, status=HTTPStatus.CONFLICT if changed else _UNFIT)
    owed = [one for one in heard if one.owed and not one.reason]
    if owed:
        say = _("Tulis dahulu alasannya.")
        return _shown(request, way, {one.key: say for one in owed}, status=_UNFIT)
    answer = send_application(row=row, values=way.sent_values(), data=_data(way, heard))
    if isinstance(answer, NotFound):
        return to_start(way, expired=True)
    if isinstance(answer, NotRecorded):
        said = (*(t.text for t in answer.troubles), *(r.text for r in answer.reasons))
        return _shown(request, way, said=said, status=_UNFIT)
    return let_in(HttpResponseRedirect(way.address(Stop("apply-sent"))), row)


_UNFIT = HTTPStatus.UNPROCESSABLE_ENTITY


def _with_reasons(request: HttpRequest, way: Way, row: Application) -> Way:
    """Keep the reasons that were asked for, so that no refusal loses them."""
    given = {
        one.name: request.POST[one.name].replace("\0", "").strip()[:2_000]
        for one in _heard(way)
        if one.name in request.POST
    }
    if not given:
        return way
    kept = keep_typed(row=row, change=lambda t: replace(t, told={**t.told, **given}))
    return way.with_typed(typed_in(kept), kept) if isinstance(kept, Application) else way


def _data(way: Way, heard: tuple[Heard, ...]) -> dict[str, Json]:
    """What is said beside the form: by which way, the name kept back, reasons."""
    data: dict[str, Json] = {"channel": CHANNEL}
    if way.anonymous:
        data["anonymous"] = True
    if way.standard.intake.confidential and way.secrecy in (CONFIDENTIAL, ANONYMOUS):
        data["confidential"] = True
    reasons: dict[str, Json] = {one.key: one.reason for one in heard if one.reason}
    return data | ({"reminders": reasons} if reasons else {})


def _heard(way: Way) -> Iterator[Heard]:
    """What the first step would have to hear, as the engine sees it."""
    first = way.standard.first
    seen = circumstances(way.world, way.standard, applicant(way.world, ""), way.known)
    for one in standing_reminders(way.standard, first, seen, way.world.now):
        yield _one_heard(way, one)


def _one_heard(way: Way, one: Reminder) -> Heard:
    reason = way.typed.told.get(f"{REASON}{one.key}", "")
    owed, barred = one.otherwise is Otherwise.REASON, one.otherwise is Otherwise.REFUSE
    return Heard(one.key, one.say, owed, barred, reason)


def _shown(
    request: HttpRequest,
    way: Way,
    reasons: dict[str, str] | None = None,
    said: tuple[str, ...] = (),
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    heard = tuple(replace(one, trouble=(reasons or {}).get(one.key, "")) for one in _heard(way))
    lacking = tuple(_lacking(way))
    context = {
        **around(request, way, CHECK),
        "parts": tuple(parts_of(way)),
        "heard": heard,
        "barred": any(one.barred for one in heard),
        "lacking": lacking,
        "troubles": [Told(one.id, f"{one.trouble} {one.say}") for one in heard if one.trouble],
        "said": said,
        "bring": to_bring(way.standard, way.known),
        "version": way.standing.id,
        "changes": _changes(way),
    }
    return render(request, "portal/apply/check.html", context, status=status)


def _changes(way: Way) -> tuple[str, ...]:
    """What of the standard is other than it was when the answers were given."""
    row = way.row
    if row is None or row.standard_id == way.standing.id:
        return ()
    before = versions.version(way.office, row.standard_id)
    return changes_between(before.standard, way.standard)


def _lacking(way: Way) -> Iterator[Told]:
    """What is missing or wrong, each with the page where it is mended."""
    for one in way.troubles():
        page = next((p for p in way.pages if one.where in p.places or one.where == p.key), None)
        stop = Stop("apply-question", page.key) if page else way.stops[0]
        text = f"{page.about}: {one.text}" if page and page.about else one.text
        yield Told(f"{way.address(stop)}?{CHECKING}=1", text)
    if SECRECY in way.stops and not way.secrecy:
        address = f"{way.address(SECRECY)}?{CHECKING}=1"
        yield Told(address, _("Pilih dahulu apakah nama Anda disebut."))

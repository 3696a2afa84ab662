# SPDX-License-Identifier: EUPL-1.2
"""What every page of the way does with what was sent: it is kept, and then answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from pendopo.cases.models import Application
from pendopo.cases.services.applications import (
    Change,
    TooMuch,
    Typed,
    begin_application,
    keep_typed,
    typed_in,
)
from pendopo.portal.applying.doors import client_of, let_in, to_start
from pendopo.portal.applying.way import CHECK, Stop, Way
from pendopo.screens.attempts import BEGUN_APPLICATIONS, count_one, wait_for
from pendopo.screens.plain_words import short_name

LATER, CHECKING = "nanti", "kembali"
"""The button that keeps and leaves; the field that says that one came from the check."""


class TooMany:
    """Too many applications were begun from one address; nothing was kept."""


def elsewhere(way: Way) -> HttpResponse:
    """A page that is not asked (any more): go on where one was, or begin."""
    if way.row is None:
        return to_start(way)
    return HttpResponseRedirect(way.address(way.resume))


def around(request: HttpRequest, way: Way, stop: Stop) -> dict[str, object]:
    """What every page of the way shows: whose it is, how far, and the way back."""
    sent = request.POST if request.method == "POST" else request.GET
    checking = CHECKING in sent
    before = CHECK if checking else way.before(stop)
    back = way.address(before) if before else to_start(way).url
    return {
        "way": way,
        "office": way.world.office,
        "service": short_name(way.standing.service.name),
        "slug": way.standing.slug,
        "number": way.number(stop),
        "of": len(way.stops),
        "back": back,
        "checking": checking,
    }


def with_seen(typed: Typed, what: tuple[str, ...], *, seen: bool) -> Typed:
    """With these places, or this page, among those that were sent, or no longer."""
    others = tuple(one for one in typed.seen if one not in what)
    return replace(typed, seen=(*others, *what) if seen else others)


def leaves(request: HttpRequest) -> bool:
    """Whether the button was pressed that keeps and leaves."""
    return LATER in request.POST


def keep(
    request: HttpRequest,
    way: Way,
    stop: Stop,
    change: Change,
    refused: Callable[[Way], HttpResponse] | None = None,
) -> HttpResponse:
    """Keep it, then answer: troubles on the same page (`refused`), the code, or the next page."""
    lost = way.row is None and stop != way.stops[0]
    row = row_with(request, way, change)
    if isinstance(row, (TooMuch, TooMany)):
        many = isinstance(row, TooMany)
        context = {"many": many, **around(request, way, stop)}
        return render(request, "portal/apply/too-much.html", context, status=429 if many else 413)
    if row is None:
        return to_start(way, expired=True)
    kept = way.with_typed(typed_in(row), row)
    if refused:
        return let_in(refused(kept), row)
    if leaves(request):
        return let_in(HttpResponseRedirect(kept.address(Stop("apply-kept"))), row)
    if lost:
        return let_in(to_start(kept, expired=True), row)
    then = kept.after(stop, checking=CHECKING in request.POST)
    return let_in(HttpResponseRedirect(kept.address(then)), row)


def row_with(
    request: HttpRequest, way: Way, change: Change
) -> Application | TooMuch | TooMany | None:
    """The application with the change in it; a new one where this browser had none."""
    if way.row is not None:
        return keep_typed(row=way.row, change=change, standard_id=way.standing.id)
    if wait_for(BEGUN_APPLICATIONS, client_of(request)):
        return TooMany()
    count_one(BEGUN_APPLICATIONS, client_of(request))
    return begin_application(
        office=way.office,
        service=way.standing.slug,
        standard_id=way.standing.id,
        typed=change(Typed()),
    )

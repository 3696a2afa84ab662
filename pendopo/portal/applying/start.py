# SPDX-License-Identifier: EUPL-1.2
"""The first page: what one needs at hand, how long it takes, what becomes of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pendopo.cases.services.applications import KEPT_DAYS
from pendopo.domain.offers import step_title
from pendopo.domain.promise import DayPolicy
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Due, Handling, Verb
from pendopo.portal.applying.doors import EXPIRED, way_page
from pendopo.portal.applying.things import places_of, to_bring
from pendopo.portal.applying.way import Way
from pendopo.portal.checklist import checklist
from pendopo.portal.promise import promise_card
from pendopo.screens.plain_words import short_name
from pendopo.standards.national import role_title

EVERYBODY = "pemohon"
"""The role that anybody fills (`standards/national/roles.yaml`)."""
_MINUTES_A_PAGE = 0.7
"""A guess for a page of two or three questions, until somebody has measured it."""


@way_page
def start(request: HttpRequest, way: Way) -> HttpResponse:
    """What it is, and the button that begins."""
    standard = way.standard
    days = way.world.day_policy is DayPolicy.WORKING_DAY
    context = {
        "way": way,
        "office": way.world.office,
        "slug": way.standing.slug,
        "service": short_name(way.standing.service.name),
        "name": way.standing.service.name,
        "card": promise_card(way.standing.compiled, working_days=days),
        "things": checklist(standard),
        "sendable": bool(places_of(standard, way.known)),
        "bring": [one for one in to_bring(standard, way.known) if not one.later],
        "minutes": max(3, ceil(len(way.stops) * _MINUTES_A_PAGE)),
        "who": _who(way),
        "closed": standard.first.by not in way.world.outside,
        "presence": list(dict.fromkeys(_presence(way))),
        "days": KEPT_DAYS,
        "first": way.address(way.stops[0]),
        "going_on": way.address(way.resume) if way.row else "",
        "expired": EXPIRED in request.GET and way.row is None,
        "kept_anew": EXPIRED in request.GET and way.row is not None,
    }
    return render(request, "portal/apply/start.html", context)


def _who(way: Way) -> str:
    """Who applies, where that is not simply everybody: the village, its head, the office."""
    by = way.standard.first.by
    return "" if by == EVERYBODY else role_title(by)


def _presence(way: Way) -> Iterator[str]:
    """What can only be done by coming, in words."""
    standard = way.standard
    if any(a.due is Due.INTAKE and a.handling is Handling.RETURN for a in standard.asks):
        yield _("menyerahkan lembar asli yang ditandatangani atau dikembalikan kepada Anda")
    for step in standard.steps[1:]:
        if step.by in way.world.outside and step.do is not Verb.SUBMIT:
            yield step_title(step)
    if any(step.do is Verb.CONSULT for step in standard.steps):
        yield _("berbicara dengan petugas")
    if _fetches(standard):
        yield _("mengambil hasilnya, dengan memperlihatkan identitas")


def _fetches(standard: Standard) -> bool:
    return any(step.do is Verb.HAND_OVER for step in standard.steps)

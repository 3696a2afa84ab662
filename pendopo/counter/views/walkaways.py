# SPDX-License-Identifier: EUPL-1.2
"""Who came, lacked something and goes home: one press, a slip, and nobody's name."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.cases.composing.look import look_of
from pendopo.cases.composing.visits import lacking_slip
from pendopo.cases.models import Event
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.walkaways import WalkAway, note_walk_away, remarks_of
from pendopo.cases.world import World, setting, world_of
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.printed import printed
from pendopo.domain.commands import Reason
from pendopo.domain.duty_fields import TOLD_BY
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.forms.reading import read_form, settled
from pendopo.screens.forms.words import Option
from pendopo.screens.intake.taking import village_kinds
from pendopo.screens.intake.walking_away import (
    LACKS,
    lackables,
    missing_of,
    said_in,
    ticked_in,
    village_in,
)
from pendopo.screens.telling.whatsapp import lacking_words, message_link
from pendopo.standards import versions

TOLD, VILLAGE, VISIT = "lewat", "desa", "kunjungan"
"""How it was told (the button that notes it), from which village, and which visit was noted."""


@desk_page
@require_http_methods(["GET", "POST"])
def walk_away(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What lacks, and how it is told. The button that says how also notes the visit."""
    standing, world = _standing(desk, slug), world_of(desk.office.code)
    if request.method != "POST":
        return (
            _told(request, standing, world)
            if LACKS in request.GET
            else _asked(request, standing, world, Typed({}))
        )
    typed = Typed({name: request.POST.getlist(name) for name in request.POST})
    if TOLD not in request.POST:
        return _asked(request, standing, world, typed)
    return post_once(request, desk, lambda: _noted(request, desk, standing, world, typed))


def _standing(desk: Desk, slug: str) -> versions.Standing:
    standing = versions.current(desk.office.code, slug)
    if standing is None:
        raise Http404
    return standing


def _noted(
    request: HttpRequest, desk: Desk, standing: versions.Standing, world: World, typed: Typed
) -> HttpResponse:
    lacks, village = ticked_in(standing.standard, typed), typed.one(VILLAGE)
    visit = WalkAway(standing.slug, lacks, typed.one(TOLD), village, said_in(lacks, typed))
    answer = note_walk_away(visit=visit, actor=desk.actor)
    if isinstance(answer, Event):
        told = [(TOLD, typed.one(TOLD)), (VISIT, str(answer.id))]
        asked = urlencode([(LACKS, key) for key in lacks] + told)
        return redirect(f"{reverse('walk-away', args=[standing.slug])}?{asked}")
    reasons = answer.reasons if isinstance(answer, NotRecorded) else ()
    return _asked(request, standing, world, typed, reasons, status=422)


def _asked(
    request: HttpRequest,
    standing: versions.Standing,
    world: World,
    typed: Typed,
    reasons: tuple[Reason, ...] = (),
    status: int = 200,
) -> HttpResponse:
    standard, there = standing.standard, setting(world)
    flat = {name: typed.one(name) for name in typed.sent}
    known = settled(standard, read_form(standard, flat, there), there, world.calendar)
    chosen = typed.one(VILLAGE) or village_in(standard, known)
    kinds, ticked = village_kinds(world.office.code), ticked_in(standard, typed)
    villages = sorted(there.villages.items(), key=lambda one: one[1].casefold())
    context = {
        "name": words.short_name(standing.service.name),
        "slug": standing.slug,
        "asks": lackables(standard, known, ticked, said_in(ticked, typed)),
        "villages": [Option(code, name, kinds.get(code, "")) for code, name in villages],
        "chosen": chosen,
        "nothing": bool(reasons),
        "ways": TOLD_BY,
    }
    return render(request, "counter/intake/walk-away.html", context, status=status)


def _told(request: HttpRequest, standing: versions.Standing, world: World) -> HttpResponse:
    """After it was noted: the slip, the message, the next visitor."""
    keys, visit = request.GET.getlist(LACKS), request.GET.get(VISIT, "")
    said = remarks_of(world.office.code, visit)
    missing = missing_of(standing.standard, keys, said)
    if not missing:
        raise Http404
    name = words.short_name(standing.service.name)
    told = [f"{one.label}: {one.said}" if one.said else one.label for one in missing]
    text = lacking_words(world.office.name, name, told)
    slip = reverse("walk-away-slip", args=[standing.slug])
    context = {
        "name": name,
        "slug": standing.slug,
        "missing": missing,
        "way": request.GET.get(TOLD, ""),
        "slip": f"{slip}?{urlencode([*((LACKS, key) for key in keys), (VISIT, visit)])}",
        "whatsapp": message_link(text),
    }
    return render(request, "counter/intake/walked-away.html", context)


@desk_page
@require_safe
def slip(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The slip of what lacks, for the hand of whoever goes home."""
    standing = _standing(desk, slug)
    said = remarks_of(desk.office.code, request.GET.get(VISIT, ""))
    missing = missing_of(standing.standard, request.GET.getlist(LACKS), said)
    if not missing:
        raise Http404
    world, name = world_of(desk.office.code), words.short_name(standing.service.name)
    paper = lacking_slip(look_of(desk.office), world.calendar, name, missing)
    return printed(request, paper, "lembar-kekurangan")

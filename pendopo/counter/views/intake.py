# SPDX-License-Identifier: EUPL-1.2
"""Taking a file in: choosing the service, filling in the form, checking what was brought."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.earlier import (
    Earlier,
    count_earlier,
    earlier_file,
    earlier_files,
    taken_over,
    unmasked,
)
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import NotRecorded, Recorded
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.same_visit import file_and_act
from pendopo.cases.services.uploads import attach_uploads
from pendopo.cases.world import world_of
from pendopo.counter.addresses import address
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.intake_page import IntakePage, intake_page
from pendopo.counter.posting import post_once
from pendopo.screens.deeds.forms import ALL
from pendopo.screens.desk.presence import signing_now
from pendopo.screens.forms.reading import asked_only, without_empty_rows
from pendopo.screens.intake.earlier import earlier_lines, sought_in
from pendopo.screens.intake.order import Order, order_of
from pendopo.screens.intake.service_choice import services_offered
from pendopo.screens.intake.taken_in import taken_in, waits_for_signature
from pendopo.screens.intake.taking import Visit, visit_of
from pendopo.screens.photos.brought import CARRIED, Brought, brought_along
from pendopo.screens.tracking import code_of, read_reference
from pendopo.standards import versions

SEND, ONLY_FILE, RESULT = "kirim", "saja", "hasil:"
"""The button that takes a file in: what it says."""
ADD, REMOVE, LEFT = "tambah", "hapus", "ditinggal"
EARLIER, TAKE_OVER, FROM = "lalu", "salin", "isi-dari"
"""The button that looks for earlier files, those that fill in from one, and which it was."""
BUNDLE = "bundel"
_MOST_LETTERS = 80


@desk_page
@require_safe
def choose(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Which service: the most asked first, by two or three letters or by a number key."""
    sought = request.GET.get("q", "")[:_MOST_LETTERS].strip()
    services = services_offered(desk.office.code, clock.now(), sought)
    return render(request, "counter/intake/choose.html", {"services": services, "sought": sought})


@desk_page
@require_http_methods(["GET", "POST"])
def fill_in(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The form of a service, and what was brought. Only `kirim` takes the file in."""
    visit = _visit(request, desk, slug)
    if request.method != "POST":
        return _shown(request, desk, intake_page(visit))
    carried = request.POST.getlist(CARRIED)
    brought = brought_along(desk.actor, request.FILES, carried)
    if SEND not in request.POST:
        return _shown(request, desk, _looked_at_again(request, desk, visit, brought))
    return post_once(request, desk, lambda: _taken_in(request, desk, visit, brought))


def _visit(request: HttpRequest, desk: Desk, slug: str) -> Visit:
    standing = versions.current(desk.office.code, slug)
    if standing is None:
        raise Http404
    world = world_of(desk.office.code)
    sent = {name: request.POST.getlist(name) for name in request.POST}
    visit = visit_of(standing, world, desk.actor, sent, all_present=ALL in sent)
    if SEND not in sent:
        return visit
    rows = without_empty_rows(standing.standard, visit.values)
    return visit_of(standing, world, desk.actor, sent, rows)


def _looked_at_again(
    request: HttpRequest, desk: Desk, visit: Visit, brought: Brought
) -> IntakePage:
    """The same page with a row more or less, or filled in from before; what was typed stays."""
    group, _, number = request.POST.get(REMOVE, "").partition("/")
    rows = visit.values.get(group)
    if isinstance(rows, list) and number.isdigit() and 0 < int(number) <= len(rows):
        del rows[int(number) - 1]
    added = request.POST.get(ADD, "")
    answer = NotRecorded(brought.troubles) if brought.troubles else None
    more = {added: 1} if added else {}
    chosen = _chosen(request, desk, TAKE_OVER)
    if chosen is not None:
        values = taken_over(visit.standard, visit.values, chosen, desk.actor.roles)
        visit = visit_of(visit.standing, visit.world, desk.actor, visit.typed.sent, values)
    page = intake_page(visit, answer=answer, rows=more, uploads=brought.kept)
    source = chosen.row.reference if chosen else request.POST.get(FROM, "")
    page, sought = replace(page, source=source), sought_in(visit)
    if EARLIER in request.POST:
        lines = earlier_lines(visit, earlier_files(desk.actor, sought))
        return replace(page, earlier=lines, looked=True, known_files=len(lines))
    return replace(page, known_files=count_earlier(desk.actor, sought))


def _chosen(request: HttpRequest, desk: Desk, name: str) -> Earlier | None:
    """The earlier file that the page names, if it may be read from."""
    reference = read_reference(request.POST.get(name, ""))
    return earlier_file(desk.actor, reference) if reference else None


def _taken_in(request: HttpRequest, desk: Desk, visit: Visit, brought: Brought) -> HttpResponse:
    pressed = request.POST[SEND]
    outcome = None if pressed == ONLY_FILE else pressed.removeprefix(RESULT)
    order = order_of(visit, outcome)
    if not isinstance(order, Order):
        unread = NotRecorded(brought.troubles, troubles=order)
        return _refused(request, desk, visit, unread, brought)
    if brought.troubles:
        return _refused(request, desk, visit, NotRecorded(brought.troubles), brought)
    bundle = _bundle(request, desk)
    filing = _filing(visit, order, _chosen(request, desk, FROM), bundle)
    answer = file_and_act(filing=filing, deeds=order.deeds, actor=desk.actor)
    if isinstance(answer, Recorded):
        attach_uploads(case=answer.row, wanted=brought.wanted)
        if bundle:
            return redirect("bundle", code=bundle.code)
        where = reverse("intake-done", args=[visit.standard.slug, answer.row.reference])
        return redirect(f"{where}?{LEFT}=1" if LEFT in request.POST else where)
    if isinstance(answer, NotRecorded):
        return _refused(request, desk, visit, answer, brought)
    raise Http404


def _bundle(request: HttpRequest, desk: Desk) -> models.Bundle | None:
    """The bundle into which the file goes, where it was begun from one."""
    sent = request.POST if request.method == "POST" else request.GET
    code = read_reference(sent.get(BUNDLE, ""))
    found = models.Bundle.objects.filter(office_id=desk.office.code, code=code)
    return found.first() if code else None


def _filing(
    visit: Visit, order: Order, source: Earlier | None, bundle: models.Bundle | None
) -> Filing:
    """Only what the page asked is handed in, so that nothing is kept that nobody sees."""
    values = asked_only(visit.standard, visit.values, visit.known, letter=visit.look.letter)
    values = unmasked(values, source) if source else values
    office = visit.world.office.code
    slug, bundle_id = visit.standard.slug, bundle.id if bundle else None
    return Filing(office, slug, values, order.data, order.happened_at, bundle_id)


def _refused(
    request: HttpRequest, desk: Desk, visit: Visit, answer: NotRecorded, brought: Brought
) -> HttpResponse:
    page = intake_page(visit, answer=answer, uploads=brought.kept)
    page = replace(page, source=request.POST.get(FROM, ""))
    return _shown(request, desk, page, status=422)


def _shown(request: HttpRequest, desk: Desk, page: IntakePage, status: int = 200) -> HttpResponse:
    page = replace(page, bundle=_bundle(request, desk))
    return render(request, "counter/intake/form.html", {"page": page}, status=status)


@desk_page
@require_safe
def taken(request: HttpRequest, desk: Desk, slug: str, reference: str) -> HttpResponse:
    """What was taken in: its reference, when it will be ready, and the next file."""
    known = read_reference(reference)
    file = case_file(known, desk.actor) if known else None
    if file is None or file.standard.slug != slug:
        raise Http404
    context = {
        "taken": taken_in(file),
        "presence": signing_now(desk.office, slug) if waits_for_signature(file) else None,
        "code": code_of(file.row.reference) if LEFT in request.GET else "",
        "receipt_slip": address("slip", file.row.reference, "tanda-terima"),
        "lacking_slip": address("slip", file.row.reference, "kekurangan"),
    }
    return render(request, "counter/intake/done.html", context)

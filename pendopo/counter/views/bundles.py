# SPDX-License-Identifier: EUPL-1.2
"""Bundles: one bringer, many files, one receipt, one hand-over."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.cases.composing.look import look_of
from pendopo.cases.composing.visits import bundle_receipt, hand_over_list
from pendopo.cases.services.answers import NotRecorded, Recorded
from pendopo.cases.services.bundles import (
    Bringer,
    Received,
    add_to_bundle,
    hand_over_bundle,
    take_in,
)
from pendopo.cases.services.drafts import KeptDraft, draft_of, drop_draft, keep_draft
from pendopo.cases.world import world_of
from pendopo.counter.bundle_form import RELATION, Form, judged, orders_of, read_bundle
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.printed import printed
from pendopo.domain.commands import Reason
from pendopo.domain.duty_fields import RELATIONS
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import Choice, Control
from pendopo.screens.forms.words import Option
from pendopo.screens.intake.bundle_grid import (
    Block,
    Grid,
    Troubles,
    TypedRow,
    blocks_of,
    grid_of,
)
from pendopo.screens.intake.bundle_page import BundlePage, bundle_page, bundle_paper, bundle_rows
from pendopo.screens.tracking import read_reference

SEND = "kirim"


@desk_page
@require_safe
def every(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The bundles that are not finished; with `?selesai` those that are."""
    finished = "selesai" in request.GET
    rows = bundle_rows(desk.office, finished=finished)
    context = {"rows": rows, "finished": finished}
    return render(request, "counter/intake/bundles.html", context)


@desk_page
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new bundle: who brings it, and a row for each file."""
    grid = grid_of(world_of(desk.office.code), desk.actor)
    form = read_bundle(grid, request.POST)
    if SEND not in request.POST:
        return _new_page(request, grid, form)
    return post_once(request, desk, lambda: _taken(request, desk, grid, form))


def _taken(request: HttpRequest, desk: Desk, grid: Grid, form: Form) -> HttpResponse:
    good, troubles = judged(grid, form)
    if not good:
        told = () if form.begun else (_nothing(),)
        return _new_page(request, grid, form, told, troubles, status=422)
    filings, deeds = orders_of(grid, good)
    answer = take_in(bringer=form.bringer, filings=filings, actor=desk.actor, deeds=deeds)
    if not isinstance(answer, Received):
        return _new_page(request, grid, form, answer.reasons, troubles, status=422)
    return _to_bundle(request, desk, form, good, answer)


def _nothing() -> Reason:
    return Reason("needed", _("Isi paling sedikit satu baris."), "files")


def _to_bundle(
    request: HttpRequest,
    desk: Desk,
    form: Form,
    good: tuple[TypedRow, ...],
    answer: Received,
) -> HttpResponse:
    """To the bundle's page; what could not be taken in waits there as it was typed."""
    done = {
        (row.slug, row.number)
        for row, one in zip(good, answer.answers, strict=True)
        if isinstance(one, Recorded)
    }
    left = [row for row in form.begun if (row.slug, row.number) not in done]
    _keep_rows(request, desk, answer.bundle.code, left)
    text = ngettext("%(n)d berkas diterima.", "%(n)d berkas diterima.", len(done))
    messages.success(request, text % {"n": len(done)})
    return redirect("bundle", code=answer.bundle.code)


def _keep_rows(request: HttpRequest, desk: Desk, code: str, left: Iterable[TypedRow]) -> None:
    """What was typed in rows that did not stand: kept as a draft of this bundle."""
    wanted = tuple(f"b/{row.slug}/{row.number}/" for row in left)
    typed = {
        name: request.POST.getlist(name)
        for name in request.POST
        if wanted and name.startswith(wanted)
    }
    key = f"bundel/{code}"
    if typed:
        keep_draft(desk.officer, key, typed, path=request.path, page=request.path)
    else:
        drop_draft(desk.officer, key)


def _new_page(
    request: HttpRequest,
    grid: Grid,
    form: Form,
    told: tuple[Reason, ...] = (),
    troubles: Troubles | None = None,
    status: int = 200,
) -> HttpResponse:
    texts = {one.where: one.text for one in told}
    context = {
        "bringer": form.bringer,
        "relations": _relations(form.bringer.relation, texts.get("relation", "")),
        "villages": _villages(grid),
        "blocks": _blocks(grid, form, troubles),
        "services": _services(grid),
        "told": texts,
        "count": len(form.begun),
    }
    return render(request, "counter/intake/bundle-new.html", context, status=status)


def _blocks(grid: Grid, form: Form, troubles: Troubles | None = None) -> tuple[Block, ...]:
    return blocks_of(
        grid, form.rows, form.services, form.bringer.village, form.more, troubles or {}
    )


def _services(grid: Grid) -> list[Option]:
    return [
        Option(slug, words.short_name(one.service.name)) for slug, one in grid.standings.items()
    ]


def _villages(grid: Grid) -> list[Option]:
    named = sorted(grid.look.setting.villages.items(), key=lambda one: one[1].casefold())
    return [Option(code, name, grid.look.kinds.get(code, "")) for code, name in named]


def _relations(chosen: str, trouble: str = "") -> Control:
    options = tuple(Choice(key, words.choice(key), key == chosen) for key in RELATIONS)
    return Control("choice", RELATION, _("Sebagai"), chosen, options=options, trouble=trouble)


@desk_page
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """One bundle: the state of each file, what was not taken in yet, and more rows."""
    page = _page(desk, code)
    grid = grid_of(world_of(desk.office.code), desk.actor)
    if SEND in request.POST:
        return post_once(request, desk, lambda: _added(request, desk, page, grid))
    left = draft_of(desk.officer, f"bundel/{page.bundle.code}")
    sent = request.POST if request.method == "POST" else _as_sent(left)
    form = _of_bundle(page, read_bundle(grid, sent))
    troubles = judged(grid, form)[1] if left else {}
    return _one_page(request, page, grid, form, troubles)


def _as_sent(left: KeptDraft | None) -> QueryDict:
    """What waits to be mended, as if the page had sent it."""
    sent = QueryDict(mutable=True)
    for name, values in left.typed.items() if left else ():
        sent.setlist(name, list(values))
    return sent


def _page(desk: Desk, code: str) -> BundlePage:
    page = bundle_page(desk.office, desk.actor, read_reference(code) or "")
    if page is None:
        raise Http404
    return page


def _of_bundle(page: BundlePage, form: Form) -> Form:
    bundle = page.bundle
    bringer = Bringer(bundle.bringer, bundle.relation, bundle.village)
    return Form(bringer, form.rows, form.services, form.more)


def _added(request: HttpRequest, desk: Desk, page: BundlePage, grid: Grid) -> HttpResponse:
    form = _of_bundle(page, read_bundle(grid, request.POST))
    good, troubles = judged(grid, form)
    if not good:
        return _one_page(request, page, grid, form, troubles, status=422)
    filings, deeds = orders_of(grid, good)
    answer = add_to_bundle(code=page.bundle.code, filings=filings, actor=desk.actor, deeds=deeds)
    if not isinstance(answer, Received):
        raise Http404
    return _to_bundle(request, desk, form, good, answer)


def _one_page(
    request: HttpRequest,
    page: BundlePage,
    grid: Grid,
    form: Form,
    troubles: Troubles,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": page,
        "blocks": _blocks(grid, form, troubles),
        "services": _services(grid),
        "others": grid.others,
        "left": len(troubles),
        "relations": _relations(page.bundle.relation),
    }
    return render(request, "counter/intake/bundle.html", context, status=status)


@desk_page
@require_POST
def hand_over(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Hand over all files that are ready in one go; the others say why not."""
    page = _page(desk, code)
    return post_once(request, desk, lambda: _handed(request, desk, page))


def _handed(request: HttpRequest, desk: Desk, page: BundlePage) -> HttpResponse:
    collector = request.POST.get("collector", "").strip() or page.bundle.bringer
    relation = request.POST.get(RELATION, page.bundle.relation)
    answers = hand_over_bundle(
        code=page.bundle.code, collector=collector, relation=relation, actor=desk.actor
    )
    if not isinstance(answers, tuple):
        raise Http404
    done = sum(isinstance(answer, Recorded) for _row, answer in answers)
    names = {one.row.reference: one.row.applicant or one.row.ref for one in page.files if one.ready}
    for row, answer in answers:
        if isinstance(answer, NotRecorded) and row.reference in names:
            why = " ".join(reason.text for reason in answer.reasons)
            messages.warning(request, f"{names[row.reference]}: {why}")
    if done:
        text = ngettext("%(n)d berkas diserahkan.", "%(n)d berkas diserahkan.", done)
        messages.success(request, text % {"n": done})
    return redirect("bundle", code=page.bundle.code)


@desk_page
@require_safe
def receipt(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """One receipt for the whole bundle, to be printed."""
    page = _page(desk, code)
    paper = bundle_receipt(look_of(desk.office), bundle_paper(page, desk.office.zone))
    return printed(request, paper, f"tanda-terima-{page.bundle.code}")


@desk_page
@require_safe
def hand_overs(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """The list of what was handed over, to be signed by whoever collected it."""
    page = _page(desk, code)
    listed = bundle_paper(page, desk.office.zone, handed=True)
    paper = hand_over_list(look_of(desk.office), listed, page.bundle.bringer)
    return printed(request, paper, f"daftar-serah-{page.bundle.code}")

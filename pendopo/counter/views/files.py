# SPDX-License-Identifier: EUPL-1.2
"""The file in hand: reading it, and passing its steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from pendopo.cases.queries import CaseFile, case_file
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.domain.commands import Act, Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.typed import small_number
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.done import told_as_done
from pendopo.screens.deeds.forms import VERSION
from pendopo.screens.deeds.meanwhile import lost_words, since
from pendopo.screens.deeds.reading import Reading, read_steps
from pendopo.screens.deeds.troubles import Placed, placed, with_troubles
from pendopo.screens.desk.board import board
from pendopo.screens.desk.file_page import Asked, FilePage, file_page
from pendopo.screens.listings import may_read_file
from pendopo.screens.tracking import read_reference

Wrong = tuple[Reason | Trouble, ...]

BESIDE = 30
"""So many rows of the queue beside a file."""


@desk_page
@require_safe
def show(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """One file: what is known of it, and what may be done next."""
    file = file_of(desk, reference)
    all_present = request.GET.get("semua") == "ada"
    return file_answer(request, desk, file_page(file, Asked(all_present=all_present)))


@desk_page
@require_POST
def pass_steps(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """Pass one step, or several of the same hand: one act, accepted or refused whole."""
    return post_once(request, desk, lambda: _passed(request, desk, reference))


def _passed(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    file, typed = file_of(desk, reference), typed_in(request)
    if version_of(typed) != file.case.version:
        return changed_meanwhile(request, desk, file, Asked(typed))
    command = _command(file, desk, typed)
    if not isinstance(command, Act):
        return _refused(request, desk, file, typed, command)
    answer = advance(
        reference=file.row.reference,
        command=command,
        actor=desk.actor,
        expected_version=file.case.version,
    )
    match answer:
        case Recorded():
            messages.success(request, told_as_done(answer.events, file.standard))
            return redirect("file", reference=file.row.reference)
        case NotRecorded(reasons=(reason,)) if reason is STALE:
            return changed_meanwhile(request, desk, file_of(desk, reference), Asked(typed))
        case NotRecorded():
            wrong: Wrong = (*answer.reasons, *answer.troubles)
            return _refused(request, desk, file, typed, wrong, command)
        case _:
            raise Http404


def _command(file: CaseFile, desk: Desk, typed: Typed) -> Act | tuple[Trouble, ...]:
    """What the form asks for, or what of it cannot be read."""
    row = file.row
    known = may_read_file(file) and " & " not in row.applicant
    reading = Reading(file.chain, file.world.today, row.applicant if known else "")
    sent = commands.read_sent(read_steps(typed, reading), file.world.office.zone)
    return sent if isinstance(sent, tuple) else commands.several_deeds(sent)


def _refused(
    request: HttpRequest,
    desk: Desk,
    file: CaseFile,
    typed: Typed,
    wrong: Wrong,
    command: Act | None = None,
) -> HttpResponse:
    """The same page with everything that was typed, and what is wrong beside its field."""
    page = file_page(file, Asked(typed))
    if page.form is None:
        return file_answer(request, desk, page, status=422)
    part = file.stuck_at(command) if command else 0
    troubles = placed(page.form, wrong, page.view.scene, part)
    page = replace(page, form=with_troubles(page.form, troubles))
    return file_answer(request, desk, page, troubles=troubles, status=422)


def changed_meanwhile(
    request: HttpRequest, desk: Desk, file: CaseFile, asked: Asked
) -> HttpResponse:
    """Somebody else was quicker: what happened, and what was typed still there."""
    page, typed = file_page(file, asked), asked.typed or Typed()
    seen = version_of(typed)
    return file_answer(
        request,
        desk,
        page,
        status=409,
        changes=since(page.view, seen),
        lost=lost_words(view_of(file), seen, page, typed),
    )


# What the views of a file share


def file_of(desk: Desk, reference: str) -> CaseFile:
    """A file of the desk's own office. Raises Http404 for any other."""
    file = case_file(read_reference(reference) or "", desk.actor)
    if file is None:
        raise Http404
    return file


def typed_in(request: HttpRequest) -> Typed:
    """What a form sent."""
    return Typed({name: [str(text) for text in texts] for name, texts in request.POST.lists()})


def version_of(typed: Typed) -> int:
    """The state of the file that the sender saw; 0 where the form does not say."""
    return small_number(typed.one(VERSION)) or 0


def file_answer(
    request: HttpRequest,
    desk: Desk,
    page: FilePage,
    *,
    troubles: tuple[Placed, ...] = (),
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page of a file with the queue beside it."""
    beside = board(desk.actor, desk.office.zone, most=BESIDE)
    context = {"page": page, "board": beside, "troubles": troubles, **more}
    return render(request, "counter/desk/file.html", context, status=status)

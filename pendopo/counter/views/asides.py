# SPDX-License-Identifier: EUPL-1.2
"""What is done to a file beside its steps: mending, approving, reserving, taking back, ending."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.cases.queries import CaseFile
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.posting import post_once
from pendopo.counter.views.files import (
    Wrong,
    changed_meanwhile,
    file_answer,
    file_of,
    typed_in,
    version_of,
)
from pendopo.domain.commands import Command
from pendopo.domain.events import Json
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.asides import (
    PAPER,
    AsideForm,
    aside_forms,
    read_aside,
    with_aside_troubles,
)
from pendopo.screens.deeds.commands import ASIDE_FIELDS
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.meanwhile import since
from pendopo.screens.deeds.troubles import Placed
from pendopo.screens.desk.file_page import Asked, file_page
from pendopo.screens.forms.mending import (
    ADD,
    STRIKE,
    Mending,
    mend_sheet,
    placed_in,
    standing,
    typed_over,
)
from pendopo.screens.telling.event_words import says


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: HttpRequest, desk: Desk, reference: str, name: str) -> HttpResponse:
    """Something beside the steps: what mends the form has a page, the rest a place on the file."""
    if name not in ASIDE_FIELDS:
        raise Http404
    mends = any(f.type == "values" for f in ASIDE_FIELDS[name])
    if request.method == "POST":
        typed = typed_in(request)
        if mends and (typed.one(ADD) or typed.one(STRIKE)):
            return _mend_page(request, desk, reference, name, typed)
        return post_once(request, desk, lambda: _done(request, desk, reference, name, typed))
    if mends:
        return _mend_page(request, desk, reference, name)
    address = reverse("file", args=[file_of(desk, reference).row.reference])
    return redirect(f"{address}#tindakan-{name}")


def _done(
    request: HttpRequest, desk: Desk, reference: str, name: str, typed: Typed
) -> HttpResponse:
    file = file_of(desk, reference)
    stale = version_of(typed) != file.case.version
    if stale:
        return _changed(request, desk, file, name, typed)
    command = _command(file, name, typed)
    if isinstance(command, tuple):
        return _refused(request, desk, file, name, typed, command)
    answer = advance(
        reference=file.row.reference,
        command=command,
        actor=desk.actor,
        expected_version=file.case.version,
    )
    match answer:
        case Recorded():
            what = says(answer.events[-1].name).lower()
            messages.success(request, _("Tercatat: %(what)s.") % {"what": what})
            return redirect("file", reference=file.row.reference)
        case NotRecorded(reasons=(reason,)) if reason is STALE:
            return _changed(request, desk, file_of(desk, reference), name, typed)
        case NotRecorded():
            wrong: Wrong = (*answer.reasons, *answer.troubles)
            return _refused(request, desk, file, name, typed, wrong)
        case _:
            raise Http404


def _command(file: CaseFile, name: str, typed: Typed) -> Command | Wrong:
    body = read_aside(name, typed)
    if any(f.type == "values" for f in ASIDE_FIELDS[name]):
        values = typed_over(view_of(file), typed).values
        body["values"] = cast("Json", dict(values))
    sent = commands.read_sent(body, file.world.office.zone)
    return sent if isinstance(sent, tuple) else commands.aside(name, sent, typed.one(PAPER))


def _refused(
    request: HttpRequest, desk: Desk, file: CaseFile, name: str, typed: Typed, wrong: Wrong
) -> HttpResponse:
    """The same form with everything that was typed, and what is wrong beside its field."""
    if any(f.type == "values" for f in ASIDE_FIELDS[name]):
        return _mend_page(request, desk, file.row.reference, name, typed, wrong)
    page = file_page(file, Asked(typed, aside=name))
    troubles = tuple(
        Placed(f"{name}.{_field(one.where)}" if one.where else "", one.text) for one in wrong
    )
    asides = tuple(with_aside_troubles(one, troubles) if one.opened else one for one in page.asides)
    page = replace(page, asides=asides)
    return file_answer(request, desk, page, troubles=troubles, status=422)


def _field(where: str) -> str:
    """The engine says `reason` where the form asks for `reasons`."""
    return "reasons" if where == "reason" else where


def _changed(
    request: HttpRequest, desk: Desk, file: CaseFile, name: str, typed: Typed
) -> HttpResponse:
    if any(f.type == "values" for f in ASIDE_FIELDS[name]):
        return _mend_page(request, desk, file.row.reference, name, typed, stale=True)
    return changed_meanwhile(request, desk, file, Asked(typed, aside=name))


def _mend_page(
    request: HttpRequest,
    desk: Desk,
    reference: str,
    name: str,
    typed: Typed | None = None,
    wrong: Wrong = (),
    *,
    stale: bool = False,
) -> HttpResponse:
    """The form to mend, as it stands or as it was typed."""
    file = file_of(desk, reference)
    view = view_of(file)
    form = next((one for one in aside_forms(view.scene, typed, name) if one.name == name), None)
    if form is None:
        return redirect("file", reference=file.row.reference)
    mending: Mending = typed_over(view, typed) if typed else standing(view)
    sheet = mend_sheet(view, mending, wrong, typed.one(ADD) if typed else "")
    context = {
        "aside": _with_reasons(form, wrong),
        "sheet": sheet,
        "page": file_page(file),
        "draft_key": f"berkas/{file.row.reference}/{name}",
        "troubles": placed_in(sheet, wrong),
        "changes": since(view, version_of(typed)) if stale and typed else None,
    }
    status = 409 if stale else 422 if wrong else 200
    return render(request, "counter/desk/mend.html", context, status=status)


def _with_reasons(form: AsideForm, wrong: Wrong) -> AsideForm:
    """What the command asks for beside the form itself, with what is wrong there."""
    told = (Placed(f"{form.name}.{_field(one.where)}", one.text) for one in wrong)
    return with_aside_troubles(form, tuple(told))

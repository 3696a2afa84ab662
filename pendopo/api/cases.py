# SPDX-License-Identifier: EUPL-1.2
"""One case: reading it, and doing what may be done with it now."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from pendopo.api.answers import done_document, why_not
from pendopo.api.callers import Caller, Permission, caller_of, case_for, case_reference
from pendopo.api.case_shapes import CaseOut, DoneOut
from pendopo.api.idempotent import answered_once
from pendopo.api.operations import IDEMPOTENCY, IF_MATCH, OF_CASES, WITH_BODY, operation
from pendopo.api.problems import not_found, refuse, unfit
from pendopo.cases import models
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import Recorded
from pendopo.domain.commands import Command
from pendopo.domain.forms import Trouble
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.commands import ASIDE_FIELDS, OF_PAPER, Sent
from pendopo.screens.deeds.offered import Action

router = Router(tags=["Berkas"])

_PROBLEMS = (*WITH_BODY, *OF_CASES)
_HEADERS = (IDEMPOTENCY, IF_MATCH)
_NOTHING: dict[str, Any] = {}
_VERSION = re.compile(r'(?:W/)?"?(\d{1,9})"?')


@operation(
    router,
    "GET",
    "/cases/{reference}",
    permission=Permission.HOLDER,
    summary="Satu berkas, dan apa yang dapat Anda lakukan dengannya sekarang",
    ok=(200, CaseOut),
)
def show_case(request: HttpRequest, response: HttpResponse, reference: str) -> CaseOut:
    """The case in the words for this caller, with her actions."""
    caller = caller_of(request)
    view = view_of(case_for(caller, reference))
    here = f"/api/v1/cases/{view.file.row.reference}"
    acts = [_action(action, here) for action in view.actions]
    response["ETag"] = f'"{view.file.case.version}"'
    return CaseOut.model_validate({**view.document(), "actions": acts, "links": {"self": here}})


def _action(action: Action, here: str) -> dict[str, Any]:
    return {
        "name": action.name,
        "title": action.title,
        "step": action.step,
        "by": action.by,
        "recorded_for": action.recorded_for,
        "method": "POST",
        "href": f"{here}/{action.path}",
        "schema": action.schema,
    }


@operation(
    router,
    "POST",
    "/cases/{reference}/steps/{step}",
    permission=Permission.HOLDER,
    summary="Kerjakan satu langkah",
    ok=(200, DoneOut),
    problems=_PROBLEMS,
    headers=_HEADERS,
)
def pass_step(
    request: HttpRequest, reference: str, step: str, body: Body[dict[str, Any]] = _NOTHING
) -> HttpResponse:
    """Pass the step that the case stands at; what to send is told by the action's schema."""
    return _carried_out(request, reference, body, lambda sent: commands.one_deed(step, sent))


@operation(
    router,
    "POST",
    "/cases/{reference}/deeds",
    permission=Permission.HOLDER,
    summary="Kerjakan beberapa langkah berurutan sekaligus, semua atau tidak sama sekali",
    ok=(200, DoneOut),
    problems=_PROBLEMS,
    headers=_HEADERS,
)
def pass_steps(request: HttpRequest, reference: str, body: Body[dict[str, Any]]) -> HttpResponse:
    """`{version, happened_at, deeds: [{step, data}, …]}`: consecutive steps of one hand."""
    return _carried_out(request, reference, body, commands.several_deeds)


@operation(
    router,
    "POST",
    "/cases/{reference}/actions/{name}",
    permission=Permission.HOLDER,
    summary="Lakukan tindakan yang bukan langkah",
    ok=(200, DoneOut),
    problems=_PROBLEMS,
    headers=_HEADERS,
)
def do_aside(
    request: HttpRequest, reference: str, name: str, body: Body[dict[str, Any]] = _NOTHING
) -> HttpResponse:
    """approve, amend, add-requirement, take-back, correct, close-abandoned, tell or withdraw."""
    if name not in ASIDE_FIELDS or name in OF_PAPER:
        raise not_found()
    return _carried_out(request, reference, body, lambda sent: commands.aside(name, sent))


@operation(
    router,
    "POST",
    "/cases/{reference}/papers/{paper}/number",
    permission=Permission.OFFICER,
    summary="Pesan nomor surat",
    ok=(200, DoneOut),
    problems=_PROBLEMS,
    headers=_HEADERS,
)
def reserve_number(
    request: HttpRequest, reference: str, paper: str, body: Body[dict[str, Any]] = _NOTHING
) -> HttpResponse:
    """Reserve the number of a paper, so that it can be printed before it is signed."""
    return _carried_out(
        request, reference, body, lambda sent: commands.aside("reserve", sent, paper)
    )


@operation(
    router,
    "POST",
    "/cases/{reference}/papers/{paper}/words",
    permission=Permission.OFFICER,
    summary="Ubah kalimat surat ini",
    ok=(200, DoneOut),
    problems=_PROBLEMS,
    headers=_HEADERS,
)
def change_words(
    request: HttpRequest, reference: str, paper: str, body: Body[dict[str, Any]] = _NOTHING
) -> HttpResponse:
    """Change the words of one letter before it is signed; a paraf that it had is void."""
    return _carried_out(
        request, reference, body, lambda sent: commands.aside("reword", sent, paper)
    )


Making = Callable[[Sent], Command | tuple[Trouble, ...]]


def _carried_out(
    request: HttpRequest, typed: str, body: dict[str, Any], making: Making
) -> HttpResponse:
    caller = caller_of(request)
    reference = case_reference(caller, typed)
    office, zone = _office_of(reference, caller)
    sent = commands.read_sent(body, zone)
    if isinstance(sent, tuple):
        raise unfit(sent)
    command = making(sent)
    if isinstance(command, tuple):
        raise unfit(command)
    version = _expected_version(request, sent)

    def do() -> DoneOut:
        answer = advance(
            reference=reference,
            command=command,
            actor=caller.actor,
            expected_version=version,
        )
        if not isinstance(answer, Recorded):
            raise why_not(answer)
        return done_document(answer)

    return answered_once(request, office, caller, do, reference=reference)


def _office_of(reference: str, caller: Caller) -> tuple[str, str]:
    """The office of a case and its zone. Raises Refusal for a case that is not this caller's."""
    found = (
        models.Case.objects.filter(reference=reference)
        .values_list("office_id", "office__zone")
        .first()
    )
    if found is None or (caller.actor is not None and caller.actor.office != found[0]):
        raise not_found()
    return found


def _expected_version(request: HttpRequest, sent: Sent) -> int | None:
    """The state of the file that the sender saw, from the body or from If-Match."""
    header = request.headers.get("If-Match", "").strip()
    if header in ("", "*"):
        return sent.version
    match = _VERSION.fullmatch(header)
    if match is None or sent.version not in (None, int(match[1])):
        raise refuse(422, 'If-Match memuat versi berkas, misalnya "3", sama dengan yang di isi.')
    return int(match[1])

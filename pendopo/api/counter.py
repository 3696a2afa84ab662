# SPDX-License-Identifier: EUPL-1.2
"""What happens at the counter beside a case: walk-aways, bundles, who is away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from pendopo.api.answers import why_not
from pendopo.api.callers import Permission, caller_of
from pendopo.api.catalogue import office_called
from pendopo.api.filing import read_order
from pendopo.api.idempotent import answered_once
from pendopo.api.operations import IDEMPOTENCY, OF_CASES, WITH_BODY, operation
from pendopo.api.orders import AbsenceIn, BundleIn, HandOverIn, WalkAwayIn
from pendopo.api.problems import ProblemPlace, ReasonOut, not_found, unfit
from pendopo.api.shapes import BundleFileOut, BundleOut, NotedOut
from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.bundles import Bringer, Received, hand_over_bundle, take_in
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.presence import note_absence, note_return
from pendopo.cases.services.walkaways import WalkAway, note_walk_away
from pendopo.domain.forms import Trouble
from pendopo.screens.deeds.commands import read_moment
from pendopo.screens.tracking import code_of, read_reference
from pendopo.standards import versions

router = Router(tags=["Kantor: loket"])

_PROBLEMS = (*WITH_BODY, *OF_CASES)


@operation(
    router,
    "POST",
    "/offices/{code}/walk-aways",
    permission=Permission.OFFICER,
    summary="Catat pengunjung yang pulang karena ada yang kurang",
    ok=(201, NotedOut),
    problems=_PROBLEMS,
    headers=(IDEMPOTENCY,),
)
def note_visit(request: HttpRequest, code: str, body: WalkAwayIn) -> HttpResponse:
    """Nobody's name is kept, only what lacked."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    visit = WalkAway(body.service, tuple(body.lacks), body.told_by, body.village)
    return answered_once(
        request,
        code,
        caller,
        lambda: _noted(note_walk_away(visit=visit, actor=actor)),
        status=201,
    )


def _noted(answer: models.Event | NotRecorded | NotFound) -> NotedOut:
    if not isinstance(answer, models.Event):
        raise why_not(answer)
    return NotedOut(name=answer.name, at=datetime.fromisoformat(answer.happened_at))


@operation(
    router,
    "POST",
    "/offices/{code}/bundles",
    permission=Permission.OFFICER,
    summary="Terima beberapa berkas dari satu pembawa",
    ok=(201, BundleOut),
    problems=_PROBLEMS,
    headers=(IDEMPOTENCY,),
)
def take_bundle(request: HttpRequest, code: str, body: BundleIn) -> HttpResponse:
    """Each file is answered alone; one that cannot stand does not hold up the others."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    bringer = Bringer(body.bringer, body.relation, body.village)
    filings = tuple(_filings(code, body))

    def do() -> BundleOut:
        received = take_in(bringer=bringer, filings=filings, actor=actor)
        if not isinstance(received, Received):
            raise why_not(received)
        pairs = zip(filings, received.answers, strict=True)
        files = [_file_out(filing.service, answer) for filing, answer in pairs]
        return BundleOut(code=received.bundle.code, files=files)

    return answered_once(request, code, caller, do, status=201)


def _filings(code: str, body: BundleIn) -> list[Filing]:
    zone = office_called(code).zone
    filings = []
    for file in body.files:
        standing = versions.current(code, file.service)
        sent: dict[str, Any] = {"values": file.values, **(file.model_extra or {})}
        if standing is None:
            filings.append(Filing(code, file.service, file.values))
            continue
        order = read_order(standing.standard, sent, zone, by_officer=True)
        if order.uploads:
            text = "Unggah untuk berkas yang sudah bernomor, bukan untuk rombongan."
            raise unfit([Trouble("files/uploads", text)])
        filings.append(Filing(code, file.service, order.values, order.data, order.happened_at))
    return filings


def _file_out(service: str, answer: Recorded | NotRecorded | NotFound) -> BundleFileOut:
    match answer:
        case Recorded():
            row = answer.row
            return BundleFileOut(
                service=service,
                status="done",
                reference=row.reference,
                code=code_of(row.reference),
                state=row.state,
            )
        case NotRecorded():
            places = [ProblemPlace(where=t.where, text=t.text) for t in answer.troubles]
            reasons = [ReasonOut(code=r.code, text=r.text, where=r.where) for r in answer.reasons]
            return BundleFileOut(
                service=service, status="refused", problems=places, reasons=reasons
            )
        case NotFound():
            return BundleFileOut(service=service, status="unknown")


@operation(
    router,
    "POST",
    "/offices/{code}/bundles/{bundle}/hand-over",
    permission=Permission.OFFICER,
    summary="Serahkan semua berkas satu rombongan yang sudah siap",
    ok=(200, BundleOut),
    problems=_PROBLEMS,
    headers=(IDEMPOTENCY,),
)
def hand_over(request: HttpRequest, code: str, bundle: str, body: HandOverIn) -> HttpResponse:
    """Those that are not ready say why; they are handed over later."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    known = read_reference(bundle)
    if known is None:
        raise not_found()

    def do() -> BundleOut:
        handed = hand_over_bundle(
            code=known, collector=body.collector, relation=body.relation, actor=actor
        )
        if isinstance(handed, NotFound):
            raise not_found()
        files = [_handed_out(row, answer) for row, answer in handed]
        return BundleOut(code=known, files=files)

    return answered_once(request, code, caller, do)


def _handed_out(row: models.Case, answer: Recorded | NotRecorded | NotFound) -> BundleFileOut:
    told = _file_out(row.service, answer)
    state = answer.row.state if isinstance(answer, Recorded) else row.state
    return told.model_copy(update={"reference": row.reference, "code": None, "state": state})


@operation(
    router,
    "POST",
    "/offices/{code}/absences",
    permission=Permission.OFFICER,
    summary="Catat jabatan yang tidak di tempat",
    ok=(201, NotedOut),
    problems=_PROBLEMS,
    headers=(IDEMPOTENCY,),
)
def note_away(request: HttpRequest, code: str, body: AbsenceIn) -> HttpResponse:
    """Somebody in a position is out; promises that pause for it stand meanwhile."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    zone = office_called(code).zone
    from_at = _moment("from_at", body.from_at, zone)
    back_at = _moment("expected_return_at", body.expected_return_at, zone)

    def do() -> NotedOut:
        return _noted(
            note_absence(
                position=body.position,
                actor=actor,
                from_at=from_at,
                expected_return_at=back_at,
                reason=body.reason,
            )
        )

    return answered_once(request, code, caller, do, status=201)


def _moment(where: str, text: str | None, zone: str) -> datetime | None:
    if not text:
        return None
    at = read_moment(text, zone)
    if isinstance(at, str):
        raise unfit([Trouble(where, at)])
    return at


@operation(
    router,
    "POST",
    "/offices/{code}/absences/{position}/return",
    permission=Permission.OFFICER,
    summary="Catat jabatan yang sudah kembali",
    ok=(200, NotedOut),
    problems=_PROBLEMS,
    headers=(IDEMPOTENCY,),
)
def note_back(request: HttpRequest, code: str, position: str) -> HttpResponse:
    """Somebody is back."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    return answered_once(
        request, code, caller, lambda: _noted(note_return(position=position, actor=actor))
    )

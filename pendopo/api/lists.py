# SPDX-License-Identifier: EUPL-1.2
"""The lists of an office: its cases, and its books with the lines that no case makes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import P, QueryEx, Router

from pendopo.api.answers import why_not
from pendopo.api.callers import Permission, caller_of
from pendopo.api.idempotent import answered_once
from pendopo.api.operations import IDEMPOTENCY, OF_CASES, WITH_BODY, operation
from pendopo.api.orders import CancellationIn, InsertionIn
from pendopo.api.problems import not_found
from pendopo.api.shapes import BookOut, BookRowOut, CaseList
from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.register_entries import Insertion, cancel_number, insert_number
from pendopo.domain.circumstances import Actor
from pendopo.screens.listings import MOST, Sought, book_page, cases_of, shown_applicant

router = Router(tags=["Kantor: antrean dan buku"])
Document = dict[str, Any]


@operation(
    router,
    "GET",
    "/offices/{code}/cases",
    permission=Permission.OFFICER,
    summary="Antrean berkas",
    ok=(200, CaseList),
    problems=(422,),
)
def list_cases(
    request: HttpRequest,
    code: str,
    waiting_for_me: bool = False,
    state: QueryEx[str, P(max_length=48)] = "",
    service: QueryEx[str, P(max_length=48)] = "",
    q: QueryEx[str, P(max_length=120)] = "",
    ended: bool | None = None,
    limit: QueryEx[int, P(ge=1, le=MOST)] = 100,
) -> Document:
    """Open cases, oldest promise first; `q` is a name, a reference or a NIK."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    everything = None if q or state else False
    over = everything if ended is None else ended
    sought = Sought(q, state, service, waiting_for_me, over, limit)
    return {"cases": [_case_line(row, actor) for row in cases_of(actor, sought)]}


def _case_line(row: models.Case, actor: Actor) -> Document:
    return {
        "reference": row.reference,
        "service": row.service,
        "state": row.state,
        "waiting_for": row.waiting_for,
        "applicant": shown_applicant(row, actor),
        "village": row.village,
        "filed_at": row.filed_at,
        "due": row.due_at,
        "clock": row.clock,
        "version": row.version,
        "ended_at": row.ended_at,
        "href": f"/api/v1/cases/{row.reference}",
    }


@operation(
    router,
    "GET",
    "/offices/{code}/books/{book}",
    permission=Permission.OFFICER,
    summary="Satu buku register dalam satu tahun",
    ok=(200, BookOut),
    problems=(422,),
)
def show_book(
    request: HttpRequest,
    code: str,
    book: str,
    year: QueryEx[int | None, P(ge=2000, le=2099)] = None,
) -> Document:
    """Every number of the book, void ones too."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    page = book_page(actor.office, book, year)
    if page is None:
        raise not_found()
    return {
        "book": page.book.key,
        "title": page.book.title,
        "mode": page.book.mode,
        "year": page.year,
        "last": page.last,
        "rows": [_book_row(row, actor) for row in page.rows],
    }


def _book_row(row: models.BookRow, actor: Actor) -> Document:
    case = row.case if row.case_id else None
    return {
        "number": row.number,
        "urut": row.urut,
        "sisipan": row.sisipan,
        "status": row.status,
        "date": row.entry_date,
        "paper": row.paper,
        "reference": case.reference if case else None,
        "service": case.service if case else None,
        "applicant": shown_applicant(case, actor) if case else "",
        "reason": row.reason,
        "approved_by": row.approved_by,
    }


@operation(
    router,
    "POST",
    "/offices/{code}/books/{book}/insertions",
    permission=Permission.OFFICER,
    summary="Sisipkan nomor",
    ok=(201, BookRowOut),
    problems=(*WITH_BODY, *OF_CASES),
    headers=(IDEMPOTENCY,),
)
def insert_row(request: HttpRequest, code: str, book: str, body: InsertionIn) -> HttpResponse:
    """Insert a number after another, with who allowed it and why."""
    caller = caller_of(request)
    actor = caller.officer_of(code)
    insertion = Insertion(book, body.year, body.after, body.reason, body.approved_by)

    def do() -> BookRowOut:
        return _row_or_refusal(insert_number(insertion=insertion, actor=actor), actor)

    return answered_once(request, code, caller, do, status=201)


@operation(
    router,
    "POST",
    "/offices/{code}/books/{book}/cancellations",
    permission=Permission.OFFICER,
    summary="Batalkan nomor yang tidak dipegang berkas",
    ok=(200, BookRowOut),
    problems=(*WITH_BODY, *OF_CASES),
    headers=(IDEMPOTENCY,),
)
def cancel_row(request: HttpRequest, code: str, book: str, body: CancellationIn) -> HttpResponse:
    """Give up a number; it stays visible as batal."""
    caller = caller_of(request)
    actor = caller.officer_of(code)

    def do() -> BookRowOut:
        given_up = cancel_number(book=book, number=body.number, reason=body.reason, actor=actor)
        return _row_or_refusal(given_up, actor)

    return answered_once(request, code, caller, do)


def _row_or_refusal(answer: models.BookRow | NotRecorded | NotFound, actor: Actor) -> BookRowOut:
    if not isinstance(answer, models.BookRow):
        raise why_not(answer)
    return BookRowOut.model_validate(_book_row(answer, actor))

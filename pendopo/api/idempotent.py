# SPDX-License-Identifier: EUPL-1.2
"""Answering once: what a key was used for before is answered again, and not done again."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel

from pendopo.api.callers import Caller
from pendopo.api.problems import refuse
from pendopo.cases.services.idempotency import KEY_LENGTH, OtherBody, Reply, Request, once

HEADER = "Idempotency-Key"


def answered_once(
    request: HttpRequest,
    office: str,
    caller: Caller,
    do: Callable[[], BaseModel],
    *,
    status: int = 200,
    reference: str = "",
) -> HttpResponse:
    """Do it and answer, or answer as before. `do` raises Refusal to undo everything."""
    key = _key(request)
    about = f"{request.method} {request.path}\n".encode() + request.body
    asked = Request(office, _scope(caller, reference), key, about) if key else None
    reply = once(asked, lambda: Reply(status, do().model_dump_json(by_alias=True)))
    if isinstance(reply, OtherBody):
        raise refuse(422, f"{HEADER} ini sudah dipakai untuk isi lain. Pakai kunci yang baru.")
    response = HttpResponse(reply.body, status=reply.status, content_type="application/json")
    if reply.replayed:
        response["Idempotency-Replayed"] = "true"
    return response


def _key(request: HttpRequest) -> str:
    key = request.headers.get(HEADER, "")
    if len(key) > KEY_LENGTH or not key.isprintable():
        raise refuse(422, f"{HEADER} paling panjang {KEY_LENGTH} huruf yang terbaca.")
    return key


def _scope(caller: Caller, reference: str) -> str:
    """Whose key it is: an officer's, that of a case's holder, or of anybody who files."""
    return caller.actor.key if caller.actor else f"applicant:{reference or 'new'}"

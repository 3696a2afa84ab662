# SPDX-License-Identifier: EUPL-1.2
"""Opening a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from pendopo.api.answers import warnings_of, why_not
from pendopo.api.callers import Caller, Permission, caller_of
from pendopo.api.catalogue import office_called, standing_called
from pendopo.api.idempotent import answered_once
from pendopo.api.operations import IDEMPOTENCY, OF_CASES, WITH_BODY, operation
from pendopo.api.problems import refuse, unfit
from pendopo.api.shapes import FiledOut
from pendopo.cases.services.answers import Recorded
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.services.uploads import Unfit, attach_uploads
from pendopo.domain.duty_fields import OF_THE_OFFICE, fields_of
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Standard
from pendopo.screens.attempts import BEGUN_APPLICATIONS, count_one, wait_for
from pendopo.screens.deeds.commands import WORDS_LENGTH, read_moment
from pendopo.screens.tracking import code_of
from pendopo.standards import versions

router = Router(tags=["Berkas"])

_OWN = ("values", "happened_at", "uploads")
_PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class Order:
    """What was sent to open a case, taken apart."""

    values: Mapping[str, object]
    data: dict[str, Any]
    happened_at: datetime | None
    uploads: tuple[tuple[UUID, str], ...]


@operation(
    router,
    "POST",
    "/offices/{code}/services/{slug}/cases",
    permission=Permission.APPLICANT,
    summary="Ajukan permohonan",
    ok=(201, FiledOut),
    problems=(*WITH_BODY, *OF_CASES, 429),
    headers=(IDEMPOTENCY,),
)
def open_case(
    request: HttpRequest, code: str, slug: str, body: Body[dict[str, Any]]
) -> HttpResponse:
    """The form's values as they are, or `{values, channel, happened_at, uploads, …}`."""
    caller = caller_of(request)
    office = office_called(code)
    if caller.actor and caller.actor.office != office.code:
        raise refuse(403, "Token ini milik kantor lain.")
    if caller.actor is None and (wait := wait_for(BEGUN_APPLICATIONS, caller.client)):
        text = "Terlalu banyak permohonan dari sini. Coba lagi nanti."
        raise refuse(429, text, {"Retry-After": str(wait)})
    standing = standing_called(code, slug)
    order = read_order(standing.standard, body, office.zone, by_officer=caller.actor is not None)
    filing = Filing(code, slug, order.values, order.data, order.happened_at)
    return answered_once(
        request, code, caller, lambda: _opened(filing, order, standing, caller), status=201
    )


def _opened(filing: Filing, order: Order, standing: versions.Standing, caller: Caller) -> FiledOut:
    answer = file_case(filing=filing, actor=caller.actor)
    if not isinstance(answer, Recorded):
        raise why_not(answer)
    missing = attach_uploads(case=answer.row, wanted=order.uploads)
    if isinstance(missing, Unfit):
        raise unfit([Trouble("uploads", missing.text)])
    if caller.actor is None:
        count_one(BEGUN_APPLICATIONS, caller.client)
    return filed_document(answer, standing)


def filed_document(answer: Recorded, standing: versions.Standing) -> FiledOut:
    """What whoever filed a case is told."""
    row, duration = answer.row, standing.standard.duration
    return FiledOut.model_validate(
        {
            "reference": row.reference,
            "code": code_of(row.reference),
            "state": row.state,
            "version": row.version,
            "promise": {
                "text": duration.text if duration else None,
                "due": row.due_at,
                "state": row.clock,
            },
            "warnings": warnings_of(answer),
            "links": {"self": f"/api/v1/cases/{row.reference}"},
        }
    )


def read_order(standard: Standard, body: dict[str, Any], zone: str, *, by_officer: bool) -> Order:
    """Take a body apart. Raises Refusal with every place that is wrong."""
    keys = {f.key for f in standard.fields if f.group is None} | {g.key for g in standard.groups}
    enveloped = "values" in body and "values" not in keys
    envelope = body if enveloped else {"values": body}
    troubles = list(_troubles(standard, envelope, by_officer=by_officer))
    at = read_moment(envelope["happened_at"], zone) if envelope.get("happened_at") else None
    if isinstance(at, str):
        troubles.append(Trouble("happened_at", at))
    uploads = _uploads(envelope.get("uploads") or [])
    if uploads is None:
        troubles.append(Trouble("uploads", "Tulis sebagai daftar: [{id, ask}, …]."))
    if troubles or isinstance(at, str) or uploads is None:
        raise unfit(troubles)
    data = {key: value for key, value in envelope.items() if key not in _OWN}
    if not by_officer:
        data["channel"] = _PORTAL
    return Order(envelope["values"], data, at, uploads)


def _troubles(
    standard: Standard, envelope: Mapping[str, Any], *, by_officer: bool
) -> Iterator[Trouble]:
    if not isinstance(envelope["values"], dict):
        yield Trouble("values", "Tulis isian sebagai objek JSON: {…}.")
    known = {f.key for f in fields_of(standard.first)} | set(_OWN)
    for key in sorted(set(envelope) - known):
        yield Trouble(key, f"Isian «{key}» tidak dikenal di sini.")
    for key, value in envelope.items():
        if isinstance(value, str) and len(value) > WORDS_LENGTH:
            yield Trouble(key, f"Terlalu panjang; paling banyak {WORDS_LENGTH} huruf.")
    if not by_officer:
        for key in ("happened_at", "note", *OF_THE_OFFICE):
            if envelope.get(key):
                yield Trouble(key, "Hanya petugas yang dapat mengisi ini.")
        if envelope.get("channel") not in (None, _PORTAL):
            yield Trouble("channel", "Lewat sini, permohonan selalu datang dari portal.")


def _uploads(given: Any) -> tuple[tuple[UUID, str], ...] | None:
    """Identifiers of files, alone or with the ask that each answers; None for anything else."""
    if not isinstance(given, list) or len(given) > 50:
        return None
    found = []
    for one in given:
        entry = one if isinstance(one, dict) else {"id": one}
        ask = entry.get("ask") or ""
        if set(entry) - {"id", "ask"} or not isinstance(ask, str) or len(ask) > 64:
            return None
        try:
            found.append((UUID(str(entry.get("id"))), ask))
        except ValueError:
            return None
    return tuple(found)

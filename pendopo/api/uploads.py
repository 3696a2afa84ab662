# SPDX-License-Identifier: EUPL-1.2
"""Bringing a file: a photo or a PDF, for a case or for one that is about to be filed."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja import File, Form, FormEx, P, Router
from ninja.files import UploadedFile

from pendopo.api.callers import Caller, Permission, caller_of, case_reference
from pendopo.api.catalogue import office_called
from pendopo.api.operations import WITH_BODY, operation
from pendopo.api.problems import not_found, refuse, unfit
from pendopo.api.shapes import UploadOut
from pendopo.cases import models
from pendopo.cases.services.uploads import Unfit, keep_upload
from pendopo.domain.forms import Trouble
from pendopo.screens.attempts import STRAY_UPLOADS, count_one, wait_for

router = Router(tags=["Unggahan"])

_ENVELOPE = 100_000
"""Bytes of a multipart request beside its file."""
_STATUS = {"too-big": 413, "too-many": 422, "unknown-kind": 415, "broken": 415, "no-room": 507}


def fits_in(request: HttpRequest) -> None:
    """Look at what is announced before a byte is read. Raises Refusal."""
    if not (request.content_type or "").startswith("multipart/"):
        raise refuse(415, "Kirim berkas sebagai multipart/form-data, di isian «file».")
    announced = request.headers.get("Content-Length", "")
    if not (announced.isascii() and announced.isdigit()):
        raise refuse(411, "Sebutkan panjang isi di Content-Length.")
    if int(announced) > settings.PENDOPO_UPLOAD_MAX + _ENVELOPE:
        most = settings.PENDOPO_UPLOAD_MAX // 1_000_000
        raise refuse(413, f"Berkas lebih besar dari {most} MB. Perkecil atau foto ulang.")


@operation(
    router,
    "POST",
    "/uploads",
    permission=Permission.APPLICANT,
    summary="Unggah satu foto atau PDF, paling besar 10 MB",
    ok=(201, UploadOut),
    problems=(*WITH_BODY, 411, 429),
    before=fits_in,
)
def bring_file(
    request: HttpRequest,
    file: File[UploadedFile],
    office: Form[str] = "",
    case: Form[str] = "",
    ask: FormEx[str, P(max_length=64)] = "",
) -> UploadOut:
    """Name the `case` it is for, with its code or as an officer; or the `office`, to file later."""
    caller = caller_of(request)
    _readable(office, case, ask)
    row = _case(caller, case) if case else None
    code = row.office_id if row else _office(caller, office)
    by = caller.actor.key if caller.actor else f"applicant:{row.reference if row else ''}"
    kept = keep_upload(
        office=code,
        content=file.read(),
        by=by,
        ask=ask,
        case_id=row.id if row else None,
        public=caller.actor is None,
    )
    if isinstance(kept, Unfit):
        raise refuse(_STATUS[kept.code], kept.text)
    return UploadOut.model_validate(kept)


def _readable(*words: str) -> None:
    if any("\0" in word for word in words):
        raise refuse(400, "Ada karakter yang tidak dapat disimpan; ketik ulang isiannya.")


def _case(caller: Caller, typed: str) -> models.Case:
    reference = case_reference(caller, typed)
    row = models.Case.objects.filter(reference=reference).first()
    if row is None or (caller.actor is not None and caller.actor.office != row.office_id):
        raise not_found()
    return row


def _office(caller: Caller, code: str) -> str:
    """The officer's own, or the one that an applicant names; her strays are counted."""
    if caller.actor:
        return caller.actor.office
    if not code:
        text = "Sebutkan kode kantor, atau nomor berkas dengan kode lacaknya."
        raise unfit([Trouble("office", text)])
    wait = wait_for(STRAY_UPLOADS, caller.client)
    if wait:
        text = "Terlalu banyak unggahan dari sini. Coba lagi nanti."
        raise refuse(429, text, {"Retry-After": str(wait)})
    office = office_called(code)
    count_one(STRAY_UPLOADS, caller.client)
    return office.code

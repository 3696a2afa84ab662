# SPDX-License-Identifier: EUPL-1.2
"""Answers that are no success: problem+json (RFC 9457), in plain Indonesian, for every one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.http import HttpResponse
from pydantic import BaseModel

from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble

MEDIA_TYPE = "application/problem+json"

TITLES: Mapping[int, str] = {
    400: "Permintaan tidak terbaca",
    401: "Belum diketahui siapa Anda",
    403: "Bukan wewenang Anda",
    404: "Tidak ditemukan",
    405: "Cara ini tidak ada di alamat ini",
    409: "Tidak dapat dilakukan sekarang",
    411: "Panjang isi belum disebutkan",
    413: "Isi terlalu besar",
    415: "Jenis isi tidak dapat dipakai",
    422: "Isian perlu dibetulkan",
    429: "Terlalu banyak percobaan",
    500: "Ada gangguan di server",
    503: "Belum dapat dilayani",
    507: "Tempat penyimpanan penuh",
}
"""Every status that is no success, with its title."""


class ReasonOut(BaseModel):
    """Why a deed is refused: a code for programs, words for people, the place it is about."""

    code: str
    text: str
    where: str = ""


class ProblemPlace(BaseModel):
    """What is wrong at one place of the form or of the request."""

    where: str
    text: str


class Problem(BaseModel):
    """Why it was not done. `problems` come with 422, `reasons` and `current_version` with 409."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    reasons: list[ReasonOut] | None = None
    problems: list[ProblemPlace] | None = None
    current_version: int | None = None


class Refusal(Exception):
    """Raised to answer with a problem."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.title)
        self.problem = problem
        self.headers = dict(headers or {})


def refuse(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Refusal:
    """A refusal without places or reasons."""
    return Refusal(Problem(title=TITLES[status], status=status, detail=detail), headers)


def not_found() -> Refusal:
    """The same answer for what is not there and for what is another's."""
    return refuse(404, "Yang diminta tidak ada, atau tidak untuk Anda. Periksa alamatnya.")


def unfit(troubles: Iterable[Trouble]) -> Refusal:
    """422, with the places that are to be mended."""
    places = [ProblemPlace(where=one.where, text=one.text) for one in troubles]
    detail = "Periksa isian yang disebut, lalu kirim lagi. Belum ada yang tersimpan."
    return Refusal(Problem(title=TITLES[422], status=422, detail=detail, problems=places))


def refused(reasons: Iterable[Reason], current_version: int | None) -> Refusal:
    """409, with the reasons; the engine has changed nothing."""
    told = [ReasonOut(code=one.code, text=one.text, where=one.where) for one in reasons]
    problem = Problem(
        title=TITLES[409],
        status=409,
        detail=" ".join(one.text for one in told),
        reasons=told,
        current_version=current_version,
    )
    return Refusal(problem)


def answer(refusal: Refusal) -> HttpResponse:
    """The HTTP answer."""
    problem = refusal.problem
    body = problem.model_dump_json(exclude_none=True)
    response = HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE)
    for name, value in refusal.headers.items():
        response[name] = value
    return response

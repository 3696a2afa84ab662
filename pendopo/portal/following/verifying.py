# SPDX-License-Identifier: EUPL-1.2
"""Is this paper true? By its mark, by its number in the register, or by its file.

Nothing personal is told, and whoever tries many is slowed. A file is looked at and let go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pendopo.base.network import client_address
from pendopo.cases.checking import Verdict, standing_of
from pendopo.cases.composing.marks import mark_of, read_mark
from pendopo.cases.vouching import Registered, compared, registered
from pendopo.domain.books import RowStatus
from pendopo.domain.commands import Reason
from pendopo.domain.typed import parse_day
from pendopo.domain.wording import MONTHS, format_date
from pendopo.offices.models import Office
from pendopo.portal.check import Told, told_deeds
from pendopo.portal.following.passes import too_often
from pendopo.screens.attempts import WRONG_MARKS, Allowance, count_one, wait_for

LOOKED_UP = Allowance("paper-number", 40, timedelta(minutes=15))
"""Numbers run in a row: whoever asks for one after the other is slowed, found or not."""
COMPARED = Allowance("paper-file", 15, timedelta(minutes=15))
"""A file may have to be compared with several sheets that are set again."""
MARK, OFFICE, NUMBER, WHEN, FILE = "tanda", "kantor", "nomor", "tanggal", "berkas"
FILE_MOST = 5_000_000
"""Bytes of a file to compare; a letter of ours has some 60,000."""
_LONGEST = 160
_CONFUSABLE = str.maketrans("OIL", "011")
_PRINTED = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a register in words, with what has happened to its paper."""

    found: Registered
    on: str
    void: bool
    reserved: bool
    title: str
    issued: bool
    deeds: tuple[Told, ...]


@never_cache
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """The three ways. A mark that was typed leads on to its own page."""
    typed = request.GET.get(MARK, "").strip()[:_LONGEST]
    if not typed:
        return _page(request)
    client = client_address(request.META, settings.PENDOPO_PROXIES)
    if wait := wait_for(WRONG_MARKS, client):
        return too_often(request, wait)
    mark = read_mark(tidy_mark(typed))
    if mark is None:
        count_one(WRONG_MARKS, client)
        text = _("Tanda ini tidak cocok dengan surat mana pun. Periksa lagi satu per satu, "
                 "terutama 0 dan O, 8 dan B.")  # fmt: skip
        return _page(request, (Reason("mark", text, MARK),), {MARK: typed})
    return redirect("check", mark=mark_of(mark.reference, mark.paper))


def tidy_mark(typed: str) -> str:
    """A mark as people type it: an address, spaces, small letters, O for 0."""
    bare = typed.split("/cek/")[-1].strip().strip("/")
    parts = [part for part in re.split(r"[.\s,]+", bare) if part]
    if len(parts) < 3:
        return bare
    proof = parts[-1].upper().translate(_CONFUSABLE)
    return f"{''.join(parts[:-2])}.{parts[-2].lower()}.{proof}"


@never_cache
@require_POST
def by_number(request: HttpRequest) -> HttpResponse:
    """Whether an office registered a paper of this number, and what has happened to it."""
    typed = {key: request.POST.get(key, "").strip()[:_LONGEST] for key in (OFFICE, NUMBER, WHEN)}
    client = client_address(request.META, settings.PENDOPO_PROXIES)
    if wait := wait_for(LOOKED_UP, client):
        return too_often(request, wait)
    office = Office.objects.filter(code=typed[OFFICE]).first()
    when = _when(typed[WHEN])
    troubles = tuple(_missing(office, typed, when))
    if troubles or office is None or isinstance(when, str):
        return _page(request, troubles, typed)
    count_one(LOOKED_UP, client)
    year, on = when
    found = registered(office.code, typed[NUMBER], year=year, on=on)
    context = {
        "office": office,
        "number": typed[NUMBER],
        "lines": [_line(one) for one in found],
        "asked": typed[WHEN],
    }
    return render(request, "portal/follow/number.html", context)


def _missing(office: Office | None, typed: dict[str, str], when: object) -> list[Reason]:
    found = []
    if office is None:
        found.append(Reason("office", _("Pilih kantor yang menerbitkannya."), OFFICE))
    if not typed[NUMBER]:
        text = _("Ketik nomor surat seperti tercetak, lengkap dengan garis miringnya.")
        found.append(Reason("number", text, NUMBER))
    if isinstance(when, str):
        found.append(Reason("when", when, WHEN))
    return found


def _when(typed: str) -> tuple[int | None, date | None] | str:
    """A year, a date, or nothing; or what is wrong with it."""
    if not typed:
        return None, None
    if _YEAR.fullmatch(typed):
        return int(typed), None
    day = parse_day(_PRINTED.sub(_numbered, typed))
    if isinstance(day, date):
        return None, day
    return _("Tulis tanggal seperti 23-11-2026, atau tahunnya saja.")


def _numbered(match: re.Match[str]) -> str:
    """`23 November 2026`, as it stands on a letter, in figures."""
    month = next(n for n, name in enumerate(MONTHS, 1) if name.casefold() == match[2].casefold())
    return f"{match[1]}-{month}-{match[3]}"


def _line(found: Registered) -> Line:
    standing = standing_of(found.mark) if found.mark else None
    void = found.status is RowStatus.CANCELLED
    void = void or (standing is not None and standing.verdict is Verdict.CANCELLED)
    return Line(
        found=found,
        on=format_date(found.on),
        void=void,
        reserved=found.status is RowStatus.RESERVED,
        title=standing.title if standing else "",
        issued=standing is not None and standing.verdict is Verdict.ISSUED,
        deeds=told_deeds(standing, signer=False) if standing else (),
    )


@never_cache
@require_POST
def by_file(request: HttpRequest) -> HttpResponse:
    """Whether a PDF is the one that was issued or printed. It is hashed and let go."""
    client = client_address(request.META, settings.PENDOPO_PROXIES)
    if wait := wait_for(COMPARED, client):
        return too_often(request, wait)
    file = request.FILES.get(FILE)
    trouble = ""
    if file is None:
        trouble = _("Pilih dahulu berkas PDF-nya.")
    elif (file.size or 0) > FILE_MOST:
        trouble = _("Berkasnya lebih besar dari 5 MB; surat dari sini jauh lebih kecil.")
    content = file.read() if file and not trouble else b""
    if not trouble and not content.startswith(b"%PDF-"):
        trouble = _("Itu bukan PDF. Foto dan hasil pindai diperiksa lewat QR atau nomornya.")
    if trouble:
        return _page(request, (Reason("file", trouble, FILE),))
    count_one(COMPARED, client)
    found = compared(content)
    context = {"likeness": found.likeness.value, "mark": found.mark}
    return render(request, "portal/follow/file.html", context)


def _page(
    request: HttpRequest,
    troubles: tuple[Reason, ...] = (),
    typed: dict[str, str] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "offices": _offices_across_offices(),
        "typed": typed or {},
        "troubles": troubles,
        "beside": {one.where: one.text for one in troubles},
        "demo": settings.PENDOPO_DEMO,
    }
    return render(request, "portal/follow/verify.html", context, status=422 if troubles else 200)


def _offices_across_offices() -> list[tuple[str, str]]:
    """Every office by name, for a list to choose from. One query."""
    rows = Office.objects.order_by("name", "regency").values_list("code", "name", "regency")
    return [(code, f"{name}, {regency}") for code, name, regency in rows]

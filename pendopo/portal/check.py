# SPDX-License-Identifier: EUPL-1.2
"""The page behind the QR of a paper: what has happened to it, for whoever holds it.

Made-up marks are counted and slowed. A file that is dropped here is hashed and never kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from pendopo.base.network import client_address
from pendopo.cases.checking import Deed, Sameness, Standing, Verdict, sameness, standing_of
from pendopo.cases.composing.marks import PaperMark, read_mark
from pendopo.domain.vocabulary import Verb
from pendopo.domain.wording import format_date
from pendopo.screens.attempts import WRONG_MARKS, count_one, wait_for

DEEDS: Mapping[Verb, tuple[Promise, Promise]] = MappingProxyType(
    {
        Verb.RECEIVE: (_("Diterima"), _("Belum diterima")),
        Verb.PAY: (_("Uang diterima"), _("Uang belum diterima")),
        Verb.INITIAL: (_("Diparaf"), _("Belum diparaf")),
        Verb.SIGN: (_("Ditandatangani"), _("Belum ditandatangani")),
        Verb.REGISTER: (_("Dicatat dalam register"), _("Belum dicatat dalam register")),
        Verb.STAMP: (_("Distempel"), _("Belum distempel")),
        Verb.ANSWER: (_("Disampaikan"), _("Belum disampaikan")),
        Verb.HAND_OVER: (_("Diserahkan"), _("Belum diserahkan")),
    }
)
"""What is said of a deed that was done, and of one that was not."""

_SHAPES: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.DRAFT: ("alert", "wait"),
        Verdict.UNSIGNED: ("alert", "wait"),
        Verdict.SIGNED: ("clock", "wait"),
        Verdict.ISSUED: ("check", "good"),
        Verdict.GIVEN: ("check", "good"),
        Verdict.CANCELLED: ("close", "bad"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """One deed in words."""

    text: str
    on: str
    by: str
    done: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, mark: str) -> HttpResponse:
    """What has happened to the paper of this mark, and whether a file is the one issued."""
    client = client_address(request.META, settings.PENDOPO_PROXIES)
    wait = wait_for(WRONG_MARKS, client)
    if wait:
        response = render(request, "portal/check-later.html", status=429)
        response["Retry-After"] = str(wait)
        return response
    read = read_mark(mark)
    standing = standing_of(read) if read else None
    if read is None or standing is None:
        count_one(WRONG_MARKS, client)
        return render(request, "portal/check-unknown.html", status=404)
    return render(request, "portal/check.html", _context(request, read, standing))


def _context(request: HttpRequest, mark: PaperMark, standing: Standing) -> dict[str, Any]:
    icon, tone = _SHAPES[standing.verdict]
    return {
        "standing": standing,
        "icon": icon,
        "tone": tone,
        "verdict": standing.verdict.value,
        "printed_on": format_date(standing.printed_on) if standing.printed_on else "",
        "corrected_on": format_date(standing.corrected_on) if standing.corrected_on else "",
        "line_on": format_date(standing.line.on) if standing.line else "",
        "deeds": told_deeds(standing),
        "sameness": _same(request, mark),
    }


def told_deeds(standing: Standing, *, signer: bool = True) -> tuple[Told, ...]:
    """What has happened to a paper, in words; with the position that signed only for its holder."""
    return tuple(_told(deed, signer=signer) for deed in standing.deeds)


def _told(deed: Deed, *, signer: bool) -> Told:
    done, not_done = DEEDS[deed.verb]
    if deed.on is None:
        return Told(str(not_done), "", "", False)
    return Told(str(done), format_date(deed.on), deed.by if signer else "", True)


def _same(request: HttpRequest, mark: PaperMark) -> str:
    """What the dropped file is; empty where none was dropped."""
    if request.method != "POST":
        return ""
    file = request.FILES.get("berkas")
    if file is None:
        return "none"
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    found: Sameness = sameness(mark, digest.hexdigest())
    return found.value

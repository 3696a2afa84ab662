# SPDX-License-Identifier: EUPL-1.2
"""The page on which reference and code are typed, as people type them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from pendopo.base.network import client_address
from pendopo.cases import models
from pendopo.domain.commands import Reason
from pendopo.domain.identity import Problem
from pendopo.domain.references import parse_reference
from pendopo.portal.following.passes import CODE, forget, held_by, remember, too_often
from pendopo.screens.entering import TooOften, WrongPair, enter
from pendopo.screens.tracking import grouped, read_reference

REFERENCE = "nomor"
_LONGEST = 40


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Reference and code. Right: on to the case, the code nowhere in an address."""
    if request.method == "POST":
        return _tried(request)
    known = read_reference(request.GET.get(REFERENCE, "")[:_LONGEST])
    return _form(request, grouped(known) if known else "")


def _tried(request: HttpRequest) -> HttpResponse:
    typed = request.POST.get(REFERENCE, "").strip()[:_LONGEST]
    code = request.POST.get(CODE, "").strip()[:_LONGEST]
    reference = parse_reference(typed)
    troubles = tuple(_missing(reference, code))
    if troubles or isinstance(reference, Problem):
        return _form(request, typed, troubles, code=code)
    client = client_address(request.META, settings.PENDOPO_PROXIES)
    match enter(client, reference.compact, code):
        case TooOften(seconds):
            return too_often(request, seconds)
        case WrongPair():
            return _form(request, str(reference), code=code, wrong=True)
        case known if models.Case.objects.filter(reference=known).exists():
            response = redirect("follow", reference=known)
            remember(request, response, known)
            return response
        case _:
            return _form(request, str(reference), code=code, wrong=True)


def _missing(reference: object, code: str) -> list[Reason]:
    """What can be seen to be amiss without looking anything up."""
    found = []
    if isinstance(reference, Problem):
        found.append(Reason("reference", reference.message, REFERENCE))
    if not code:
        text = _("Ketik juga kode lacaknya; tertulis pada tanda terima, contohnya 7K3F-9QXA.")
        found.append(Reason("code", text, CODE))
    return found


def _form(
    request: HttpRequest,
    typed: str,
    troubles: tuple[Reason, ...] = (),
    *,
    code: str = "",
    wrong: bool = False,
) -> HttpResponse:
    context = {
        "typed": typed,
        "code": code,
        "troubles": troubles,
        "beside": {one.where: one.text for one in troubles},
        "wrong": wrong,
        "open": [(key, grouped(key)) for key in held_by(request)],
    }
    status = 422 if troubles else 403 if wrong else 200
    return render(request, "portal/follow/track.html", context, status=status)


@require_POST
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """Done looking: on this telephone the code is asked for again."""
    response = redirect("track")
    forget(request, response, reference)
    return response

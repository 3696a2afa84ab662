# SPDX-License-Identifier: EUPL-1.2
"""Leaving and coming back: a code for any telephone, which never stands in an address."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from pendopo.cases.services.applications import (
    KEPT_DAYS,
    application_by_code,
    code_to_return,
    drop_application,
)
from pendopo.domain.identity import Problem
from pendopo.domain.return_codes import grouped_code, parse_return_code
from pendopo.domain.wording import format_day
from pendopo.portal.applying.doors import (
    client_of,
    let_in,
    let_out,
    quiet_page,
    read_typed,
    sent_page,
    to_start,
    way_page,
)
from pendopo.portal.applying.way import Way, way_of
from pendopo.screens.attempts import WRONG_RETURNS, count_one, wait_for
from pendopo.screens.plain_words import short_name
from pendopo.screens.tracking import read_reference
from pendopo.standards import versions

CODE = "kode"


@way_page
def kept(request: HttpRequest, way: Way) -> HttpResponse:
    """The code to come back with, drawn when it is first asked for."""
    code = code_to_return(row=way.row) if way.row else None
    if way.row is None or code is None:
        return to_start(way, expired=True)
    until = way.world.date_of(way.world.now + timedelta(days=KEPT_DAYS))
    context = {
        "office": way.world.office,
        "slug": way.standing.slug,
        "service": short_name(way.standing.service.name),
        "code": grouped_code(code),
        "until": format_day(until),
        "days": KEPT_DAYS,
        "going_on": way.address(way.resume),
    }
    return let_in(render(request, "portal/apply/kept.html", context), way.row)


@sent_page
def leave(request: HttpRequest, way: Way) -> HttpResponse:
    """This browser forgets the way; what was typed stays kept for its code."""
    if request.method != "POST":
        return to_start(way)
    return let_out(to_start(way), way.office, way.standing.slug)


@way_page
def forget(request: HttpRequest, way: Way) -> HttpResponse:
    """What was typed is deleted at once, photos too. It is asked once more before."""
    if way.row is None:
        return to_start(way)
    if request.method == "POST":
        drop_application(row=way.row)
        return let_out(to_start(way), way.office, way.standing.slug)
    context = {
        "office": way.world.office,
        "slug": way.standing.slug,
        "service": short_name(way.standing.service.name),
        "going_on": way.address(way.resume),
    }
    return render(request, "portal/apply/forget.html", context)


@quiet_page
def come_back(request: HttpRequest) -> HttpResponse:
    """Takes the code, and leads on where it was left. Wrong codes are counted and slowed."""
    if request.method != "POST":
        return _asked(request)
    wait = wait_for(WRONG_RETURNS, client_of(request))
    if wait:
        later = _(
            "Terlalu banyak kode keliru dari jaringan ini. Tunggu seperempat jam, lalu coba lagi."
        )
        response = _asked(request, later, HTTPStatus.TOO_MANY_REQUESTS)
        response["Retry-After"] = str(wait)
        return response
    typed = request.POST.get(CODE, "")[:60]
    code = parse_return_code(typed)
    if isinstance(code, Problem):
        return _asked(request, _about_reference(typed) or code.message)
    row = application_by_code(code)
    standing = versions.current(row.office_id, row.service) if row else None
    if row is None or standing is None:
        count_one(WRONG_RETURNS, client_of(request))
        missing = _(
            "Tidak ada isian dengan kode ini. Mungkin sudah dikirim, sudah lewat %(days)d hari, "
            "atau ada yang keliru diketik."
        )
        return _asked(request, missing % {"days": KEPT_DAYS})
    way = way_of(standing, row, read_typed(row))
    return let_in(HttpResponseRedirect(way.address(way.resume)), row)


def _asked(
    request: HttpRequest, trouble: str = "", status: HTTPStatus | None = None
) -> HttpResponse:
    """The code that was typed is given back, so that one letter can be mended."""
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    context = {"trouble": trouble, "typed": request.POST.get(CODE, "")[:60], "days": KEPT_DAYS}
    return render(request, "portal/apply/come-back.html", context, status=status or wrong)


def _about_reference(typed: str) -> str:
    """What is said to whoever types the number of a file that was sent already."""
    if read_reference(typed) is None:
        return ""
    return _("Itu nomor berkas yang sudah terkirim. Untuk melihat sampai di mana, lacak berkasnya.")

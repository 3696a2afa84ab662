# SPDX-License-Identifier: EUPL-1.2
"""Search. What identifies a person comes by POST and never stands in an address."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pendopo.counter.doors import Desk, desk_page
from pendopo.counter.sheets_of_lists import file_of_cases, wants_file
from pendopo.screens.desk.search_words import Kind, read_search
from pendopo.screens.desk.searching import MOST, cases_meant, found_by, has_file

LIVE = "sementara"
"""Sent along by the script that shows what is found so far."""


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Files by a name and a village, a number, a reference or what a QR holds, NIK or telephone.

    A reference leads to its file at once. Anything that may be repeated is asked for again by
    an address, so that the back button and a bookmark work. While somebody types (`LIVE`) the page
    is given as it is, and leads nowhere.
    """
    asked = request.POST if request.method == "POST" else request.GET
    wanted = read_search(asked.get("q", ""))
    typing = request.method == "POST" and LIVE in request.POST
    if not typing and wanted.kind is Kind.REFERENCE and has_file(desk.actor, wanted.text):
        return redirect("file", reference=wanted.text)
    if request.method == "POST" and not wanted.secret and not typing:
        return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'q': wanted.shown})}")
    if request.method != "POST" and wanted.secret:
        messages.warning(
            request,
            _("Demi kerahasiaan, ketik NIK dan nomor telepon di kotak cari, bukan di alamat."),
        )
        return redirect("search")
    if wants_file(request) and not wanted.secret:
        rows = cases_meant(wanted, desk.actor, MOST)
        return file_of_cases(desk, rows, (wanted.shown,), "pencarian")
    found = found_by(wanted, desk.actor, desk.office.zone)
    return render(request, "counter/desk/search.html", {"sought": wanted, "found": found})

# SPDX-License-Identifier: EUPL-1.2
"""The villages of the office."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.settings.village_list import keep_villages
from pendopo.cases.services.settings.villages import (
    Wanted,
    keep_village,
    remove_village,
    village_now,
)
from pendopo.offices.models import Village

EXAMPLE = "{office}.2001, Sumberwangi\n{office}.2002, Karangasri\n1003, Rejowangi"
"""A list as it may be pasted."""


class VillageForm(OfficeForm):
    """A village; its code is asked only while it is new."""

    last = forms.CharField(
        label=_("Empat angka terakhir kodenya"),
        help_text=_("Kode Kemendagri: angka pertama 1 untuk kelurahan, 2 untuk desa."),
        max_length=4,
    )
    name = forms.CharField(
        label=_("Nama"), help_text=_("Tanpa kata “Desa” atau “Kelurahan”."), max_length=120
    )


class VillagesForm(OfficeForm):
    """A list to paste."""

    lines = forms.CharField(
        label=_("Daftar"),
        help_text=_(
            "Satu baris satu desa atau kelurahan: kode, lalu nama. Boleh ditempel dari Excel. "
            "Kodenya boleh lengkap atau empat angka terakhir saja."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )


@bureau_page
@require_safe
def villages(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All of them."""
    rows = Village.objects.filter(office_id=desk.office.code).order_by("kind", "name")
    return render(request, "bureau/villages.html", {"rows": rows})


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def village(request: HttpRequest, desk: Desk, code: str = "") -> HttpResponse:
    """One of them, or a new one."""
    row = village_now(desk.office.code, code) if code else None
    if code and row is None:
        raise Http404
    form = VillageForm(request.POST or None, row=row)
    if code:
        del form.fields["last"]
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_village(
            actor=desk.actor,
            code=code or None,
            wanted=Wanted(said.get("last", ""), said["name"]),
            seen=seen,
        ),
        template="bureau/village.html",
        then=reverse("bureau-villages"),
        now=lambda: village_now(desk.office.code, code) if code else None,
        context={"row": row},
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def several(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Many at once, from a list."""
    return form_page(
        request,
        desk,
        VillagesForm(request.POST or None),
        lambda said, _seen: keep_villages(actor=desk.actor, lines=said["lines"]),
        template="bureau/village-list.html",
        then=reverse("bureau-villages"),
        now=lambda: None,
        context={"example": EXAMPLE.format(office=desk.office.code)},
    )


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Take one away."""
    return deed(
        request,
        desk,
        lambda: remove_village(actor=desk.actor, code=code),
        then=reverse("bureau-villages"),
    )

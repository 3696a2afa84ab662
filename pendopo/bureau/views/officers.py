# SPDX-License-Identifier: EUPL-1.2
"""Those who work at the office: the list, one of them, and their names and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.settings.officers import (
    Wanted,
    is_named,
    keep_officer,
    officer_now,
    remove_officer,
)
from pendopo.offices.accounts import factors_of
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Assignment, Officer

RANKS = (
    "Juru Muda (I/a)",
    "Juru Muda Tingkat I (I/b)",
    "Juru (I/c)",
    "Juru Tingkat I (I/d)",
    "Pengatur Muda (II/a)",
    "Pengatur Muda Tingkat I (II/b)",
    "Pengatur (II/c)",
    "Pengatur Tingkat I (II/d)",
    "Penata Muda (III/a)",
    "Penata Muda Tingkat I (III/b)",
    "Penata (III/c)",
    "Penata Tingkat I (III/d)",
    "Pembina (IV/a)",
    "Pembina Tingkat I (IV/b)",
    "Pembina Utama Muda (IV/c)",
    "Pembina Utama Madya (IV/d)",
    "Pembina Utama (IV/e)",
)
"""Offered while one types (PP 99/2000). Offices that print the rank alone leave the rest out."""

SIEVES: tuple[tuple[str, Promise], ...] = (
    ("", _("Semua")),
    ("bertugas", _("Bertugas hari ini")),
    ("tanpa-jabatan", _("Tanpa jabatan")),
    ("tanpa-akun", _("Tanpa akun")),
)


class OfficerForm(OfficeForm):
    """Name, number and rank, as letters print them."""

    sizes = {"nip": "short"}

    name = forms.CharField(
        label=_("Nama dengan gelar"),
        help_text=_("Persis seperti di bawah tanda tangan, misalnya Sri Rekaan, S.Sos., M.Si."),
        max_length=120,
    )
    nip = forms.CharField(
        label=_("NIP"),
        help_text=_("18 angka, boleh dengan spasi. Kosongkan bila bukan ASN."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    rank = forms.CharField(
        label=_("Pangkat"),
        help_text=_("Dicetak di bawah nama. Pilih dari daftar atau tulis sendiri."),
        max_length=64,
        required=False,
        widget=forms.TextInput(attrs={"list": "pangkat"}),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """An officer in the list, with what is held today."""

    officer: Officer
    titles: tuple[str, ...]

    @property
    def state(self) -> str:
        """Of the account: none, closed, invented (of a demonstration), first (password), open."""
        user = self.officer.user
        if user is None:
            return "none"
        if not user.is_active:
            return "closed"
        if not user.has_usable_password():
            return "invented"
        return "first" if user.provisional else "open"

    def passes(self, sieve: str) -> bool:
        """Whether it is shown under this tab."""
        return {
            "bertugas": bool(self.titles),
            "tanpa-jabatan": not self.titles,
            "tanpa-akun": self.state in ("none", "closed"),
        }.get(sieve, True)


@bureau_page
@require_safe
def officers(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All of them, with what they hold today. Two queries."""
    sieve = request.GET.get("tampil", "")
    lines = _lines(desk)
    tabs = [(key, label, sum(one.passes(key) for one in lines)) for key, label in SIEVES]
    shown = [one for one in lines if one.passes(sieve)]
    context = {"lines": shown, "tabs": tabs, "sieve": sieve, "any": bool(lines)}
    return render(request, "bureau/officers.html", context)


@bureau_page
@require_safe
def officer(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """One of them: what letters print, the account, and all that was ever held."""
    person = officer_or_404(desk, officer)
    rows = Assignment.objects.filter(office_id=desk.office.code, officer_id=person.id)
    held = list(rows.select_related("position").order_by("-from_date", "position__place"))
    today = desk.office.today
    titles = tuple(one.full_title for one in held if holds(one, today))
    context = {
        "line": Line(person, titles),
        "person": person,
        "held": [one for one in held if one.to_date is None or one.to_date >= today],
        "past": [one for one in held if one.to_date is not None and one.to_date < today],
        "today": today,
        "factors": factors_of(person),
        "own": person.id == desk.officer.id,
        "removable": not held and not is_named(person),
    }
    return render(request, "bureau/officer.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, desk: Desk, officer: UUID | None = None) -> HttpResponse:
    """Their name, number and rank; or somebody new."""
    row = officer_now(desk.office.code, officer) if officer else None
    if officer and row is None:
        raise Http404
    return form_page(
        request,
        desk,
        OfficerForm(request.POST or None, row=row),
        lambda said, seen: keep_officer(
            actor=desk.actor, officer=officer, wanted=Wanted(**said), seen=seen
        ),
        template="bureau/officer-form.html",
        then=lambda made: reverse("bureau-officer", args=[made]),
        now=lambda: officer_now(desk.office.code, officer) if officer else None,
        context={
            "row": row,
            "ranks": RANKS,
            "back": reverse("bureau-officer", args=[officer])
            if officer
            else reverse("bureau-officers"),
        },
    )


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, officer: UUID) -> HttpResponse:
    """Take somebody away who was entered by mistake."""
    here = officer_or_404(desk, officer)
    then = reverse("bureau-officer", args=[officer]) if is_named(here) else _list()
    return deed(request, desk, lambda: remove_officer(actor=desk.actor, officer=officer), then=then)


def officer_or_404(desk: Desk, officer: UUID) -> Officer:
    """An officer of this office. One query."""
    rows = Officer.objects.filter(office_id=desk.office.code, id=officer)
    found = rows.select_related("user").first()
    if found is None:
        raise Http404
    return found


def holds(one: Assignment, day: date) -> bool:
    """Whether an assignment holds on that day."""
    return one.from_date <= day and (one.to_date is None or one.to_date >= day)


def _list() -> str:
    return reverse("bureau-officers")


def _lines(desk: Desk) -> tuple[Line, ...]:
    titles: dict[UUID, list[str]] = {}
    for one in held_on(desk.office.code, desk.office.today):
        titles.setdefault(one.officer_id, []).append(one.full_title)
    rows = Officer.objects.filter(office_id=desk.office.code)
    people = rows.select_related("user").order_by("name")
    return tuple(Line(one, tuple(titles.get(one.id, ()))) for one in people)

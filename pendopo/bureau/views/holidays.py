# SPDX-License-Identifier: EUPL-1.2
"""Days off: the nation's as they were read, and those of the office alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.settings.closures import (
    TypedClosure,
    closure_now,
    keep_closure,
    remove_closure,
)
from pendopo.domain.hours import FIXED_HOLIDAYS, HolidayKind
from pendopo.offices.models import KnownYear, LocalClosure, NationalHoliday, Office


@dataclass(frozen=True, slots=True)
class Day:
    """A national day off. `shared`: shared leave; `passed`: before today."""

    on: date
    name: str
    shared: bool
    passed: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the nation's days. `cite` is empty where its decree is not known yet."""

    year: int
    cite: str
    days: tuple[Day, ...]

    @property
    def ahead(self) -> tuple[Day, ...]:
        """Those that have not passed."""
        return tuple(day for day in self.days if not day.passed)


class ClosureForm(OfficeForm):
    """A closure; several days are asked only of a new one."""

    date = forms.DateField(
        label=_("Tanggal"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Tulis tanggal seperti 17-8-2026.")},
    )
    until = forms.DateField(
        label=_("Sampai tanggal"),
        help_text=_("Hanya bila tutup beberapa hari berturut-turut."),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Tulis tanggal seperti 19-8-2026.")},
    )
    from_time = forms.CharField(
        label=_("Dari jam"),
        help_text=_("Kosongkan kedua jam bila tutup sehari penuh."),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    to_time = forms.CharField(
        label=_("Sampai jam"),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Dibaca masyarakat, misalnya: Upacara hari jadi kabupaten."),
        max_length=160,
    )
    sizes = {"date": "short", "until": "short", "from_time": "tiny", "to_time": "tiny"}


@bureau_page
@require_safe
def holidays(request: HttpRequest, desk: Desk) -> HttpResponse:
    """This year and the next, and the office's own closures."""
    office, today = desk.office, desk.office.today
    closures = LocalClosure.objects.filter(
        office_id=office.code, date__year__gte=today.year
    ).order_by("date", "from_time")
    context = {
        "years": tuple(_years(office)),
        "closures": [one for one in closures if one.date >= today],
        "passed": [one for one in closures if one.date < today],
        "shared_closes": office.policy_values.cuti_bersama_closes,
    }
    return render(request, "bureau/holidays.html", context)


def _years(office: Office) -> Iterator[Year]:
    known = {year.year: year for year in KnownYear.objects.all()}
    wanted = sorted({office.today.year, office.today.year + 1})
    days = list(NationalHoliday.objects.filter(year_id__in=wanted).order_by("date"))
    for year in wanted:
        if year in known:
            mine = (
                Day(d.date, d.name, d.kind == HolidayKind.CUTI_BERSAMA, d.date < office.today)
                for d in days
                if d.year_id == year
            )
            yield Year(year, known[year].cite, tuple(mine))
        else:
            yield Year(year, "", tuple(_fixed(year, office)))


def _fixed(year: int, office: Office) -> Iterator[Day]:
    for (month, day), name in sorted(FIXED_HOLIDAYS.items()):
        on = date(year, month, day)
        yield Day(on, name, shared=False, passed=on < office.today)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def closure(request: HttpRequest, desk: Desk, id: UUID | None = None) -> HttpResponse:
    """One closure, or new ones."""
    row = closure_now(desk.office.code, id) if id else None
    if id and row is None:
        raise Http404
    form = ClosureForm(request.POST or None, row=row)
    if id:
        del form.fields["until"]
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_closure(actor=desk.actor, id=id, typed=_typed(said), seen=seen),
        template="bureau/closure.html",
        then=reverse("bureau-holidays"),
        now=lambda: closure_now(desk.office.code, id) if id else None,
        context={"row": row, "id": id},
    )


def _typed(said: Mapping[str, Any]) -> TypedClosure:
    return TypedClosure(
        said["date"], said.get("until"), said["from_time"], said["to_time"], said["reason"]
    )


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, id: UUID) -> HttpResponse:
    """The office is open that day."""
    return deed(
        request,
        desk,
        lambda: remove_closure(actor=desk.actor, id=id),
        then=reverse("bureau-holidays"),
    )

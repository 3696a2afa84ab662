# SPDX-License-Identifier: EUPL-1.2
"""Leave and duty away that is known beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.base import clock
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.form_parts import DayField, officer_choices
from pendopo.bureau.forms import OfficeForm, Section
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.hands_needed import unsigned_without
from pendopo.cases.services.settings.absences import (
    Wanted,
    absence_now,
    cancel_absence,
    keep_absence,
    last_day,
    planned,
    was_planned,
)
from pendopo.domain.wording import localize
from pendopo.offices.models import Absence, Office

A_FEW = 20
"""Past absences that are still shown."""
AT_MOST = 500
"""Of so many that are over they are sought; the board has many more."""
REASONS = (
    ("Cuti", _("Cuti")),
    ("DL", _("Dinas luar (DL)")),
    ("Diklat", _("Pendidikan dan pelatihan (diklat)")),
)
"""An illness is nobody's business: it is a leave."""


class AbsenceForm(OfficeForm):
    """Who is away, from when through when, and why."""

    sections = (
        Section("", ("officer",)),
        Section("", ("first", "last"), pair=True),
        Section("", ("reason",)),
    )

    officer = forms.UUIDField(label=_("Petugas"), widget=forms.Select)
    first = DayField(label=_("Hari pertama"))
    last = DayField(label=_("Hari terakhir"))
    reason = forms.ChoiceField(
        label=_("Alasan"),
        help_text=_("Tampil di papan kehadiran. Sakit dicatat sebagai cuti."),
        choices=REASONS,
        widget=forms.RadioSelect,
        initial="Cuti",
    )

    def __init__(self, *args: Any, office: Office, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["officer"].widget.choices = officer_choices(office.code)


@dataclass(frozen=True, slots=True)
class Line:
    """An absence with its days. `now`: it holds; `over`: it is past.

    `waits` are services that nobody can sign on its first day to come, because of it.
    """

    absence: Absence
    first: date
    last: date
    now: bool
    over: bool
    waits: tuple[str, ...] = ()


@bureau_page
@require_safe
def absences(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those that hold or come, and the latest of the past. Seven queries."""
    now, rows = clock.now(), planned(desk.office.code)
    coming = [_line(one, desk.office) for one in rows.filter(until_at__gt=now)]
    over = (one for one in rows.filter(until_at__lte=now)[:AT_MOST] if _is_plan(one, desk))
    past = [_line(one, desk.office) for one in islice(over, A_FEW)]
    coming.sort(key=lambda one: one.first)
    context = {"coming": _with_what_waits(desk.office, coming), "past": past}
    return render(request, "bureau/absences.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: HttpRequest, desk: Desk, absence: UUID | None = None) -> HttpResponse:
    """One that is not over, or a new one."""
    office = desk.office
    row = absence_now(office, absence) if absence else None
    if absence and row is None:
        raise Http404
    found = planned(office.code).filter(id=absence).first() if absence else None
    known = {"officer": str(found.officer_id)} if found else {"officer": request.GET.get("petugas")}
    return form_page(
        request,
        desk,
        AbsenceForm(request.POST or None, row=row, initial=known, office=office),
        lambda said, seen: keep_absence(
            actor=desk.actor, absence=absence, wanted=Wanted(**said), seen=seen
        ),
        template="bureau/absence.html",
        then=reverse("bureau-absences"),
        now=lambda: absence_now(office, absence) if absence else None,
        context={"row": row, "line": _line(found, office) if found else None},
    )


@bureau_page
@require_POST
def cancel(request: HttpRequest, desk: Desk, absence: UUID) -> HttpResponse:
    """It does not come to it, or somebody is back sooner."""
    return deed(
        request,
        desk,
        lambda: cancel_absence(actor=desk.actor, absence=absence),
        then=reverse("bureau-absences"),
    )


def _with_what_waits(office: Office, coming: list[Line]) -> list[Line]:
    """Each with the services that nobody can sign because of it. Five queries, if there is one."""
    days = {max(line.first, office.today) for line in coming}
    away = {
        day: frozenset(str(o.absence.officer_id) for o in coming if o.first <= day <= o.last)
        for day in days
    }
    waiting = unsigned_without(office, away) if days else {}
    return [
        replace(one, waits=_waits(one, waiting[max(one.first, office.today)])) for one in coming
    ]


def _is_plan(one: Absence, desk: Desk) -> bool:
    return was_planned(one, desk.office.zone)


def _waits(line: Line, waiting: Iterable[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    return tuple(name for name, signers in waiting if str(line.absence.officer_id) in signers)


def _line(one: Absence, office: Office) -> Line:
    now = clock.now()
    over = one.until_at is not None and one.until_at <= now
    return Line(
        absence=one,
        first=localize(one.from_at, office.zone).date(),
        last=last_day(one, office.zone),
        now=one.from_at <= now and not over,
        over=over,
    )

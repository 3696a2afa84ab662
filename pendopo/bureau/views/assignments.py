# SPDX-License-Identifier: EUPL-1.2
"""Who holds which position: today, from some day on, and until when it was."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.form_parts import ConfirmedForm, DayField, officer_choices
from pendopo.bureau.forms import Section
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.settings.assignments import (
    Order,
    assign,
    assignment_now,
    end_assignment,
    keep_assignment,
)
from pendopo.offices.models import Assignment, AssignmentKind, Office, Position

A_PAGE = 50
CAPACITIES: tuple[tuple[str, Promise], ...] = (
    (AssignmentKind.DEFINITIVE, _("Definitif: diangkat dalam jabatan itu")),
    (AssignmentKind.ACTING, _("Plt.: pejabatnya berhalangan tetap atau belum ada")),
    (AssignmentKind.DAILY, _("Plh.: pejabatnya berhalangan sementara, misalnya cuti")),
    (AssignmentKind.INTERIM, _("Pj.: penjabat yang diangkat untuk sementara")),
)


class OrderForm(ConfirmedForm):
    """What a letter of assignment says."""

    sections = (
        Section("", ("officer", "positions", "capacity")),
        Section(_("Berlaku"), ("from_date", "to_date"), pair=True),
        Section(
            _("Surat penugasan"),
            ("assigned_by", "number"),
            about=_("Misalnya Bupati atau Camat, dengan nomor suratnya."),
            pair=True,
        ),
    )

    capacity = forms.ChoiceField(
        label=_("Dipegang sebagai"),
        choices=CAPACITIES,
        widget=forms.RadioSelect,
        initial=AssignmentKind.DEFINITIVE,
    )
    from_date = DayField(label=_("Mulai"))
    to_date = DayField(label=_("Hari terakhir"), required=False)
    assigned_by = forms.CharField(label=_("Ditugaskan oleh"), max_length=160, required=False)
    number = forms.CharField(label=_("Nomor surat"), max_length=120, required=False)


class NewOrderForm(OrderForm):
    """For whom, and which positions: one letter may name several."""

    officer = forms.UUIDField(label=_("Petugas"), widget=forms.Select)
    positions = forms.MultipleChoiceField(
        label=_("Jabatan"),
        help_text=_("Boleh beberapa sekaligus, bila satu surat menyebut semuanya."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, office: Office, **more: Any) -> None:
        super().__init__(*args, **more)
        self.order_fields(["officer", "positions", "capacity"])
        self.fields["officer"].widget.choices = officer_choices(office.code)
        places = Position.objects.filter(office_id=office.code)
        self.fields["positions"].choices = [(one.key, one.title) for one in places]  # type: ignore[attr-defined]


SIEVES: tuple[tuple[str, Promise], ...] = (
    ("", _("Berlaku hari ini")),
    ("akan-datang", _("Akan datang")),
    ("berakhir", _("Sudah berakhir")),
)


@bureau_page
@require_safe
def assignments(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those of today by position, those to come, and those that ended. Two queries."""
    sieve = request.GET.get("tampil", "")
    found = _sieved(desk.office, sieve)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "tabs": SIEVES, "sieve": sieve}
    return render(request, "bureau/assignments.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Let somebody hold one or more positions. The address may name whom, or which."""
    known = {
        "officer": request.GET.get("petugas", ""),
        "positions": request.GET.getlist("jabatan"),
        "from_date": desk.office.today,
    }
    back = _back(desk, request.GET.get("petugas", ""), request.GET.get("jabatan", ""))
    return form_page(
        request,
        desk,
        NewOrderForm(request.POST or None, initial=known, office=desk.office),
        lambda said, _seen: assign(
            actor=desk.actor,
            officer=said.pop("officer"),
            positions=tuple(said.pop("positions")),
            order=Order(**said),
        ),
        template="bureau/assignment.html",
        then=back,
        now=lambda: None,
        context={"back": back},
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: HttpRequest, desk: Desk, assignment: UUID) -> HttpResponse:
    """Correct one, or give it a last day."""
    office = desk.office.code
    rows = Assignment.objects.filter(office_id=office, id=assignment)
    found = rows.select_related("officer", "position").first()
    if found is None:
        raise Http404
    then = reverse("bureau-officer", args=[found.officer_id])
    today = desk.office.today
    return form_page(
        request,
        desk,
        OrderForm(request.POST or None, row=assignment_now(office, assignment)),
        lambda said, seen: keep_assignment(
            actor=desk.actor, assignment=assignment, order=Order(**said), seen=seen
        ),
        template="bureau/assignment.html",
        then=then,
        now=lambda: assignment_now(office, assignment),
        context={
            "found": found,
            "back": then,
            "begun": found.from_date <= today,
            "ended": found.to_date is not None and found.to_date <= today,
        },
    )


@bureau_page
@require_POST
def end(request: HttpRequest, desk: Desk, assignment: UUID) -> HttpResponse:
    """Today is its last day; one that has not begun is no more."""
    rows = Assignment.objects.filter(office_id=desk.office.code, id=assignment)
    officer = rows.values_list("officer_id", flat=True).first()
    if officer is None:
        raise Http404
    return deed(
        request,
        desk,
        lambda: end_assignment(actor=desk.actor, assignment=assignment, last=desk.office.today),
        then=reverse("bureau-officer", args=[officer]),
    )


def _sieved(office: Office, sieve: str) -> QuerySet[Assignment]:
    rows = Assignment.objects.filter(office_id=office.code).select_related("officer", "position")
    if sieve == "berakhir":
        return rows.filter(to_date__lt=office.today).order_by("-to_date", "position__place")
    if sieve == "akan-datang":
        return rows.filter(from_date__gt=office.today).order_by("from_date", "position__place")
    now = rows.filter(from_date__lte=office.today).exclude(to_date__lt=office.today)
    return now.order_by("position__place", "officer__name")


def _back(desk: Desk, officer: str, position: str) -> str:
    """Where the form was opened from."""
    try:
        return reverse("bureau-officer", args=[UUID(officer)])
    except ValueError:
        pass
    known = Position.objects.filter(office_id=desk.office.code, key=position).exists()
    return reverse("bureau-position", args=[position]) if known else reverse("bureau-assignments")

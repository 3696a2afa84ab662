# SPDX-License-Identifier: EUPL-1.2
"""The positions of the office and the roles that they fill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.form_parts import ConfirmedForm
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.hands_needed import needed
from pendopo.cases.services.settings.positions import (
    Wanted,
    keep_position,
    move_position,
    position_now,
    remove_position,
    roles_of_office,
)
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Assignment, Office, Position


class PositionForm(ConfirmedForm):
    """Title, roles and echelon."""

    sizes = {"echelon": "tiny"}

    title = forms.CharField(
        label=_("Nama jabatan"),
        help_text=_("Seperti dicetak di atas tanda tangan, misalnya Kepala Seksi Pelayanan."),
        max_length=160,
    )
    echelon = forms.CharField(
        label=_("Eselon"),
        help_text=_("Untuk jabatan struktural, misalnya IV.a."),
        max_length=16,
        required=False,
    )
    roles = forms.MultipleChoiceField(
        label=_("Peran"),
        help_text=_(
            "Apa yang dikerjakan pemegangnya. Standar pelayanan menyebut peran, bukan jabatan; "
            "satu jabatan boleh memegang beberapa."
        ),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, office: Office, found: Position | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.initial["roles"] = found.roles if found else []
        self.fields["roles"].choices = role_choices(office)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """A position in the list: its roles in words, and who holds it today."""

    position: Position
    roles: tuple[str, ...]
    holders: tuple[Assignment, ...]


@bureau_page
@require_safe
def positions(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All of them, in the order of the office. Three queries."""
    titles = roles_of_office()
    holders: dict[object, list[Assignment]] = {}
    for one in held_on(desk.office.code, desk.office.today):
        holders.setdefault(one.position_id, []).append(one)
    lines = [
        Line(
            row,
            tuple(titles.get(role, role) for role in row.roles),
            tuple(holders.get(row.id, ())),
        )
        for row in Position.objects.filter(office_id=desk.office.code)
    ]
    return render(request, "bureau/positions.html", {"lines": lines})


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def position(request: HttpRequest, desk: Desk, key: str = "") -> HttpResponse:
    """One of them with all who ever held it, or a new one."""
    rows = Position.objects.filter(office_id=desk.office.code)
    found = rows.filter(key=key).first() if key else None
    if key and found is None:
        raise Http404
    row = position_now(desk.office.code, key) if key else None
    return form_page(
        request,
        desk,
        PositionForm(request.POST or None, row=row, office=desk.office, found=found),
        lambda said, seen: keep_position(
            actor=desk.actor,
            key=key or None,
            wanted=Wanted(**{**said, "roles": tuple(said["roles"])}),
            seen=seen,
        ),
        template="bureau/position.html",
        then=reverse("bureau-positions"),
        now=lambda: position_now(desk.office.code, key) if key else None,
        context={
            "row": row,
            "key": key,
            "held": _held(desk.office.code, key) if key else (),
            "today": desk.office.today,
        },
    )


@bureau_page
@require_POST
def move(request: HttpRequest, desk: Desk, key: str, up: bool) -> HttpResponse:
    """One place up or down."""
    return deed(
        request,
        desk,
        lambda: move_position(actor=desk.actor, key=key, up=up),
        then=reverse("bureau-positions"),
    )


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """Take one away that nothing names."""
    return deed(
        request,
        desk,
        lambda: remove_position(actor=desk.actor, key=key),
        then=reverse("bureau-position", args=[key]),
        done=reverse("bureau-positions"),
    )


def role_choices(office: Office) -> list[tuple[str, SafeString]]:
    """The roles of the national list, each with how many services need it here."""
    counted = Counter(role for one in needed(office.code) for role in one.roles)
    powers = _powers(office)
    return [
        (key, _role(title, counted[key], powers.get(key, ())))
        for key, title in roles_of_office().items()
    ]


def _role(title: str, services: int, powers: Iterable[str]) -> SafeString:
    needs = (
        ngettext("langkah di %(n)d layanan", "langkah di %(n)d layanan", services) % {"n": services}
        if services
        else gettext("belum ada langkah di kantor ini")
    )
    return format_html("{}<small>{}</small>", title, "; ".join((needs, *powers)))


def _powers(office: Office) -> dict[str, list[str]]:
    """What the office's policy lets a role do besides its steps."""
    policy = office.policy_values
    found: dict[str, list[str]] = {}
    for roles, words in (
        (policy.administered_by, gettext("mengubah pengaturan kantor")),
        (policy.letters_changed_by, gettext("mengubah naskah surat")),
        (policy.signature_recorded_by, gettext("mencatat tanda tangan basah")),
    ):
        for role in roles:
            found.setdefault(role, []).append(words)
    return found


def _held(office: str, key: str) -> list[Assignment]:
    rows = Assignment.objects.filter(office_id=office, position__key=key)
    return list(rows.select_related("officer", "position").order_by("-from_date", "officer__name"))

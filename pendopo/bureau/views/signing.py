# SPDX-License-Identifier: EUPL-1.2
"""The signing matrix: who signs what, for whom, and how it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.form_parts import ConfirmedForm
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import deed, form_page
from pendopo.bureau.signing_grid import signing_grid
from pendopo.cases.hands_needed import needed
from pendopo.cases.services.settings.positions import roles_of_office
from pendopo.cases.services.settings.signing import (
    Wanted,
    keep_rule,
    move_rule,
    remove_rule,
    rule_now,
)
from pendopo.offices.models import Office, Position, SigningRule

ALL, BUT, ONLY = "all", "but", "only"


class RuleForm(ConfirmedForm):
    """A row of the matrix; which services it holds for is one choice and one list of ticks."""

    position = forms.ChoiceField(label=_("Yang menandatangani"), choices=())
    line = forms.ChoiceField(
        label=_("Baris di atas jabatannya"),
        choices=(
            ("", _("Tanpa: menandatangani dalam jabatannya sendiri")),
            ("a.n.", _("a.n. (atas nama): satu tingkat di bawahnya")),
            ("u.b.", _("u.b. (untuk beliau): dua tingkat di bawahnya")),
        ),
        widget=forms.RadioSelect,
        required=False,
    )
    on_behalf_of = forms.ChoiceField(
        label=_("Untuk tanda tangan siapa"),
        help_text=_("Pejabat yang disebut standar pelayanan sebagai penanda tangan."),
        choices=(),
    )
    scope = forms.ChoiceField(
        label=_("Berlaku untuk"),
        choices=(
            (ALL, _("Semua layanan")),
            (BUT, _("Semua layanan, kecuali yang dicentang")),
            (ONLY, _("Hanya layanan yang dicentang")),
        ),
        widget=forms.RadioSelect,
        initial=ALL,
    )
    services = forms.MultipleChoiceField(
        label=_("Layanan"), widget=forms.CheckboxSelectMultiple, required=False
    )
    basis = forms.CharField(
        label=_("Surat pendelegasian"),
        help_text=_("Nomor dan tanggal surat yang mendasarinya."),
        max_length=160,
        required=False,
    )

    def __init__(
        self, *args: Any, office: Office, found: SigningRule | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.initial.update(_typed(found) if found else {"services": []})
        positions = list(Position.objects.filter(office_id=office.code))
        self._offer("position", {one.key: one.title for one in positions})
        self._offer("on_behalf_of", _principals(positions))
        self._offer("services", service_names(office))

    def _offer(self, name: str, choices: Mapping[str, str]) -> None:
        self.fields[name].choices = list(choices.items())  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was said, as the service takes it."""
        said, ticked = self.cleaned_data, tuple(self.cleaned_data["services"])
        return Wanted(
            position=said["position"],
            on_behalf_of=said["on_behalf_of"],
            line=said["line"],
            services=ticked if said["scope"] == ONLY else None,
            excepted=ticked if said["scope"] == BUT else (),
            basis=said["basis"],
            confirmed=said["confirmed"],
        )


class RemovalForm(ConfirmedForm):
    """Nothing to fill in, unless the service wants a second thought."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix in words."""

    rule: SigningRule
    role: str
    services: tuple[str, ...]
    excepted: tuple[str, ...]
    first: bool
    last: bool


@bureau_page
@require_safe
def rules(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who signs each service today, how the blocks are printed, and the rows behind it."""
    context = {"grid": signing_grid(desk.office), "lines": _lines(desk.office)}
    return render(request, "bureau/signing.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: HttpRequest, desk: Desk, rule: UUID | None = None) -> HttpResponse:
    """A row of the matrix, or a new one."""
    rows = SigningRule.objects.filter(office_id=desk.office.code).select_related("position")
    found = rows.filter(id=rule).first() if rule else None
    if rule and found is None:
        raise Http404
    row = rule_now(desk.office.code, rule) if rule else None
    form = RuleForm(request.POST or None, row=row, office=desk.office, found=found)
    return form_page(
        request,
        desk,
        form,
        lambda _said, seen: keep_rule(actor=desk.actor, rule=rule, wanted=form.wanted(), seen=seen),
        template="bureau/signing-rule.html",
        then=reverse("bureau-signing"),
        now=lambda: rule_now(desk.office.code, rule) if rule else None,
        context={"row": row, "id": rule},
    )


@bureau_page
@require_POST
def move(request: HttpRequest, desk: Desk, rule: UUID, up: bool) -> HttpResponse:
    """One place up or down: the first who is in, signs first."""
    return deed(
        request,
        desk,
        lambda: move_rule(actor=desk.actor, rule=rule, up=up),
        then=reverse("bureau-signing"),
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, desk: Desk, rule: UUID) -> HttpResponse:
    """Take a row out of the matrix, once it was asked."""
    row = rule_now(desk.office.code, rule)
    if row is None and request.method != "POST":
        raise Http404
    form: OfficeForm = RemovalForm(request.POST or None)
    return form_page(
        request,
        desk,
        form,
        lambda said, _seen: remove_rule(actor=desk.actor, rule=rule, confirmed=said["confirmed"]),
        template="bureau/signing-removal.html",
        then=reverse("bureau-signing"),
        now=lambda: None,
        context={"row": row, "save": gettext("Hapus baris ini")},
    )


def service_names(office: Office) -> dict[str, str]:
    """The services that are signed, in the order of the office: key → name. Three queries."""
    return {one.slug: one.name for one in needed(office.code) if one.signed_by}


def _principals(positions: list[Position]) -> dict[str, str]:
    """Whose signature it may be: the roles of posts, in the order of the office."""
    titles = roles_of_office()
    posts = [one for one in positions if one.echelon] or positions
    keys = dict.fromkeys(role for one in posts for role in one.roles)
    return {key: titles[key] for key in keys if key in titles}


def _lines(office: Office) -> list[Line]:
    names, titles = service_names(office), roles_of_office()
    found = SigningRule.objects.filter(office_id=office.code).select_related("position")
    rows = list(found.order_by("place"))
    return [
        Line(
            rule=row,
            role=titles.get(row.on_behalf_of, row.on_behalf_of),
            services=tuple(names.get(key, key) for key in row.services or ()),
            excepted=tuple(names.get(key, key) for key in row.excepted),
            first=n == 0,
            last=n == len(rows) - 1,
        )
        for n, row in enumerate(rows)
    ]


def _typed(found: SigningRule) -> dict[str, object]:
    """A row as the form has it."""
    if found.services is not None:
        scope, ticked = ONLY, found.services
    else:
        scope, ticked = (BUT, found.excepted) if found.excepted else (ALL, [])
    return {
        "position": found.position.key,
        "line": found.line,
        "on_behalf_of": found.on_behalf_of,
        "scope": scope,
        "services": ticked,
    }

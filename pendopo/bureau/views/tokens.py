# SPDX-License-Identifier: EUPL-1.2
"""Keys by which programs speak for an officer: made, told once, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pendopo.base import clock
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.form_parts import DayField
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import confirm_page, form_page
from pendopo.bureau.secrets_told import tell_secret
from pendopo.cases.services.settings.tokens import Wanted, issue, last_day, revoke
from pendopo.offices.assignments import held_on
from pendopo.offices.models import AccessToken, Office

A_QUARTER = timedelta(days=90)
"""How long a key holds where nobody says otherwise."""
SHOWN = 100


class TokenForm(OfficeForm):
    """For whom, for which of their positions, and until when."""

    sizes = {"last": "short"}

    officer = forms.UUIDField(
        label=_("Atas nama petugas"),
        help_text=_("Yang dikerjakan program tercatat atas namanya."),
        widget=forms.Select,
    )
    position = forms.ChoiceField(
        label=_("Hanya sebagai"),
        help_text=_("Lebih aman satu jabatan saja, yang memang diperlukan program itu."),
        choices=(),
        required=False,
    )
    last = DayField(
        label=_("Berlaku sampai"),
        help_text=_("Kosongkan bila berlaku sampai dicabut."),
        required=False,
    )

    def __init__(self, *args: Any, office: Office, **more: Any) -> None:
        super().__init__(*args, **more)
        held = list(held_on(office.code, office.today))
        people = dict(sorted({str(a.officer_id): a.officer.name for a in held}.items(), key=_name))
        self.fields["officer"].widget.choices = [("", "–"), *people.items()]
        titles = {one.position.key: one.position.title for one in held}
        every = ("", _("Semua jabatan yang dipegangnya"))
        self.fields["position"].choices = [every, *titles.items()]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """A key with how it stands: holds, withdrawn, or past its day."""

    token: AccessToken
    last: date | None
    state: str


@bureau_page
@require_safe
def tokens(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those that hold, and those that did. One query."""
    rows = AccessToken.objects.filter(office_id=desk.office.code)
    rows = rows.select_related("officer", "position").order_by("-created_at")
    lines = [_line(one, desk.office) for one in rows[:SHOWN]]
    context = {
        "holding": [one for one in lines if one.state == "holds"],
        "spent": [one for one in lines if one.state != "holds"],
    }
    return render(request, "bureau/tokens.html", context)


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make one."""
    known = {"last": desk.office.today + A_QUARTER}
    return form_page(
        request,
        desk,
        TokenForm(request.POST or None, initial=known, office=desk.office),
        lambda said, _seen: issue(actor=desk.actor, wanted=Wanted(**said)),
        template="bureau/token.html",
        then=reverse("bureau-token-secret"),
        now=lambda: None,
    )


@bureau_page
@require_safe
def secret(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The key that was just made, shown once."""
    return render(request, "bureau/token-secret.html", {"token": tell_secret(request, desk)})


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, desk: Desk, token: UUID) -> HttpResponse:
    """It holds no longer, once it was asked."""
    rows = AccessToken.objects.filter(office_id=desk.office.code, id=token)
    found = rows.select_related("officer").first()
    if found is None:
        raise Http404
    title, back = gettext("Cabut kunci ini"), reverse("bureau-tokens")
    sentence = gettext(
        "Program yang memakainya langsung ditolak. Kunci yang dicabut tidak kembali."
    )
    return confirm_page(
        request,
        desk,
        lambda: revoke(actor=desk.actor, token=token),
        then=back,
        context={
            "title": title,
            "about": found.officer.name,
            "sentences": (sentence,),
            "yes": title,
            "back": back,
        },
    )


def _line(one: AccessToken, office: Office) -> Line:
    last = last_day(one, office.zone)
    if one.revoked_at is not None:
        return Line(one, last, "revoked")
    past = one.expires_at is not None and one.expires_at <= clock.now()
    return Line(one, last, "past" if past else "holds")


def _name(item: tuple[str, str]) -> str:
    return item[1].casefold()

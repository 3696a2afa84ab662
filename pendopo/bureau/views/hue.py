# SPDX-License-Identifier: EUPL-1.2
"""The office's leading colour: a few to choose from, or any, seen on the page before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import form_page
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.hue import hue_now, keep_hue, wanted_hue
from pendopo.offices.hues import DEFAULT, SWATCHES, least_contrast, read_hue
from pendopo.offices.models import Office

OWN = "own"
NAMES: Mapping[str, Promise] = dict(
    zip(
        SWATCHES,
        (
            _("Hijau kebiruan, bawaan"),
            _("Biru"),
            _("Biru abu-abu"),
            _("Hijau"),
            _("Hijau zaitun"),
            _("Ungu"),
            _("Ungu kemerahan"),
            _("Cokelat"),
        ),
        strict=True,
    )
)


class HueForm(OfficeForm):
    """One of the colours, or one's own."""

    swatch = forms.ChoiceField(
        label=_("Warna"),
        widget=forms.RadioSelect,
        choices=[*NAMES.items(), (OWN, _("Warna sendiri"))],
    )
    own = forms.CharField(
        label=_("Warna sendiri"),
        help_text=_("Warna yang terlalu terang dibuat lebih gelap agar tulisannya terbaca."),
        required=False,
        max_length=7,
        widget=forms.TextInput(attrs={"type": "color"}),
    )

    def __init__(self, data: QueryDict | None = None, *, office: Office) -> None:
        now = office.hue or DEFAULT
        swatch = now if now in NAMES else OWN
        super().__init__(data, row=hue_now(office), initial={"swatch": swatch, "own": f"#{now}"})


def _text(said: Mapping[str, Any]) -> str:
    return str(said["own"] if said["swatch"] == OWN else said["swatch"])


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def hue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form; once looked at, the page itself wears the colour."""
    return form_page(
        request,
        desk,
        HueForm(request.POST or None, office=desk.office),
        lambda said, seen: keep_hue(actor=desk.actor, text=_text(said), seen=seen),
        template="bureau/hue.html",
        then=reverse("bureau-hue"),
        now=lambda: hue_now(Office.objects.get(code=desk.office.code)),
        look=_look,
        context={"contrast": least_contrast(desk.office.hue or DEFAULT)},
    )


def _look(said: Mapping[str, Any]) -> Mapping[str, Any] | NotRecorded:
    text = _text(said)
    wanted = wanted_hue(text)
    if isinstance(wanted, NotRecorded):
        return wanted
    return {
        "look": wanted,
        "darker": wanted != read_hue(text),
        "contrast": least_contrast(wanted),
    }

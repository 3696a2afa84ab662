# SPDX-License-Identifier: EUPL-1.2
"""What the office is called, where it is, and how it is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import form_page
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import SettingAnswer, Told
from pendopo.cases.services.settings.contacts import (
    KINDS,
    MOST,
    Contact,
    contacts_now,
    contacts_of,
    keep_contacts,
)
from pendopo.cases.services.settings.identity import Identity, identity_now, keep_identity
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Office

CONTACT_KINDS: Mapping[str, Promise] = {
    "phone": _("Telepon"),
    "whatsapp": _("WhatsApp"),
    "email": _("Surel"),
    "website": _("Situs"),
    "lapor": _("SP4N-LAPOR!"),
    "instagram": _("Instagram"),
    "address": _("Alamat"),
    "box": _("Kotak pengaduan"),
    "officer": _("Petugas"),
}
FREE_LINES = 3


class IdentityForm(OfficeForm):
    """The names of the office."""

    name = forms.CharField(label=_("Nama kantor"), max_length=120)
    seat = forms.CharField(
        label=_("Tempat kedudukan"),
        help_text=_("Dicetak sebelum tanggal surat: Rejowangi, 23 November 2026."),
        max_length=120,
    )
    address = forms.CharField(
        label=_("Alamat"),
        help_text=_("Dicetak pada kop, bila kop tidak menyebut alamat sendiri."),
        max_length=240,
    )
    unit_code = forms.CharField(
        label=_("Kode unit"),
        help_text=_("Bagian nomor surat yang menyebut kantor. Berlaku untuk nomor berikutnya."),
        max_length=32,
    )
    sizes = {"unit_code": "short"}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """The fields of one way."""

    place: BoundField
    kind: BoundField
    label: BoundField
    value: BoundField

    @property
    def errors(self) -> list[str]:
        """What is wrong in the line."""
        return [*self.place.errors, *self.kind.errors, *self.label.errors, *self.value.errors]


class ContactsForm(OfficeForm):
    """All ways, a line each, and some free lines. A line without number and label is taken away.

    `place` orders them; lines with the same place stay as they are.
    """

    def __init__(
        self, data: QueryDict | None = None, *, office: Office, row: Told | None = None
    ) -> None:
        super().__init__(data, row=row)
        standing = contacts_of(office)
        typed = sum(1 for name in data or () if name.startswith("value-"))
        self.lines_count = min(max(len(standing) + FREE_LINES, typed), MOST + FREE_LINES)
        for n in range(self.lines_count):
            self._add(n, standing[n] if n < len(standing) else None)

    def _add(self, n: int, one: Contact | None) -> None:
        choices = [("", "–"), *((kind, CONTACT_KINDS[kind]) for kind in KINDS)]
        self.fields[f"place-{n}"] = forms.IntegerField(
            label=_("Urutan"),
            required=False,
            min_value=1,
            max_value=99,
            initial=n + 1 if one else None,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"invalid": _("Tulis urutan dengan angka.")},
        )
        self.fields[f"kind-{n}"] = forms.ChoiceField(
            label=_("Jenis"), required=False, choices=choices, initial=one.kind if one else ""
        )
        self.fields[f"label-{n}"] = forms.CharField(
            label=_("Label"), required=False, max_length=40, initial=one.label if one else ""
        )
        self.fields[f"value-{n}"] = forms.CharField(
            label=_("Nomor atau alamat"),
            required=False,
            max_length=200,
            initial=one.value if one else "",
        )

    def lines(self) -> Iterator[ContactLine]:
        """The lines in the order in which they were typed."""
        for n in range(self.lines_count):
            yield ContactLine(
                *(self[f"{part}-{n}"] for part in ("place", "kind", "label", "value"))
            )

    def places(self, said: Mapping[str, Any]) -> list[int]:
        """The lines that say something, in the order that is wanted: the number of each."""
        filled = [n for n in range(self.lines_count) if said[f"value-{n}"] or said[f"label-{n}"]]
        return sorted(filled, key=lambda n: (said[f"place-{n}"] or 100, n))


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Name, seat, address and code; beside them what is fixed, and why."""
    return form_page(
        request,
        desk,
        IdentityForm(request.POST or None, row=identity_now(desk.office)),
        lambda said, seen: keep_identity(actor=desk.actor, wanted=Identity(**said), seen=seen),
        template="bureau/identity.html",
        then=reverse("bureau-identity"),
        now=lambda: identity_now(_fresh(desk)),
        context={"office": desk.office},
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All ways to reach the office."""
    form = ContactsForm(request.POST or None, office=desk.office, row=contacts_now(desk.office))
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: _kept(desk, form, said, seen),
        template="bureau/contacts.html",
        then=reverse("bureau-contacts"),
        now=lambda: contacts_now(_fresh(desk)),
    )


def _kept(desk: Desk, form: ContactsForm, said: Mapping[str, Any], seen: str) -> SettingAnswer:
    places = form.places(said)
    wanted = [Contact(said[f"kind-{n}"], said[f"label-{n}"], said[f"value-{n}"]) for n in places]
    answer = keep_contacts(actor=desk.actor, wanted=wanted, seen=seen)
    return _at_lines(answer, places) if isinstance(answer, NotRecorded) else answer


def _at_lines(answer: NotRecorded, places: list[int]) -> NotRecorded:
    """What has to be mended, at the lines of the form and not at those of the list."""
    troubles = []
    for one in answer.troubles:
        part, _dash, n = one.where.rpartition("-")
        troubles.append(Trouble(f"{part}-{places[int(n)]}", one.text))
    return replace(answer, troubles=tuple(troubles))


def _fresh(desk: Desk) -> Office:
    return Office.objects.get(code=desk.office.code)

# SPDX-License-Identifier: EUPL-1.2
"""Parts of forms: a second thought that is asked for where needed, and days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from pendopo.bureau.forms import OfficeForm, Section
from pendopo.cases.services.answers import NotRecorded
from pendopo.offices.models import Officer

CONFIRMED = "confirmed"


class ConfirmedForm(OfficeForm):
    """A form with a tick that is asked for only where the service wants a second thought."""

    confirmed = forms.BooleanField(
        label=_("Pastikan dahulu"),
        help_text=_("Centang bila memang begitu maksudnya, lalu kirim lagi."),
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields[CONFIRMED] = self.fields.pop(CONFIRMED)  # the last one on the page

    def laid_out(self) -> Iterator[tuple[Section, list[BoundField]]]:
        """The sections, and below them the tick where it is asked for."""
        yield from super().laid_out()
        if not self[CONFIRMED].is_hidden:
            yield Section("", (CONFIRMED,)), [self[CONFIRMED]]

    def take(self, refused: NotRecorded) -> None:
        """Beside the refusal stands the tick that lifts it."""
        super().take(refused)
        if any(one.where == CONFIRMED for one in refused.told):
            self.fields[CONFIRMED].widget = forms.CheckboxInput()


class DayField(forms.DateField):
    """A day, chosen or typed as the browser has it."""

    widget = forms.DateInput

    def __init__(self, **more: Any) -> None:
        more.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**more)
        self.error_messages["invalid"] = _("Pilih tanggalnya, misalnya 23-11-2026.")


def officer_choices(office: str) -> list[tuple[str, str]]:
    """All officers by name, for a list to choose from. One query."""
    people = Officer.objects.filter(office_id=office).order_by("name")
    return [("", "–"), *((str(one.id), one.name) for one in people)]

# SPDX-License-Identifier: EUPL-1.2
"""Seven days in a form: opening, closing and breaks of each, as a grid that fits a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from pendopo.bureau.forms import OfficeForm
from pendopo.cases.services.settings.changing import Told
from pendopo.domain.hours import WeekHours
from pendopo.domain.typed_hours import CLOSE, OPEN, REST, TypedDay, typed_day
from pendopo.offices.hours import DAYS

DAY_LABELS: Mapping[str, Promise] = {
    "senin": _("Senin"),
    "selasa": _("Selasa"),
    "rabu": _("Rabu"),
    "kamis": _("Kamis"),
    "jumat": _("Jumat"),
    "sabtu": _("Sabtu"),
    "minggu": _("Minggu"),
}


@dataclass(frozen=True, slots=True)
class DayRow:
    """The fields of one day; `rests` are from and to of each break."""

    label: Promise
    opens: BoundField
    closes: BoundField
    rests: tuple[tuple[BoundField, BoundField], ...]

    @property
    def errors(self) -> list[str]:
        """What is wrong on that day."""
        fields = (self.opens, self.closes, *(field for rest in self.rests for field in rest))
        return [str(text) for field in fields for text in field.errors]


class WeekForm(OfficeForm):
    """A form with a week; `week` is how it stands. There is room for one break a day, or more
    where a day has more.

    A field is called `<day>-<part>`: senin-open, senin-rest0 and senin-rest0to.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        week: WeekHours,
        row: Told | None = None,
        **more: Any,
    ) -> None:
        super().__init__(data, row=row, **more)
        days = [typed_day(spans) for spans in week.days]
        self.rests = max(1, *(len(day.rests) for day in days))
        for name, day in zip(DAYS, days, strict=True):
            self._add(f"{name}-{OPEN}", _("buka"), day.opens)
            self._add(f"{name}-{CLOSE}", _("tutup"), day.closes)
            for n in range(self.rests):
                from_, to = day.rests[n] if n < len(day.rests) else ("", "")
                self._add(f"{name}-{REST}{n}", _("istirahat dari"), from_)
                self._add(f"{name}-{REST}{n}to", _("istirahat sampai"), to)

    def _add(self, name: str, label: Promise, initial: str) -> None:
        day = DAY_LABELS[name.partition("-")[0]]
        attrs = {"inputmode": "decimal", "autocomplete": "off", "placeholder": "–"}
        whole = format_lazy("{}, {}", day, label)
        self.fields[name] = forms.CharField(
            label=whole,
            required=False,
            max_length=12,
            initial=initial,
            widget=forms.TextInput(attrs={**attrs, "aria-label": whole}),
        )

    def day_rows(self) -> Iterator[DayRow]:
        """The days in their order."""
        for name in DAYS:
            rests = ((f"{name}-{REST}{n}", f"{name}-{REST}{n}to") for n in range(self.rests))
            yield DayRow(
                DAY_LABELS[name],
                self[f"{name}-{OPEN}"],
                self[f"{name}-{CLOSE}"],
                tuple((self[from_], self[to]) for from_, to in rests),
            )

    def other_fields(self) -> list[BoundField]:
        """What the form asks beside the week."""
        return [field for field in self.visible_fields() if "-" not in field.name]

    def typed_days(self, said: Mapping[str, Any]) -> tuple[TypedDay, ...]:
        """The week as it was typed."""
        return tuple(
            TypedDay(
                said[f"{name}-{OPEN}"],
                said[f"{name}-{CLOSE}"],
                tuple(
                    (said[f"{name}-{REST}{n}"], said[f"{name}-{REST}{n}to"])
                    for n in range(self.rests)
                ),
            )
            for name in DAYS
        )

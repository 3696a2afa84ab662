# SPDX-License-Identifier: EUPL-1.2
"""The columns of a book: a fold each, with what stands under its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from pendopo.bureau.book_words import SHOWN, WIDTHS
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.book_columns import (
    MOST,
    TypedColumn,
    columns_now,
    fields_for,
    keep_columns,
    typed_columns,
)
from pendopo.cases.services.settings.changing import SettingAnswer, Told
from pendopo.domain.book_words import Width
from pendopo.domain.forms import Trouble
from pendopo.offices.models import Book

FREE = 2
SOURCES, INSTEAD = 3, 1


@dataclass(frozen=True, slots=True)
class ColumnFields:
    """The fields of one column. `new`: a free one."""

    place: BoundField
    title: BoundField
    sources: tuple[BoundField, ...]
    instead: tuple[BoundField, ...]
    width: BoundField
    total: BoundField
    needed: BoundField
    new: bool

    @property
    def errors(self) -> list[str]:
        """What is wrong in the column."""
        fields = (self.place, self.title, *self.sources)
        return [str(text) for one in fields for text in one.errors]

    @property
    def says(self) -> str:
        """What stands in it, in words."""
        words = (_label_of(one) for one in self.sources)
        return " + ".join(word for word in words if word)


def _label_of(field: BoundField) -> str:
    """What is chosen, in words; "" for nothing."""
    found = (option.data for option in field if option.data["selected"] and option.data["value"])
    return next((str(one["label"]) for one in found), "")


class ColumnsForm(OfficeForm):
    """All columns, and some free ones. A column without title and content is taken away."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        columns: Sequence[TypedColumn],
        fields: Mapping[str, str],
        row: Told | None = None,
    ) -> None:
        super().__init__(data, row=row)
        self._kept = len(columns)
        self.most = min(self._kept + FREE, MOST + FREE)
        self._sources = max(SOURCES, *(len(one.sources) for one in columns), 0)
        self._instead = max(INSTEAD, *(len(one.instead) for one in columns), 0)
        self._choices = _choices(columns, fields)
        for n in range(self.most):
            self._add(n, columns[n] if n < self._kept else None)

    def _add(self, n: int, one: TypedColumn | None) -> None:
        self.fields[f"place-{n}"] = forms.IntegerField(
            label=_("Urutan"),
            required=False,
            min_value=1,
            max_value=99,
            initial=n + 1 if one else None,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages={"invalid": _("Tulis urutan dengan angka.")},
        )
        self.fields[f"title-{n}"] = forms.CharField(
            label=_("Judul kolom"),
            required=False,
            max_length=60,
            initial=one.title if one else "",
        )
        for i in range(self._sources):
            label = _("Isi") if i == 0 else _("di bawahnya")
            self._choice(f"from{i}-{n}", label, one.sources if one else (), i)
        for i in range(self._instead):
            self._choice(f"or{i}-{n}", _("bila semua kosong"), one.instead if one else (), i)
        self.fields[f"width-{n}"] = forms.ChoiceField(
            label=_("Lebar"),
            choices=[(width.value, label) for width, label in WIDTHS.items()],
            initial=one.width if one else Width.NORMAL.value,
            required=False,
        )
        self.fields[f"total-{n}"] = forms.BooleanField(
            label=_("dijumlah pada akhir bulan"),
            required=False,
            initial=bool(one and one.total),
        )
        self.fields[f"needed-{n}"] = forms.BooleanField(
            label=_("wajib diisi pada baris yang diketik"),
            required=False,
            initial=bool(one and one.needed),
        )

    def _choice(self, name: str, label: Any, kept: Sequence[str], i: int) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label,
            required=False,
            choices=self._choices,
            initial=kept[i] if i < len(kept) else "",
        )

    def columns(self) -> Iterator[ColumnFields]:
        """The fields of each column."""
        for n in range(self.most):
            yield ColumnFields(
                self[f"place-{n}"],
                self[f"title-{n}"],
                tuple(self[f"from{i}-{n}"] for i in range(self._sources)),
                tuple(self[f"or{i}-{n}"] for i in range(self._instead)),
                self[f"width-{n}"],
                self[f"total-{n}"],
                self[f"needed-{n}"],
                n >= self._kept,
            )

    def places(self, said: Mapping[str, Any]) -> list[int]:
        """The columns that say something, in the order that is wanted: the number of each."""
        filled = [n for n in range(self.most) if said[f"title-{n}"] or self._said(said, "from", n)]
        return sorted(filled, key=lambda n: (said[f"place-{n}"] or 100, n))

    def typed(self, said: Mapping[str, Any], n: int) -> TypedColumn:
        """A column as it was typed."""
        return TypedColumn(
            said[f"title-{n}"],
            self._said(said, "from", n),
            self._said(said, "or", n),
            said[f"width-{n}"] or Width.NORMAL.value,
            said[f"total-{n}"],
            said[f"needed-{n}"],
        )

    def _said(self, said: Mapping[str, Any], part: str, n: int) -> tuple[str, ...]:
        many = self._sources if part == "from" else self._instead
        return tuple(filter(None, (said[f"{part}{i}-{n}"] for i in range(many))))


def _choices(columns: Sequence[TypedColumn], fields: Mapping[str, str]) -> list[Any]:
    """Words, then what the forms say; what a book shows already stays."""
    words = [(one.value, label) for one, label in SHOWN.items()]
    shown = [source for one in columns for source in (*one.sources, *one.instead)]
    known = {value for value, _label in words} | fields.keys()
    lost = {one: one.removeprefix("form.") for one in shown if one not in known}
    told = sorted({**fields, **lost}.items(), key=lambda one: one[1])
    groups: list[Any] = [("", "–"), (_("Umum"), words)]
    return [*groups, (_("Isian layanan"), told)] if told else groups


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """All columns of one book."""
    book = _book(desk, key)
    form = ColumnsForm(
        request.POST or None,
        columns=typed_columns(book),
        fields=fields_for(desk.office.code, key),
        row=columns_now(book),
    )
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: _kept(desk, key, form, said, seen),
        template="bureau/book-columns.html",
        then=reverse("bureau-book-columns", args=[key]),
        now=lambda: columns_now(_book(desk, key)),
        context={"book": book},
    )


def _book(desk: Desk, key: str) -> Book:
    found = Book.objects.filter(office_id=desk.office.code, key=key).first()
    if found is None:
        raise Http404
    return found


def _kept(
    desk: Desk, key: str, form: ColumnsForm, said: Mapping[str, Any], seen: str
) -> SettingAnswer:
    places = form.places(said)
    wanted = [form.typed(said, n) for n in places]
    answer = keep_columns(actor=desk.actor, key=key, columns=wanted, seen=seen)
    if not isinstance(answer, NotRecorded):
        return answer
    troubles = []
    for one in answer.troubles:
        part, _dash, n = one.where.rpartition("-")
        troubles.append(Trouble(f"{part}-{places[int(n)]}", one.text))
    return replace(answer, troubles=tuple(troubles))


@bureau_page
@require_POST
def as_usual(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The columns of its kind hold again."""
    return deed(
        request,
        desk,
        lambda: keep_columns(actor=desk.actor, key=key, columns=()),
        then=reverse("bureau-book-columns", args=[key]),
    )

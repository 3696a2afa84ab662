# SPDX-License-Identifier: EUPL-1.2
"""The office's books: what they are called, who keeps them, and how their numbers are written."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.bureau.book_words import KINDS, MODES, TOKENS
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm, Section
from pendopo.bureau.pages import deed, form_page
from pendopo.bureau.views.policy import role_choices
from pendopo.cases.models import BookYear
from pendopo.cases.registers import BrokenBook
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.books import (
    TypedBook,
    book_now,
    has_lines,
    keep_book,
    next_number,
    removable,
    remove_book,
    wanted_book,
)
from pendopo.cases.services.settings.changing import Told
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode
from pendopo.offices.models import Book, Office, Position
from pendopo.standards import national


@dataclass(frozen=True, slots=True)
class Line:
    """A book in the list: its last number of this year, and the next as it would be written."""

    book: Book
    kind: Any
    last: int
    next: str


class IfNumbered(forms.CharField):
    """Needed by a book that gives numbers, which the service knows; not said to be optional."""

    def validate(self, value: Any) -> None:
        """Nothing typed is for the service to judge."""


class BookForm(OfficeForm):
    """A book; its kind is asked only while it is new."""

    title = forms.CharField(label=_("Judul"), max_length=160)
    kind = forms.ChoiceField(
        label=_("Jenis"),
        help_text=_("Menentukan kolom bawaannya; sesudah disimpan tidak berubah."),
        choices=[(kind.value, label) for kind, label in KINDS.items()],
    )
    section = forms.CharField(
        label=_("Seksi"),
        help_text=_("Buku dikelompokkan menurut seksi."),
        max_length=120,
        required=False,
    )
    mode = forms.ChoiceField(
        label=_("Penomoran"),
        widget=forms.RadioSelect,
        choices=[(mode.value, label) for mode, label in MODES.items()],
    )
    template = IfNumbered(
        label=_("Bentuk nomor"),
        help_text=_("Berlaku mulai nomor berikutnya; nomor yang sudah diberikan tetap."),
        max_length=120,
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    classification = forms.CharField(
        label=_("Kode klasifikasi"),
        help_text=_("Dipakai pada {klas} bila suratnya tidak membawa kode sendiri."),
        max_length=32,
        required=False,
    )
    head = forms.ChoiceField(
        label=_("Ditutup oleh"),
        help_text=_("Jabatan yang menandatangani penutupan akhir bulan."),
        required=False,
    )
    keepers = forms.MultipleChoiceField(
        label=_("Ditulis oleh"),
        help_text=_("Selain petugas loket, yang menulis di semua buku."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sections = (
        Section(_("Buku"), ("title", "kind", "section")),
        Section(_("Nomor"), ("mode", "template", "classification")),
        Section(_("Pemegang"), ("head", "keepers")),
    )
    sizes = {"classification": "short"}
    folded = ("keepers",)

    def __init__(
        self, data: QueryDict | None = None, *, office: Office, row: Told | None = None
    ) -> None:
        initial = {} if row else {"mode": NumberMode.OWN.value, "template": "{urut} / {tahun}"}
        super().__init__(data, row=row, initial=initial)
        positions = Position.objects.filter(office_id=office.code).values_list("key", "title")
        roles = role_choices(office)
        kept = (row or {}).get("keepers")
        others = [str(one) for one in kept] if isinstance(kept, list) else []
        known = {role for role, _label in roles}
        self._choose("head", [("", "–"), *positions])
        self._choose("keepers", [*roles, *((one, one) for one in others if one not in known)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def typed(self, said: Mapping[str, Any]) -> TypedBook:
        """What was typed; a field that is not asked has its usual value, which is not looked at."""
        return TypedBook(**{**said, "keepers": tuple(said["keepers"])})


@bureau_page
@require_safe
def books(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All books by section, with their next numbers. Four queries."""
    rows = Book.objects.filter(office_id=desk.office.code).order_by("section", "title")
    lasts = _lasts(desk.office)
    lines = [_line(desk.office, book, lasts.get(book.key, 0)) for book in rows]
    context = {
        "lines": lines,
        "may_set": bool(desk.actor.roles & set(national.books().set_by)),
    }
    return render(request, "bureau/books.html", context)


def _lasts(office: Office) -> dict[str, int]:
    years = BookYear.objects.filter(office_id=office.code, year=office.today.year)
    return dict(years.values_list("book", "last"))


def _line(office: Office, book: Book, last: int) -> Line:
    return Line(book, KINDS[BookKind(book.kind)], last, _next(office, book, last))


def _next(office: Office, book: Book, last: int) -> str:
    """A book that cannot write its number is listed all the same, so that it can be mended."""
    try:
        return next_number(office, book, last)
    except (BrokenBook, ValueError):
        return "?"


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, desk: Desk, key: str = "") -> HttpResponse:
    """One book, or a new one, looked at with its next number before it is kept."""
    row = book_now(desk.office.code, key) if key else None
    if key and row is None:
        raise Http404
    form = BookForm(request.POST or None, office=desk.office, row=row)
    standing = Book.objects.get(office_id=desk.office.code, key=key) if key else None
    used = bool(key) and has_lines(desk.office.code, key)
    if key:
        del form.fields["kind"]
    if used:
        form.fields["mode"].disabled = True
    return form_page(
        request,
        desk,
        form,
        lambda said, seen: keep_book(
            actor=desk.actor, key=key or None, typed=form.typed(said), seen=seen
        ),
        template="bureau/book.html",
        then=reverse("bureau-books"),
        now=lambda: book_now(desk.office.code, key) if key else None,
        look=lambda said: _look(desk, standing, form.typed(said)),
        context={
            "row": row,
            "key": key,
            "kind": KINDS[BookKind(standing.kind)] if standing else "",
            "tokens": TOKENS,
            "used": used,
            "removable": standing is not None and removable(desk.office, standing),
            "next": _next_of(desk.office, standing) if standing else "",
        },
    )


def _next_of(office: Office, book: Book) -> str:
    return _next(office, book, _lasts(office).get(book.key, 0))


def _look(desk: Desk, standing: Book | None, typed: TypedBook) -> Mapping[str, Any] | NotRecorded:
    wanted = wanted_book(desk.office, copy(standing), typed)
    if isinstance(wanted, NotRecorded):
        return wanted
    return {"then": _next_of(desk.office, wanted), "looked": True}


@bureau_page
@require_POST
def remove(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """Take a book away that nobody wrote in."""
    return deed(
        request,
        desk,
        lambda: remove_book(actor=desk.actor, key=key),
        then=reverse("bureau-books"),
    )

# SPDX-License-Identifier: EUPL-1.2
"""Letterhead, paper and arms: typed, looked at on a letter about nobody, and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pendopo.base.canonical import canonical_text
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm, Section
from pendopo.bureau.pages import deed, form_page
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.drafts import draft_of, keep_draft
from pendopo.cases.services.settings.arms import lay_beside, put_away, take_laid
from pendopo.cases.services.settings.stationery import (
    BOUNDS,
    keep_stationery,
    stationery_now,
    wanted_stationery,
)
from pendopo.offices import arms
from pendopo.offices.models import Office
from pendopo.offices.stationery import OfficeStationery
from pendopo.papers import printing
from pendopo.papers.printing import CannotPrint
from pendopo.screens.sheets.letter_example import letter_example
from pendopo.screens.sheets.words import digest

_LOOKED = "pratinjau/kop"
_PPI = 80


def _number(name: str, label: Any, help_text: Any = "") -> forms.IntegerField:
    least, most = BOUNDS[name]
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Tulis dengan angka."),
            "min_value": _("Paling kecil %(limit_value)s."),
            "max_value": _("Paling besar %(limit_value)s."),
        },
    )


def _lines(label: Any, help_text: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, "class": "few"})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=600, widget=widget
    )


class LetterheadForm(OfficeForm):
    """All that an office settles about its paper."""

    above = _lines(_("Baris di atas nama"), _("Kosong: PEMERINTAH dan nama kabupaten/kota."))
    name = forms.CharField(
        label=_("Nama pada kop"),
        help_text=_("Kosong: nama kantor dengan huruf besar."),
        required=False,
        max_length=120,
    )
    below = _lines(_("Baris di bawah nama"), _("Kosong: alamat, telepon, situs dan surel."))
    preprinted = _number(
        "preprinted",
        _("Kop sudah tercetak, setinggi (mm)"),
        _("0 bila kertas polos. Selain 0, kop tidak dicetak dan bagian itu dibiarkan kosong."),
    )
    size = forms.ChoiceField(
        label=_("Kertas"),
        choices=(("f4", _("F4 (215 × 330 mm)")), ("a4", _("A4 (210 × 297 mm)"))),
    )
    typeface = forms.ChoiceField(
        label=_("Jenis huruf"),
        choices=(
            ("liberation-sans", _("Tanpa kait, seperti Arial")),
            ("tex-gyre-bonum", _("Berkait, seperti Bookman Old Style")),
        ),
    )
    points = _number("points", _("Ukuran huruf"))
    top = _number("top", _("Tepi atas (mm)"))
    bottom = _number("bottom", _("Tepi bawah (mm)"))
    left = _number("left", _("Tepi kiri (mm)"))
    right = _number("right", _("Tepi kanan (mm)"))
    number = forms.ChoiceField(
        label=_("Nomor surat"),
        widget=forms.RadioSelect,
        choices=(
            ("blank", _("Diberi saat dicatat di buku; sebelum itu titik-titik")),
            ("reserved", _("Dipesan sebelum naskah dicetak")),
        ),
    )
    on_behalf = forms.BooleanField(
        label=_("Cetak baris di atas penanda tangan pada surat yang memilikinya"),
        help_text=_("Misalnya a.n. BUPATI."),
        required=False,
    )
    qr = forms.BooleanField(
        label=_("Cetak QR untuk memeriksa keaslian"),
        help_text=_("Isinya alamat pemeriksaan saja, tanpa data pemohon."),
        required=False,
    )
    countersign = forms.ChoiceField(
        label=_("Kolom “Mengetahui” pada surat desa"),
        widget=forms.RadioSelect,
        choices=(
            ("overprint", _("Dicetak langsung di lembar surat desa")),
            ("label", _("Dicetak pada label tempel")),
        ),
    )
    overprint_left = _number("overprint_left", _("Dari tepi kiri (mm)"))
    overprint_top = _number("overprint_top", _("Dari tepi atas (mm)"))
    label_width = _number("label_width", _("Lebar label (mm)"))
    label_height = _number("label_height", _("Tinggi label (mm)"))
    slip = forms.ChoiceField(
        label=_("Tanda terima"),
        choices=(
            ("third-f4", _("Sepertiga F4")),
            ("a5", _("A5")),
            ("roll", _("Gulungan 80 mm")),
        ),
    )
    sections = (
        Section(_("Kop surat"), ("above", "name", "below", "preprinted")),
        Section(_("Kertas dan huruf"), ("size", "typeface"), pair=True),
        Section("", ("points", "top", "bottom", "left", "right"), pair=True),
        Section(_("Surat"), ("number", "on_behalf", "qr")),
        Section(_("Mengetahui"), ("countersign",)),
        Section("", ("overprint_left", "overprint_top", "label_width", "label_height"), pair=True),
        Section(_("Tanda terima"), ("slip",)),
    )
    sizes = {
        **dict.fromkeys(BOUNDS, "tiny"),
        "slip": "short",
    }


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def letterhead(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form with the letter beside it: as it stands, or as it was typed."""
    return form_page(
        request,
        desk,
        LetterheadForm(
            request.POST or None,
            row=stationery_now(desk.office),
            initial=_typed_lines(desk.office),
        ),
        lambda said, seen: keep_stationery(actor=desk.actor, said=said, seen=seen),
        template="bureau/letterhead.html",
        then=reverse("bureau-letterhead"),
        now=lambda: stationery_now(Office.objects.get(code=desk.office.code)),
        look=lambda said: _look(desk, said),
    )


def _typed_lines(office: Office) -> dict[str, str]:
    """The lines as they are typed: one text each."""
    own = office.stationery_values
    return {"above": "\n".join(own.above), "below": "\n".join(own.below)}


def _look(desk: Desk, said: Mapping[str, Any]) -> Mapping[str, Any] | NotRecorded:
    wanted = wanted_stationery(desk.office, said)
    if isinstance(wanted, NotRecorded):
        return wanted
    text = canonical_text(wanted.kept())
    keep_draft(desk.officer, _LOOKED, {"paper": [text]}, path="", page="")
    return {"look": digest(text)}


@bureau_page
@require_safe
def image(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The letter: on the paper that stands, with `v` on what was typed last, or the new arms."""
    stationery = desk.office.stationery_values
    draft = draft_of(desk.officer, _LOOKED) if request.GET.get("v") else None
    if draft is not None:
        stationery = OfficeStationery.read(json.loads(draft.typed["paper"][0]))
    beside = arms.laid_beside(desk.office.code) if request.GET.get("lambang") else None
    if beside:
        stationery = replace(stationery, preprinted=0)
    letter = letter_example(desk.office, stationery, beside or arms.arms_of(desk.office))
    try:
        content, _pages = printing.png(letter, ppi=_PPI)
    except CannotPrint as fault:
        raise Http404 from fault
    return HttpResponse(content, content_type="image/png")


class ArmsForm(forms.Form):
    """A picture."""

    arms = forms.FileField(
        label=_("Gambar lambang"),
        help_text=_("PNG, JPG atau SVG. SVG paling tajam; PNG sebaiknya berlatar bening."),
        error_messages={
            "required": _("Pilih gambarnya dahulu."),
            "empty": _("Berkas ini kosong. Pilih gambar lain."),
        },
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def coat(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The arms: those that stand, a new picture, and the letterhead with it before it is taken."""
    form = ArmsForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            content = form.cleaned_data["arms"].read()
            refused = lay_beside(actor=desk.actor, content=content)
            if refused is None:
                return redirect("bureau-arms")
            for one in refused.told:
                form.add_error(one.where if one.where in form.fields else None, one.text)
    context = {
        "form": form,
        "demo": desk.office.demo,
        "standing": arms.standing_arms(desk.office.code),
        "beside": arms.laid_beside(desk.office.code),
    }
    return render(request, "bureau/arms.html", context, status=status)


@bureau_page
@require_POST
def take_arms(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The new picture is the office's arms from now on."""
    return deed(request, desk, lambda: take_laid(actor=desk.actor), then=reverse("bureau-arms"))


@bureau_page
@require_POST
def leave_arms(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Another picture, or none: the new one is put away."""
    put_away(actor=desk.actor)
    messages.success(request, gettext("Lambang tetap seperti semula."))
    return redirect("bureau-arms")

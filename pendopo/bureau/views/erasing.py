# SPDX-License-Identifier: EUPL-1.2
"""Erasing what identifies people: after the years of the policy, or when somebody asks for it.

UU 27/2022 Ps 42 to 44: when the time of keeping is over, or upon a request; an archive schedule
(JRA) goes before, which is the administrator's to look up.
"""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.notices import LeftRow, ended_rows
from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.erasing import erase_case, past_keeping, was_erased
from pendopo.counter.posting import post_once
from pendopo.domain.wording import format_date
from pendopo.screens.tracking import grouped, read_reference

A_PAGE = 50
MOST = 50
"""So many files at once at most."""
SURE = "pasti"


class ReasonForm(forms.Form):
    """Why, in words that will be read years later."""

    reason = forms.CharField(
        label=gettext_lazy("Alasannya"),
        help_text=gettext_lazy(
            "Misalnya: permintaan pemohon dengan surat 20 November 2026; atau masa simpan lewat "
            "menurut JRA. Jangan tulis nama atau NIK."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Tulis alasannya.")},
    )
    use_required_attribute = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files that are meant, and what stands in the way of one asked for by its number."""

    rows: tuple[LeftRow, ...]
    trouble: str = ""


@bureau_page
@require_safe
def erasable(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is past its years, and a place to name one file."""
    page = Paginator(past_keeping(desk.office), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": ended_rows(desk, list(page.object_list)),
        "page": page,
        "years": desk.office.policy_values.personal_years,
    }
    return render(request, "bureau/care/erase.html", context)


@bureau_page
@require_POST
def confirm(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What goes and what stays, once more; with a reason it is done."""
    found = _chosen(request, desk)
    if not found.rows:
        messages.error(request, found.trouble or _("Pilih dahulu berkasnya, atau tulis nomornya."))
        return redirect("bureau-erase")
    sure = request.POST.get("do") == SURE
    form = ReasonForm(request.POST if sure else None)
    if sure and form.is_valid():
        reason = form.cleaned_data["reason"]
        return post_once(request, desk, lambda: _erased(request, desk, found.rows, reason))
    context = {"rows": found.rows, "form": form, "sure": SURE}
    status = 422 if sure else 200
    return render(request, "bureau/care/erase-confirm.html", context, status=status)


def _chosen(request: HttpRequest, desk: Desk) -> Chosen:
    ended = models.Case.objects.filter(office_id=desk.office.code).exclude(ended_at=None)
    typed = request.POST.get("reference", "").strip()
    if not typed:
        rows = ended.filter(reference__in=request.POST.getlist("files")[:MOST])
        return Chosen(ended_rows(desk, list(rows.order_by("ended_at", "id"))))
    reference = read_reference(typed)
    row = ended.filter(reference=reference).first() if reference else None
    if row is None:
        trouble = _("Tidak ada berkas yang sudah berakhir dengan nomor itu. Periksa nomornya.")
        return Chosen((), trouble)
    if was_erased(desk.office.code, row.reference):
        trouble = _("Data pribadi berkas %(reference)s sudah dihapus.")
        return Chosen((), trouble % {"reference": grouped(row.reference)})
    return Chosen(ended_rows(desk, [row]))


def _erased(
    request: HttpRequest, desk: Desk, rows: tuple[LeftRow, ...], reason: str
) -> HttpResponse:
    done = 0
    for row in rows:
        answer = erase_case(reference=row.reference, reason=reason.strip(), actor=desk.actor)
        if isinstance(answer, NotRecorded):
            messages.error(request, f"{row.ref}: {answer.told[0].text}")
        elif not isinstance(answer, NotFound):
            done += 1
    if done:
        told = ngettext(
            "Data pribadi %(n)s berkas dihapus pada %(day)s.",
            "Data pribadi %(n)s berkas dihapus pada %(day)s.",
            done,
        )
        day = format_date(desk.office.today)
        messages.success(request, told % {"n": done, "day": day})
    return redirect("bureau-erase")

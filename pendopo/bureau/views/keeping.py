# SPDX-License-Identifier: EUPL-1.2
"""How many days the office waits, and how many years it keeps."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.bureau.forms import OfficeForm
from pendopo.bureau.pages import form_page
from pendopo.cases.services.settings.keeping import Keeping, keep_keeping, keeping_now
from pendopo.offices.models import Office


class KeepingForm(OfficeForm):
    """Three whole numbers."""

    returned_days = forms.IntegerField(
        label=_("Lama menunggu pemohon (hari)"),
        min_value=7,
        max_value=730,
        help_text=_(
            "Berkas yang lebih lama menunggu pemohon tampil sebagai berkas yang ditinggal."
        ),
    )
    notice_days = forms.IntegerField(
        label=_("Jarak pemberitahuan dan penutupan (hari)"),
        min_value=3,
        max_value=365,
        help_text=_("Sesudah pemohon diberi tahu, berkas baru dapat ditutup setelah sekian hari."),
    )
    personal_years = forms.IntegerField(
        label=_("Lama data pribadi disimpan (tahun)"),
        min_value=1,
        max_value=50,
        help_text=_(
            "Sesudah berkas berakhir. Cocokkan dengan jadwal retensi arsip (JRA) kabupaten/kota."
        ),
    )


@bureau_page
@require_http_methods(["GET", "HEAD", "POST"])
def keeping(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One form."""
    return form_page(
        request,
        desk,
        KeepingForm(request.POST or None, row=keeping_now(desk.office)),
        lambda said, seen: keep_keeping(actor=desk.actor, wanted=Keeping(**said), seen=seen),
        template="bureau/care/keeping.html",
        then=reverse("bureau-keeping"),
        now=lambda: keeping_now(Office.objects.get(code=desk.office.code)),
    )

# SPDX-License-Identifier: EUPL-1.2
"""The addresses of papers: each as it stands, to print, its words, and the office's."""

from __future__ import annotations

from django.urls import URLPattern, path

from pendopo.counter.views import sheet_words, sheets, slips, wordings

urlpatterns: list[URLPattern] = [
    path("surat/<slug:reference>/<slug:paper>/", sheets.sheet, name="sheet"),
    path("surat/<slug:reference>/<slug:paper>/pdf/", sheets.pdf, name="sheet-pdf"),
    path("surat/<slug:reference>/<slug:paper>/docx/", sheets.docx, name="sheet-docx"),
    path(
        "surat/<slug:reference>/<slug:paper>/halaman/<int:number>/",
        sheets.image,
        name="sheet-image",
    ),
    path("surat/<slug:reference>/<slug:paper>/kalimat/", sheet_words.words, name="sheet-words"),
    path("cetak/<slug:reference>/<slug:slip>/", slips.slip, name="slip"),
    path("naskah/", wordings.wordings, name="wordings"),
    path("naskah/<slug:service>/<slug:paper>/<slug:form>/", wordings.wording, name="wording"),
    path(
        "naskah/<slug:service>/<slug:paper>/<slug:form>/gambar/",
        wordings.image,
        name="wording-image",
    ),
]

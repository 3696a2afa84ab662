# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the bureau, all below /kantor/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from pendopo.bureau.views import changes, villages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", changes.bureau, name="bureau"),
    path("riwayat/", changes.history, name="bureau-changes"),
    path("desa/", villages.villages, name="bureau-villages"),
    path("desa/baru/", villages.village, name="bureau-village-new"),
    path("desa/<str:code>/", villages.village, name="bureau-village"),
    path("desa/<str:code>/hapus/", villages.remove, name="bureau-village-remove"),
]

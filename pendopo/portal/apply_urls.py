# SPDX-License-Identifier: EUPL-1.2
"""Addresses of applying from home, below a service: /35.14.11/<service>/ajukan/."""

from __future__ import annotations

from django.urls import path

from pendopo.portal.applying import check, filling, later, naming, photos, sent, start

urlpatterns = [
    path("", start.start, name="apply"),
    path("nama/", naming.secrecy, name="apply-secrecy"),
    path("isi/<slug:key>/", filling.question, name="apply-question"),
    path("foto/", photos.photos, name="apply-photos"),
    path("foto/<uuid:id>/", photos.picture, name="apply-picture"),
    path("periksa/", check.check, name="apply-check"),
    path("simpan/", later.kept, name="apply-kept"),
    path("keluar/", later.leave, name="apply-leave"),
    path("hapus/", later.forget, name="apply-forget"),
    path("terkirim/", sent.sent, name="apply-sent"),
    path("terkirim/tanda-terima/", sent.receipt, name="apply-receipt"),
]

# SPDX-License-Identifier: EUPL-1.2
"""Addresses of following a case and of verifying a paper. A code stands in none of them."""

from __future__ import annotations

from django.urls import path

from pendopo.portal.following import deeds, entering, photos, verifying, views

urlpatterns = [
    path("lacak/", entering.track, name="track"),
    path("lacak/<str:reference>/", views.show, name="follow"),
    path("lacak/<str:reference>/janji/", views.promise, name="follow-promise"),
    path("lacak/<str:reference>/langkah/<slug:step>/", deeds.step, name="follow-step"),
    path("lacak/<str:reference>/tindakan/<slug:name>/", deeds.aside, name="follow-aside"),
    path("lacak/<str:reference>/foto/", photos.photo, name="follow-photos"),
    path("lacak/<str:reference>/foto/<path:ask>/", photos.photo, name="follow-photo"),
    path("lacak/<str:reference>/tanda-terima/", views.receipt, name="follow-receipt"),
    path("lacak/<str:reference>/gambar/", views.receipt_picture, name="follow-receipt-picture"),
    path("lacak/<str:reference>/tutup/", entering.close, name="follow-close"),
    path("cek/", verifying.verify, name="verify"),
    path("cek/nomor/", verifying.by_number, name="verify-number"),
    path("cek/berkas/", verifying.by_file, name="verify-file"),
]

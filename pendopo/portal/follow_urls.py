# SPDX-License-Identifier: EUPL-1.2
"""Addresses of verifying a paper."""

from __future__ import annotations

from django.urls import path

from pendopo.portal.following import verifying

urlpatterns = [
    path("cek/", verifying.verify, name="verify"),
    path("cek/nomor/", verifying.by_number, name="verify-number"),
    path("cek/berkas/", verifying.by_file, name="verify-file"),
]

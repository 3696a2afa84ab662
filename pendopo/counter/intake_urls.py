# SPDX-License-Identifier: EUPL-1.2
"""The addresses where files come in: intake, walk-aways, bundles, uploads."""

from __future__ import annotations

from django.urls import URLPattern, path

from pendopo.counter.views import intake

urlpatterns: list[URLPattern] = [
    path("baru/", intake.choose, name="intake"),
    path("baru/<slug:slug>/", intake.fill_in, name="intake-form"),
    path("baru/<slug:slug>/<str:reference>/", intake.taken, name="intake-done"),
]

# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the counter, all below /loket/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from pendopo.counter.views import desk, drafts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.queue, name="desk"),
    path("draf/", drafts.draft, name="draft"),
    path("tertahan/<slug:key>/", drafts.held, name="held"),
]

# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the counter, all below /loket/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from pendopo.counter.views import (
    asides,
    desk,
    drafts,
    files,
    lists,
    presence,
    promises,
    search,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.queue, name="desk"),
    path("draf/", drafts.draft, name="draft"),
    path("hadir/", presence.presence, name="presence"),
    path("buku/", include("pendopo.counter.book_urls")),
    path("tertahan/<slug:key>/", drafts.held, name="held"),
    path("berkas/<slug:reference>/", files.show, name="file"),
    path("berkas/<slug:reference>/langkah/", files.pass_steps, name="pass-steps"),
    path("berkas/<slug:reference>/tindakan/<slug:name>/", asides.aside, name="aside"),
    path("berkas/<slug:reference>/janji/", promises.reckoning, name="promise-reckoning"),
    path("cari/", search.search, name="search"),
    path("", include("pendopo.counter.intake_urls")),
    path("daftar/", lists.cases, name="cases"),
    path("rekap/", lists.recap, name="recap"),
    path("", include("pendopo.counter.signing_urls")),
    path("", include("pendopo.counter.sheet_urls")),
]

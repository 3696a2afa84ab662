# SPDX-License-Identifier: EUPL-1.2
"""The addresses where files come in: intake, walk-aways, bundles, uploads."""

from __future__ import annotations

from django.urls import URLPattern, path

from pendopo.counter.views import bundles, intake, outages, uploads, walkaways

urlpatterns: list[URLPattern] = [
    path("baru/", intake.choose, name="intake"),
    path("baru/<slug:slug>/", intake.fill_in, name="intake-form"),
    path("baru/<slug:slug>/<str:reference>/", intake.taken, name="intake-done"),
    path("berkas/<slug:reference>/unggahan/", uploads.of_file, name="file-uploads"),
    path("pulang/<slug:slug>/", walkaways.walk_away, name="walk-away"),
    path("pulang/<slug:slug>/lembar/", walkaways.slip, name="walk-away-slip"),
    path("lembar-kosong/", outages.every, name="outage-sheets"),
    path("lembar-kosong/<slug:slug>/", outages.one, name="outage-sheet"),
    path("bundel/", bundles.every, name="bundles"),
    path("bundel/baru/", bundles.new, name="bundle-new"),
    path("bundel/<slug:code>/", bundles.one, name="bundle"),
    path("bundel/<slug:code>/serah/", bundles.hand_over, name="bundle-hand-over"),
    path("bundel/<slug:code>/tanda-terima/", bundles.receipt, name="bundle-receipt"),
    path("bundel/<slug:code>/daftar-serah/", bundles.hand_overs, name="bundle-hand-overs"),
    path("unggahan/<uuid:id>/", uploads.upload, name="upload"),
]

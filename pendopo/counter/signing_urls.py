# SPDX-License-Identifier: EUPL-1.2
"""Where papers are signed: one by one, many at once, in a folder; and where they are fetched."""

from __future__ import annotations

from django.urls import URLPattern, path

from pendopo.counter.views import folders, hand_overs, signing

urlpatterns: list[URLPattern] = [
    path("tanda-tangan/", signing.signing, name="signing"),
    path("tanda-tangan/<slug:reference>/", signing.one_file, name="signing-file"),
    path("map/", folders.folders, name="folders"),
    path("map/<int:number>/", folders.folder, name="folder"),
    path("map/<int:number>/daftar/", folders.folder_list, name="folder-list"),
    path("serah/", hand_overs.hand_overs, name="hand-overs"),
    path("serah/daftar/", hand_overs.hand_over_list, name="hand-over-list"),
]

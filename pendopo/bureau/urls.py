# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the bureau, all below /kantor/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from pendopo.bureau.people_urls import people
from pendopo.bureau.views import (
    changes,
    copies,
    health,
    holidays,
    hours,
    identity,
    keeping,
    left_behind,
    book_columns,
    books,
    letterhead,
    policy,
    villages,
)
from pendopo.bureau.views import changes, copies, erasing, health, keeping, left_behind, villages
    erasing,
    standards,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", changes.bureau, name="bureau"),
    path("riwayat/", changes.history, name="bureau-changes"),
    path("data/", identity.identity, name="bureau-identity"),
    path("kontak/", identity.contacts, name="bureau-contacts"),
    path("kop/", letterhead.letterhead, name="bureau-letterhead"),
    path("kop/contoh.png", letterhead.image, name="bureau-letterhead-image"),
    path("kop/lambang/", letterhead.coat, name="bureau-arms"),
    path("kop/lambang/pakai/", letterhead.take_arms, name="bureau-arms-take"),
    path("kop/lambang/tinggalkan/", letterhead.leave_arms, name="bureau-arms-leave"),
    path("jam/", hours.hours, name="bureau-hours"),
    path("jam/masa/baru/", hours.season, name="bureau-season-new"),
    path("jam/masa/<str:key>/", hours.season, name="bureau-season"),
    path("jam/masa/<str:key>/hapus/", hours.remove, name="bureau-season-remove"),
    path("jam/<str:slug>/", hours.layer, name="bureau-hours-layer"),
    path("salinan/", copies.copies, name="bureau-copies"),
    path("salinan/buat/", copies.copy_now, name="bureau-copy-now"),
    path("salinan/coba/", copies.try_now, name="bureau-copy-try"),
    path("keadaan/", health.health, name="bureau-health"),
    path("ditinggal/", left_behind.left, name="bureau-left"),
    path("ditinggal/tutup/", left_behind.close, name="bureau-left-close"),
    path("ditinggal/<str:reference>/", left_behind.notice, name="bureau-left-notice"),
    path("batas-waktu/", keeping.keeping, name="bureau-keeping"),
    path("libur/", holidays.holidays, name="bureau-holidays"),
    path("libur/baru/", holidays.closure, name="bureau-closure-new"),
    path("libur/<uuid:id>/", holidays.closure, name="bureau-closure"),
    path("libur/<uuid:id>/hapus/", holidays.remove, name="bureau-closure-remove"),
    path("kebijakan/", policy.policy, name="bureau-policy"),
    path("buku/", books.books, name="bureau-books"),
    path("buku/baru/", books.book, name="bureau-book-new"),
    path("buku/<str:key>/", books.book, name="bureau-book"),
    path("buku/<str:key>/hapus/", books.remove, name="bureau-book-remove"),
    path("buku/<str:key>/kolom/", book_columns.columns, name="bureau-book-columns"),
    path("buku/<str:key>/kolom/bawaan/", book_columns.as_usual, name="bureau-book-columns-usual"),
    path("hapus-data/", erasing.erasable, name="bureau-erase"),
    path("hapus-data/pasti/", erasing.confirm, name="bureau-erase-confirm"),
    path("standar/", standards.standards, name="bureau-standards"),
    path("standar/pemeriksaan/", standards.checked, name="bureau-standards-check"),
    path("standar/<slug:slug>/", standards.standard, name="bureau-standard"),
    path("standar/<slug:slug>/banding/", standards.compared, name="bureau-standard-compare"),
    path("desa/", villages.villages, name="bureau-villages"),
    path("desa/baru/", villages.village, name="bureau-village-new"),
    path("desa/banyak/", villages.several, name="bureau-villages-several"),
    path("desa/<str:code>/", villages.village, name="bureau-village"),
    path("desa/<str:code>/hapus/", villages.remove, name="bureau-village-remove"),
    *people,
]

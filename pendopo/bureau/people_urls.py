# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the rooms about people: officers, positions, assignments, signing and keys."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from pendopo.bureau.views import (
    absences,
    accounts,
    assignments,
    officers,
    positions,
    signing,
    tokens,
)

people: list[URLPattern | URLResolver] = [
    path("petugas/", officers.officers, name="bureau-officers"),
    path("petugas/baru/", officers.edit, name="bureau-officer-new"),
    path("petugas/<uuid:officer>/", officers.officer, name="bureau-officer"),
    path("petugas/<uuid:officer>/ubah/", officers.edit, name="bureau-officer-edit"),
    path("petugas/<uuid:officer>/hapus/", officers.remove, name="bureau-officer-remove"),
    path("petugas/<uuid:officer>/akun/", accounts.open_account, name="bureau-account-open"),
    path("petugas/<uuid:officer>/akun/sandi/", accounts.secret, name="bureau-account-secret"),
    path("petugas/<uuid:officer>/akun/sandi-baru/", accounts.renew, name="bureau-account-renew"),
    path("petugas/<uuid:officer>/akun/buka/", accounts.reopen, name="bureau-account-reopen"),
    path("petugas/<uuid:officer>/akun/tutup/", accounts.close, name="bureau-account-close"),
    path("petugas/<uuid:officer>/akun/lepas/", accounts.drop_factors, name="bureau-factors-drop"),
    path("jabatan/", positions.positions, name="bureau-positions"),
    path("jabatan/baru/", positions.position, name="bureau-position-new"),
    path("jabatan/<slug:key>/", positions.position, name="bureau-position"),
    path("jabatan/<slug:key>/hapus/", positions.remove, name="bureau-position-remove"),
    path("jabatan/<slug:key>/naik/", positions.move, {"up": True}, "bureau-position-up"),
    path("jabatan/<slug:key>/turun/", positions.move, {"up": False}, "bureau-position-down"),
    path("penugasan/", assignments.assignments, name="bureau-assignments"),
    path("penugasan/baru/", assignments.new, name="bureau-assignment-new"),
    path("penugasan/<uuid:assignment>/", assignments.assignment, name="bureau-assignment"),
    path("penugasan/<uuid:assignment>/akhiri/", assignments.end, name="bureau-assignment-end"),
    path("penandatanganan/", signing.rules, name="bureau-signing"),
    path("penandatanganan/baru/", signing.rule, name="bureau-rule-new"),
    path("penandatanganan/<uuid:rule>/", signing.rule, name="bureau-rule"),
    path("penandatanganan/<uuid:rule>/hapus/", signing.remove, name="bureau-rule-remove"),
    path("penandatanganan/<uuid:rule>/naik/", signing.move, {"up": True}, "bureau-rule-up"),
    path("penandatanganan/<uuid:rule>/turun/", signing.move, {"up": False}, "bureau-rule-down"),
    path("tidak-masuk/", absences.absences, name="bureau-absences"),
    path("tidak-masuk/baru/", absences.absence, name="bureau-absence-new"),
    path("tidak-masuk/<uuid:absence>/", absences.absence, name="bureau-absence"),
    path("tidak-masuk/<uuid:absence>/batal/", absences.cancel, name="bureau-absence-cancel"),
    path("kunci/", tokens.tokens, name="bureau-tokens"),
    path("kunci/baru/", tokens.new, name="bureau-token-new"),
    path("kunci/tampil/", tokens.secret, name="bureau-token-secret"),
    path("kunci/<uuid:token>/cabut/", tokens.withdraw, name="bureau-token-withdraw"),
]

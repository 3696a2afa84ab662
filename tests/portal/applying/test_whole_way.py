# SPDX-License-Identifier: EUPL-1.2
"""Whole applications without scripts: from the first page to the number of the file."""

from __future__ import annotations

import pytest

from pendopo.cases.models import Case
from pendopo.screens.tracking import code_of, grouped
from pendopo.standards import versions
from tests.portal.applying.walk import Walker, example
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]

MOST_BYTES = 15_000
EVERY = [
    (PANDAAN, "ahli-waris"),
    (PANDAAN, "bantuan-sosial-keagamaan"),
    (PANDAAN, "data-informasi"),
    (PANDAAN, "dispensasi-nikah"),
    (PANDAAN, "domisili-wna"),
    (PANDAAN, "ijin-keramaian"),
    (PANDAAN, "kepala-desa-bpd"),
    (PANDAAN, "konsultasi"),
    (PANDAAN, "pbb"),
    (PANDAAN, "pengaduan"),
    (PANDAAN, "pengantar-pengajuan-dana-desa"),
    (PANDAAN, "perangkat-desa"),
    (PANDAAN, "persyaratan-pns-tni-polri"),
    (PANDAAN, "rekomendasi-pencairan-dana-desa"),
    (PANDAAN, "skck"),
    (PANDAAN, "sktm"),
    (PANDAAN, "sosialisasi"),
    (KESAMBEN, "bantuan-sosial-keagamaan"),
    (KESAMBEN, "dispensasi-nikah"),
    (KESAMBEN, "ijin-keramaian"),
    (KESAMBEN, "ikd"),
    (KESAMBEN, "kk"),
    (KESAMBEN, "ktp"),
    (KESAMBEN, "pengaduan"),
    (KESAMBEN, "perekaman-ktp"),
    (KESAMBEN, "permintaan-informasi"),
    (KESAMBEN, "pindah-antar-desa"),
    (KESAMBEN, "pindah-antar-kecamatan"),
    (KESAMBEN, "skck"),
    (KESAMBEN, "sktm"),
]


def applied(office: str, slug: str, secrecy: str = "bernama", **changes: object) -> Walker:
    walker = Walker(office, slug)
    answers = example(office, slug, **changes)
    walker.begin()
    walker.walk(answers, secrecy)
    return walker


def test_every_service_in_force_is_tried() -> None:
    found = {(o, s.slug) for o in (PANDAAN, KESAMBEN) for s in versions.catalogue(o)}
    assert found - {(PANDAAN, "permintaan-informasi")} == set(EVERY)


@pytest.mark.parametrize(("office", "slug"), EVERY)
def test_every_service_can_be_applied_for_page_by_page(office: str, slug: str) -> None:
    walker = applied(office, slug)
    assert "Kirim" in walker.text, walker.text
    walker.check_and_send()
    assert walker.where.endswith("/terkirim/"), walker.text
    case = Case.objects.get()
    assert (case.service, case.channel, case.office_id) == (slug, "portal", office)
    assert grouped(case.reference) in walker.text
    assert code_of(case.reference) in walker.text
    assert max(walker.weights.values()) <= MOST_BYTES, walker.weights

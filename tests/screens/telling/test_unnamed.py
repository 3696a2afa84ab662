# SPDX-License-Identifier: EUPL-1.2
"""Words for citizens name nobody of the office, by whatever title a standard prints."""

from __future__ import annotations

import pytest

from pendopo.screens.telling.unnamed import Unnamed, unnamed
from pendopo.screens.words import words_of
from pendopo.standards.national import outside_roles
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]


@pytest.fixture
def veil(real_offices: None) -> Unnamed:
    """That of a real office."""
    return unnamed(words_of(PANDAAN, "Asia/Jakarta"), outside_roles())


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Verifikasi berkas oleh Kasi Kesos: lengkap", "Verifikasi berkas oleh petugas: lengkap"),
        ("Camat tidak di tempat", "Petugas tidak di tempat"),
        ("Konsultasi dengan Kasi atau Kasubag", "Konsultasi dengan petugas"),
        ("arahan dari SEKRETARIS CAMAT", "arahan dari petugas"),
        ("15 menit apabila Camat Pandaan ada", "15 menit apabila petugas ada"),
        ("Kecamatan Pandaan membuka loket", "Kecamatan Pandaan membuka loket"),
        ("berkas di kepala desa", "berkas di kepala desa"),
        ("Berhenti: berkas di pemohon", "Berhenti: berkas di pemohon"),
    ],
)
def test_titles_of_the_office_are_read_as_somebody(veil: Unnamed, printed: str, told: str) -> None:
    assert veil.of(printed) == told

# SPDX-License-Identifier: EUPL-1.2
"""The number of a civil servant: what has its shape, and what is said of what has not."""

from __future__ import annotations

import pytest

from pendopo.domain.nip import nip_trouble, tidy_nip


@pytest.mark.parametrize("nip", ["197901012001011000", "199203272023212012"])
def test_a_number_of_a_civil_servant_or_a_pppk_is_taken(nip: str) -> None:
    assert nip_trouble(nip) == ""


def test_spaces_and_dots_are_no_part_of_it() -> None:
    assert tidy_nip(" 19790101 200101.1-000 ") == "197901012001011000"


@pytest.mark.parametrize(
    ("nip", "says"),
    [
        ("19790101", "18 angka; ini 8"),
        ("19790101200101100X", "18 angka"),
        ("197901012001013000", "Angka ke-15"),
        ("197913012001011000", "tanggal lahir"),
        ("197901012001131000", "bulan pengangkatan"),
        ("197901011985011000", "diangkat tahun 1985"),
    ],
)
def test_a_slip_of_the_pen_is_named(nip: str, says: str) -> None:
    assert says in nip_trouble(nip)

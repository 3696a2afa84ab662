# SPDX-License-Identifier: EUPL-1.2
"""Numbers in words: examples, and a reader that gets every number back from its words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.terbilang import terbilang, terbilang_date, terbilang_rupiah

LARGEST = 10**15 - 1
UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def read_back(words: str) -> int:
    """The number that words say: another way round than the module goes."""
    total = group = unit = 0
    for word in words.split():
        match word:
            case "minus":
                return -read_back(words.removeprefix("minus "))
            case "sepuluh" | "sebelas":
                group += 10 if word == "sepuluh" else 11
            case "belas":
                group, unit = group + 10 + unit, 0
            case "puluh":
                group, unit = group + unit * 10, 0
            case "ratus":
                group, unit = group + unit * 100, 0
            case "seratus":
                group += 100
            case "seribu":
                total += 1000
            case word if word in SCALES:
                total, group, unit = total + (group + unit) * SCALES[word], 0, 0
            case _:
                unit = UNITS[word]
    return total + group + unit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_945, "seribu sembilan ratus empat puluh lima"),
        (2_000, "dua ribu"),
        (2_026, "dua ribu dua puluh enam"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_000_000_000, "satu miliar"),
        (1_000_000_000_000, "satu triliun"),
        (999_000_000_000_000, "sembilan ratus sembilan puluh sembilan triliun"),
        (-17, "minus tujuh belas"),
    ],
)
def test_a_number_is_spelled_as_indonesian_spells_it(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(-LARGEST, LARGEST))
def test_words_say_the_number_they_were_made_from(number: int) -> None:
    assert read_back(terbilang(number)) == number


@given(st.integers(-LARGEST, LARGEST))
def test_nothing_but_zero_is_spelled_with_nol_or_satu_ribu_alone(number: int) -> None:
    words = terbilang(number)
    assert ("nol" in words) == (number == 0)
    assert not words.removeprefix("minus ").startswith("satu ribu")


@pytest.mark.parametrize("number", [10**15, -(10**15)])
def test_a_number_beyond_the_triliun_is_the_callers_mistake(number: int) -> None:
    with pytest.raises(ValueError, match="10\\^15"):
        terbilang(number)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "nol rupiah"),
        ("1000", "seribu rupiah"),
        ("150000.00", "seratus lima puluh ribu rupiah"),
        ("1E+6", "satu juta rupiah"),
        ("10000.50", "sepuluh ribu rupiah lima puluh sen"),
        ("0.05", "nol rupiah lima sen"),
        ("-2500", "minus dua ribu lima ratus rupiah"),
    ],
)
def test_a_sum_is_spelled_with_its_rupiah_and_sen(amount: str, words: str) -> None:
    assert terbilang_rupiah(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["0.005", "NaN", "Infinity", "1000000000000000"])
def test_a_sum_that_no_receipt_can_state_is_the_callers_mistake(amount: str) -> None:
    with pytest.raises(ValueError, match=r"sen|money|10"):
        terbilang_rupiah(Decimal(amount))


def test_parts_of_a_sen_are_noticed_behind_more_digits_than_decimal_keeps() -> None:
    with pytest.raises(ValueError, match="sen"):
        terbilang_rupiah(Decimal("100000000000000.00000000000000000001"))


def test_a_date_is_spelled_as_minutes_spell_it() -> None:
    assert (
        terbilang_date(date(2026, 11, 23))
        == "tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam"
    )

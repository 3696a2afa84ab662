# SPDX-License-Identifier: EUPL-1.2
"""How dates, moments, numbers and money are written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from pendopo.domain import wording

MOMENT = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Jakarta", "Senin, 23 November 2026 pukul 09.40 WIB"),
        ("Asia/Makassar", "Senin, 23 November 2026 pukul 10.40 WITA"),
        ("Asia/Jayapura", "Senin, 23 November 2026 pukul 11.40 WIT"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_office(zone: str, expected: str) -> None:
    assert wording.format_moment(MOMENT, zone) == expected


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak menyebut zona"):
        wording.format_moment(MOMENT.replace(tzinfo=None), "Asia/Jakarta")


def test_every_month_and_weekday_has_its_indonesian_name() -> None:
    days = [date(2026, 1, 5) + timedelta(days=32 * n) for n in range(12)]
    assert [wording.format_date(day).split()[1] for day in days] == list(wording.MONTHS)
    assert wording.format_day(date(2026, 1, 4)) == "Minggu, 4 Januari 2026"
    assert wording.format_day(date(2026, 5, 1)) == "Jumat, 1 Mei 2026"


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0", "Rp 0"),
        ("999", "Rp 999"),
        ("10000", "Rp 10.000"),
        ("10000.00", "Rp 10.000"),
        ("1250000.5", "Rp 1.250.000,50"),
        ("-25000", "-Rp 25.000"),
        ("1E+4", "Rp 10.000"),
    ],
)
def test_rupiah_are_grouped_by_full_stops(amount: str, expected: str) -> None:
    assert wording.rupiah(Decimal(amount)) == expected


def test_numbers_have_a_decimal_comma() -> None:
    assert wording.number(1234567) == "1.234.567"
    assert wording.number(Decimal("1234.50")) == "1.234,50"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 menit"),
        (600, "10 menit"),
        (3600, "1 jam"),
        (4800, "1 jam 20 menit"),
        (570, "9 menit 30 detik"),
        (90_000, "25 jam"),
    ],
)
def test_a_stretch_of_time_is_told_in_hours_and_minutes(seconds: int, expected: str) -> None:
    assert wording.format_span(timedelta(seconds=seconds)) == expected


def test_a_negative_stretch_of_time_is_refused() -> None:
    with pytest.raises(ValueError, match="kurang dari nol"):
        wording.format_span(timedelta(seconds=-1))

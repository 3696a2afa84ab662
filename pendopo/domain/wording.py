# SPDX-License-Identifier: EUPL-1.2
"""Dates, moments, numbers and money as an Indonesian reader expects them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def weekday_name(day: date) -> str:
    """`Senin` … `Minggu`."""
    return WEEKDAYS[day.weekday()]


def format_date(day: date) -> str:
    """`23 November 2026`, as a letter is dated."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_day(day: date) -> str:
    """`Senin, 23 November 2026`."""
    return f"{weekday_name(day)}, {format_date(day)}"


def localize(at: datetime, zone: str) -> datetime:
    """The moment on the wall clock of `zone`. Raises ValueError for a moment without a zone."""
    if at.utcoffset() is None:
        raise ValueError(f"Waktu {at.isoformat()} tidak menyebut zona; berikan waktu UTC.")
    return at.astimezone(ZoneInfo(zone))


def format_clock(at: datetime, zone: str) -> str:
    """`09.40`, without the zone."""
    return f"{localize(at, zone):%H.%M}"


def format_moment(at: datetime, zone: str) -> str:
    """`Senin, 23 November 2026 pukul 09.40 WIB`; the abbreviation is that of `zone`."""
    local = localize(at, zone)
    return f"{format_day(local.date())} pukul {local:%H.%M} {local.tzname()}"


def format_span(length: timedelta) -> str:
    """`1 jam 20 menit`, `9 menit 30 detik`; nothing at all is `0 menit`. Never negative."""
    seconds = int(length.total_seconds())
    if seconds < 0:
        raise ValueError("Lama waktu tidak dapat kurang dari nol.")
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [(hours, "jam"), (minutes, "menit"), (rest, "detik")]
    return " ".join(f"{number(n)} {word}" for n, word in parts if n) or "0 menit"


def number(value: int | Decimal) -> str:
    """Thousands with full stops, decimals after a comma: `1.250.000`, `3,14`."""
    return f"{Decimal(value):,f}".translate(str.maketrans(",.", ".,"))


def rupiah(amount: Decimal) -> str:
    """`Rp 10.000`; cents only where there are any: `Rp 10.000,50`."""
    whole = amount == amount.to_integral_value()
    words = number(abs(int(amount)) if whole else abs(amount.quantize(Decimal("0.01"))))
    return f"{'-' if amount < 0 else ''}Rp {words}"

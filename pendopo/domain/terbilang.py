# SPDX-License-Identifier: EUPL-1.2
"""Numbers in Indonesian words, as letters, receipts and minutes spell them out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pendopo.domain.wording import MONTHS

_UNITS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_LIMIT = 10**15


def terbilang(number: int) -> str:
    """Spell a whole number between -999 and 999 triliun: 21 → "dua puluh satu".

    Raises ValueError beyond that: no sum of a district office comes near it.
    """
    if abs(number) >= _LIMIT:
        raise ValueError(f"only numbers below 10^15 can be spelled out, not {number}")
    if number < 0:
        return f"minus {terbilang(-number)}"
    words = []
    rest = number
    for size, name in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            words.append(_counted(count, name))
    if rest or not words:
        words.append(_below_thousand(rest))
    return " ".join(words)


def _counted(count: int, name: str) -> str:
    """So many of a scale. Only one thousand is contracted: "seribu", but "satu juta"."""
    if count == 1 and name == "ribu":
        return "seribu"
    return f"{_below_thousand(count)} {name}"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = "seratus" if hundreds == 1 else f"{_UNITS[hundreds]} ratus"
    return f"{head} {_below_hundred(rest)}" if rest else head


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    tens, units = divmod(number, 10)
    head = f"{_UNITS[tens]} puluh"
    return f"{head} {_UNITS[units]}" if units else head


def terbilang_rupiah(amount: Decimal) -> str:
    """Spell a sum of rupiah, with sen where there are any: "seribu rupiah lima puluh sen".

    Raises ValueError for parts of a sen, for NaN and for infinity: rounding money is the
    caller's decision.
    """
    if not amount.is_finite():
        raise ValueError(f"{amount} is not a sum of money")
    numerator, denominator = amount.as_integer_ratio()
    total_sen, rest = divmod(abs(numerator) * 100, denominator)
    if rest:
        raise ValueError(f"{amount} holds parts of a sen")
    rupiah, sen = divmod(total_sen, 100)
    words = f"{terbilang(rupiah)} rupiah"
    if sen:
        words = f"{words} {terbilang(sen)} sen"
    return f"minus {words}" if amount < 0 else words


def terbilang_date(day: date) -> str:
    """Spell a date as a berita acara does: "tanggal satu bulan Mei tahun dua ribu …"."""
    month = MONTHS[day.month - 1]
    return f"tanggal {terbilang(day.day)} bulan {month} tahun {terbilang(day.year)}"

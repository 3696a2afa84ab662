# SPDX-License-Identifier: EUPL-1.2
"""What may stand behind a stroke in a placeholder: `{jumlah|rupiah}`, `{tanggal|hari}`.

A filter takes a value (a date, a number; as kept or in words) and gives words. A value that it
cannot read stays as it was typed: the clerk sees it, and the paper is not held up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from pendopo.domain import wording
from pendopo.domain.terbilang import terbilang, terbilang_date

Filter: TypeAlias = Callable[[str], str]

_INDONESIAN: Final = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+", re.ASCII)
_PLAIN: Final = re.compile(r"-?\d{1,15}(\.\d+)?", re.ASCII)
_IN_WORDS: Final = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?", re.ASCII)


def number_in(value: str) -> Decimal | None:
    """`1500000`, `1.500.000`, `Rp 1.500.000,50`; None for what is no number."""
    bare = re.sub(r"^Rp\.?\s*|\s+|,-$", "", value.strip())
    if _INDONESIAN.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    return Decimal(bare) if _PLAIN.fullmatch(bare) else None


def _day_in(value: str) -> date | None:
    """An ISO date, also that of a moment, or `23 November 2026`; None for anything else."""
    iso, said = _ISO.fullmatch(value.strip()), _IN_WORDS.fullmatch(value.strip())
    try:
        if said:
            return date(int(said[3]), wording.MONTHS.index(said[2]) + 1, int(said[1]))
        return date.fromisoformat(iso[1]) if iso else None
    except ValueError:
        return None


def _of_day(words: Callable[[date], str]) -> Filter:
    def said(value: str) -> str:
        day = _day_in(value)
        return words(day) if day else value

    return said


def _spelled(value: str) -> str:
    """A whole number in words, or a date as a berita acara says it."""
    day = _day_in(value)
    if day:
        return terbilang_date(day)
    number = number_in(value)
    whole = number is not None and number == number.to_integral_value()
    return terbilang(int(number)) if number is not None and whole else value


def _rupiah(value: str) -> str:
    number = number_in(value)
    return value if number is None else wording.rupiah(number)


FILTERS: Final[Mapping[str, Filter]] = {
    "besar": str.upper,
    "kecil": str.lower,
    "terbilang": _spelled,
    "tanggal": _of_day(wording.format_date),
    "hari": _of_day(wording.weekday_name),
    "rupiah": _rupiah,
}
"""By the name that a placeholder says."""

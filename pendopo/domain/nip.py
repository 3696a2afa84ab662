# SPDX-License-Identifier: EUPL-1.2
"""The number of a civil servant (NIP), read and checked by its shape.

Eighteen digits: date of birth, month of appointment, sex, and a number in turn (Perka BKN
22/2007). PPPK have the year and 21 in place of the month. Whose it is, BKN alone knows.
"""

from __future__ import annotations

import re
from datetime import date

_BETWEEN = re.compile(r"[\s.\-]+")
_SHAPE = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})", re.ASCII)
_PPPK = 21
"""Stands where the month of appointment does (PPPK)."""


def tidy_nip(text: str) -> str:
    """The number without the spaces that people write in it."""
    return _BETWEEN.sub("", text)


def nip_trouble(nip: str) -> str:
    """What is wrong with a tidied number, and how to mend it; "" where its shape is right."""
    if not (nip.isascii() and nip.isdigit()) or len(nip) != 18:
        return f"NIP terdiri atas 18 angka; ini {len(nip)}. Periksa pada SK-nya."
    parts = _SHAPE.fullmatch(nip)
    if parts is None:
        return "Angka ke-15 NIP adalah 1 (laki-laki) atau 2 (perempuan). Periksa pada SK-nya."
    year, month, day, since, turn = (int(part) for part in parts.groups()[:5])
    try:
        born = date(year, month, day)
    except ValueError:
        return f"Delapan angka pertama NIP adalah tanggal lahir; {nip[:8]} bukan tanggal."
    if not (1 <= turn <= 12 or turn == _PPPK):
        return f"Angka ke-13 dan 14 NIP adalah bulan pengangkatan; {nip[12:14]} bukan bulan."
    if since < born.year + 15:
        return f"Menurut NIP ini ia diangkat tahun {since}, lahir tahun {year}. Periksa angkanya."
    return ""

# SPDX-License-Identifier: EUPL-1.2
"""What the number of a letter is made of: its parts, and how each is written and recognised."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

MONTH_NUMERALS: Final = (
    *("I", "II", "III", "IV", "V", "VI"),
    *("VII", "VIII", "IX", "X", "XI", "XII"),
)

_CODE: Final = string.digits + string.ascii_letters + ".-"
ALPHABETS: Final[Mapping[str, str]] = {
    "klas": _CODE,
    "urut": string.digits,
    "sisipan": string.digits,  # and its mark and letters, see Token.alphabet
    "unit": _CODE,
    "bulan": string.digits,
    "bulan_romawi": "IVX",
    "tahun": string.digits,
}
_PATTERNS: Final[Mapping[str, str]] = {
    "klas": "[0-9A-Za-z.-]+",
    "urut": "[0-9]{1,9}",
    "unit": "[0-9A-Za-z.-]+",
    "bulan": "0?[1-9]|1[0-2]",
    "bulan_romawi": "|".join(reversed(MONTH_NUMERALS)),  # the longer before its beginning
    "tahun": "[12][0-9]{3}",
}


@dataclass(frozen=True, slots=True, order=True)
class Sisipan:
    """The `ordinal`-th number inserted after row `after`: 06.2 is Sisipan(after=6, ordinal=2)."""

    after: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What a number says. A part that the book's template does not write may stay None.

    `sisipan` is the ordinal of an insertion after `urut`. Raises ValueError for parts that no
    number could hold: a code with spaces or slashes, month 13, urut 0.
    """

    urut: int
    sisipan: int | None = None
    klas: str | None = None
    unit: str | None = None
    bulan: int | None = None
    tahun: int | None = None

    def __post_init__(self) -> None:
        codes = (code for code in (self.klas, self.unit) if code is not None)
        if not (
            1 <= self.urut < 10**9
            and (self.sisipan is None or 1 <= self.sisipan < 10**4)
            and (self.bulan is None or 1 <= self.bulan <= 12)
            and (self.tahun is None or 1000 <= self.tahun <= 2999)
            and all(re.fullmatch(_PATTERNS["klas"], code) for code in codes)
        ):
            raise ValueError(f"no number can be written from {self}")

    @property
    def inserted(self) -> Sisipan | None:
        """The insertion that this number is, or None for a row of its own."""
        return None if self.sisipan is None else Sisipan(self.urut, self.sisipan)


@dataclass(frozen=True, slots=True)
class Text:
    """Words between tokens. Spaces are written as they stand, but need not be typed."""

    text: str

    @property
    def pattern(self) -> str:
        """What recognises these words."""
        words = self.text.split()
        if not words:
            return r"\s+"
        inner = r"\s*".join(map(re.escape, words))
        return rf"\s*{inner}\s*"


@dataclass(frozen=True, slots=True)
class Token:
    """A word in braces. `spec` is its format after the colon: "03" pads, ".a" writes 45.b."""

    name: str
    spec: str = ""
    position: int = 0

    @property
    def alphabet(self) -> str:
        """Every character that its value can hold; that of an insertion, with its urut."""
        letters = string.ascii_lowercase if self._lettered else ""
        mark = self._mark if self.name == "sisipan" else ""
        return ALPHABETS[self.name] + mark + letters

    @property
    def pattern(self) -> str:
        """What recognises a written value, as a group with the token's name."""
        if self.name == "sisipan":
            ordinal = "[a-z]{1,3}" if self._lettered else "[0-9]{1,4}"
            return f"(?:{re.escape(self._mark)}(?P<sisipan>{ordinal}))?"
        return f"(?P<{self.name}>{_PATTERNS[self.name]})"

    def write(self, parts: NumberParts) -> str:
        """Write its part. Raises ValueError where that is None, unless it is an insertion."""
        if self.name == "sisipan":
            return self._insertion(parts.sisipan)
        value = getattr(parts, "bulan" if self.name == "bulan_romawi" else self.name)
        if value is None:
            raise ValueError(f"this book's number needs {{{self.name}}}")
        if self.name == "bulan_romawi":
            return MONTH_NUMERALS[value - 1]
        return str(value).zfill(self._width)

    def _insertion(self, ordinal: int | None) -> str:
        if ordinal is None:
            return ""
        return self._mark + (_letters(ordinal) if self._lettered else str(ordinal))

    @property
    def _width(self) -> int:
        return int(self.spec or 0)

    @property
    def _lettered(self) -> bool:
        return self.spec.endswith("a")

    @property
    def _mark(self) -> str:
        return self.spec[:-1] if self.spec else "."


Piece: TypeAlias = Text | Token


def _letters(ordinal: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    text = ""
    while ordinal:
        ordinal, letter = divmod(ordinal - 1, 26)
        text = string.ascii_lowercase[letter] + text
    return text


def read_ordinal(text: str) -> int:
    """The ordinal of an insertion, written in digits or in letters."""
    if text.isdigit():
        return int(text)
    ordinal = 0
    for letter in text:
        ordinal = ordinal * 26 + string.ascii_lowercase.index(letter) + 1
    return ordinal

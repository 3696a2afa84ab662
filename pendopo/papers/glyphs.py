# SPDX-License-Identifier: EUPL-1.2
"""Which characters the shipped faces can print, and text made printable with them."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

from pendopo.papers.values import Typeface

FONTS: Final = Path(__file__).parent / "fonts"
_FILES: Final = {
    Typeface.SANS: ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    Typeface.BOOKMAN: ("texgyrebonum-regular.otf", "texgyrebonum-bold.otf"),
}
_UNITS: Final = 1000
_MILLIMETRES: Final = 25.4 / 72
LACKING: Final = "□"
"""Stands where no face has the character: seen in the preview, never silently lost."""

_DROPPED: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Marks without ink. Some of them reverse the letters that follow: a paper must not hold them."""
_SPACES: Final = re.compile(r"[^\S\n]")
_NO_BREAK: Final = "\u00a0"


def printable(text: str) -> str:
    """`text` as the faces can print it: composed letters, plain spaces, no invisible marks.

    What no face has becomes `LACKING`. Line ends stay.
    """
    text = _DROPPED.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    text = _SPACES.sub(lambda space: _NO_BREAK if space[0] == _NO_BREAK else " ", text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if ord(one) in coverage() or one == "\n" else _instead(one) for one in text)


def width(text: str, typeface: Typeface, points: float, *, bold: bool = False) -> float:
    """How wide the longest line is, in millimetres. Arial and Bookman Old Style are as wide."""
    font = _face(typeface, bold)
    widest = max(map(font.getlength, printable(text).split("\n")))
    return widest / _UNITS * points * _MILLIMETRES


@cache
def _face(typeface: Typeface, bold: bool) -> ImageFont.FreeTypeFont:
    regular, heavy = _FILES[typeface]
    file = str(FONTS / (heavy if bold else regular))
    return ImageFont.truetype(file, _UNITS, layout_engine=ImageFont.Layout.BASIC)


def _instead(one: str) -> str:
    """Nothing for a control character, an empty box for a letter."""
    return "" if unicodedata.category(one) == "Cc" else LACKING


@cache
def coverage() -> frozenset[int]:
    """The code points that both faces together have: each face falls back on the sans."""
    return frozenset(_characters((FONTS / "LiberationSans-Regular.ttf").read_bytes()))


def _characters(font: bytes) -> Iterator[int]:
    """The code points of a font's Unicode table (OpenType `cmap`, format 4)."""
    table = _table(font, b"cmap")
    for at in range(4, 4 + 8 * _short(table, 2), 8):
        offset = struct.unpack_from(">I", table, at + 4)[0]
        if _short(table, offset) == 4:
            yield from _segments(table[offset:])
            return


def _segments(table: bytes) -> Iterator[int]:
    """A glyph number of 0 is the missing glyph."""
    double = _short(table, 6)
    for at in range(0, double, 2):
        end = _short(table, 14 + at)
        start = _short(table, 16 + double + at)
        delta = _short(table, 16 + 2 * double + at)
        place = 16 + 3 * double + at
        offset = _short(table, place)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = _short(table, place + offset + 2 * (code - start)) if offset else code
            if glyph and (glyph + delta) % 0x10000:
                yield code


def _table(font: bytes, tag: bytes) -> bytes:
    for at in range(12, 12 + 16 * _short(font, 4), 16):
        if font[at : at + 4] == tag:
            offset, length = struct.unpack_from(">II", font, at + 8)
            return font[offset : offset + length]
    raise ValueError(f"the font has no table {tag!r}")


def _short(data: bytes, at: int) -> int:
    number: int = struct.unpack_from(">H", data, at)[0]
    return number

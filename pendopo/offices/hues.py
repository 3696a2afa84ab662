# SPDX-License-Identifier: EUPL-1.2
"""An office's leading colour: any, as long as it can be read. Six hexadecimal digits, no `#`.

WCAG 2.2 asks for a contrast of 4.5 for text. A lighter colour is made darker until it has that
on paper, on white and on its own tint, and until white has it on the colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST_CONTRAST = 4.5
PAPER, WHITE = "fbfaf7", "ffffff"
DEFAULT = "00576b"
SWATCHES = (DEFAULT, "1d4f91", "2f4858", "1f6b3f", "4f5d2f", "5b3a8c", "7a2e5d", "6b4423")
_HUE = re.compile(r"#?([0-9a-f]{6})")
_DARKER = 0.95
_TINTED = 0.08


def read_hue(text: str) -> str | None:
    """`#00576B` as `00576b`; None for anything else."""
    found = _HUE.fullmatch(text.strip().lower())
    return found[1] if found else None


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(hue: str) -> float:
    """The least that a text of this colour has where it stands, or white on it."""
    return min(contrast(hue, ground) for ground in (PAPER, WHITE, tint(hue)))


def held(hue: str) -> str:
    """The same colour, as dark as it has to be."""
    while least_contrast(hue) < LEAST_CONTRAST:
        hue = _hex(value * _DARKER for value in _rgb(hue))
    return hue


def tint(hue: str) -> str:
    """A breath of the colour, to stand behind text."""
    return _hex(255 - (255 - value) * _TINTED for value in _rgb(hue))


def stylesheet(hue: str) -> str:
    """The colour on every page; paper stays grey."""
    sure = held(hue)
    return f"@media screen{{:root{{--hue:#{sure};--tint:#{tint(sure)}}}}}\n"


def _luminance(hue: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _rgb(hue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _rgb(hue: str) -> tuple[int, int, int]:
    return int(hue[:2], 16), int(hue[2:4], 16), int(hue[4:], 16)


def _hex(values: Iterable[float]) -> str:
    return "".join(f"{int(value):02x}" for value in values)

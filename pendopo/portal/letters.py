# SPDX-License-Identifier: EUPL-1.2
"""How wide a text will be, and where it is broken, before any browser has drawn it.

The widths are Inter's, in parts of its size, rounded up: a line that is broken a word too early
is better than one that runs out of its frame.
"""

from __future__ import annotations

from collections.abc import Iterator

_WIDTHS = {
    **dict.fromkeys("ijl'|.,:;!I", 0.30),
    **dict.fromkeys(" \N{NO-BREAK SPACE}-()ftr/«»", 0.40),
    **dict.fromkeys("csxyzkva", 0.58),
    **dict.fromkeys("mMwW→", 0.95),
    **dict.fromkeys("CDGHNOQU", 0.79),
    **dict.fromkeys("ABEFKLPRSTVXYZ", 0.70),
}
_OTHER = 0.64


def width(text: str, size: float) -> float:
    """The width of a line of that size, never too little for a text in Latin letters."""
    return size * sum(_WIDTHS.get(letter, _OTHER) for letter in text)


def lines(text: str, most: float, size: float) -> tuple[str, ...]:
    """The text in lines that are no wider than `most`; a word that is wider is cut."""
    return tuple(_lines(text, most, size))


def _lines(text: str, most: float, size: float) -> Iterator[str]:
    line = ""
    for word in (part for one in text.split(" ") for part in _cut(one, most, size)):
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > most:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _cut(word: str, most: float, size: float) -> Iterator[str]:
    """A word in pieces that fit, each but the last with a hyphen; nearly always one."""
    while len(word) > 2 and width(word, size) > most:
        kept = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _fits(word[:n], most, size))
        yield f"{word[:kept]}-"
        word = word[kept:]
    yield word


def _fits(piece: str, most: float, size: float) -> bool:
    return width(f"{piece}-", size) <= most

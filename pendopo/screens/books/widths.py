# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a printed book are: as wide as what stands in them needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pendopo.domain.book_words import Column, Shown, Width

_BREAKS = re.compile(r"\s+|(?<=/)")
_EDGES = 2
"""The room between a letter and the rule, in letters."""
_SIGNED = 20
"""Room for a signature by hand."""
_ROOMY, _FULL = 150, 180
"""So many letters of all columns together still stand well in eleven, and in ten points."""


def widths_of(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """A width for each column, in letters: no word is cut, and long lines break early enough."""
    by_column = [*zip(*rows, strict=True)] or [()] * len(columns)
    return tuple(
        float(_EDGES + max(_longest_word((column.title, *texts)), _line(column, texts)))
        for column, texts in zip(columns, by_column, strict=True)
    )


def _line(column: Column, texts: Iterable[str]) -> int:
    if column.empty:
        return _SIGNED
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    numbered = column.shows & {Shown.NUMBER, Shown.LETTER_NUMBER}
    return min(longest, Width.WIDE.letters if numbered else column.width.letters)


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in _BREAKS.split(text)), default=0)


def points_for(widths: Iterable[float], points: float) -> float:
    """The size of letters in which these columns fit; never larger than the office's own."""
    needed = sum(widths)
    return min(points, 11 if needed <= _ROOMY else 10 if needed <= _FULL else 9)

# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table stand to each other, on paper and in Word alike."""

from __future__ import annotations

import math
from itertools import zip_longest
from typing import Final

from pendopo.papers.inline import plain
from pendopo.papers.values import Table

_SHORTEST: Final = 3
_LONGEST: Final = 60
_DAMPED: Final = 0.7
"""The root keeps a column of long texts from starving the others, which then break words."""

_LEAST: Final = 0.055
"""Of the whole: a column of numbers, and "No." over it, want as much on an upright sheet."""


def count(table: Table) -> int:
    """Of the widest row; a shorter one is filled up, so that a missing cell shifts nothing."""
    return max([len(table.head), *map(len, table.rows)], default=0)


def widths(table: Table) -> list[float]:
    """Relative widths: those that the table gives, or else by the longest cell of each column."""
    given = table.widths
    if len(given) == count(table) and all(math.isfinite(one) and one > 0 for one in given):
        least = sum(given) * min(_LEAST, 0.5 / len(given)) if given else 0
        return [max(one, least) for one in given]
    columns = zip_longest(table.head, *table.rows, fillvalue="")
    longest = (max(len(plain(cell)) for cell in column) for column in columns)
    return [max(_SHORTEST, min(length, _LONGEST)) ** _DAMPED for length in longest]

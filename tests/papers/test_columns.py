# SPDX-License-Identifier: EUPL-1.2
"""The widths of the columns of a table, on paper and in Word."""

from __future__ import annotations

import math

import pytest

from pendopo.papers.columns import count, widths
from pendopo.papers.values import Table


def test_widths_that_a_table_gives_are_kept() -> None:
    assert widths(Table(("a", "b"), (), (1.0, 3.0))) == [1.0, 3.0]


def test_a_column_is_never_too_narrow_for_its_number() -> None:
    narrow, wide = widths(Table(("No.", "b"), (), (0.1, 9.9)))
    assert (narrow, wide) == (pytest.approx(0.55), 9.9)


@pytest.mark.parametrize("given", [(), (1.0,), (1.0, 0.0), (1.0, -2.0), (1.0, math.nan)])
def test_without_widths_that_can_be_used_the_longest_cell_decides(given: tuple[float, ...]) -> None:
    table = Table(("No.", "Nama"), (("1", "WATI REKAAN BINTI FULAN"), ("2",)), given)
    number, name = widths(table)
    assert number < name < 5 * number


def test_the_widest_row_counts() -> None:
    assert count(Table(("a",), (("1", "2", "3"), ()))) == 3
    assert widths(Table((), ())) == []

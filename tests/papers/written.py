# SPDX-License-Identifier: EUPL-1.2
"""Texts, blocks and papers that hypothesis makes."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from pendopo.papers import inline
from pendopo.papers.values import (
    Block,
    Heading,
    Items,
    Paper,
    Paragraph,
    Particulars,
    Table,
)

texts = st.text(max_size=60)
"""Anything at all, surrogates too."""

words = st.text(st.sampled_from("ab1.:;|{}*\\#>-()[]_ é…/"), min_size=1, max_size=24)
_lines = words.map(lambda one: " ".join(one.split())).filter(bool).map(inline.escape)
marks = st.builds(
    lambda level, mark: "  " * level + mark,
    st.integers(0, 3),
    st.sampled_from(("1.", "12.", "a.", "b)", "3)", "IV.", "-", "•")),
)
_labels = st.text(st.sampled_from("abcd, ()"), max_size=18).map(
    lambda one: "L" + " ".join(one.split())
)


@st.composite
def _broken(draw: st.DrawFn) -> str:
    """Words that may be broken over lines."""
    return "\n".join(draw(st.lists(_lines, min_size=1, max_size=2)))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = st.lists(_lines, min_size=width, max_size=width).map(tuple)
    sides = draw(st.text(st.sampled_from("lcr"), min_size=width, max_size=width))
    sizes = draw(st.lists(st.integers(1, 40), min_size=width, max_size=width))
    return Table(
        head=draw(rows),
        rows=tuple(draw(st.lists(rows, max_size=4))),
        widths=tuple(map(float, sizes)) if set(sizes) != {1} else (),
        align="" if set(sides) == {"l"} else sides,
    )


_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _broken(), st.booleans()),
    st.builds(Heading, _lines),
    st.builds(
        Particulars, st.lists(st.tuples(_labels, _broken()), min_size=1, max_size=4).map(tuple)
    ),
    st.builds(Items, st.lists(st.tuples(marks, _broken()), min_size=1, max_size=4).map(tuple)),
    _tables(),
)
bodies = st.lists(_blocks, max_size=6).map(tuple)
"""Blocks as `parse` makes them."""

papers: st.SearchStrategy[Paper] = st.one_of(*(st.builds(kind) for kind in get_args(Paper)))
"""Every kind of paper, with anything in it that its types allow."""

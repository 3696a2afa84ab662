# SPDX-License-Identifier: EUPL-1.2
"""Texts, blocks and papers that hypothesis makes."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from pendopo.papers import inline
from pendopo.papers.values import (
    Block,
    Common,
    ControlSheet,
    Countersign,
    Disposition,
    Heading,
    Items,
    Letterhead,
    Margins,
    Mark,
    Paper,
    Paragraph,
    Particulars,
    Slip,
    Stationery,
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

_PRINTED_ONLY = (Countersign, ControlSheet, Disposition)
_plain_common = st.builds(
    Common,
    title=texts,
    stationery=st.builds(Stationery, margins=st.just(Margins()), points=st.just(12.0)),
    letterhead=st.none() | st.builds(Letterhead, arms=st.just(b"")),
    mark=st.none() | st.builds(Mark, url=st.just("https://x.example/")),
    made_on=st.just("2026-11-23"),
)
_SLIPS = ("third-f4", "a5", "roll")
editable_papers: st.SearchStrategy[Paper] = st.one_of(
    *(
        st.builds(kind, common=_plain_common)
        for kind in get_args(Paper)
        if kind not in (*_PRINTED_ONLY, Slip)
    ),
    st.builds(Slip, common=_plain_common, width=st.sampled_from(_SLIPS)),
)
printable_papers: st.SearchStrategy[Paper] = editable_papers | st.one_of(
    st.builds(Countersign, common=_plain_common, label=st.booleans()),
    st.builds(ControlSheet, common=_plain_common),
    st.builds(Disposition, common=_plain_common),
)
"""Every kind of paper, with any words, on a sheet that there is."""

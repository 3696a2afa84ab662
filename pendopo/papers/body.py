# SPDX-License-Identifier: EUPL-1.2
r"""The little language of letter bodies, which a clerk edits in a plain box.

    # KETENTUAN                       a heading
    Yang bertanda tangan …            a paragraph; an empty line ends it
    > menerangkan bahwa …             a paragraph whose first line is not set in
    Nama : {nama|besar}               a particular; neighbours have their colons aligned
    1. … / a. … / - … / I. …          items; two spaces before the mark set one in
    | No. | Nama |                    a table: its head, then perhaps |---|:-:|, then rows
    *tebal*                           bold words
    [, pukul {jam} WIB]               words left out where what they name is empty
    \1. bukan butir                   a backslash: only words, no sign

A set-in line goes on with the item or particular before it; a line that ends in a backslash is
broken there. An edited letter goes through `parse`; an office's wording through `compose`.
"""

from __future__ import annotations

from pendopo.papers.filling import Composed, Filled, compose, fill
from pendopo.papers.markup import BLANK, parse, unparse
from pendopo.papers.proofreading import problems

__all__ = ["BLANK", "Composed", "Filled", "compose", "fill", "parse", "problems", "unparse"]

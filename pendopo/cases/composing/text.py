# SPDX-License-Identifier: EUPL-1.2
"""Filling the words of a paper: a body into blocks, a line into a line, a row into rows."""

from __future__ import annotations

from pendopo.cases.composing.filling import Fillings
from pendopo.papers import body
from pendopo.papers.filling import PLACEHOLDER
from pendopo.papers.inline import plain
from pendopo.papers.values import Block, Paragraph, Table
from pendopo.standards.placeholders import optional_keys, without_marks


class Filled:
    """Fills texts with the same values, and remembers for which keys nothing was known."""

    def __init__(self, known: Fillings) -> None:
        self._known = known
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that were asked for and empty, each once, in their order."""
        return tuple(self._missing)

    def lacks(self, text: str) -> None:
        """Remember that nothing is known of what this text asks for."""
        found = (match["key"] for match in PLACEHOLDER.finditer(without_marks(text)))
        self._missing.update(dict.fromkeys(key for key in found if key))

    def blocks(self, text: str) -> tuple[Block, ...]:
        """A body as blocks."""
        known = {**dict.fromkeys(optional_keys(text), ""), **self._known}
        made = body.compose(without_marks(text), known)
        self._missing.update(dict.fromkeys(made.missing))
        return made.blocks

    def line(self, text: str) -> str:
        """A text of one line; empty where it is only made of what is known to be empty."""
        blocks = self.blocks(f"> {text}") if text else ()
        first = blocks[0] if blocks else None
        return plain(first.text) if isinstance(first, Paragraph) else ""

    def rows(self, cells: tuple[str, str, str]) -> tuple[tuple[str, str, str], ...]:
        """A row of a table; one for each member where its cells name a list."""
        made = self.blocks(f"| . | . | . |\n| {' | '.join(cells)} |")
        tables = (block for block in made if isinstance(block, Table))
        rows = [row for table in tables for row in table.rows if any(row)]
        return tuple((plain(row[0]), plain(row[1]), plain(row[2])) for row in rows)


def filler(known: Fillings) -> Filled:
    """What fills texts with these values."""
    return Filled(known)

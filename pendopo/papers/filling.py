# SPDX-License-Identifier: EUPL-1.2
"""A body text with placeholders, filled from values: `{pemohon.nama|besar}`.

The text is read into blocks first and filled inside them, so that no value can add a row, a
block or a bold word. Whoever wrote the text decides its shape; whoever gave a value does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, TypeAlias

from pendopo.papers import inline
from pendopo.papers.filters import FILTERS
from pendopo.papers.markup import BLANK, parse, unparse
from pendopo.papers.values import Block, Heading, Items, Paragraph, Particulars, Table

Member: TypeAlias = Mapping[str, str]
Values: TypeAlias = Mapping[str, str | Sequence[Member]]
"""By key: a value, or the members of a list group."""

OPTIONAL: Final = re.compile(r"\\.|\[(?P<words>(?:\\.|[^\[\]\\])*)\]", re.DOTALL)
"""Words that are left out whole where something that they name has no value."""
COUNT: Final = "no"
"""The key of a member's number in its group."""
PLACEHOLDER: Final = re.compile(
    r"\\.|\{\s*(?P<key>[^{}|\s]+)\s*(?P<filters>(?:\|[^{}|]*)*)\}", re.DOTALL
)

Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A filled body, and the keys that had no value where the text needs one."""

    blocks: tuple[Block, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The same as a text that a clerk can go on writing."""

    text: str
    missing: tuple[str, ...] = ()


def compose(text: str, values: Values) -> Composed:
    """The blocks of a text with its placeholders filled.

    - A particular whose value is empty is left out, and so is a line of nothing but a
      placeholder whose value is known to be empty.
    - A value that is missing in a sentence becomes room to write, and its key is `missing`.
    - Words between brackets are left out where something that they name has no value.
    - Lines that name a list group are repeated for each member, neighbours together.
    """
    filling = _Filling(values)
    return Composed(tuple(filling.blocks(parse(text))), tuple(filling.missing))


def fill(text: str, values: Values) -> Filled:
    """`compose`, written as text again. The edited text goes to `parse`, not here again."""
    composed = compose(text, values)
    return Filled(unparse(composed.blocks), composed.missing)


@dataclass(slots=True)
class _Filling:
    """One text being filled: with what, for which member, and what was missing so far."""

    values: Values
    member: Member = field(default_factory=dict)
    group: str = ""
    missing: dict[str, None] = field(default_factory=dict)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Neighbouring blocks that are all of one group are repeated together."""
        for group, together in groupby(blocks, key=self._group_of_block):
            alike = tuple(together)
            if group and (len(alike) > 1 or isinstance(alike[0], Paragraph | Heading)):
                for filling in self._members(group):
                    yield from filling._each(alike)
            else:
                yield from self._each(alike)

    def _each(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph(text):
                if not self._says_nothing(text):
                    yield replace(block, text=self._text(text))
            case Heading(text):
                if not self._says_nothing(text):
                    yield Heading(self._line(text))
            case Particulars(rows):
                yield from self._particulars(rows)
            case Items(rows):
                filled = self._repeated(rows, _Filling._item)
                if filled:
                    yield Items(tuple((mark, text) for mark, text in filled))
            case Table(head, rows):
                said = self._row(head)
                yield replace(block, head=said, rows=self._repeated(rows, _Filling._row))

    def _particulars(self, rows: Rows) -> Iterator[Block]:
        """Several rows about each member are a block for each; one row each is a list."""
        group = self._group_of_rows(rows)
        if group and len(rows) > 1:
            for filling in self._members(group):
                yield from filling._particulars(rows)
            return
        filled = self._repeated(rows, _Filling._particular)
        if filled:
            yield Particulars(tuple((label, value) for label, value in filled))

    def _repeated(
        self, rows: Rows, make: Callable[[_Filling, tuple[str, ...]], tuple[str, ...]]
    ) -> Rows:
        """The rows, those of a group once for each member; what `make` leaves empty is dropped."""
        made: list[tuple[str, ...]] = []
        for group, together in groupby(rows, key=self._group_of_row):
            alike = tuple(together)
            for filling in self._members(group) if group else (self,):
                made += filter(None, (make(filling, row) for row in alike))
        return tuple(made)

    def _particular(self, row: tuple[str, ...]) -> tuple[str, ...]:
        label, value = row
        keys = list(_keys(value))
        if keys and not any(map(self._value, keys)):
            return ()
        said = self._text(value)
        return (self._text(label), said) if said.strip() else ()

    def _item(self, row: tuple[str, ...]) -> tuple[str, ...]:
        mark, text = row
        if self._says_nothing(text):
            return ()
        return self._text(mark), self._text(text)

    def _row(self, row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("" if self._says_nothing(cell) else self._line(cell) for cell in row)

    def _says_nothing(self, text: str) -> bool:
        """Whether it is nothing but placeholders, all known and all empty."""
        keys = list(_keys(text))
        needed = OPTIONAL.sub(self._if_known, text)
        bare = PLACEHOLDER.sub(lambda match: "" if match["key"] else match[0], needed)
        return (
            bool(keys)
            and not bare.strip(" *\n")
            and all(self._known(key) and not self._value(key) for key in keys)
        )

    def _line(self, text: str) -> str:
        return self._text(text).replace("\n", " ")

    def _text(self, text: str) -> str:
        return PLACEHOLDER.sub(self._replacement, OPTIONAL.sub(self._if_known, text))

    def _if_known(self, match: re.Match[str]) -> str:
        """Brackets that name nothing are brackets."""
        keys = list(_keys(match["words"] or ""))
        if not keys:
            return match[0]
        return match["words"] if all(map(self._value, keys)) else ""

    def _replacement(self, match: re.Match[str]) -> str:
        key = match["key"]
        if not key:
            return match[0]
        value = self._value(key)
        if not value:
            self.missing[key] = None
            return BLANK
        for name in _filters(match["filters"]):
            value = FILTERS[name](value) if name in FILTERS else value
        lines = (" ".join(line.split()) for line in value.splitlines())
        return inline.escape("\n".join(filter(None, lines)))

    def _value(self, key: str) -> str:
        found = self._found(key)
        return found.strip() if isinstance(found, str) else ""

    def _known(self, key: str) -> bool:
        return self._found(key) is not None

    def _found(self, key: str) -> str | Sequence[Member] | None:
        if self.group and key.startswith(f"{self.group}."):
            return self.member.get(key.removeprefix(f"{self.group}."))
        if self.group and key == COUNT:
            return self.member[COUNT]
        return self.values.get(key)

    def _members(self, group: str) -> Iterator[_Filling]:
        members = self.values[group]
        assert not isinstance(members, str)
        for number, member in enumerate(members, start=1):
            numbered = {COUNT: str(number), **member}
            yield _Filling(self.values, numbered, group, self.missing)

    def _group_of_block(self, block: Block) -> str:
        """The group that the whole block is about; a table has a head, and stays one."""
        match block:
            case Paragraph(text) | Heading(text):
                return self._group_of_row((text,))
            case Particulars(rows) | Items(rows):
                return self._group_of_rows(rows)
            case Table():
                return ""

    def _group_of_rows(self, rows: Rows) -> str:
        groups = {self._group_of_row(row) for row in rows}
        return groups.pop() if len(groups) == 1 else ""

    def _group_of_row(self, row: tuple[str, ...]) -> str:
        """The first group that a row names, unless it is being filled for one already."""
        if self.group:
            return ""
        named = (self._group_of(key) for text in row for key in _keys(text))
        return next(filter(None, named), "")

    def _group_of(self, key: str) -> str:
        """`ahli` of `ahli.nama`, where `ahli` is a list."""
        parts = key.split(".")
        heads = (".".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
        return next((one for one in heads if not isinstance(self.values.get(one, ""), str)), "")


def _keys(text: str) -> Iterator[str]:
    return (match["key"] for match in PLACEHOLDER.finditer(text) if match["key"])


def _filters(said: str) -> list[str]:
    return [name.strip() for name in said.split("|")[1:]]

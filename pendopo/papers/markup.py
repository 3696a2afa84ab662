# SPDX-License-Identifier: EUPL-1.2
r"""Body text as blocks and back: what a clerk types in a plain box, and what is printed of it.

A logical line may be several lines: one that ends in a backslash goes on, broken, in the next.
Texts of blocks are read by `pendopo.papers.inline`; here they keep a backslash before `\`, `*`,
`{` and `}` only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

from pendopo.papers.values import Block, Heading, Items, Paragraph, Particulars, Table

BLANK: Final = "……………"
"""Room to write by hand, and what stands where a value is missing."""

_ITEM: Final = re.compile(
    r"(?P<lead> *)(?P<mark>[-•]|(?:\d{1,3}|[a-z]|[IVX]{1,6}|\{no\})[.)]) +(?P<text>\S.*)", re.DOTALL
)
_PARTICULAR: Final = re.compile(
    r" *(?P<label>[\w({*](?:\\.|[^:\\\n]){0,59}?) +: +(?P<value>\S.*)", re.DOTALL
)
_HEADING: Final = re.compile(r"#+ +(?P<text>\S.*)", re.DOTALL)
_FLUSH: Final = re.compile(r"> *(?P<text>\S.*)", re.DOTALL)
_SEPARATOR: Final = re.compile(r":?-{3,}:?")
_CELL: Final = re.compile(r"(?:\\.|\{[^{}]*\}|[^|\\]|\\$)*", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT: Final = "\\*{}"
_DEEPEST: Final = 3
_MOST_DASHES: Final = 120


class _Is(Enum):
    ITEM = auto()
    PARTICULAR = auto()
    HEADING = auto()
    FLUSH = auto()
    TABLE = auto()
    MORE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class _Line:
    """A logical line: what it is, and what it says."""

    kind: _Is
    text: str


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a body text. Whatever it is, it has a reading: nothing is refused."""
    blocks: list[Block] = []
    for chunk in _chunks(_logical_lines(text)):
        for kind, lines in _groups(chunk):
            blocks += _READERS[kind](lines)
    return tuple(blocks)


def unparse(blocks: Iterable[Block]) -> str:
    """The text of which `parse` makes these blocks again.

    A row without a value, which the text cannot say, gets room to write in.
    """
    return "\n\n".join(filter(None, map(_written, blocks)))


def cells(line: str) -> list[str]:
    """The cells of a line of a table, with their marks; a filter's stroke divides nothing."""
    inside = line.strip()[1:]
    found: list[str] = []
    at = 0
    while at <= len(inside):
        match = _CELL.match(inside, at)
        end = match.end() if match else at
        found.append(inside[at:end].strip())
        at = end + 1
    return found[:-1] if len(found) > 1 and not found[-1] else found


def _logical_lines(text: str) -> Iterator[str]:
    begun = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(2).split("\n"):
        whole = begun + (line.strip() if begun else line.rstrip())
        trailing = len(whole) - len(whole.rstrip("\\"))
        if trailing % 2:
            begun = whole[:-1].rstrip() + "\n"
            continue
        begun = ""
        yield whole
    if begun:
        yield begun.rstrip()


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines between empty ones."""
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _groups(chunk: Sequence[str]) -> Iterator[tuple[_Is, list[str]]]:
    """Neighbouring lines of one kind, set-in lines joined to what they go on with."""
    lines: list[_Line] = []
    for line in chunk:
        one = _classified(line, lines[-1].kind if lines else None)
        if one.kind is _Is.MORE:
            lines[-1] = _Line(lines[-1].kind, f"{lines[-1].text} {one.text.strip()}")
        else:
            lines.append(one)
    for kind, together in groupby(lines, key=lambda one: one.kind):
        yield kind, [one.text for one in together]


def _classified(line: str, before: _Is | None) -> _Line:
    """What a line is, knowing what the one before it was."""
    kind = _structure(line)
    if kind is not None:
        return _Line(kind, line)
    if line.startswith("  ") and before in {_Is.ITEM, _Is.PARTICULAR}:
        return _Line(_Is.MORE, line)
    bare = line.lstrip(" ")
    if bare.startswith("\\") and _structure(bare.lstrip("\\")) is not None:
        return _Line(_Is.TEXT, bare[1:])
    return _Line(_Is.TEXT, bare)


def _structure(line: str) -> _Is | None:
    """What a line is by its own form, where it is not just words."""
    bare = line.lstrip(" ")
    if bare.startswith("|"):
        return _Is.TABLE
    if _HEADING.fullmatch(bare):
        return _Is.HEADING
    if _FLUSH.fullmatch(bare):
        return _Is.FLUSH
    if _ITEM.fullmatch(line):
        return _Is.ITEM
    return _Is.PARTICULAR if _PARTICULAR.fullmatch(line) else None


def _clean(text: str) -> str:
    """One space between words, line ends kept, backslashes only where they are needed."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _ESCAPED.sub(
        lambda sign: sign[0] if sign[1] in _KEPT else sign[1], "\n".join(filter(None, lines))
    )


def _one_line(text: str) -> str:
    return _clean(text.replace("\n", " "))


def _read_text(lines: list[str]) -> Iterator[Block]:
    yield Paragraph(_clean(" ".join(lines)))


def _read_flush(lines: list[str]) -> Iterator[Block]:
    for line in lines:
        match = _FLUSH.fullmatch(line.lstrip(" "))
        assert match
        yield Paragraph(_clean(match["text"]), indent=False)


def _read_headings(lines: list[str]) -> Iterator[Block]:
    for line in lines:
        match = _HEADING.fullmatch(line.lstrip(" "))
        assert match
        yield Heading(_one_line(match["text"]))


def _read_items(lines: list[str]) -> Iterator[Block]:
    rows = []
    for line in lines:
        match = _ITEM.fullmatch(line)
        assert match
        level = min(_DEEPEST, len(match["lead"]) // 2)
        rows.append(("  " * level + match["mark"], _clean(match["text"])))
    yield Items(tuple(rows))


def _read_particulars(lines: list[str]) -> Iterator[Block]:
    matches = (_PARTICULAR.fullmatch(line) for line in lines)
    rows = ((_clean(match["label"]), _clean(match["value"])) for match in matches if match)
    yield Particulars(tuple(rows))


def _read_table(lines: list[str]) -> Iterator[Block]:
    head, *rows = (cells(line.replace("\n", " ")) for line in lines)
    widths: tuple[float, ...] = ()
    align = ""
    if rows and all(_SEPARATOR.fullmatch(cell) for cell in rows[0]):
        widths, align = _columns(rows.pop(0))
    read = (tuple(map(_one_line, row)) for row in (head, *rows))
    first, *others = read
    if any(map(any, (first, *others))):
        yield Table(first if any(first) else (), tuple(others), widths, align)
    else:
        yield Paragraph(_clean(" ".join(lines)))


def _columns(separator: list[str]) -> tuple[tuple[float, ...], str]:
    """Widths by the number of dashes beyond two, where they differ from `---`; sides by colons."""
    dashes = [cell.count("-") for cell in separator]
    widths = () if set(dashes) == {3} else tuple(float(count - 2) for count in dashes)
    sides = "".join(
        "c" if cell[0] == cell[-1] == ":" else "r" if cell[-1] == ":" else "l" for cell in separator
    )
    return widths, "" if set(sides) == {"l"} else sides


_READERS: Final[dict[_Is, Callable[[list[str]], Iterator[Block]]]] = {
    _Is.TEXT: _read_text,
    _Is.FLUSH: _read_flush,
    _Is.HEADING: _read_headings,
    _Is.ITEM: _read_items,
    _Is.PARTICULAR: _read_particulars,
    _Is.TABLE: _read_table,
}


def _written(block: Block) -> str:
    match block:
        case Paragraph(text, indent):
            return _broken(_guarded(text)) if indent else f"> {_broken(text)}"
        case Heading(text):
            return f"# {_one_line(text)}"
        case Particulars(rows):
            return "\n".join(
                f"{_label(label)} : {_broken(value or BLANK)}" for label, value in rows
            )
        case Items(rows):
            return "\n".join(f"{mark} {_broken(text or BLANK)}" for mark, text in rows)
        case Table():
            return _written_table(block)


def _broken(text: str) -> str:
    """Line ends as the language writes them."""
    return text.replace("\n", "\\\n  ")


def _guarded(line: str) -> str:
    """A backslash before what would be read as more than words."""
    return f"\\{line}" if _structure(line.lstrip("\\")) else line


def _label(label: str) -> str:
    return _one_line(label).replace(":", "\\:")


def _written_table(table: Table) -> str:
    width = max([len(table.head), len(table.widths), *map(len, table.rows)], default=0)
    head = (*table.head, *[""] * (width - len(table.head)))
    scale = 2 if set(map(round, table.widths)) == {1} else 1
    columns = (table.widths or (1,) * width, table.align.ljust(width, "l"))
    separator = [_dashes(round(size * scale), side) for size, side in zip(*columns, strict=False)]
    rows = [[_cell(cell) for cell in row] for row in (head, *table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], separator, *rows[1:]))


def _dashes(size: int, side: str) -> str:
    drawn = "-" * min(max(size, 1) + 2, _MOST_DASHES)
    return {"c": f":{drawn}:", "r": f"{drawn}:"}.get(side, drawn)


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")

# SPDX-License-Identifier: EUPL-1.2
"""The blocks of a body in Word: paragraphs one can type in, and real tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from pendopo.papers import columns, glyphs
from pendopo.papers.inline import plain
from pendopo.papers.values import Block, Heading, Items, Paragraph, Particulars, Table
from pendopo.papers.word.page import (
    CENTER,
    JUSTIFY,
    LEFT,
    RIGHT,
    Page,
    in_cell,
    set_in,
    spaced,
    write,
    write_marked,
)

INSET: Final = 12.5
"""Millimetres that a first line, and particulars, are set in."""
_SIDES: Final = {"l": LEFT, "c": CENTER, "r": RIGHT}
_BETWEEN: Final = 6.0
_MARK: Final = 8.0

Writer = Callable[[WordParagraph, str], object]


def write_body(page: Page, blocks: Sequence[Block], *, inset: float = INSET) -> None:
    """All blocks; the last one stays with what follows it, which is the signature."""
    labels = label_width(page, blocks)
    for block in blocks:
        match block:
            case Paragraph():
                _write_paragraph(page, block, inset)
            case Heading(text):
                heading = page.paragraph(align=CENTER, before=8, after=6)
                write_marked(heading, text, bold=True)
                heading.paragraph_format.keep_with_next = True
            case Particulars(rows):
                write_particulars(page, rows, labels, inset)
            case Items(rows):
                _write_items(page, rows)
            case Table():
                write_table(page, block, write_marked)
    if blocks:
        keep_last(page)


def label_width(page: Page, blocks: Sequence[Block]) -> float:
    """One width for the labels of all particulars, so that their colons stand in one line."""
    face = page.common.stationery.typeface
    widths = [
        glyphs.width(plain(label), face, page.points)
        for one in blocks
        if isinstance(one, Particulars)
        for label, _ in one.rows
    ]
    return min(62.0, max(widths, default=0) + 3)


def _write_paragraph(page: Page, block: Paragraph, inset: float) -> None:
    made = page.paragraph(align=JUSTIFY, after=_BETWEEN)
    write_marked(made, block.text)
    if block.indent and inset:
        made.paragraph_format.first_line_indent = Mm(inset)


def write_particulars(
    page: Page,
    rows: Sequence[tuple[str, str]],
    labels: float,
    inset: float,
    write_words: Writer = write_marked,
) -> None:
    """A table without rules: label, colon, value."""
    table = page.grid(len(rows), [labels, 4, page.width - inset - labels - 4])
    set_in(table, inset)
    for row, (label, value) in zip(table.rows, rows, strict=True):
        said = (label, ":" if label or value else "", value)
        for cell, words in zip(row.cells, said, strict=True):
            write_words(in_cell(cell), words)
    _gap(page)


def _gap(page: Page) -> None:
    """Tables have no space below; a low paragraph makes it, and keeps two tables apart."""
    made = page.paragraph()
    made.paragraph_format.line_spacing = Pt(_BETWEEN)


def _write_items(page: Page, rows: Sequence[tuple[str, str]]) -> None:
    """Paragraphs that hang: mark, tab, words."""
    for number, (mark, text) in enumerate(rows):
        level = (len(mark) - len(mark.lstrip(" "))) // 2
        last = number == len(rows) - 1
        made = page.paragraph(align=JUSTIFY, after=_BETWEEN if last else 2)
        shape = made.paragraph_format
        shape.left_indent = Mm(_MARK * (level + 1))
        shape.first_line_indent = Mm(-_MARK)
        shape.tab_stops.add_tab_stop(Mm(_MARK * (level + 1)))
        write(made, f"{mark.strip()}\t")
        write_marked(made, text)


def write_table(page: Page, table: Table, write_words: Writer, *, points: float = 0) -> None:
    """A ruled table whose head is repeated on every sheet."""
    width = columns.count(table)
    if not width:
        return
    shares = columns.widths(table)
    sizes = [page.width * share / sum(shares) for share in shares]
    made = page.grid(bool(table.head) + len(table.rows), sizes, ruled=True)
    rows = list(made.rows)
    sides = [_SIDES.get(side, LEFT) for side in table.align.ljust(width, "l")]
    if table.head:
        head = rows.pop(0)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, words in zip(head.cells, table.head, strict=False):
            write(spaced(in_cell(cell), align=CENTER), plain(words), bold=True)
    for made_row, row in zip(rows, table.rows, strict=True):
        for cell, words, side in zip(made_row.cells, row, sides, strict=False):
            write_words(spaced(in_cell(cell), align=side), words)
    _set_points(made, points or page.points - 1)
    _gap(page)


def _set_points(table: WordTable, points: float) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(points)


def keep_last(page: Page) -> None:
    """What is written last stays on one sheet with what comes next."""
    for paragraph in page.document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.keep_together = True

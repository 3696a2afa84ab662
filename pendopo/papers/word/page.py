# SPDX-License-Identifier: EUPL-1.2
"""A Word document set up as the office's sheet, and the small things all its parts need."""

from __future__ import annotations

import io
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pendopo.papers import inline, packed
from pendopo.papers.values import Common, PageSize, Typeface

FACES: Final = {Typeface.SANS: "Arial", Typeface.BOOKMAN: "Bookman Old Style"}
"""What a clerk's Word has; their metrics are those of the faces we print with."""
SIZES: Final = {PageSize.A4: (210.0, 297.0), PageSize.F4: (215.0, 330.0)}
LEFT: Final = WD_ALIGN_PARAGRAPH.LEFT
CENTER: Final = WD_ALIGN_PARAGRAPH.CENTER
RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY: Final = WD_ALIGN_PARAGRAPH.JUSTIFY


class Page:
    """A document being written, and what its parts must know of its sheet."""

    def __init__(
        self,
        common: Common,
        *,
        size: tuple[float, float] | None = None,
        margin: float | None = None,
        points: float | None = None,
        landscape: bool = False,
    ) -> None:
        self.common = common
        self.points = points or common.stationery.points
        self.document: WordDocument = Document()
        self._set_sheet(size or SIZES[common.stationery.size], margin, landscape)
        self._set_type()
        self._set_properties()

    def _set_sheet(self, size: tuple[float, float], margin: float | None, landscape: bool) -> None:
        section = self.document.sections[0]
        wide, high = (size[1], size[0]) if landscape else size
        section.page_width, section.page_height = Mm(wide), Mm(high)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        edges = self.common.stationery.margins
        top, right, bottom, left = (
            (margin,) * 4
            if margin is not None
            else (edges.top, edges.right, edges.bottom, edges.left)
        )
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.header_distance = section.footer_distance = Mm(min(8, top))
        self.width = wide - left - right
        """Of the text, in millimetres."""

    def _set_type(self) -> None:
        style = self.document.styles["Normal"]
        face = FACES[self.common.stationery.typeface]
        style.font.name, style.font.size = face, Pt(self.points)
        properties = style.element.get_or_add_rPr()
        properties.rFonts.set(qn("w:eastAsia"), face)
        properties.rFonts.set(qn("w:cs"), face)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "id-ID" if self.common.language == "id" else "en-GB")
        properties.append(language)
        spacing = style.paragraph_format
        spacing.space_before = spacing.space_after = Pt(0)
        spacing.line_spacing = 1.08

    def _set_properties(self) -> None:
        properties = self.document.core_properties
        properties.title = packed.writable(self.common.title)[:255]
        head = self.common.letterhead
        properties.author = packed.writable(head.name)[:255] if head else ""
        properties.last_modified_by = properties.comments = ""
        properties.language = self.common.language
        properties.created = properties.modified = packed.moment(self.common.made_on)
        properties.revision = 1

    def paragraph(
        self,
        text: str = "",
        *,
        align: WD_ALIGN_PARAGRAPH = LEFT,
        before: float = 0,
        after: float = 0,
    ) -> Paragraph:
        """Plain words on the sheet, the spaces in points."""
        made = self.document.add_paragraph()
        write(made, text)
        return spaced(made, align=align, before=before, after=after)

    def grid(self, rows: int, widths: list[float], *, ruled: bool = False) -> Table:
        """A table of fixed widths in millimetres, without rules unless it is `ruled`."""
        table = self.document.add_table(rows, len(widths))
        if ruled:
            table.style = "Table Grid"
        return fix_widths(table, widths)


def fix_widths(table: Table, widths: list[float]) -> Table:
    """Word keeps the widths of cells, LibreOffice those of columns: both are set."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _set_inner_margins(table)
    return table


def _set_inner_margins(table: Table) -> None:
    """Cells begin where the text does."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60" if table.style and table.style.name == "Table Grid" else "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def set_in(table: Table, millimetres: float) -> None:
    """Move a table in from the left edge of the text."""
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(round(millimetres * 56.7)))
    indent.set(qn("w:type"), "dxa")
    # Word wants the parts of a table's properties in one order, and calls a file broken otherwise.
    later = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(indent, *later)


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> Run:
    """Plain words at the end of a paragraph; line ends break lines."""
    made = paragraph.add_run(packed.writable(text))
    made.bold = bold or None
    return made


def write_marked(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Words of a body block, with their bold ones."""
    for run in inline.runs(text):
        write(paragraph, run.text, bold=bold or run.bold)


def spaced(
    paragraph: Paragraph,
    *,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    before: float = 0,
    after: float = 0,
) -> Paragraph:
    """The paragraph itself, aligned and with its spaces in points."""
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def in_cell(cell: _Cell, text: str = "", *, align: WD_ALIGN_PARAGRAPH = LEFT) -> Paragraph:
    """Words in a cell: in its first paragraph while that is empty, then in a new one."""
    first = cell.paragraphs[0]
    unused = len(cell.paragraphs) == 1 and not first.runs
    made = first if unused else cell.add_paragraph()
    write(made, text)
    return spaced(made, align=align)


def draw(cell: _Cell, picture: bytes, width: float, says: str) -> None:
    """A PNG in a cell, so wide in millimetres, with words for who cannot see it."""
    drawn = in_cell(cell).add_run().add_picture(io.BytesIO(picture), width=Mm(width))
    frame = drawn._inline
    for side in "TBLR":
        frame.set(f"dist{side}", "0")
    frame.docPr.set("descr", says)


def rule_below(paragraph: Paragraph, kind: str, eighths: int) -> None:
    """A rule under a paragraph, as wide as the text."""
    rule = parse_xml(
        f"<w:pBdr {nsdecls('w')}>"
        f'<w:bottom w:val="{kind}" w:sz="{eighths}" w:space="4" w:color="000000"/></w:pBdr>'
    )
    later = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph._p.get_or_add_pPr().insert_element_before(rule, *later)


def add_field(paragraph: Paragraph, name: str) -> None:
    """A field that Word counts itself: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)

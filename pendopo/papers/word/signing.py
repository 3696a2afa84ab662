# SPDX-License-Identifier: EUPL-1.2
"""Head and foot of a naskah in Word: letterhead, signatures, QR, who has a copy."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import segno
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from pendopo.papers import glyphs, pictures
from pendopo.papers.values import Dated, Mark, Signature
from pendopo.papers.word.page import (
    CENTER,
    Page,
    add_field,
    draw,
    in_cell,
    rule_below,
    spaced,
    write,
)

_ABOVE: Final = 10.0
"""Points between the body and a signature."""
_ROOM: Final = 4
"""Empty lines to sign in."""
_ARMS: Final = 22.0
_QR: Final = 22.0


def write_letterhead(page: Page) -> None:
    """Arms at the left, names in the middle, the two rules beneath; or room for a printed head."""
    stationery = page.common.stationery
    head = page.common.letterhead
    if stationery.preprinted_mm:
        empty = page.paragraph()
        empty.paragraph_format.space_after = Mm(
            max(0.0, stationery.preprinted_mm - stationery.margins.top - 5)
        )
    elif head:
        side = _ARMS + 2 if head.arms else 0.0
        widths = [side, page.width - 2 * side, side] if side else [page.width]
        cells = page.grid(1, widths).rows[0].cells
        if side:
            draw(cells[0], pictures.png(head.arms), _ARMS, "Lambang daerah")
        names = cells[len(cells) // 2]
        names.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        room = page.width - 2 * side
        parts = ((head.above, 1.17, False), ((head.name,), 1.55, True), (head.below, 0.82, False))
        for lines, size, bold in parts:
            for line in lines:
                run = write(in_cell(names, align=CENTER), line, bold=bold)
                run.font.size = Pt(fitting(page, room, lines, size, bold=bold))
        rule = page.paragraph(after=10)
        rule.paragraph_format.line_spacing = Pt(3)
        rule_below(rule, "thickThinMediumGap", 24)


def fitting(
    page: Page, room: float, lines: Sequence[str], size: float, *, bold: bool = False
) -> float:
    """The points at which all these lines fit the room, from `size` times the sheet's own."""
    face = page.common.stationery.typeface
    points = page.points * size
    widest = max((glyphs.width(line, face, points, bold=bold) for line in lines), default=0)
    return max(page.points * 0.66, points * min(1, 0.98 * room / widest if widest else 1))


def write_running_head(page: Page, *, numbered: bool = True) -> None:
    """DRAF or CONTOH over every sheet, and `- 2 -` over every one but the first."""
    section = page.document.sections[0]
    said = [*(["DRAF"] if page.common.draft else []), *(["CONTOH"] if page.common.example else [])]
    section.different_first_page_header_footer = True
    for header in (section.first_page_header, section.header):
        for word in said:
            mark = write(spaced(header.paragraphs[0], align=CENTER), f"{word}  ", bold=True)
            mark.font.size = Pt(22)
            mark.font.color.rgb = RGBColor(0xA0, 0xA0, 0xA0)
    if numbered:
        number = section.header.add_paragraph() if said else section.header.paragraphs[0]
        spaced(number, align=CENTER)
        write(number, "- ")
        add_field(number, "PAGE")
        write(number, " -")


def place_and_date(dated: Dated) -> str:
    """`Pandaan, 23 November 2026`."""
    return ", ".join(filter(None, (dated.place, dated.date)))


def write_signature(cell: _Cell, one: Signature, *, dated: str = "") -> None:
    """A signature block in a cell, kept on one sheet."""
    over = (dated, one.heading, *one.lines)
    for at, line in enumerate(filter(None, over)):
        spaced(in_cell(cell, line), align=CENTER, before=0 if at else _ABOVE)
    for number in range(_ROOM):
        note = one.signed_note if number == 1 else ""
        room = in_cell(cell, align=CENTER)
        write(room, note or " ").font.size = Pt(8 if note else 12)
    name = write(in_cell(cell, align=CENTER), one.name or "(………………………………………)")
    name.bold = name.underline = bool(one.name) or None
    nip = one.nip if one.nip.startswith("NIP") or not one.nip else f"NIP. {one.nip}"
    for line in filter(None, (one.rank, nip)):
        in_cell(cell, line, align=CENTER)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def write_signatures(
    page: Page, signatures: Sequence[Signature], *, dated: str = "", qr: bool = True
) -> None:
    """One signature at the right with the QR at its left; several side by side, QR below."""
    mark = page.common.mark if qr else None
    if len(signatures) == 1:
        left, right = page.grid(1, [page.width / 2] * 2).rows[0].cells
        left.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        if mark:
            write_mark(left, mark)
        write_signature(right, signatures[0], dated=dated)
        return
    if dated:
        right = page.grid(1, [page.width / 2] * 2).rows[0].cells[1]
        said = spaced(in_cell(right, dated), align=CENTER, before=_ABOVE)
        said.paragraph_format.keep_with_next = True
    for row in in_rows(signatures):
        cells = page.grid(1, [page.width / len(row)] * len(row)).rows[0].cells
        for cell, one in zip(cells, row, strict=True):
            write_signature(cell, one)
        page.paragraph()
    if mark:
        write_mark(page.grid(1, [page.width]).rows[0].cells[0], mark)


def in_rows(signatures: Sequence[Signature]) -> list[Sequence[Signature]]:
    """Two or three in a row; four as two and two."""
    most = 2 if len(signatures) in (2, 4) else 3
    return [signatures[at : at + most] for at in range(0, len(signatures), most)]


def write_mark(cell: _Cell, mark: Mark, side: float = _QR) -> None:
    """The QR and the words that say what it is for."""
    code = io.BytesIO()
    segno.make(mark.url, error="m", micro=False).save(code, kind="png", scale=8, border=4)
    draw(cell, code.getvalue(), side, f"Kode QR: {mark.url}")
    if mark.says:
        write(in_cell(cell), mark.says).font.size = Pt(7)


def write_copies(page: Page, names: Sequence[str]) -> None:
    """Tembusan at the lower left, numbered where there are several."""
    if not names:
        return
    write(page.paragraph(before=12), "Tembusan :").underline = True
    for number, name in enumerate(names, start=1):
        made = page.paragraph(f"{number}.\t{name}" if len(names) > 1 else name)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(7))
        made.paragraph_format.left_indent = Mm(7)
        made.paragraph_format.first_line_indent = Mm(-7 if len(names) > 1 else 0)

# SPDX-License-Identifier: EUPL-1.2
"""The kinds of paper that have a copy for Word, each from head to foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell

from pendopo.papers.values import (
    Correspondence,
    Letter,
    Letterhead,
    Listing,
    Minutes,
    Slip,
    Table,
    Transmittal,
)
from pendopo.papers.word.blocks import keep_last, write_body, write_table
from pendopo.papers.word.page import (
    CENTER,
    LEFT,
    RIGHT,
    Page,
    add_field,
    in_cell,
    rule_below,
    write,
)
from pendopo.papers.word.signing import (
    fitting,
    place_and_date,
    write_copies,
    write_letterhead,
    write_mark,
    write_running_head,
    write_signature,
    write_signatures,
)

_SLIPS: Final = {
    "third-f4": ((215.0, 110.0), 10.0, 10.5),
    "a5": ((148.0, 210.0), 11.0, 10.5),
    "roll": ((80.0, 297.0), 4.0, 9.5),
}
"""Sheet, margin and points; Word has no endless sheet, so the roll is a long one."""
_ADDRESSEE: Final = 72.0
_YTH: Final = re.compile(r"^(Kepada )?Yth\.? *")


def letter(paper: Letter) -> Page:
    """A titled naskah."""
    page = _headed(Page(paper.common))
    _write_title(page, paper.heading, paper.number)
    write_body(page, paper.body)
    write_signatures(page, paper.signatures, dated=place_and_date(paper.dated))
    write_copies(page, paper.copies_to)
    return page


def correspondence(paper: Correspondence) -> Page:
    """A surat dinas."""
    page = _headed(Page(paper.common))
    left, right = page.grid(1, [page.width - _ADDRESSEE, _ADDRESSEE]).rows[0].cells
    in_cell(right, place_and_date(paper.dated))
    in_cell(right)
    _write_addressee(right, paper.to)
    in_cell(left, " ")
    in_cell(left, " ")
    rows = (
        ("Nomor", paper.number),
        ("Sifat", paper.nature),
        ("Lampiran", paper.attachments),
        ("Hal", paper.subject),
    )
    for label, value in rows:
        if value:
            made = in_cell(left, f"{label}\t:\t{value}")
            made.paragraph_format.tab_stops.add_tab_stop(Mm(22))
            made.paragraph_format.tab_stops.add_tab_stop(Mm(25))
            made.paragraph_format.left_indent = Mm(25)
            made.paragraph_format.first_line_indent = Mm(-25)
    page.paragraph()
    write_body(page, paper.body)
    write_signatures(page, paper.signatures)
    write_copies(page, paper.copies_to)
    return page


def transmittal(paper: Transmittal) -> Page:
    """SURAT PENGANTAR."""
    page = _headed(Page(paper.common))
    left, right = page.grid(1, [page.width - _ADDRESSEE, _ADDRESSEE]).rows[0].cells
    _write_addressee(left, paper.to)
    in_cell(right, place_and_date(paper.dated))
    page.paragraph()
    _write_title(page, "SURAT PENGANTAR", paper.number)
    rows = tuple((f"{number}.", *row) for number, row in enumerate(paper.rows, start=1))
    head = ("No.", "Naskah Dinas yang Dikirimkan", "Banyaknya", "Keterangan")
    write_table(page, Table(head, rows, (9, 78, 30, 48), "clcl"), write)
    keep_last(page)
    cells = page.grid(1, [page.width / 2] * 2).rows[0].cells
    _write_receiver(cells[0])
    for one in paper.signatures:
        write_signature(cells[1], one, dated="" if one.heading else "Pengirim,")
    if paper.common.mark:
        page.paragraph()
        write_mark(page.grid(1, [page.width]).rows[0].cells[0], paper.common.mark)
    write_copies(page, paper.copies_to)
    return page


def minutes(paper: Minutes) -> Page:
    """Berita acara."""
    page = _headed(Page(paper.common))
    _write_title(page, paper.heading, paper.number)
    write_body(page, paper.body)
    dated = place_and_date(paper.dated) if paper.dated.date else ""
    write_signatures(page, paper.signatures, dated=dated, qr=False)
    for one in paper.knowing:
        side = page.width / 4
        write_signature(page.grid(1, [side, 2 * side, side]).rows[0].cells[1], one)
        page.paragraph()
    if paper.common.mark:
        write_mark(page.grid(1, [page.width]).rows[0].cells[0], paper.common.mark)
    return page


def listing(paper: Listing) -> Page:
    """A list or a page of a book."""
    page = Page(paper.common, landscape=paper.landscape, points=10)
    write_running_head(page, numbered=False)
    write_letterhead(page)
    write(page.paragraph(align=CENTER), paper.heading, bold=True).font.size = Pt(12)
    for line in paper.under:
        page.paragraph(line, align=CENTER)
    page.paragraph()
    write_table(page, paper.table, write, points=9)
    for line in paper.closing:
        page.paragraph(line, after=2)
    keep_last(page)
    write_signatures(page, paper.signatures)
    section = page.document.sections[0]
    for footer in (section.footer, section.first_page_footer):
        number = footer.paragraphs[0]
        number.alignment = RIGHT
        write(number, "Halaman ")
        add_field(number, "PAGE")
        write(number, " dari ")
        add_field(number, "NUMPAGES")
    return page


def slip(paper: Slip) -> Page:
    """A small paper for the hand."""
    size, margin, points = _SLIPS[paper.width]
    page = Page(paper.common, size=size, margin=margin, points=points)
    write_running_head(page, numbered=False)
    wide = paper.width == "third-f4"
    if wide:
        _write_wide_head(page, paper)
    else:
        _write_high_head(page, paper)
    write_body(page, paper.body, inset=0)
    write_signatures(page, paper.signatures, qr=not wide)
    if paper.foot:
        rule_below(page.paragraph(), "single", 4)
    for line in paper.foot:
        page.paragraph(line)
    return page


def _headed(page: Page) -> Page:
    write_running_head(page)
    write_letterhead(page)
    return page


def _write_wide_head(page: Page, paper: Slip) -> None:
    """Names, what it is, and the QR beside each other: the sheet is low."""
    names, title, code = page.grid(1, [page.width - 92, 68, 24]).rows[0].cells
    if paper.common.letterhead:
        _write_names(names, page, paper.common.letterhead, LEFT, page.width - 92)
    _write_what(title, page, paper, RIGHT)
    if paper.common.mark:
        write_mark(code, replace(paper.common.mark, says=""))
    rule_below(page.paragraph(), "single", 8)


def _write_high_head(page: Page, paper: Slip) -> None:
    cell = page.grid(1, [page.width]).rows[0].cells[0]
    if paper.common.letterhead:
        _write_names(cell, page, paper.common.letterhead, CENTER, page.width)
    rule_below(page.paragraph(), "single", 8)
    _write_what(page.grid(1, [page.width]).rows[0].cells[0], page, paper, CENTER)
    page.paragraph()


def _write_names(
    cell: _Cell, page: Page, head: Letterhead, side: WD_ALIGN_PARAGRAPH, room: float
) -> None:
    parts = ((head.above, 0.85, False), ((head.name,), 1.2, True), (head.below, 0.75, False))
    for lines, size, bold in parts:
        for line in lines:
            run = write(in_cell(cell, align=side), line, bold=bold)
            run.font.size = Pt(fitting(page, room, lines, size, bold=bold))


def _write_what(cell: _Cell, page: Page, paper: Slip, side: WD_ALIGN_PARAGRAPH) -> None:
    write(in_cell(cell, align=side), paper.heading, bold=True)
    if paper.large:
        write(in_cell(cell, align=side), paper.large, bold=True).font.size = Pt(page.points * 2)


def _write_title(page: Page, heading: str, number: str) -> None:
    title = write(page.paragraph(align=CENTER), heading, bold=True)
    title.underline = True
    title.font.size = Pt(page.points * 1.08)
    page.paragraph(f"Nomor : {number}" if number else "", align=CENTER, after=14)


def _write_addressee(cell: _Cell, lines: Sequence[str]) -> None:
    """Yth. with its lines hanging; what follows a line `di` is set in."""
    for number, line in enumerate(lines):
        place = number > 0 and lines[number - 1].strip() == "di"
        words = f"Yth.\t{_YTH.sub('', line)}" if number == 0 else line
        made = in_cell(cell, words)
        made.paragraph_format.left_indent = Mm(18 if place else 10)
        made.paragraph_format.first_line_indent = Mm(0 if number else -10)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(10))


def _write_receiver(cell: _Cell) -> None:
    """Whoever took delivery writes here."""
    dots = "…" * 10
    labels = ("Jabatan", "", "", "Nama", "NIP", "Nomor telepon")
    in_cell(cell, f"Diterima tanggal {dots}")
    in_cell(cell, "Penerima,")
    for label in labels:
        made = in_cell(cell, f"{label}\t: {dots}" if label else " ")
        made.paragraph_format.tab_stops.add_tab_stop(Mm(32))

# SPDX-License-Identifier: EUPL-1.2
"""Lists as Excel files: the heading stays in view, dates are dates, and no cell is a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from pendopo.papers import packed
from pendopo.papers.tables import Cell, Column, Kind, Spreadsheet
from pendopo.papers.values import PageSize

_FORMATS: Final = {
    Kind.TEXT: "@",
    Kind.DATE: "dd-mm-yyyy",
    Kind.MOMENT: "dd-mm-yyyy hh\\.mm",
    Kind.NUMBER: "#,##0",
    Kind.MONEY: '"Rp"\\ #,##0',
}
_PARTS: Final = ".00"
"""After a number that is not whole."""
_PAPER: Final = {PageSize.A4: 9, PageSize.F4: 14}
"""Excel's own numbers; 14 is Folio, which is F4."""
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n]")
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST: Final = 32_767
_WIDEST: Final = 48
_LINE: Final = Side(style="thin", color="FF808080")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_ROW: Final = "baris"
_SHADE: Final = PatternFill("solid", fgColor="FFE8E8E8")


def xlsx(spreadsheet: Spreadsheet) -> bytes:
    """The list as an Excel file. The same value gives the same bytes.

    Text that looks like a formula stays text, as typed. Rows may be shorter than the columns.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = _tab(spreadsheet.name)
    top = Alignment(vertical="top", wrap_text=True)
    book.add_named_style(NamedStyle(_ROW, border=_BOX, alignment=top))
    head = _write_top(sheet, spreadsheet)
    last = _write_rows(sheet, spreadsheet, head)
    for number, line in enumerate(spreadsheet.closing, start=last + 2):
        _put(sheet.cell(number, 1), line)
    _set_widths(sheet, spreadsheet)
    _set_view(sheet, spreadsheet, head, last)
    return _saved(book, spreadsheet)


def _tab(name: str) -> str:
    """What Excel takes as the name of a tab."""
    return _NOT_IN_NAMES.sub(" ", packed.writable(name)).strip(" '")[:31] or "Daftar"


def _write_top(sheet: Worksheet, spreadsheet: Spreadsheet) -> int:
    """The title and the lines under it; gives the row of the headings."""
    _put(sheet.cell(1, 1), spreadsheet.title)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    for number, line in enumerate(spreadsheet.under, start=2):
        _put(sheet.cell(number, 1), line)
    head = len(spreadsheet.under) + 3
    for number, column in enumerate(spreadsheet.columns, start=1):
        cell = sheet.cell(head, number)
        _put(cell, column.title)
        cell.font = Font(bold=True)
        cell.fill = _SHADE
        cell.border = _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return head


def _write_rows(sheet: Worksheet, spreadsheet: Spreadsheet, head: int) -> int:
    """Gives the number of the last row."""
    width = len(spreadsheet.columns)
    for number, row in enumerate(spreadsheet.rows, start=head + 1):
        values = zip(spreadsheet.columns, _filled_up(row, width), strict=True)
        for at, (column, value) in enumerate(values, start=1):
            cell = sheet.cell(number, at)
            # A named style, and first: comparing the parts of each cell's style takes seconds.
            cell.style = _ROW
            _put(cell, value, column.kind)
    return head + len(spreadsheet.rows)


def _filled_up(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (row + (None,) * width)[:width]


def _put(cell: ExcelCell, value: Cell, kind: Kind = Kind.TEXT) -> None:
    """A value in its cell, as what it is and not as what it looks like."""
    if value is None or value == "":
        return
    if isinstance(value, str) or kind is Kind.TEXT:
        _put_text(cell, str(value))
    else:
        cell.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        cell.number_format = _format(value, kind)


def _put_text(cell: ExcelCell, text: str) -> None:
    """Text that could be run is marked as typed with an apostrophe, which is not shown."""
    cell.value = packed.writable(text)[:_LONGEST]
    cell.data_type = "s"
    cell.number_format = _FORMATS[Kind.TEXT]
    cell.quotePrefix = bool(_FORMULA.match(text))


def _format(value: Cell, kind: Kind) -> str:
    if isinstance(value, datetime):
        return _FORMATS[Kind.MOMENT]
    if isinstance(value, date):
        return _FORMATS[Kind.DATE]
    shown = _FORMATS[Kind.MONEY if kind is Kind.MONEY else Kind.NUMBER]
    whole = not isinstance(value, Decimal) or value == value.to_integral_value()
    return shown if whole else shown + _PARTS


def _set_widths(sheet: Worksheet, spreadsheet: Spreadsheet) -> None:
    for number, column in enumerate(spreadsheet.columns):
        width = column.width or _natural_width(column, spreadsheet.rows, number)
        sheet.column_dimensions[get_column_letter(number + 1)].width = width


def _natural_width(column: Column, rows: tuple[tuple[Cell, ...], ...], at: int) -> float:
    held = max((len(line) for row in rows for line in _lines(row, at)), default=0)
    return min(_WIDEST, max(len(column.title) + 4, held + 2, 6))


def _lines(row: tuple[Cell, ...], at: int) -> Iterator[str]:
    value = row[at] if at < len(row) else None
    match value:
        case None:
            return
        case datetime():
            yield "23-11-2026 09.40"
        case date():
            yield "23-11-2026"
        case int() | Decimal():
            yield f"Rp {value:,}"
        case str():
            yield from value.splitlines()


def _set_view(sheet: Worksheet, spreadsheet: Spreadsheet, head: int, last: int) -> None:
    """The heading stays while one scrolls, filters, and prints; all columns fit one sheet."""
    right = get_column_letter(max(1, len(spreadsheet.columns)))
    sheet.freeze_panes = f"A{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{right}{max(last, head)}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER[spreadsheet.size]
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.right.text = "Halaman &P dari &N"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.6)


def _saved(book: Workbook, spreadsheet: Spreadsheet) -> bytes:
    """Written by hand, since saving a workbook notes the time of day."""
    at = packed.moment(spreadsheet.made_on)
    book.properties.created = book.properties.modified = at
    book.properties.creator = ""
    book.properties.title = packed.writable(spreadsheet.title)
    made = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED)).save()
    return packed.settled(made.getvalue())

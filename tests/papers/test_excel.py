# SPDX-License-Identifier: EUPL-1.2
"""Lists as Excel files, read back cell by cell."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.papers.excel import xlsx
from pendopo.papers.tables import Cell, Column, Kind, Spreadsheet
from tests.papers import written

HEAD = 4
LIST = Spreadsheet(
    name="Register",
    title="REGISTER SURAT PENGANTAR",
    under=("Bulan November 2026",),
    columns=(
        Column("No.", Kind.NUMBER, width=6),
        Column("Tanggal", Kind.DATE),
        Column("Dicatat", Kind.MOMENT),
        Column("NIK"),
        Column("Nama"),
        Column("Jumlah", Kind.MONEY),
    ),
    rows=(
        (
            *(1, date(2026, 11, 23), datetime(2026, 11, 23, 9, 40, tzinfo=UTC)),
            *("0012345678901234", "WATI REKAAN", Decimal("1500000")),
        ),
        (2, None, None, "", "batal"),
    ),
    closing=("Ditutup pada nomor 2.",),
    made_on="2026-11-23",
)


def opened(spreadsheet: Spreadsheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx(spreadsheet))).active


def only(value: Cell, kind: Kind = Kind.TEXT) -> Any:
    """The one cell of a list with one value."""
    spreadsheet = replace(LIST, columns=(Column("x", kind),), rows=((value,),))
    return opened(spreadsheet).cell(HEAD + 1, 1)


def test_dates_moments_and_numbers_are_what_they_are() -> None:
    row = opened(LIST)[HEAD + 1]
    assert [cell.value for cell in row] == [
        1,
        datetime(2026, 11, 23, tzinfo=UTC).replace(tzinfo=None),
        datetime(2026, 11, 23, 9, 40, tzinfo=UTC).replace(tzinfo=None),
        "0012345678901234",
        "WATI REKAAN",
        1_500_000,
    ]
    assert [cell.is_date for cell in row] == [False, True, True, False, False, False]
    assert row[1].number_format == "dd-mm-yyyy"


def test_an_identity_number_is_text_and_keeps_its_zeros() -> None:
    cell = opened(LIST).cell(HEAD + 1, 4)
    assert (cell.value, cell.data_type, cell.number_format) == ("0012345678901234", "s", "@")


@pytest.mark.parametrize("text", ["=1+1", "+62812000", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_what_looks_like_a_formula_stays_as_it_was_typed(text: str) -> None:
    cell = only(text)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@given(written.texts, st.sampled_from(Kind))
def test_no_text_is_ever_a_formula(text: str, kind: Kind) -> None:
    spreadsheet = Spreadsheet(text, text, (text,), (Column(text, kind),), ((text,),), (text,))
    for row in opened(spreadsheet).iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_words_in_a_column_of_numbers_stay_words() -> None:
    assert only("batal", Kind.NUMBER).value == "batal"


def test_a_sum_with_cents_shows_them() -> None:
    assert only(Decimal("10.50"), Kind.MONEY).number_format == '"Rp"\\ #,##0.00'


def test_the_heading_stays_in_view_filters_and_prints_on_each_sheet() -> None:
    sheet = opened(LIST)
    assert [cell.value for cell in sheet[HEAD]] == [column.title for column in LIST.columns]
    assert all(cell.font.bold for cell in sheet[HEAD])
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:F6"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_title_and_lines_stand_above_and_closing_lines_below() -> None:
    sheet = opened(LIST)
    assert [sheet.cell(row, 1).value for row in (1, 2, 8)] == [
        "REGISTER SURAT PENGANTAR",
        "Bulan November 2026",
        "Ditutup pada nomor 2.",
    ]


def test_an_empty_list_has_its_heading() -> None:
    sheet = opened(replace(LIST, rows=()))
    assert sheet.auto_filter.ref == "A4:F4"


@pytest.mark.parametrize(
    ("name", "tab"), [("Buku: [a]/b", "Buku   a  b"), ("", "Daftar"), ("x" * 40, "x" * 31)]
)
def test_a_tab_has_a_name_that_excel_takes(name: str, tab: str) -> None:
    assert opened(replace(LIST, name=name)).title == tab


def test_the_same_list_is_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    first = xlsx(LIST)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 6, 7, 0))
    assert xlsx(LIST) == first

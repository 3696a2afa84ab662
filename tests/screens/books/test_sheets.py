# SPDX-License-Identifier: EUPL-1.2
"""Books on paper and as Excel: the columns, the month-end line, and who closes it."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pikepdf
import pytest
from openpyxl import load_workbook

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook, open_book
from pendopo.cases.services.book_lines import Line, write_line
from pendopo.cases.services.dispositions import Charge, dispose
from pendopo.papers import printing
from pendopo.papers.excel import xlsx
from pendopo.papers.values import Listing
from pendopo.screens.books.disposition_page import disposition_page
from pendopo.screens.books.disposition_sheet import disposition_sheet
from pendopo.screens.books.pages import Leaf, Sought, leaf
from pendopo.screens.books.periods import Period
from pendopo.screens.books.sheets import daily_sheet, listing_of, spreadsheet_of
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices")
NOVEMBER = Period(2026, 11)
CLOSED = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def hand(stopped_clock: clock.Clock) -> clock.Clock:
    """All happens on Monday 23 November 2026, until a test moves on."""
    return stopped_clock


def shelf_of(key: str, office: str = PANDAAN) -> OpenBook:
    shelf = open_book(office, key)
    assert shelf is not None
    return shelf


def read(key: str, office: str = PANDAAN, words: str = "") -> Leaf:
    return leaf(
        shelf_of(key, office),
        NOVEMBER,
        counter.officer("petugas-loket", office),
        Sought(words=words),
    )


def letter(**more: str) -> models.BookRow:
    content = {"sender": "Dinas Rekaan", "subject": "Undangan rapat", **more}
    row = write_line(line=Line("agenda-masuk", content), actor=counter.officer("petugas-loket"))
    assert isinstance(row, models.BookRow)
    return row


def cells(sheet: Listing, place: int = 0) -> dict[str, str]:
    return dict(zip(sheet.table.head, sheet.table.rows[place], strict=True))


def test_a_month_is_printed_under_its_columns_and_closed(hand: clock.Clock) -> None:
    counter.carried_to_the_end()
    hand.set(CLOSED)
    sheet = listing_of(read("register-skck"))
    assert (sheet.heading, sheet.landscape) == ("REGISTER PENGANTAR SKCK", True)
    assert sheet.under == ("KECAMATAN PANDAAN", "Bulan November 2026")
    assert cells(sheet)["Nama"] == "Wati Rekaan"
    assert sheet.closing == (
        "Ditutup pada nomor 1 / XI / 2026 pada tanggal 30 November 2026, 1 baris.",
    )
    (closer,) = sheet.signatures
    assert closer.heading == "Pandaan, 30 November 2026"
    assert closer.lines == ("Kepala Seksi Pemerintahan dan Pelayanan,",)
    assert closer.name == "Sekar Arumdalu, S.IP."


def test_a_book_is_printed_across_a_sheet_of_the_office() -> None:
    counter.carried_to_the_end()
    printed = pikepdf.open(io.BytesIO(printing.pdf(listing_of(read("register-skck")))))
    width, height = (float(one) / 72 * 25.4 for one in printed.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (330, 215)


def test_a_column_for_a_signature_is_left_free_and_wide() -> None:
    counter.carried_to_the_end()
    sheet = listing_of(read("buku-pengambilan"))
    assert cells(sheet)["Tanda tangan"].strip() == ""
    widths = dict(zip(sheet.table.head, sheet.table.widths, strict=True))
    assert widths["Tanda tangan"] > widths["Tanggal"]


def test_no_column_is_narrower_than_a_word_of_it() -> None:
    counter.carried_to_the_end()
    table = listing_of(read("register-skck")).table
    for n, (head, width) in enumerate(zip(table.head, table.widths, strict=True)):
        words = " ".join((head, *(row[n] for row in table.rows))).split()
        assert max(len(part) for word in words for part in word.split("/")) < width


def test_what_is_kept_back_on_the_screen_is_not_on_paper() -> None:
    case = counter.carried_to_the_end()
    models.Case.objects.filter(id=case.row.id).update(confidential=True)
    row = cells(listing_of(read("register-skck")))
    assert row["Nomor"] == "1 / XI / 2026"
    assert row["Nama"] == "dirahasiakan"
    assert "Wati" not in str(spreadsheet_of(read("register-skck"), Sought()).rows)


def test_sums_stand_under_their_columns() -> None:
    clerk = counter.officer("petugas-loket", KESAMBEN)
    for count in ("24", "18"):
        write_line(line=Line("register-ktp", {"count": count}, tally=True), actor=clerk)
    sheet = listing_of(read("register-ktp", KESAMBEN))
    assert cells(sheet, -1)["Jumlah"] == "42"
    assert sheet.table.rows[-1][0] == "Jumlah"


def test_excel_has_the_lines_as_they_are_seen() -> None:
    counter.carried_to_the_end()
    found = read("register-skck", words="wati")
    made = xlsx(spreadsheet_of(found, Sought(words="wati")))
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Register Pengantar SKCK, November 2026"
    assert "Hanya yang memuat: wati" in [row[0] for row in rows]
    head = next(row for row in rows if row[0] == "Nomor")
    line = dict(zip(head, rows[rows.index(head) + 1], strict=True))
    assert line["Tanggal"] == datetime.fromisoformat("2026-11-23")
    assert (line["Nama"], line["Status"]) == ("Wati Rekaan", "tercatat")
    assert any(str(row[0]).startswith("Sampai tanggal 23 November") for row in rows)


def test_numbers_that_are_added_up_are_numbers_in_excel() -> None:
    clerk = counter.officer("petugas-loket", KESAMBEN)
    write_line(line=Line("register-ktp", {"count": "24"}, tally=True), actor=clerk)
    found = read("register-ktp", KESAMBEN)
    spreadsheet = spreadsheet_of(found, Sought())
    place = [column.title for column in spreadsheet.columns].index("Jumlah")
    assert spreadsheet.rows[0][place] == 24


def test_the_daily_sheet_has_room_for_whoever_comes() -> None:
    counter.carried_to_the_end()
    shelf = shelf_of("buku-pengambilan")
    sheet = daily_sheet(shelf, date(2026, 11, 23), counter.officer("petugas-loket"))
    assert sheet.under == ("KECAMATAN PANDAAN", "Senin, 23 November 2026")
    assert cells(sheet)["Nama pengambil"] == "Joko Rekaan"
    assert [row[0] for row in sheet.table.rows] == [str(n) for n in range(1, 10)]
    assert sheet.table.rows[-1][1].strip() == ""


def test_a_disposition_is_printed_to_be_written_on_by_hand() -> None:
    row = letter(nature="segera", **{"letter-number": "005/7/2026", "letter-date": "20-11-2026"})
    page = disposition_page(shelf_of("agenda-masuk"), row.id, counter.officer("camat"))
    assert page is not None
    sheet = disposition_sheet(page)
    assert sheet.particulars == (
        ("Surat dari", "Dinas Rekaan"),
        ("Nomor surat", "005/7/2026"),
        ("Tanggal surat", "20-11-2026"),
        ("Diterima tanggal", "23 November 2026"),
        ("Nomor agenda", "001"),
        ("Sifat", "Segera"),
        ("Hal", "Undangan rapat"),
    )
    assert not any(ticked for _, ticked in (*sheet.to, *sheet.wishes))
    assert "Operator Komputer" not in dict(sheet.to)


def test_what_was_typed_is_ticked_on_the_sheet() -> None:
    row = letter()
    charge = Charge(row.id, ("kasi-kesos",), ("Hadiri/wakili",), "Wakili saya")
    dispose(charge=charge, actor=counter.officer("camat"))
    page = disposition_page(shelf_of("agenda-masuk"), row.id, counter.officer("camat"))
    assert page is not None
    sheet = disposition_sheet(page)
    assert [who for who, ticked in sheet.to if ticked] == ["Kepala Seksi Kesejahteraan Sosial"]
    assert [wish for wish, ticked in sheet.wishes if ticked] == ["Hadiri/wakili"]
    assert sheet.instruction == "Wakili saya"
    assert "Camat Pandaan" not in dict(sheet.to)

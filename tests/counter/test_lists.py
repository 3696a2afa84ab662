# SPDX-License-Identifier: EUPL-1.2
"""The list of all cases and the month's recap, on screen and as Excel."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from openpyxl import load_workbook

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.commands import Act, Deed
from tests.cases.counter import act, carried_to_the_end, do, done, handed_in, verdicts
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")


def listed(query: str = "", position: str = "petugas-loket") -> list[str]:
    page = desk(position).get(f"/loket/daftar/{query}")
    assert page.status_code == 200
    return [row.reference for row in page.context["rows"]]


def cells(page: HttpResponse) -> list[list[object]]:
    """The rows of a spreadsheet as somebody reads them, empty ones left out."""
    assert page["Content-Type"].endswith("spreadsheetml.sheet")
    sheet = load_workbook(io.BytesIO(page.content)).active
    assert sheet is not None
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    return [row for row in rows if row]


def late() -> str:
    """A file whose promise has passed."""
    reference = handed_in(nama="Lina Rekaan").row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    return reference


def test_every_case_is_listed_the_latest_first(stopped_clock: clock.Clock) -> None:
    over = carried_to_the_end().row.reference
    stopped_clock.advance(timedelta(minutes=5))
    running = handed_in().row.reference
    assert listed() == [running, over]


def test_a_filter_leaves_what_it_says(stopped_clock: clock.Clock) -> None:
    over = carried_to_the_end().row.reference
    passed = late()
    stopped_clock.advance(timedelta(hours=1))
    running = handed_in(desa="Wedoro").row.reference
    assert listed("?keadaan=berjalan") == [running, passed]
    assert listed("?keadaan=berakhir") == listed("?keadaan=diserahkan") == [over]
    assert listed("?keadaan=lewat") == [passed]
    assert listed("?desa=35.14.11.2004") == [running]
    assert listed("?menunggu=petugas-loket") == [running]
    assert listed("?layanan=sktm") == []
    assert len(listed("?layanan=skck&bulan=2026-11")) == 3
    assert listed("?bulan=2026-10") == []


@pytest.mark.parametrize("query", ["?bulan=entah", "?bulan=2026-13", "?page=99", "?keadaan=%00x"])
def test_a_strange_address_shows_a_page_all_the_same(query: str) -> None:
    handed_in()
    assert desk("petugas-loket").get(f"/loket/daftar/{query}").status_code == 200


def test_a_month_is_that_of_the_office_s_own_clock(stopped_clock: clock.Clock) -> None:
    stopped_clock.set(clock.now().replace(month=11, day=30, hour=17, minute=30))
    reference = handed_in().row.reference
    assert listed("?bulan=2026-12") == [reference], "half past midnight on the first"
    assert listed("?bulan=2026-11") == []


def test_a_confidential_name_is_kept_back_in_every_shape() -> None:
    reference = handed_in().row.reference
    models.Case.objects.filter(reference=reference).update(confidential=True)
    other = desk("kasi-kesos")
    assert "Wati Rekaan" not in text_of(other.get("/loket/daftar/"))
    sheet = cells(other.get("/loket/daftar/?bentuk=excel"))
    assert any("dirahasiakan" in row for row in sheet)
    assert not any("Wati Rekaan" in row for row in sheet)
    assert "Wati Rekaan" in text_of(desk("petugas-loket").get("/loket/daftar/"))


def test_the_spreadsheet_holds_the_list_as_it_is_seen(stopped_clock: clock.Clock) -> None:
    carried_to_the_end()
    handed_in(nama="Joko Rekaan")
    page = desk("petugas-loket").get("/loket/daftar/?keadaan=berjalan&bentuk=excel")
    assert 'filename="berkas-semua.xlsx"' in page["Content-Disposition"]
    sheet = cells(page)
    names = [cell for row in sheet for cell in row]
    assert "Joko Rekaan" in names
    assert "Wati Rekaan" not in names
    assert any("Keadaan: berjalan" in str(cell) for cell in names)


def test_the_spreadsheet_says_what_was_entered_later(stopped_clock: clock.Clock) -> None:
    row = handed_in().row
    stopped_clock.advance(timedelta(hours=2))
    deeds = (Deed("verifikasi", {"verdicts": verdicts()}),)
    done(do(row.reference, "petugas-loket", Act(deeds, row.filed_at + timedelta(minutes=3))))
    sheet = cells(desk("petugas-loket").get("/loket/daftar/?bentuk=excel"))
    assert any(line[-1] == "ya" for line in sheet)


def test_a_sheet_for_print_has_no_pages() -> None:
    handed_in()
    page = desk("petugas-loket").get("/loket/daftar/?bentuk=cetak")
    assert page.context["on_paper"]
    assert "data-print" in page.content.decode()


def test_another_office_s_list_holds_none_of_it() -> None:
    handed_in()
    page = desk("petugas-loket", KESAMBEN).get("/loket/daftar/")
    assert page.context["rows"] == ()
    assert "Belum ada berkas" in text_of(page)


def test_a_long_list_costs_as_much_as_a_short_one(
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for _n in range(4):
        handed_in()
    client = desk("petugas-loket")
    client.get("/loket/daftar/")
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        client.get("/loket/daftar/")


def test_the_recap_counts_each_service_of_each_village() -> None:
    carried_to_the_end()
    handed_in(desa="Wedoro")
    handed_in(desa="Wedoro")
    page = desk("petugas-loket").get("/loket/rekap/?bulan=2026-11")
    recap = page.context["recap"]
    row = next(one for one in recap.rows if one.slug == "skck")
    by_village = dict(zip([name for _code, name in recap.villages], row.counts, strict=True))
    assert (by_village["Wedoro"], by_village["Kutorejo"]) == (2, 1)
    assert (row.total, row.ended) == (recap.sums.total, recap.sums.ended) == (3, 1)
    assert "Rekap November 2026" in text_of(page)


def test_the_recap_counts_who_went_home_without_a_file(stopped_clock: clock.Clock) -> None:
    client = desk("petugas-loket")
    for _n in range(2):
        client.post("/loket/pulang/skck/", {"kurang": "kk", "lewat": "lisan"})
    stopped_clock.advance(timedelta(days=10))
    client.post("/loket/pulang/skck/", {"kurang": "kk", "lewat": "lisan"})
    recap = client.get("/loket/rekap/?bulan=2026-11").context["recap"]
    assert [(one.slug, one.away) for one in recap.rows if one.away] == [("skck", 2)]
    assert (recap.sums.away, recap.sums.total) == (2, 0)


def test_the_recap_says_how_much_was_written_down_later(stopped_clock: clock.Clock) -> None:
    row = handed_in().row
    stopped_clock.advance(timedelta(hours=2))
    deeds = (Deed("verifikasi", {"verdicts": verdicts()}),)
    done(do(row.reference, "petugas-loket", Act(deeds, row.filed_at + timedelta(minutes=3))))
    page = desk("petugas-loket").get("/loket/rekap/")
    assert "Dicatat kemudian: 50% (1 dari 2 langkah)." in text_of(page)


def test_the_recap_is_a_spreadsheet_by_one_press() -> None:
    carried_to_the_end()
    sheet = cells(desk("petugas-loket").get("/loket/rekap/?bulan=2026-11&bentuk=excel"))
    assert any(row[:2] == [2, "Pengantar SKCK"] for row in sheet), sheet
    assert any("Jumlah" in row for row in sheet)


def test_an_empty_month_is_a_table_of_noughts() -> None:
    page = desk("petugas-loket").get("/loket/rekap/?bulan=2026-01")
    assert page.context["recap"].sums.total == 0
    assert "0 dari 0 langkah" in text_of(page)


def test_the_queue_and_what_was_found_are_spreadsheets_too() -> None:
    handed_in()
    client = desk("petugas-loket")
    queue = cells(client.get("/loket/?bagian=giliran-saya&bentuk=excel"))
    assert any("Wati Rekaan" in row for row in queue)
    assert any("Giliran saya" in row for row in queue)
    found = cells(client.get("/loket/cari/?q=wati&bentuk=excel"))
    assert any("Wati Rekaan" in row for row in found)

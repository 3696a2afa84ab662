# SPDX-License-Identifier: EUPL-1.2
"""The books on the counter: looked at, written in, mended, closed."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.bookshelf import contents
from pendopo.cases.verification import verify
from pendopo.screens.books.dispositions import count_for
from tests.cases import counter
from tests.counter.desk_room import desk, key_of, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")

AGENDA = "/loket/buku/agenda-masuk/"
LETTER = {"isi/sender": "Dinas Rekaan", "isi/subject": "Undangan rapat", "isi/letter-date": "20/11"}


@pytest.fixture(autouse=True)
def _clock(stopped_clock: clock.Clock) -> None:
    """All happens on Monday 23 November 2026."""


def rini() -> Client:
    return desk("petugas-loket")


def write(client: Client, address: str = f"{AGENDA}catat/", **more: str) -> HttpResponse:
    """Send the form for a new line, filled in."""
    form = client.get(address)
    return client.post(address, {"form_key": key_of(form), **LETTER, **more})


def only_line() -> models.BookRow:
    return models.BookRow.objects.get()


def said(row: models.BookRow) -> dict[str, str]:
    return contents(row.office_id, [row.id])[row.id]


def line_of(row: models.BookRow) -> str:
    return f"/loket/buku/{row.book}/baris/{row.id}/"


def test_the_shelf_shows_every_book_by_its_section() -> None:
    counter.carried_to_the_end()
    page = text_of(rini().get("/loket/buku/"))
    assert "Seksi Pemerintahan dan Pelayanan" in page
    assert "Register Pengantar SKCK terakhir 1 1 baris bulan ini" in page
    assert "Nomor awal buku" not in page


def test_a_month_stands_under_its_columns_and_leads_to_the_file() -> None:
    reference = counter.carried_to_the_end().row.reference
    page = rini().get("/loket/buku/register-skck/")
    text = text_of(page)
    assert "No. & tgl surat desa" in text.replace("&amp;", "&")
    assert "1 / XI / 2026" in text and "✓" not in text and "tercatat" in text
    assert f"/loket/berkas/{reference}/" in page.content.decode()
    assert "Sampai tanggal 23 November 2026: nomor terakhir 1 / XI / 2026, 1 baris." in text


def test_a_page_of_many_lines_asks_as_often_as_a_page_of_few() -> None:
    client, counts = rini(), []
    for _again in range(2):
        counter.carried_to_the_end()
        client.get("/loket/buku/register-skck/")
        with CaptureQueriesContext(connection) as made:
            client.get("/loket/buku/register-skck/")
        counts.append(len(made))
    assert counts[0] == counts[1] <= 22


def test_words_are_sought_without_standing_in_an_address() -> None:
    counter.carried_to_the_end()
    found = rini().post("/loket/buku/register-skck/", {"cari": "wati", "bulan": "2026-11"})
    assert found.status_code == 200
    assert "1 dari 1 baris" in text_of(found)
    nobody = rini().post("/loket/buku/register-skck/", {"cari": "tiada", "bulan": "2026-11"})
    assert "Tidak ada baris yang cocok" in text_of(nobody)


def test_a_book_of_another_office_is_not_there() -> None:
    assert desk("petugas-loket", KESAMBEN).get("/loket/buku/register-wna/").status_code == 404
    counter.carried_to_the_end()
    row = only_line()
    other = desk("petugas-loket", KESAMBEN)
    assert other.get(f"/loket/buku/register-skck/baris/{row.id}/").status_code == 404


def test_a_letter_is_written_under_the_next_number() -> None:
    answer = write(rini())
    row = only_line()
    assert answer.status_code == 302 and answer["Location"].endswith(f"#b-{row.id}")
    assert row.number == "001"
    assert said(row) == {
        "sender": "Dinas Rekaan",
        "subject": "Undangan rapat",
        "letter-date": "2026-11-20",
    }


def test_a_form_that_is_sent_twice_is_written_once() -> None:
    client = rini()
    form = {"form_key": key_of(client.get(f"{AGENDA}catat/")), **LETTER}
    first = client.post(f"{AGENDA}catat/", form)
    again = client.post(f"{AGENDA}catat/", form)
    assert first["Location"] == again["Location"]
    assert models.BookRow.objects.count() == 1


def test_what_lacks_is_told_and_nothing_typed_is_lost() -> None:
    answer = write(rini(), **{"isi/sender": "", "isi/letter-number": "005/77"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#f-sender"' in page and 'id="f-sender-trouble"' in page
    assert 'value="005/77"' in page and 'value="20-11-2026"' in page
    assert not models.BookRow.objects.exists()


def test_who_does_not_keep_a_book_is_told_who_does() -> None:
    answer = desk("camat").get("/loket/buku/register-skck/catat/")
    assert answer.status_code == 403
    assert "Petugas loket" in text_of(answer)
    assert "Catat" not in text_of(desk("camat").get("/loket/buku/register-skck/"))


def test_a_number_is_set_aside_filled_and_mended() -> None:
    client = rini()
    write(client, "/loket/buku/agenda-keluar/catat/?cara=pesan", cara="pesan")
    row = only_line()
    assert row.status == "dipesan"
    page = client.get(line_of(row))
    filled = {"deed": "fill", "isi/addressee": "Bupati", "isi/subject": "Laporan"}
    client.post(line_of(row), {"form_key": key_of(page), **filled})
    assert only_line().status == "tercatat"
    mended = {"deed": "correct", "isi/addressee": "Bupati", "isi/subject": "Laporan bulanan"}
    refused = client.post(line_of(row), mended)
    assert refused.status_code == 422 and "Laporan bulanan" in refused.content.decode()
    assert client.post(line_of(row), {**mended, "reason": "Kurang lengkap"}).status_code == 302
    text = text_of(client.get(line_of(row)))
    assert "Hal, sebelumnya: Laporan" in text and "Kurang lengkap" in text
    assert verify().faults == ()


def test_a_line_is_given_up_and_stays() -> None:
    client = rini()
    write(client)
    row = only_line()
    client.post(line_of(row), {"deed": "cancel", "reason": "Tertulis dua kali"})
    assert only_line().status == "batal"
    assert "BATAL: Tertulis dua kali" in text_of(client.get(AGENDA))
    assert client.post(line_of(row), {"deed": "cancel", "reason": "lagi"}).status_code == 409


def test_a_number_is_inserted_with_its_reason_and_approver() -> None:
    client = rini()
    write(client)
    form = {"cara": "sisip", "after": "1", "reason": "Terlewat", "approved_by": "camat"}
    assert write(client, f"{AGENDA}catat/?cara=sisip", **form).status_code == 302
    inserted = models.BookRow.objects.get(sisipan=1)
    assert (inserted.number, inserted.approved_by) == ("001.1", "camat")
    refused = write(client, f"{AGENDA}catat/?cara=sisip", **{**form, "after": "x"})
    assert refused.status_code == 422 and "Terlewat" in refused.content.decode()


def test_a_day_is_counted_in_one_line() -> None:
    client = desk("petugas-loket", KESAMBEN)
    address = "/loket/buku/register-ktp/catat/?cara=rekap"
    write(client, address, **{"cara": "rekap", "isi/count": "24", "isi/purpose": "Cetak"})
    text = text_of(client.get("/loket/buku/register-ktp/"))
    assert "rekap" in text and "Jumlah 24" in " ".join(text.split()).replace("Jumlah  ", "Jumlah ")


def test_a_letter_goes_from_the_camat_to_whoever_does_it() -> None:
    write(rini())
    row, camat = only_line(), desk("camat")
    address = f"{line_of(row)}disposisi/"
    form = {"to": ["kasi-kesos"], "wishes": ["Hadiri/wakili"], "instruction": "Wakili saya"}
    page = camat.get(address)
    assert camat.post(address, {"form_key": key_of(page), **form}).status_code == 302
    head = desk("kasi-kesos")
    assert count_for(counter.officer("kasi-kesos")) == 1
    shelf = head.get("/loket/buku/")
    assert "Wakili saya" in text_of(shelf)
    (charged,) = models.Disposition.objects.all()
    done = head.post(
        f"/loket/buku/disposisi/{charged.id}/", {"deed": "done", "result": "Sudah hadir"}
    )
    assert done.status_code == 302
    assert count_for(counter.officer("kasi-kesos")) == 0
    assert "Sudah hadir" in text_of(camat.get(line_of(row)))
    assert verify().faults == ()


def test_the_desk_says_how_many_letters_lie_in_my_hands() -> None:
    write(rini())
    form = {"to": ["kasi-kesos"], "instruction": "Wakili saya"}
    assert desk("camat").post(f"{line_of(only_line())}disposisi/", form).status_code == 302
    assert "1 disposisi menunggu Anda" in text_of(desk("kasi-kesos").get("/loket/"))
    assert "disposisi menunggu" not in text_of(desk("camat").get("/loket/"))


def test_the_counter_must_say_whose_words_it_types() -> None:
    client = rini()
    write(client)
    address = f"{line_of(only_line())}disposisi/"
    form = {"to": ["kasi-kesos"], "instruction": "Wakili saya"}
    refused = client.post(address, form)
    assert refused.status_code == 422 and "Wakili saya" in refused.content.decode()
    assert client.post(address, {**form, "given_by": "camat"}).status_code == 302


def test_somebody_elses_disposition_is_not_there() -> None:
    write(rini())
    address = f"{line_of(only_line())}disposisi/"
    desk("camat").post(address, {"to": ["kasi-kesos"], "instruction": "Wakili"})
    (charged,) = models.Disposition.objects.all()
    answer = desk("kasi-pmd").post(f"/loket/buku/disposisi/{charged.id}/", {"deed": "done"})
    assert answer.status_code == 404


def test_a_case_s_paper_is_sent_on_with_what_is_known_of_it() -> None:
    reference = counter.carried_to_the_end().row.reference
    address = f"/loket/buku/ekspedisi/catat/?berkas={reference}"
    page = rini().get(address)
    assert 'value="1 / XI / 2026"' in page.content.decode()
    sent = {"isi/letter-number": "1 / XI / 2026", "isi/addressee": "Polsek", "berkas": reference}
    write(rini(), address, **sent)
    row = models.BookRow.objects.get(book="ekspedisi")
    assert said(row)["reference"] == reference
    assert "menunggu tanda terima" in text_of(rini().get("/loket/buku/ekspedisi/"))
    back = {"deed": "deliver", "isi/receiver": "Bu Rekaan", "isi/received": "hari ini"}
    rini().post(line_of(row), back)
    assert said(row)["received"] == "2026-11-23"
    assert rini().get("/loket/buku/ekspedisi/catat/?berkas=PDN00000").status_code == 404


def test_who_answers_for_the_books_says_where_they_go_on() -> None:
    head = desk("kasubag-umum")
    page = head.get("/loket/buku/nomor-awal/")
    form = {"form_key": key_of(page), "buku/agenda-masuk": "412", "buku/agenda-keluar": "x"}
    refused = head.post("/loket/buku/nomor-awal/", form)
    assert refused.status_code == 422 and 'value="412"' in refused.content.decode()
    assert not models.BookYear.objects.filter(last__gt=0).exists()
    form = {"form_key": key_of(refused), "buku/agenda-masuk": "412"}
    assert head.post("/loket/buku/nomor-awal/", form).status_code == 302
    write(rini())
    assert only_line().number == "413"
    assert rini().get("/loket/buku/nomor-awal/").status_code == 403


def test_what_lies_ready_stands_under_the_pickup_book() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    counter.done(counter.act(reference, "kasi-pemerintahan", "tanda-tangan"))
    counter.done(counter.act(reference, "petugas-loket", "register"))
    counter.done(counter.act(reference, "petugas-loket", "stempel"))
    text = text_of(rini().get("/loket/buku/buku-pengambilan/"))
    assert "Siap diambil 1" in text and "Wati Rekaan" in text and "Kutorejo" in text


def test_a_long_year_is_read_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pendopo.screens.books.pages.LINES", 2)
    for _n in range(3):
        write(rini())
    text = text_of(rini().get(f"{AGENDA}?bulan=2026&page=2"))
    assert "Halaman 2 dari 2" in text and "003" in text and "002" not in text
    assert only_office() == PANDAAN


def only_office() -> str:
    (code,) = {row.office_id for row in models.BookRow.objects.all()}
    return code


def test_an_address_with_a_line_that_is_none_is_not_there() -> None:
    nobody = UUID(int=0)
    assert rini().get(f"{AGENDA}baris/{nobody}/").status_code == 404
    assert rini().get(f"{AGENDA}baris/{nobody}/disposisi/").status_code == 404
    assert rini().get("/loket/buku/tiada/").status_code == 404


def test_a_book_is_printed_and_handed_to_excel() -> None:
    counter.carried_to_the_end()
    printed = rini().get("/loket/buku/register-skck/cetak/?bulan=2026-11")
    assert printed["Content-Type"] == "application/pdf"
    assert printed.content.startswith(b"%PDF")
    sheet = rini().post("/loket/buku/register-skck/excel/", {"cari": "wati", "bulan": "2026-11"})
    assert sheet["Content-Disposition"] == 'attachment; filename="register-skck-2026-11.xlsx"'
    assert rini().get("/loket/buku/buku-pengambilan/lembar-harian/").status_code == 200
    assert rini().get("/loket/buku/register-skck/lembar-harian/").status_code == 404


def test_a_disposition_is_printed_for_those_who_may_read_the_letter() -> None:
    write(rini(), **{"isi/nature": "rahasia"})
    address = f"{line_of(only_line())}disposisi/cetak/"
    assert desk("camat").get(address).content.startswith(b"%PDF")
    assert desk("kasi-pmd").get(address).status_code == 404

# SPDX-License-Identifier: EUPL-1.2
"""The file in hand: what its page shows to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.filing import Filing, file_case
from pendopo.cases.services.presence import note_absence
from tests.cases.counter import act, carried_to_the_end, done, handed_in, officer, verdicts
from tests.counter.desk_room import desk, part_of, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")
MostQueries = Callable[[int], object]


def page_of(reference: str, position: str = "petugas-loket") -> str:
    page = desk(position).get(f"/loket/berkas/{reference}/")
    assert page.status_code == 200
    return text_of(page)


def test_the_page_shows_whose_it_is_where_it_stands_and_what_is_asked() -> None:
    row = handed_in().row
    words = page_of(row.reference)
    assert "Wati Rekaan" in words
    assert "Giliran Anda: Periksa" in words
    assert "Formulir surat pengantar SKCK yang diketahui Kepala Desa" in words
    assert "Melamar kerja" in words
    assert "Permohonan diajukan oleh Pemohon (dicatat oleh" in words


def test_a_reference_may_be_written_as_people_write_it() -> None:
    row = handed_in().row
    client = desk("petugas-loket")
    assert client.get(f"/loket/berkas/{row.reference.lower()}/").status_code == 200


@pytest.mark.parametrize("reference", ["PDN000000", "entah", "x-y"])
def test_an_unknown_file_is_not_found(reference: str) -> None:
    assert desk("petugas-loket").get(f"/loket/berkas/{reference}/").status_code == 404


def test_another_offices_file_is_not_found() -> None:
    row = handed_in().row
    page = desk("petugas-loket", KESAMBEN).get(f"/loket/berkas/{row.reference}/")
    assert page.status_code == 404


def test_an_identity_number_is_masked() -> None:
    words = page_of(handed_in().row.reference)
    assert "9914115203850001" not in words
    assert "9914********0001" in words


def test_whoever_can_only_wait_sees_the_file_but_no_button() -> None:
    row = handed_in().row
    page = desk("kasi-kesos").get(f"/loket/berkas/{row.reference}/")
    assert "Menunggu Petugas loket: diperiksa" in text_of(page)
    assert 'name="outcome"' not in page.content.decode()


def test_the_big_button_says_all_it_does() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    words = page_of(reference)
    assert "Catat tanda tangan – register – stempel – serahkan" in words
    assert "Anda mencatat untuk Pejabat yang berwenang." in words


def test_all_present_is_a_link_that_works_without_javascript() -> None:
    row = handed_in().row
    page = desk("petugas-loket").get(f"/loket/berkas/{row.reference}/?semua=ada")
    assert page.content.decode().count('value="ada" checked') == 6


def test_a_returned_file_says_what_lacks() -> None:
    reference = handed_in().row.reference
    lacking = verdicts(foto={"verdict": "salah", "reason": "latar harus merah"})
    done(act(reference, "petugas-loket", "verifikasi", verdicts=lacking))
    words = page_of(reference)
    assert "Yang masih kurang" in words
    assert "Pas foto : latar harus merah" in words.replace("Pas foto:", "Pas foto :")
    assert "Terima kembali – periksa" in words


def test_a_number_stands_big_where_it_is_to_be_written_down() -> None:
    words = page_of(carried_to_the_end().row.reference)
    assert "1 / XI / 2026" in words
    assert "Register Pengantar SKCK · tercatat" in words
    assert "Berkas ini sudah selesai" in words


def test_every_due_time_leads_to_its_reckoning() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    page = desk("petugas-loket").get(f"/loket/berkas/{reference}/")
    assert f'href="/loket/berkas/{reference}/janji/"' in page.content.decode()
    words = text_of(desk("petugas-loket").get(f"/loket/berkas/{reference}/janji/"))
    assert "10 menit" in words
    assert "Mulai Senin, 23 November 2026 pukul 09.40 WIB" in words
    assert "Jatuh tempo Senin, 23 November 2026 pukul 09.50 WIB" in words


def test_what_nobody_judges_is_not_said_to_wait_for_a_verdict() -> None:
    form = {"isi": "Loket tutup.", "saluran": "lisan", "kelas": "berkadar-pengawasan"}
    filing = Filing(PANDAAN, "pengaduan", form)
    row = done(file_case(filing=filing, actor=officer("petugas-loket"))).row
    words = page_of(row.reference)
    assert "Syarat" in words
    assert "belum dinilai" not in words


def test_the_reckoning_shows_the_limits_of_law_beside_the_promise() -> None:
    form = {"isi": "Loket tutup.", "saluran": "lisan", "kelas": "berkadar-pengawasan"}
    filing = Filing(PANDAAN, "pengaduan", form)
    row = done(file_case(filing=filing, actor=officer("petugas-loket"))).row
    words = text_of(desk("petugas-loket").get(f"/loket/berkas/{row.reference}/janji/"))
    assert "Batas hukum, berjalan di samping janji" in words


def test_the_history_says_what_was_entered_later(stopped_clock: clock.Clock) -> None:
    reference = handed_in().row.reference
    stopped_clock.advance(timedelta(hours=1))
    client = desk("petugas-loket")
    typed = {"version": "1", "outcome": "lengkap", "happened.time": "09.45"}
    typed |= {f"verifikasi.verdicts.{ask}": "ada" for ask in verdicts()}
    client.post(f"/loket/berkas/{reference}/langkah/", typed)
    words = page_of(reference)
    assert "hari ini 09.45" in words
    assert "Dicatat kemudian, Senin, 23 November 2026 pukul 10.40 WIB." in words
    assert "dicatat kemudian" in words


REQUEST: dict[str, object] = {
    "nama": "Wati Rekaan",
    "hp": "081200000000",
    "email": "wati@example.id",
    "data-diminta": "Daftar desa.",
    "maksud": "Tugas kuliah.",
    "mencantumkan-sumber": True,
    "cara-kirim": "langsung",
}


def test_an_ended_file_offers_no_letter_of_the_way_it_did_not_take() -> None:
    filing = Filing(PANDAAN, "data-informasi", REQUEST)
    reference = done(file_case(filing=filing, actor=officer("petugas-loket"))).row.reference
    done(act(reference, "petugas-loket", "terima"))
    given = {"outcome": "tidak-dikecualikan", "reasons": "Terbuka."}
    done(act(reference, "petugas-informasi", "analisis", **given))
    assert "Surat Penolakan" in page_of(reference)
    done(act(reference, "petugas-informasi", "konsep-jawaban"))
    done(act(reference, "camat", "ttd-jawaban"))
    done(act(reference, "petugas-loket", "register-jawaban"))
    told = {"answer": "Terlampir.", "channel": "langsung"}
    done(act(reference, "petugas-informasi", "kirim-jawaban", **told))
    words = page_of(reference)
    assert "Surat Penolakan" not in words
    assert "Tanda Terima Permohonan" in words
    assert "Surat Jawaban" in words


def test_a_numbered_letter_leads_to_the_book_in_which_it_is_sent_on() -> None:
    unnumbered, row = handed_in().row.reference, carried_to_the_end().row
    page = desk("petugas-loket").get(f"/loket/berkas/{row.reference}/").content.decode()
    address = f"/loket/buku/ekspedisi/catat/?berkas={row.reference}"
    assert f'<a href="{address}">Catat di Buku Ekspedisi</a>' in page
    assert desk("petugas-loket").get(address).status_code == 200
    assert "Catat di Buku Ekspedisi" not in page_of(unnumbered)
    assert "Catat di Buku Ekspedisi" not in page_of(row.reference, "kasi-kesos")


def test_a_confidential_matter_keeps_name_words_and_photos_back() -> None:
    reference = handed_in().row.reference
    models.Case.objects.filter(reference=reference).update(confidential=True)
    mine, other = page_of(reference), page_of(reference, "kasi-kesos")
    assert "Wati Rekaan" in mine
    assert "Identitas dirahasiakan" in other


def test_a_fixed_number_of_queries_shows_a_file(
    django_assert_max_num_queries: MostQueries,
) -> None:
    reference = carried_to_the_end().row.reference
    for _n in range(3):
        handed_in()
    client = desk("petugas-loket")
    client.get(f"/loket/berkas/{reference}/")
    with django_assert_max_num_queries(33):  # type: ignore[attr-defined]
        client.get(f"/loket/berkas/{reference}/")


def test_the_controls_belong_to_the_one_form_of_the_page() -> None:
    row = handed_in().row
    page = desk("petugas-loket").get(f"/loket/berkas/{row.reference}/")
    html = page.content.decode()
    assert html.index('id="langkah"') < html.index("data-ask")
    assert 'form="langkah"' in part_of(page, "f-verifikasi.note")


def test_a_file_that_waits_for_a_hand_says_who_can_sign_now() -> None:
    reference = handed_in().row.reference
    done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
    note_absence(position="camat", actor=officer("petugas-loket"))
    words = page_of(reference)
    assert "Camat Pandaan tidak di tempat; Sekretaris Kecamatan" in words
    assert "dapat menandatangani sekarang." in words
    assert "dapat menandatangani sekarang." not in page_of(reference, "sekretaris-camat")

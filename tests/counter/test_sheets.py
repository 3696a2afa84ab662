# SPDX-License-Identifier: EUPL-1.2
"""A paper on the counter's page: how it stands, what it prints, and changing its words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from pendopo.base.kept_files import sha256_of
from pendopo.cases import models
from pendopo.domain.commands import Reword
from pendopo.offices.models import Office
from tests.cases import counter, letters
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")
MostQueries = Callable[[int], object]


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def page(reference: str, paper: str = "surat", query: str = "", by: str = "petugas-loket") -> str:
    """What the page of a paper says."""
    answer = desk(by).get(f"/loket/surat/{reference}/{paper}/{query}")
    assert answer.status_code == 200
    return text_of(answer)


def sent(client: Client, address: str, **fields: str) -> object:
    """What the counter answers to a form."""
    return client.post(address, fields)


class TestThePage:
    def test_it_says_how_the_paper_stands(self) -> None:
        reference = letters.wedding()
        assert "draf" in page(reference)
        letters.checked(reference)
        assert "siap ditandatangani" in page(reference)
        letters.signed(reference)
        assert "ditandatangani" in page(reference)
        letters.handed_over(reference)
        assert "terbit" in page(reference)

    def test_what_is_missing_is_named_in_words(self) -> None:
        reference = letters.wedding(**{"tempat-akad": ""})
        assert "Masih ada titik-titik untuk diisi: Tempat akad." in page(reference)

    def test_it_says_how_a_countersign_is_printed_in_this_office(self) -> None:
        reference = counter.handed_in().row.reference
        over = page(reference, "pengantar")
        assert "Cetak tindih (PDF)" in over and "Taruh lembar milik desa" in over
        office = Office.objects.get(code=PANDAAN)
        office.stationery = {**office.stationery, "countersign": "label"}
        office.save()
        stuck = page(reference, "pengantar")
        assert "Cetak label (PDF)" in stuck and "Tempelkan labelnya" in stuck

    def test_earlier_sheets_can_be_looked_at(self) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        counter.done(counter.do(reference, "petugas-loket", Reword("surat", "Lain sama sekali.")))
        assert "2. naskah kalimat diubah" in page(reference)
        earlier = page(reference, query="?lembar=1")
        assert "Ini lembar ke-1, 23 November 2026, 09.40, bukan yang terakhir." in earlier
        missing = desk("petugas-loket").get(f"/loket/surat/{reference}/surat/?lembar=9")
        assert missing.status_code == 404

    def test_a_paper_of_another_office_is_not_there(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket", KESAMBEN)
        for tail in ("", "pdf/", "halaman/1/", "kalimat/"):
            assert client.get(f"/loket/surat/{reference}/surat/{tail}").status_code == 404

    def test_nobody_without_a_session_sees_a_paper(self) -> None:
        answer = Client().get(f"/loket/surat/{letters.wedding()}/surat/pdf/")
        assert answer.status_code == 302 and "/masuk/" in answer["Location"]

    def test_what_only_some_may_read_is_printed_by_them_alone(self) -> None:
        reference = letters.filed("pengaduan")
        address = f"/loket/surat/{reference}/tanda-terima/"
        assert desk("petugas-pengaduan").get(address).status_code == 200
        assert desk("staf-trantib").get(address).status_code == 404

    def test_a_countersign_is_for_somebody_elses_sheet(self) -> None:
        reference = counter.handed_in().row.reference
        said = page(reference, "pengantar")
        assert "Lembar ini milik desa atau pemohon" in said
        assert "Ubah kalimat" not in said

    def test_it_asks_little_of_the_database(
        self, django_assert_max_num_queries: MostQueries
    ) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        client = desk("petugas-loket")
        client.get("/loket/")
        with django_assert_max_num_queries(40):  # type: ignore[attr-defined]
            client.get(f"/loket/surat/{reference}/surat/")


class TestPrinting:
    def test_the_pdf_is_for_this_office_and_kept_by_nobody(self) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        answer = desk("petugas-loket").get(f"/loket/surat/{reference}/surat/pdf/")
        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Type"] == "application/pdf"
        assert "no-store" in answer["Cache-Control"]
        name = f"surat-dispensasi-nikah-{reference}.pdf"
        assert answer["Content-Disposition"] == f'inline; filename="{name}"'

    def test_what_was_issued_is_the_file_that_was_kept(
        self, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        letters.signed(reference)
        with django_capture_on_commit_callbacks(execute=True):
            letters.handed_over(reference)
        row = models.PaperSheet.objects.get(stage="terbitan")
        answer = desk("petugas-loket").get(f"/loket/surat/{reference}/surat/pdf/")
        assert sha256_of(answer.content) == row.sha256

    def test_a_page_is_a_picture_and_a_page_too_many_is_not_there(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket")
        answer = client.get(f"/loket/surat/{reference}/surat/halaman/1/")
        assert answer.content.startswith(b"\x89PNG")
        assert client.get(f"/loket/surat/{reference}/surat/halaman/9/").status_code == 404

    def test_the_word_copy_says_the_same_and_bears_no_mark(self) -> None:
        reference = letters.wedding()
        answer = desk("petugas-loket").get(f"/loket/surat/{reference}/surat/docx/")
        assert (
            f'filename="surat-dispensasi-nikah-{reference}.docx"' in answer["Content-Disposition"]
        )
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            assert "JOKO REKAAN" in packed.read("word/document.xml").decode()
            assert not [name for name in packed.namelist() if "qr" in name.lower()]

    def test_a_countersign_has_no_word_copy(self) -> None:
        reference = counter.handed_in().row.reference
        answer = desk("petugas-loket").get(f"/loket/surat/{reference}/pengantar/docx/")
        assert answer.status_code == 404

    def test_a_number_is_reserved_from_here(self) -> None:
        reference = letters.wedding()
        client, address = desk("petugas-loket"), f"/loket/surat/{reference}/surat/"
        assert "Pesan nomor" in text_of(client.get(address))
        answer = client.post(address, {"version": "1"}, follow=True)
        assert "Nomor dipesan" in text_of(answer)
        assert models.BookRow.objects.get().status == "dipesan"


class TestWords:
    def address(self, reference: str) -> str:
        return f"/loket/surat/{reference}/surat/kalimat/"

    def version(self, reference: str) -> str:
        return str(models.Case.objects.get(reference=reference).version)

    def test_the_box_holds_the_words_with_their_placeholders(self) -> None:
        reference = letters.wedding()
        answer = desk("petugas-loket").get(self.address(reference))
        assert "{calon.istri.nama|besar}" in answer.content.decode()
        said = text_of(answer)
        assert "Calon istri: Nama Wati Rekaan" in said

    def test_keeping_other_words_changes_this_letter_alone(self) -> None:
        reference, other = letters.wedding(), letters.wedding()
        client = desk("petugas-loket")
        fields = {"words": "Kepada {kua}.", "version": self.version(reference)}
        answer = client.post(self.address(reference), fields, follow=True)
        assert "Kalimat surat ini diubah, hanya untuk berkas ini." in text_of(answer)
        assert "kalimatnya diubah" in page(reference)
        assert "kalimatnya diubah" not in page(other)

    def test_a_paraf_that_is_void_is_told(self) -> None:
        reference = letters.filed("rekomendasi-pencairan-dana-desa")
        verdicts = dict.fromkeys((one for one in letters.file(reference).case.all_asks), "ada")
        facts = {"berkas-sesuai": True, "spj-selesai": True}
        counter.done(
            counter.act(
                reference, "petugas-verifikasi", "verifikasi", verdicts=verdicts, facts=facts
            )
        )
        counter.done(counter.act(reference, "petugas-verifikasi", "konsep"))
        counter.done(counter.act(reference, "kasi-pmd", "paraf"))
        address = f"/loket/surat/{reference}/rekomendasi/kalimat/"
        fields = {"words": "Lain.", "version": self.version(reference)}
        answer = desk("kasi-pmd").post(address, fields, follow=True)
        assert "Paraf dan persetujuan sebelumnya gugur" in text_of(answer)
        assert not letters.file(reference).case.paper("rekomendasi").initialled

    def test_an_unknown_key_is_told_beside_the_box_and_nothing_is_lost(self) -> None:
        reference = letters.wedding()
        fields = {"words": "Kepada {kuwa}.", "version": self.version(reference)}
        answer = desk("petugas-loket").post(self.address(reference), fields)
        assert answer.status_code == 422
        assert "Baris 1: isian {kuwa} tidak dikenal. Maksud Anda {kua}?" in text_of(answer)
        assert "Kepada {kuwa}." in answer.content.decode()

    def test_a_look_shows_what_it_would_be_and_keeps_nothing(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket")
        fields = {"words": "Kepada {kua}.", "do": "look", "version": "1"}
        answer = client.post(self.address(reference), fields)
        assert answer.status_code == 200
        found = re.search(r'src="([^"]*pratinjau[^"]*)"', answer.content.decode())
        assert found
        picture = client.get(found[1].replace("&amp;", "&"))
        assert picture.content.startswith(b"\x89PNG")
        assert letters.file(reference).case.version == 1

    def test_a_look_is_for_its_writer_alone(self) -> None:
        reference = letters.wedding()
        fields = {"words": "Kepada {kua}.", "do": "look", "version": "1"}
        desk("petugas-loket").post(self.address(reference), fields)
        address = f"/loket/surat/{reference}/surat/halaman/1/?pratinjau=1"
        assert desk("camat").get(address).status_code == 404

    def test_somebody_quicker_is_told_gently_with_the_words_still_there(self) -> None:
        reference = letters.wedding()
        counter.done(counter.do(reference, "camat", Reword("surat", "Dari Camat.")))
        fields = {"words": "Dari loket.", "version": "1"}
        answer = desk("petugas-loket").post(self.address(reference), fields)
        assert answer.status_code == 409
        said = text_of(answer)
        assert "Berkas ini baru saja berubah" in said
        assert "Kalimat surat diubah oleh" in said
        assert "Dari loket." in answer.content.decode()

    def test_the_offices_words_come_back(self) -> None:
        reference = letters.wedding()
        counter.done(counter.do(reference, "petugas-loket", Reword("surat", "Lain.")))
        fields = {"words": "Lain.", "do": "office", "version": self.version(reference)}
        answer = desk("petugas-loket").post(self.address(reference), fields, follow=True)
        assert "Surat ini kembali memakai kalimat kantor." in text_of(answer)
        assert "kalimatnya diubah" not in page(reference)

    def test_a_signed_letter_has_no_box(self) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        letters.signed(reference)
        answer = desk("petugas-loket").get(self.address(reference))
        assert answer.status_code == 302

    def test_twice_the_same_form_changes_once(self) -> None:
        reference = letters.wedding()
        client = desk("petugas-loket")
        fields = {"words": "Sekali.", "version": "1", "form_key": "k" * 20}
        for _ in range(2):
            assert client.post(self.address(reference), fields).status_code == 302
        assert letters.file(reference).case.version == 2

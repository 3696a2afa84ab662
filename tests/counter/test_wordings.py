# SPDX-License-Identifier: EUPL-1.2
"""The office's wordings at the counter: whose they are, changed, looked at, given up."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.composing.letters import compose
from pendopo.cases.composing.words import WORDED
from pendopo.cases.queries import CaseFile
from pendopo.cases.services.answers import NotRecorded
from pendopo.domain.case import opened
from pendopo.domain.commands import Reword
from pendopo.domain.vocabulary import PaperForm
from pendopo.papers.values import Countersign, Letter, Transmittal
from pendopo.screens.forms.invented_files import invented_file
from pendopo.screens.sheets.wordings import on_an_example
from pendopo.standards import versions
from tests.cases import counter, letters
from tests.counter.desk_room import desk, text_of
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")
MostQueries = Callable[[int], object]
ADDRESS = "/loket/naskah/dispensasi-nikah/surat/letter/"
WORDS = "Diberikan kepada *{calon.suami.nama|besar}*.\n\nDemikian."


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def posted(by: str = "camat", address: str = ADDRESS, **fields: str) -> HttpResponse:
    """What the page of a wording answers, to somebody who saw it as it is now."""
    client = desk(by)
    seen = re.search(r'name="since" value="([^"]*)"', client.get(address).content.decode())
    assert seen
    sent = {"heading": "SURAT KETERANGAN", "body": WORDS, "copies_to": "", "since": seen[1]}
    return client.post(address, {**sent, **fields})  # type: ignore[return-value]


def letter(reference: str) -> str:
    """The body of a wedding letter as it would be printed now."""
    made = compose(letters.file(reference), "surat").paper
    assert isinstance(made, Letter)
    return repr(made.body)


class TestTheList:
    def test_it_shows_every_paper_and_whose_words_it_says(self) -> None:
        page = text_of(desk("petugas-loket").get("/loket/naskah/"))
        assert "Surat Dispensasi Nikah Surat dibuat kantor kalimat standar" in page
        posted()
        page = text_of(desk("petugas-loket").get("/loket/naskah/"))
        name = counter.officer("camat").name
        assert f"Surat dibuat kantor kalimat kantor 23 November 2026, {name}" in page

    def test_it_asks_little_of_the_database(
        self, django_assert_max_num_queries: MostQueries
    ) -> None:
        posted()
        client = desk("camat")
        client.get("/loket/naskah/")
        with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
            client.get("/loket/naskah/")

    def test_signers_find_it_in_the_bar(self) -> None:
        assert "/loket/naskah/" in desk("camat").get("/loket/").content.decode()
        assert "/loket/naskah/" not in desk("petugas-loket").get("/loket/").content.decode()


class TestChanging:
    def test_what_the_camat_writes_holds_for_the_next_letter(self) -> None:
        reference = letters.wedding()
        answer = posted()
        assert answer.status_code == 302 and answer["Location"] == "/loket/naskah/"
        assert "Diberikan kepada *JOKO REKAAN*" in letter(reference)

    def test_what_bears_a_paraf_or_a_name_says_what_was_read(
        self, stopped_clock: clock.Clock
    ) -> None:
        reference = letters.wedding()
        letters.checked(reference)
        letters.signed(reference)
        before = letter(reference)
        stopped_clock.advance(timedelta(minutes=1))
        posted()
        assert letter(reference) == before

    def test_nobody_else_may(self) -> None:
        page = desk("petugas-loket").get(ADDRESS)
        assert "Simpan untuk kantor" not in text_of(page)
        answer = posted("petugas-loket")
        assert answer.status_code == 422
        assert "Kalimat surat kantor diubah oleh pimpinan" in text_of(answer)
        assert not models.PaperWording.objects.exists()

    def test_an_unknown_key_is_named_and_the_text_kept(self) -> None:
        answer = posted(body="Untuk {calon.suami.nma}.", heading="Untuk {nnama}")
        page = text_of(answer)
        assert answer.status_code == 422
        assert "calon.suami.nma" in page and "nnama" in page
        assert "Untuk {calon.suami.nma}." in answer.content.decode()

    def test_a_letter_without_words_is_none(self) -> None:
        answer = posted(body="  ")
        assert answer.status_code == 422
        assert "Isinya masih kosong" in text_of(answer)

    def test_one_goes_back_to_the_standard_and_finds_the_old_words_again(self) -> None:
        reference = letters.wedding()
        posted()
        answer = desk("camat").get(ADDRESS)
        assert "Kembali ke kalimat standar" in text_of(answer)
        posted(do="standard")
        assert "JOKO REKAAN" in letter(reference)
        assert "Diberikan kepada" not in letter(reference)
        old = models.PaperWording.objects.order_by("created_at", "id")[0]
        earlier = desk("camat").get(f"{ADDRESS}?dari={old.id}")
        assert WORDS.splitlines()[0] in earlier.content.decode()

    def test_somebody_who_was_quicker_is_named_and_nothing_typed_is_lost(self) -> None:
        posted(body="Kalimat pertama.")
        answer = posted(since="", body="Kalimat kedua.")
        assert answer.status_code == 409
        page = answer.content.decode()
        assert "Kalimat ini baru saja diubah" in page and "Kalimat kedua." in page
        assert models.PaperWording.objects.count() == 1

    def test_words_of_what_is_not_there_are_not_there(self) -> None:
        client = desk("camat")
        for tail in ("surat/minutes/", "lain/letter/", "surat/external/"):
            assert client.get(f"/loket/naskah/dispensasi-nikah/{tail}").status_code == 404

    def test_each_office_has_its_own(self) -> None:
        posted()
        page = text_of(desk("camat", KESAMBEN).get("/loket/naskah/"))
        assert "kalimat kantor" not in page


class TestRowsAndLines:
    ROWS = (
        "| Naskah dinas yang dikirimkan | Banyaknya | Keterangan |\n"
        "| Usul {orang.nama|besar} | 1 | - |"
    )

    def example(self, service: str, paper: str, form: PaperForm, **said: str) -> object:
        """A paper with these parts in other words, on an invented file."""
        standing = versions.current(PANDAAN, service)
        assert standing is not None
        own = standing.standard.paper(paper)
        return on_an_example(standing, own, form, said, counter.officer("camat"))

    def test_a_transmittal_has_rows_for_words(self) -> None:
        form = PaperForm.TRANSMITTAL
        made = self.example("kepala-desa-bpd", "pengantar", form, body=self.ROWS)
        assert isinstance(made, Transmittal)
        assert [row[0][:5] for row in made.rows] == ["Usul "]

    def test_one_transmittal_is_reworded_by_its_rows(self) -> None:
        reference = letters.filed("kepala-desa-bpd")
        told = counter.do(reference, "petugas-loket", Reword("pengantar", "Usul saja."))
        assert isinstance(told, NotRecorded)
        assert "Baris 1: tulis tiga kolom" in told.troubles[0].text
        counter.done(counter.do(reference, "petugas-loket", Reword("pengantar", self.ROWS)))
        made = compose(letters.file(reference), "pengantar").paper
        assert isinstance(made, Transmittal)
        assert [row[1:] for row in made.rows] == [("1", "-")]

    def test_a_row_that_is_none_is_told(self) -> None:
        address = "/loket/naskah/kepala-desa-bpd/pengantar/transmittal/"
        answer = posted(address=address, body="Usul saja", to="Bupati")
        assert "Baris 1: tulis tiga kolom" in text_of(answer)

    def test_a_countersign_has_lines_and_limits(self) -> None:
        made = self.example(
            "ijin-keramaian",
            "pengantar",
            PaperForm.COUNTERSIGN,
            body="Nomor : {surat.nomor}\nDibaca : ya",
            responsibility="Tidak menjamin apa pun.",
        )
        assert isinstance(made, Countersign)
        assert made.lines[1] == ("Dibaca", "ya")
        assert made.note == "Tidak menjamin apa pun."


class TestTheExample:
    def test_the_picture_shows_what_was_typed_and_keeps_nothing(self) -> None:
        client = desk("camat")
        plain = client.get(f"{ADDRESS}gambar/").content
        looked = client.post(ADDRESS, {"heading": "LAIN", "body": "Lain.", "do": "look"})
        found = re.search(r"gambar/\?v=\w+", looked.content.decode())
        assert found
        shown = client.get(f"{ADDRESS}{found[0]}")
        assert shown["Content-Type"] == "image/png"
        assert shown.content != plain
        assert client.get(f"{ADDRESS}gambar/").content == plain
        assert not models.PaperWording.objects.exists()
        assert not models.Case.objects.exists()

    def test_every_paper_of_every_service_has_one(self) -> None:
        actor = counter.officer("camat")
        for standing in versions.catalogue(PANDAAN):
            for paper in standing.standard.papers:
                for form in (one for one in paper.forms if one in WORDED):
                    file: CaseFile = invented_file(standing, actor, paper.key, form)
                    assert file.case != opened(standing.standard), standing.slug
                    made = compose(file, paper.key)
                    assert made.facts.state.form is form

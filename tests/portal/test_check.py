# SPDX-License-Identifier: EUPL-1.2
"""Whoever holds a paper asks what has happened to it, and is told no more than the paper says."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from pendopo.base.kept_files import path_of
from pendopo.cases import models
from pendopo.cases.composing.marks import mark_of, read_mark
from pendopo.cases.services.erasing import erase_case
from pendopo.domain.commands import Correct, Withdraw
from tests.cases import counter, letters
from tests.real_offices import KESAMBEN, PANDAAN


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def page(reference: str, paper: str = "surat") -> str:
    """What the page says in one line."""
    answer = Client().get(f"/cek/{mark_of(reference, paper)}/")
    assert answer.status_code == 200
    return words(answer)


def words(answer: HttpResponse) -> str:
    """The text of a page, with its white space tidied."""
    return " ".join(answer.content.decode().split())


def test_a_draft_says_that_it_is_none_of_anything_yet() -> None:
    said = page(letters.wedding())
    assert "Masih draf, belum berlaku." in said
    for deed in ("Belum ditandatangani", "Belum dicatat", "Belum distempel", "Belum diserahkan"):
        assert deed in said


def test_a_sheet_that_was_printed_to_be_signed_says_when_and_that_it_is_not() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    said = page(reference)
    assert "Belum ditandatangani." in said
    assert "dicetak 23 November 2026" in said


def test_an_issued_paper_is_told_by_its_register_and_not_by_a_name() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference, "sekretaris-camat")
    letters.handed_over(reference)
    said = page(reference)
    assert "Surat ini diterbitkan kantor ini." in said
    assert "400.12.3.2 / 01 / 424.311 / 2026" in said
    assert "Register Dispensasi Nikah" in said and "tercatat" in said
    assert "Sekretaris Kecamatan (a.n.)" in said
    assert said.count("23 November 2026") >= 5
    for private in ("Rekaan", "REKAAN", "Hadi Lesmana", "hamil", "35141"):
        assert private not in said
    assert "J. R." in said


def test_of_a_confidential_case_there_are_no_initials() -> None:
    reference = letters.wedding()
    assert "Huruf depan" in page(reference)
    models.Case.objects.filter(reference=reference).update(confidential=True)
    assert "Huruf depan" not in page(reference)


def test_a_countersigned_paper_is_known_by_its_line_in_the_book() -> None:
    reference = counter.carried_to_the_end().row.reference
    said = page(reference, "pengantar")
    assert "1 / XI / 2026" in said and "Surat ini diterbitkan" in said
    assert "Punya berkas PDF-nya?" not in said


def test_a_paper_of_a_case_that_came_to_nothing_is_void() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    counter.done(counter.do(reference, "petugas-loket", Withdraw("Urung.")))
    assert "Batal: surat ini tidak jadi diterbitkan." in page(reference)


def test_a_file_is_told_apart_from_every_other_and_never_kept(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    with django_capture_on_commit_callbacks(execute=True):
        letters.handed_over(reference)
    row = models.PaperSheet.objects.order_by("number").last()
    assert row is not None
    content = path_of(PANDAAN, row.sha256).read_bytes()
    before = sorted(path_of(PANDAAN, "x").parent.iterdir())

    def dropped(content: bytes) -> str:
        file = io.BytesIO(content)
        file.name = "surat.pdf"
        return words(Client().post(f"/cek/{mark_of(reference, 'surat')}/", {"berkas": file}))

    assert "Sama: berkas itu persis yang diterbitkan" in dropped(content)
    assert "Lain: berkas itu bukan yang diterbitkan" in dropped(content + b"\n")
    empty = Client().post(f"/cek/{mark_of(reference, 'surat')}/")
    assert "Pilih dahulu berkas PDF-nya." in words(empty)

    mended = {**letters.file(reference).values, "kua": "KUA Gempol"}
    with django_capture_on_commit_callbacks(execute=True):
        counter.done(counter.do(reference, "petugas-loket", Correct(mended, "Salah KUA.")))
    assert "sudah dibetulkan. Mintalah yang baru" in dropped(content)
    assert "Surat ini dibetulkan 23 November 2026 dengan nomor yang sama" in page(reference)
    assert len(sorted(path_of(PANDAAN, "x").parent.iterdir())) == len(before) + 1


def test_an_erased_case_still_vouches_for_its_number() -> None:
    reference = counter.carried_to_the_end().row.reference
    erase_case(reference=reference, reason="Retensi", actor=counter.officer("camat"))
    said = page(reference, "pengantar")
    assert "1 / XI / 2026" in said
    assert "Huruf depan" not in said


def test_a_mark_is_read_however_it_is_cased_and_a_made_up_one_is_none() -> None:
    reference = letters.wedding()
    mark = mark_of(reference, "surat")
    read = read_mark(mark.lower())
    assert read is not None and (read.reference, read.paper) == (reference, "surat")
    other = "0" if mark[-1] != "0" else "1"
    for wrong in (mark[:-1] + other, mark[:-7], f"{reference}..{mark[-6:]}", "", "a.b.c.d"):
        assert read_mark(wrong) is None


def test_the_mark_of_one_paper_is_not_that_of_another() -> None:
    reference = letters.wedding()
    proof = mark_of(reference, "surat").rpartition(".")[2]
    assert read_mark(f"{reference}.lain.{proof}") is None
    assert Client().get(f"/cek/{mark_of(reference, 'lain')}/").status_code == 404


def test_made_up_marks_are_slowed_and_a_true_one_is_not_counted() -> None:
    reference = letters.filed("skck", KESAMBEN)
    client, true = Client(), f"/cek/{mark_of(reference, 'rekomendasi')}/"
    for _ in range(20):
        assert client.get(true).status_code == 200
        assert client.get(f"/cek/{reference}.rekomendasi.000000/").status_code == 404
    answer = client.get(true)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900


def test_nobody_keeps_or_indexes_the_page() -> None:
    answer = Client().get(f"/cek/{mark_of(letters.wedding(), 'surat')}/")
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()

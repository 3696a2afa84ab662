# SPDX-License-Identifier: EUPL-1.2
"""Whoever receives a paper learns whether it is true, by mark, number or file, and no more."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from pendopo.base.kept_files import path_of
from pendopo.cases import models
from pendopo.cases.composing.marks import mark_of
from pendopo.cases.services.sheets import open_sheet
from pendopo.cases.vouching import mark_in
from pendopo.domain.commands import Correct, Reserve, Withdraw
from pendopo.papers import printing
from pendopo.portal.following.verifying import tidy_mark
from pendopo.screens.sheets.slips import slip_of
from tests.cases import counter, letters
from tests.portal.following import said
from tests.real_offices import KESAMBEN, PANDAAN

PRIVATE = ("Rekaan", "REKAAN", "J. R.", "Hadi Lesmana", "Camat", "hamil", "99141")


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


def asked(number: str, when: str = "", office: str = PANDAAN) -> str:
    """What is answered to a number."""
    typed = {"kantor": office, "nomor": number, "tanggal": when}
    return said(Client().post("/cek/nomor/", typed))


def dropped(content: bytes, client: Client | None = None) -> str:
    """What is answered to a file."""
    file = io.BytesIO(content)
    file.name = "surat.pdf"
    return said((client or Client()).post("/cek/berkas/", {"berkas": file}))


def issued(capture: DjangoCaptureOnCommitCallbacks) -> tuple[str, bytes]:
    """A letter that was handed over, and its file."""
    reference = letters.wedding()
    letters.checked(reference)
    letters.signed(reference)
    with capture(execute=True):
        letters.handed_over(reference)
    row = models.PaperSheet.objects.exclude(sha256="").get()
    return reference, path_of(PANDAAN, row.sha256).read_bytes()


# By the mark


def test_a_mark_is_read_as_people_type_it() -> None:
    reference = letters.wedding()
    mark = mark_of(reference, "surat")
    spaced = f"{reference[:3]} {reference[3:6]} {reference[6:]} . surat . {mark[-6:]}"
    ways = (
        mark,
        mark.lower(),
        spaced,
        f"http://localhost:8000/cek/{mark}/",
        mark.replace("0", "O"),
    )
    for typed in ways:
        answer = Client().get("/cek/", {"tanda": typed})
        assert answer.status_code == 302 and answer["Location"] == f"/cek/{mark}/", typed


def test_a_mark_that_is_none_is_told_kindly_stands_as_typed_and_is_counted() -> None:
    client = Client()
    for _ in range(20):
        answer = client.get("/cek/", {"tanda": "PDN7K3F9N.surat.000000"})
        assert answer.status_code == 422
        assert "tidak cocok dengan surat mana pun" in said(answer)
        assert "PDN7K3F9N.surat.000000" in said(answer)
    assert client.get("/cek/", {"tanda": "PDN7K3F9N.surat.000000"}).status_code == 429


def test_a_tidied_mark_of_too_few_parts_is_what_was_typed() -> None:
    assert tidy_mark("PDN7K3F9N surat") == "PDN7K3F9N surat"


def test_beside_the_qr_stands_what_can_be_typed() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    row = models.PaperSheet.objects.order_by("number").last()
    assert row is not None
    mark = open_sheet(row).paper.common.mark
    assert mark is not None and mark.says.endswith(mark_of(reference, "surat"))


# By the number


def test_a_number_is_told_with_date_kind_and_what_has_happened_and_nothing_personal() -> None:
    counter.carried_to_the_end()
    says = asked("1/xi/2026")
    assert "Nomor ini tercatat di register." in says
    assert "Surat Pengantar SKCK" in says and "Register Pengantar SKCK" in says
    for deed in ("Ditandatangani", "Dicatat dalam register", "Distempel", "Diserahkan"):
        assert f"<b>{deed}</b>" in says
    for private in PRIVATE:
        assert private not in says
    assert "tanda tangan basah dibuktikan dengan catatan register" in says


def test_a_date_or_a_year_narrows_it_and_another_offices_number_is_not_found() -> None:
    counter.carried_to_the_end()
    for when in ("2026", "23-11-2026", "23 November 2026"):
        assert "tercatat di register" in asked("1 / XI / 2026", when)
    for when in ("2025", "22-11-2026"):
        assert "Nomor ini tidak ada di register." in asked("1 / XI / 2026", when)
    assert "Nomor ini tidak ada di register." in asked("1 / XI / 2026", office=KESAMBEN)


def test_a_number_that_came_to_nothing_is_void() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    counter.done(counter.do(reference, "petugas-loket", Reserve("surat")))
    counter.done(counter.do(reference, "petugas-loket", Withdraw("Urung.")))
    says = asked(models.BookRow.objects.exclude(paper="").get().number)
    assert "Nomor ini batal." in says and "Lembar yang beredar tidak berlaku." in says


def test_a_number_that_was_only_reserved_says_that_the_sheet_is_not_valid_yet() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    counter.done(counter.do(reference, "petugas-loket", Reserve("surat")))
    says = asked(models.BookRow.objects.exclude(paper="").get().number)
    assert "Nomor ini dipesan, suratnya belum selesai." in says
    assert "Belum ditandatangani" in says


def test_of_a_confidential_matter_not_even_the_kind_is_told() -> None:
    reference = counter.carried_to_the_end().row.reference
    models.Case.objects.filter(reference=reference).update(confidential=True)
    says = asked("1 / XI / 2026")
    assert "Nomor ini tercatat di register." in says
    assert "SKCK" not in says and "Diserahkan" not in says


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_stands() -> None:
    answer = Client().post("/cek/nomor/", {"nomor": "", "kantor": "", "tanggal": "kapan ya"})
    assert answer.status_code == 422
    says = said(answer)
    for text in ("Pilih kantor", "Ketik nomor surat", "atau tahunnya saja", 'value="kapan ya"'):
        assert text in says


def test_whoever_asks_for_one_number_after_another_is_slowed() -> None:
    client = Client()
    typed = {"kantor": PANDAAN, "nomor": "1 / XI / 2026"}
    assert [client.post("/cek/nomor/", typed).status_code for _ in range(40)] == [200] * 40
    assert client.post("/cek/nomor/", typed).status_code == 429


def test_a_number_takes_a_fixed_number_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    counter.carried_to_the_end()
    with django_assert_max_num_queries(32):
        asked("1 / XI / 2026")


# By the file


def test_the_issued_file_is_the_same_and_leads_to_its_record(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference, content = issued(django_capture_on_commit_callbacks)
    says = dropped(content)
    assert "Sama persis." in says
    assert f'href="/cek/{mark_of(reference, "surat")}/"' in says


def test_a_file_that_was_mended_since_is_told_apart(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference, content = issued(django_capture_on_commit_callbacks)
    mended = {**letters.file(reference).values, "kua": "KUA Gempol"}
    with django_capture_on_commit_callbacks(execute=True):
        counter.done(counter.do(reference, "petugas-loket", Correct(mended, "Salah KUA.")))
    assert "Pernah diterbitkan, lalu dibetulkan." in dropped(content)


def test_what_was_printed_to_be_signed_is_known_and_is_no_issued_file() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    row = models.PaperSheet.objects.order_by("number").last()
    assert row is not None
    content = printing.pdf(open_sheet(row).paper)
    assert "Sama dengan yang dicetak kantor, tetapi bukan berkas terbitan." in dropped(content)
    assert mark_in(content) is not None


def test_a_file_that_was_changed_says_so_and_names_the_paper_it_claims_to_be(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reference, content = issued(django_capture_on_commit_callbacks)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out)
    says = dropped(out.getvalue())
    assert "Berbeda dari yang dibuat kantor." in says
    assert f'href="/cek/{mark_of(reference, "surat")}/"' in says


def test_a_file_from_elsewhere_is_unknown_which_does_not_mean_false() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    assert "Tidak dikenal." in dropped(out.getvalue())
    assert "Tidak dikenal." in dropped(b"%PDF-1.7 rusak")


def test_a_made_up_mark_in_a_file_leads_nowhere() -> None:
    reference = letters.wedding()
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        alt = pikepdf.String(f"Kode QR: http://localhost:8000/cek/{reference}.surat.000000/")
        pdf.Root["/Beside"] = pdf.make_indirect(pikepdf.Dictionary(Alt=alt))
        pdf.save(out)
    says = dropped(out.getvalue())
    assert "Tidak dikenal." in says and reference not in says


def test_a_receipt_bears_a_mark_but_no_file_of_it_is_kept() -> None:
    reference = letters.wedding()
    made = slip_of(letters.file(reference), "tanda-terima")
    assert made is not None
    assert "berkasnya tidak disimpan di sini" in dropped(printing.pdf(made))


def test_no_pdf_and_too_large_a_file_are_turned_away_before_they_are_read() -> None:
    assert "Itu bukan PDF." in dropped(b"\xff\xd8\xff foto")
    assert "lebih besar dari 5 MB" in dropped(b"%PDF-" + b"0" * 5_000_001)
    assert "Pilih dahulu berkas PDF-nya." in said(Client().post("/cek/berkas/"))


def test_no_file_is_kept_and_many_of_them_are_slowed(settings: Settings) -> None:
    client = Client()
    for _ in range(15):
        assert "Tidak dikenal." in dropped(b"%PDF-1.7 rusak", client)
    file = io.BytesIO(b"%PDF-1.7 rusak")
    file.name = "surat.pdf"
    assert client.post("/cek/berkas/", {"berkas": file}).status_code == 429
    assert not list(Path(settings.MEDIA_ROOT).rglob("*"))
    assert not models.Upload.objects.exists()

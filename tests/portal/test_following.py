# SPDX-License-Identifier: EUPL-1.2
"""A citizen reads where her case stands, at each condition, on a page of a few kilobytes."""

from __future__ import annotations

import gzip
import io
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings as django_settings
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.erasing import erase_case
from pendopo.domain.commands import Withdraw
from pendopo.screens.tracking import code_of, grouped
from tests.cases import counter, letters
from tests.portal.following import enter, page, ready, returned, row, said

MOST_BYTES = 15_000
MOST_QUERIES = 26


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None) -> None:
    """Pandaan and Kesamben."""


def test_a_running_case_says_what_is_awaited_and_that_nothing_is_asked_of_her() -> None:
    says = page(counter.handed_in().row.reference)
    assert "Sedang diperiksa kelengkapannya" in says
    assert "Tidak ada yang perlu Anda lakukan sekarang" in says
    assert "10 menit" in says and "Bagaimana waktunya dihitung" in says


def test_a_signature_is_awaited_and_nobody_is_named() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    says = page(reference)
    assert "Menunggu tanda tangan pejabat" in says
    assert "23 November 2026 pukul 09.55 WIB" in says
    for name in ("Camat ", "Hadi Lesmana", "Petugas loket"):
        assert name not in says


def test_a_returned_case_lists_once_all_that_lacks_and_what_may_be_done() -> None:
    reference = returned()
    says = page(reference)
    assert "Perlu Anda lengkapi" in says
    for text in ("Fotokopi Kartu Keluarga", "Fotonya buram.", "Fotokopinya belum ada."):
        assert text in says
    for path in ("foto/kk/", "foto/ktp/", "tindakan/amend/", "langkah/ajukan/"):
        assert f'"/lacak/{reference}/{path}"' in says


def test_what_is_ready_says_where_when_and_what_to_bring() -> None:
    says = page(ready())
    assert "Siap diambil" in says
    assert "Jl A Yani No.79A" in says
    assert "Senin–Kamis 08.00–12.00 dan 13.00–15.00" in says
    assert "KTP yang mengambil" in says
    assert "janji waktu ditepati" in says


def test_each_end_has_its_own_kind_words() -> None:
    assert "Selesai, sudah diserahkan" in page(counter.carried_to_the_end().row.reference)
    gone = counter.handed_in().row.reference
    counter.done(counter.do(gone, "petugas-loket", Withdraw("Pindah rumah.")))
    says = page(gone)
    assert "Permohonan sudah ditarik" in says
    assert "ajukan yang baru kapan saja" in says
    assert "/tindakan/" not in says and "/langkah/" not in says


def test_an_erased_case_still_says_how_it_ended() -> None:
    reference = counter.carried_to_the_end().row.reference
    erase_case(reference=reference, reason="Retensi", actor=counter.officer("camat"))
    says = page(reference)
    assert "Selesai, sudah diserahkan" in says
    assert "Isiannya sudah dihapus." in says
    assert "Wati Rekaan" not in says


def test_what_was_sent_along_is_told_with_identity_numbers_masked() -> None:
    says = page(counter.handed_in().row.reference)
    assert "Wati Rekaan" in says and "9914********0001" in says
    assert counter.FORM["nik"] not in says


def test_history_is_sentences_with_dates_and_no_notes_of_the_office() -> None:
    reference = counter.handed_in().row.reference
    verdicts = counter.verdicts()
    counter.done(
        counter.act(reference, "petugas-loket", "verifikasi", verdicts=verdicts, note="Cek RT.")
    )
    says = page(reference)
    assert "<p>Berkas diperiksa: lengkap.</p>" in says
    assert "23 November 2026, 09.40" in says
    assert "Cek RT." not in says


def test_the_sum_of_the_promise_is_told_line_by_line() -> None:
    reference = letters.wedding()
    letters.checked(reference)
    answer = enter(reference).get(f"/lacak/{reference}/janji/")
    says = said(answer)
    assert "Mulai Senin, 23 November 2026 pukul 09.40 WIB" in says
    assert "Jatuh tempo Senin, 23 November 2026 pukul 09.55 WIB" in says


def test_a_promise_that_was_broken_is_said_plainly(stopped_clock: clock.Clock) -> None:
    reference = letters.wedding()
    letters.checked(reference)
    stopped_clock.advance(timedelta(hours=1))
    says = page(reference)
    assert "lewat 45 menit" in says
    assert "Maaf atas keterlambatan ini." in says


def test_the_page_and_its_styles_fit_in_fifteen_kilobytes() -> None:
    reference = ready()
    client = enter(reference)
    answer = client.get(f"/lacak/{reference}/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    static = Path(django_settings.STATICFILES_DIRS[0])
    styles = [static / "pendopo.css", static / "portal" / "follow.css"]
    sizes = [len(answer.content), *(len(gzip.compress(one.read_bytes())) for one in styles)]
    assert sum(sizes) <= MOST_BYTES, sizes


def test_nobody_keeps_or_indexes_it() -> None:
    reference = ready()
    answer = enter(reference).get(f"/lacak/{reference}/")
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_longer_history_takes_no_more_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for reference in (returned(), ready(), counter.carried_to_the_end().row.reference):
        client = enter(reference)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(f"/lacak/{reference}/").status_code == 200


def test_the_receipt_comes_on_both_papers_and_as_a_picture() -> None:
    reference = counter.handed_in().row.reference
    client = enter(reference)
    widths = []
    for shape in ("a5", "roll"):
        answer = client.get(f"/lacak/{reference}/tanda-terima/?bentuk={shape}")
        assert answer["Content-Type"] == "application/pdf"
        pdf = pypdfium2.PdfDocument(answer.content)
        widths.append(round(pdf[0].get_width() / 72 * 25.4))
        text = pdf[0].get_textpage().get_text_range()
        assert grouped(reference) in text and code_of(reference) in text
    assert widths == [148, 80]
    picture = client.get(f"/lacak/{reference}/gambar/")
    assert picture["Content-Type"] == "image/png" and "no-store" in picture["Cache-Control"]
    assert Image.open(io.BytesIO(picture.content)).width > 400


def test_nothing_of_a_case_is_shown_without_its_code() -> None:
    reference = returned()
    paths = ("", "janji/", "langkah/ajukan/", "tindakan/amend/", "foto/kk/", "foto/")
    for path in (*paths, "tanda-terima/", "gambar/"):
        answer = Client().get(f"/lacak/{reference}/{path}")
        assert answer.status_code == 403
        assert "Wati" not in said(answer) and "kurang" not in said(answer)


def test_the_code_of_one_case_opens_no_other() -> None:
    one, other = returned(), ready()
    assert enter(one).get(f"/lacak/{other}/").status_code == 403
    assert row(one).reference != row(other).reference
    assert models.Case.objects.count() == 2

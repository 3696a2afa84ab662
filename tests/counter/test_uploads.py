# SPDX-License-Identifier: EUPL-1.2
"""Photos and scans at the counter: brought with a file, added later, looked at safely."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from PIL import Image

from pendopo.base import clock
from pendopo.cases.models import Case, Upload
from tests.cases.counter import act, carried_to_the_end, done, handed_in, verdicts
from tests.counter.real_desks import AtPosition, at_position
from tests.counter.test_intake import ADDRESS, filled_in, page
from tests.html_forms import HtmlForm
from tests.real_offices import KESAMBEN

__all__ = ["at_position"]


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with translation.override("id"):
        yield


@pytest.fixture
def loket(at_position: AtPosition) -> Client:
    """Whoever keeps the counter in Pandaan."""
    return at_position("petugas-loket")


def photo(size: tuple[int, int] = (600, 400)) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return SimpleUploadedFile("kk.jpg", out.getvalue(), "image/jpeg")


def at(row: Upload) -> str:
    return f"/loket/unggahan/{row.id}/"


class TestWithAFile:
    def test_nothing_is_kept_unless_it_is_brought(self, loket: Client) -> None:
        loket.post(ADDRESS, filled_in(loket, kirim="hasil:lengkap"))
        assert not Upload.objects.exists()

    def test_a_photo_belongs_to_what_it_answers(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap")
        loket.post(ADDRESS, {**sent, "berkas/kk": photo()})
        row = Upload.objects.get()
        assert (row.ask, row.case_id) == ("kk", Case.objects.get().id)

    def test_a_photo_survives_a_form_that_has_to_be_mended(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap", **{"isi/nama": ""})
        answer = loket.post(ADDRESS, {**sent, "berkas/kk": photo()})
        assert answer.status_code == 422
        again = HtmlForm(answer.content.decode(), "terima").fields
        assert again["unggahan"] == str(Upload.objects.get().id)
        loket.post(ADDRESS, {**again, "isi/nama": "Wati Rekaan", "kirim": "hasil:lengkap"})
        assert Upload.objects.get().case_id == Case.objects.get().id

    def test_what_is_no_photo_is_answered_beside_its_line(self, loket: Client) -> None:
        sent = filled_in(loket, kirim="hasil:lengkap")
        answer = loket.post(ADDRESS, {**sent, "berkas/kk": SimpleUploadedFile("kk.doc", b"MZ")})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert 'href="#f-verifikasi.verdicts.kk"' in html
        assert "Hanya foto (JPEG, PNG, WebP) atau PDF" in html
        assert not Case.objects.exists()

    def test_nobody_takes_along_what_another_brought(
        self, loket: Client, at_position: AtPosition
    ) -> None:
        sent = filled_in(loket, kirim="saja", **{"isi/nama": ""})
        loket.post(ADDRESS, {**sent, "berkas/kk": photo()})
        stray = Upload.objects.get()
        other = at_position("camat")
        own = page(other).fields
        answer = other.post(ADDRESS, {**own, "unggahan": str(stray.id), "lihat": "1"})
        assert str(stray.id) not in answer.content.decode()
        assert other.get(at(stray)).status_code == 404
        assert loket.get(at(stray)).status_code == 200


class TestLater:
    def test_one_is_added_to_something_that_was_asked_for(self, loket: Client) -> None:
        reference = handed_in().row.reference
        address = f"/loket/berkas/{reference}/unggahan/"
        form = HtmlForm(loket.get(address).content.decode())
        assert "berkas/kk" not in form.fields
        answer = loket.post(address, {**form.fields, "berkas/kk": photo()})
        assert answer.status_code == 302
        assert "kecil" in loket.get(address).content.decode()

    def test_a_signed_sheet_has_its_place_first(self, loket: Client) -> None:
        reference = carried_to_the_end().row.reference
        address = f"/loket/berkas/{reference}/unggahan/"
        html = loket.get(address).content.decode()
        assert html.index("Surat Pengantar SKCK yang sudah ditandatangani") < html.index("Pas foto")
        loket.post(address, {"berkas/lembar-pengantar": photo()})
        assert Upload.objects.get().ask == "lembar-pengantar"

    def test_nothing_chosen_is_said_kindly(self, loket: Client) -> None:
        address = f"/loket/berkas/{handed_in().row.reference}/unggahan/"
        answer = loket.post(address, {})
        assert answer.status_code == 422
        assert "Pilih dahulu fotonya." in answer.content.decode()

    def test_a_double_click_keeps_it_once(self, loket: Client) -> None:
        address = f"/loket/berkas/{handed_in().row.reference}/unggahan/"
        key = {"form_key": "sama"}
        for _ in range(2):
            loket.post(address, {**key, "berkas/kk": photo()})
        assert Upload.objects.exclude(case_id=None).count() == 1


class TestLookingAtOne:
    @pytest.fixture
    def kept(self, loket: Client) -> Upload:
        address = f"/loket/berkas/{handed_in().row.reference}/unggahan/"
        loket.post(address, {"berkas/kk": photo()})
        return Upload.objects.get()

    def test_it_can_do_nothing_and_is_nowhere_kept(self, loket: Client, kept: Upload) -> None:
        answer = loket.get(at(kept))
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert "no-store" in answer.headers["Cache-Control"]

    def test_a_small_one_is_small(self, loket: Client, kept: Upload) -> None:
        small = Image.open(io.BytesIO(loket.get(f"{at(kept)}?kecil").content))
        assert max(small.size) == 240

    def test_another_office_is_told_nothing(self, at_position: AtPosition, kept: Upload) -> None:
        assert at_position("petugas-loket", KESAMBEN).get(at(kept)).status_code == 404

    def test_a_confidential_one_is_for_those_whose_turn_it_is(
        self, loket: Client, at_position: AtPosition, kept: Upload
    ) -> None:
        Case.objects.update(confidential=True, waiting_for="petugas-loket")
        assert loket.get(at(kept)).status_code == 200
        assert at_position("camat").get(at(kept)).status_code == 404

    def test_a_confidential_one_is_for_who_may_sign_or_did_something(
        self, loket: Client, at_position: AtPosition, kept: Upload
    ) -> None:
        reference = Case.objects.get().reference
        done(act(reference, "petugas-loket", "verifikasi", verdicts=verdicts()))
        Case.objects.update(confidential=True)
        file = f"/loket/berkas/{reference}/unggahan/"
        told = {
            who: (
                at_position(who).get(at(kept)).status_code,
                at_position(who).get(file).status_code,
            )
            for who in ("camat", "petugas-loket", "kasi-kesos")
        }
        assert told == {"camat": (200, 200), "petugas-loket": (200, 200), "kasi-kesos": (404, 404)}

    def test_an_unknown_one_is_not_found(self, loket: Client, kept: Upload) -> None:
        assert loket.get(f"/loket/unggahan/{uuid4()}/").status_code == 404

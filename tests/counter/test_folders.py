# SPDX-License-Identifier: EUPL-1.2
"""Map Camat in the browser: filled, printed, sent out, and taken back on one page."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.composing.look import look_of
from pendopo.cases.queries import case_file
from pendopo.cases.services.presence import note_absence
from pendopo.screens.signing.folder_list import folder_listing
from pendopo.screens.signing.folders import FolderBoard, FolderPage
from tests.cases import counter
from tests.cases.folders import at_the_signature, filled, out
from tests.counter.real_desks import desk
from tests.counter.signing_forms import state
from tests.real_offices import KESAMBEN, real_offices

__all__ = ["real_offices"]

FOLDERS = "/loket/map/"


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def rini() -> Client:
    return desk("petugas-loket")


def board(client: Client, query: str = "") -> FolderBoard:
    return client.get(FOLDERS + query).context["board"]


def page(client: Client, number: int = 1) -> FolderPage:
    return client.get(f"{FOLDERS}{number}/").context["page"]


def back(client: Client, folder: models.Folder, results: dict[str, str], **more: str) -> Any:
    """The page of a folder that is out, sent with these results."""
    rows = {row.reference: row.version for row in models.Case.objects.all()}
    form = {f"result-{one}": result for one, result in results.items()}
    form |= {f"version-{one}": str(rows[one]) for one in results}
    form |= {"deed": "kembali", "in_passing": "ya", "form_key": "kembali-kunci", **more}
    return client.post(f"{FOLDERS}{folder.number}/", form)


def words(response: HttpResponse) -> str:
    return response.content.decode()


class TestFilling:
    def test_what_waits_is_offered_by_position(self, rini: Client) -> None:
        at_the_signature()
        counter.waiting_for_a_paraf()
        found = board(rini)
        waiting = {one.position: one.waiting for one in found.signers}
        assert waiting == {
            "camat": 1,
            "sekretaris-camat": 1,
            "kasi-pemerintahan": 1,
            "kasi-trantib": 1,
        }
        assert board(rini, "?jabatan=kasi-trantib").groups[0].service == "Pengantar Ijin Keramaian"

    def test_a_folder_is_begun_with_what_was_ticked(self, rini: Client) -> None:
        references = [at_the_signature() for _ in range(3)]
        form = {"position": "camat", "files": references[:2], "form_key": "a"}
        assert rini.post(FOLDERS, form)["Location"] == f"{FOLDERS}1/"
        assert [item.reference for item in page(rini).items] == references[:2]
        assert board(rini).count == 1

    def test_a_double_press_begins_one(self, rini: Client) -> None:
        form = {"position": "camat", "files": [at_the_signature()], "form_key": "a"}
        led = {rini.post(FOLDERS, form)["Location"] for _ in range(2)}
        assert (led, models.Folder.objects.count()) == ({f"{FOLDERS}1/"}, 1)

    def test_more_goes_into_the_one_that_is_being_filled(self, rini: Client) -> None:
        filled(at_the_signature())
        more = at_the_signature()
        assert board(rini).filling is not None
        form = {"position": "camat", "files": [more], "into": "1", "form_key": "a"}
        rini.post(FOLDERS, form)
        assert len(page(rini).items) == 2

    def test_nothing_ticked_is_said_kindly(self, rini: Client) -> None:
        at_the_signature()
        response = rini.post(FOLDERS, {"position": "camat", "form_key": "a"})
        assert response.status_code == 422
        assert "Pilih paling sedikit satu berkas" in words(response)

    def test_what_lies_elsewhere_is_said(self, rini: Client) -> None:
        here, free = at_the_signature(), at_the_signature()
        filled(here)
        form = {"position": "camat", "files": [here, free], "form_key": "a"}
        assert "masih berada di map nomor 1" in words(rini.post(FOLDERS, form, follow=True))

    def test_a_sheet_can_be_taken_out_again(self, rini: Client) -> None:
        first, second = at_the_signature(), at_the_signature()
        filled(first, second)
        form = {"deed": "ambil", "reference": first, "form_key": "a"}
        assert rini.post(f"{FOLDERS}1/", form)["Location"] == f"{FOLDERS}1/"
        form = {"deed": "ambil", "reference": second, "form_key": "b"}
        assert rini.post(f"{FOLDERS}1/", form)["Location"] == FOLDERS
        assert rini.get(f"{FOLDERS}1/").status_code == 404

    def test_an_empty_office_reads_how_to_begin(self, rini: Client) -> None:
        assert "Belum ada map" in words(rini.get(FOLDERS))

    def test_twenty_files_cost_the_queries_of_a_few(
        self, rini: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(20):
            at_the_signature()
        rini.get(FOLDERS)
        with django_assert_max_num_queries(44):
            assert rini.get(FOLDERS).context["board"].count == 20


class TestGoingOut:
    def test_it_goes_out_now_or_at_the_hour_that_is_stated(self, rini: Client) -> None:
        filled(at_the_signature())
        form = {"deed": "kirim", "jam": "09:10", "form_key": "a"}
        assert rini.post(f"{FOLDERS}1/", form).status_code == 302
        assert page(rini).sent == "hari ini 09.10"

    def test_an_hour_ahead_is_refused_in_words(self, rini: Client) -> None:
        filled(at_the_signature())
        response = rini.post(f"{FOLDERS}1/", {"deed": "kirim", "jam": "23:00", "form_key": "a"})
        assert response.status_code == 422
        assert "masa depan" in words(response)

    def test_the_page_says_where_its_signer_is_and_who_could_instead(self, rini: Client) -> None:
        filled(at_the_signature())
        assert [row.key for row in page(rini).signers] == ["camat"]
        note_absence(position="camat", actor=counter.officer("petugas-loket"))
        assert [row.key for row in page(rini).signers] == [
            "camat",
            "sekretaris-camat",
            "kasi-pemerintahan",
        ]

    def test_the_list_is_printed_with_the_columns_that_officers_know(self, rini: Client) -> None:
        out(at_the_signature())
        response = rini.get(f"{FOLDERS}1/daftar/")
        assert response["Content-Type"] == "application/pdf"
        assert len(pikepdf.open(io.BytesIO(response.content)).pages) == 1
        listing = folder_listing(page(rini), look_of(models.Case.objects.get().office))
        assert listing.table.head[:4] == ("No", "Nama", "Desa/Kelurahan", "Layanan")
        assert listing.table.rows == (
            ("1", "Wati Rekaan", "Kutorejo", "Pengantar SKCK", "–", "□", ""),
        )
        assert listing.closing == ("1 berkas. Keluar jam 09.40, kembali jam ……………",)


class TestComingBack:
    def test_each_sheet_is_told_on_one_page(self, rini: Client) -> None:
        signed, not_yet, wrong = (at_the_signature() for _ in range(3))
        folder = out(signed, not_yet, wrong)
        results = {signed: "signed", not_yet: "unsigned", wrong: "returned"}
        said = {f"reasons-{wrong}": "Nama desa keliru."}
        response = back(rini, folder, results, **said)
        assert response["Location"] == f"{FOLDERS}1/"
        assert (state(signed), state(not_yet), state(wrong)) == (
            "serahkan",
            "tanda-tangan",
            "verifikasi",
        )
        told = page(rini)
        assert told.place == "back"
        assert [item.text for item in told.items] == [
            "ditandatangani",
            "belum ditandatangani",
            "dikembalikan",
        ]
        assert told.items[0].numbers == ("1 / XI / 2026",)

    def test_what_is_refused_keeps_what_was_said_and_the_others_stand(self, rini: Client) -> None:
        good, wrong = at_the_signature(), at_the_signature()
        folder = out(good, wrong)
        response = back(rini, folder, {good: "signed", wrong: "returned"})
        assert response.status_code == 422
        assert "Tulis alasannya" in words(response)
        assert f'name="result-{wrong}" value="returned" checked' in words(response)
        assert state(good) == "serahkan"

    def test_the_rest_can_be_told_later(self, rini: Client) -> None:
        first, second = at_the_signature(), at_the_signature()
        folder = out(first, second)
        back(rini, folder, {first: "signed"})
        found = page(rini)
        assert [item.reference for item in found.open_items] == [second]
        assert [item.reference for item in found.told_items] == [first]
        back(rini, folder, {second: "signed"}, form_key="lagi")
        assert page(rini).place == "back"

    def test_a_double_press_tells_it_once(self, rini: Client) -> None:
        reference = at_the_signature()
        folder = out(reference)
        version = str(models.Case.objects.get(reference=reference).version)
        for _ in range(2):
            response = back(
                rini, folder, {reference: "signed"}, **{f"version-{reference}": version}
            )
            assert response.status_code == 302
        assert models.Event.objects.filter(name="letter.signed").count() == 1

    def test_who_signed_and_when_can_be_said(
        self, rini: Client, stopped_clock: clock.Clock
    ) -> None:
        reference = at_the_signature()
        folder = out(reference)
        stopped_clock.advance(timedelta(hours=1))
        said = {"signed_by": "sekretaris-camat", "jam": "10.05"}
        back(rini, folder, {reference: "signed"}, **said)
        row = models.Event.objects.get(name="letter.signed")
        signer = json.loads(row.data)["signer"]
        assert (signer["position"], row.happened_at, row.late) == (
            "sekretaris-camat",
            "2026-11-23T03:05:00+00:00",
            True,
        )

    def test_number_and_stamp_can_be_left_for_later(self, rini: Client) -> None:
        reference = at_the_signature()
        folder = out(reference)
        form = {"deed": "kembali", f"result-{reference}": "signed", "form_key": "a"}
        rini.post(f"{FOLDERS}{folder.number}/", form)
        assert state(reference) == "register"

    def test_a_file_that_moved_on_is_said_so_and_left_alone(self, rini: Client) -> None:
        moved, stays = at_the_signature(), at_the_signature()
        folder = out(moved, stays)
        counter.done(counter.act(moved, "sekretaris-camat", "tanda-tangan"))
        assert "sudah bergerak" in words(rini.get(f"{FOLDERS}1/"))
        back(rini, folder, {stays: "signed"})
        assert [item.result for item in page(rini).items] == ["moved", "signed"]
        assert state(moved) == "register"

    def test_what_changed_since_the_page_was_opened_is_said(self, rini: Client) -> None:
        reference = at_the_signature()
        folder = out(reference)
        response = back(rini, folder, {reference: "signed"}, **{f"version-{reference}": "1"})
        assert response.status_code == 422
        assert "sudah berubah" in words(response)

    def test_nothing_told_is_said_kindly(self, rini: Client) -> None:
        folder = out(at_the_signature())
        response = back(rini, folder, {})
        assert response.status_code == 422
        assert "Pilih hasilnya" in words(response)

    def test_a_stroke_of_paraf_comes_back_too(self, rini: Client) -> None:
        reference = counter.waiting_for_a_paraf()
        folder = out(reference, position="kasi-trantib")
        assert "Diparaf" in words(rini.get(f"{FOLDERS}1/"))
        back(rini, folder, {reference: "signed"})
        assert state(reference) == "tanda-tangan"


class TestWho:
    def test_the_camat_sees_where_her_sheets_are_and_changes_nothing(self) -> None:
        reference = at_the_signature()
        folder = out(reference)
        camat = desk("camat")
        assert board(camat).open[0].number == folder.number
        assert not board(camat).may_carry
        assert "Catat map kembali" not in words(camat.get(f"{FOLDERS}1/"))
        response = back(camat, folder, {reference: "signed"})
        assert (response.status_code, state(reference)) == (422, "tanda-tangan")

    def test_another_office_does_not_find_it(self) -> None:
        folder = out(at_the_signature())
        theirs = desk("petugas-loket", KESAMBEN)
        assert board(theirs).open == ()
        for address in (f"{FOLDERS}1/", f"{FOLDERS}1/daftar/"):
            assert theirs.get(address).status_code == 404
        assert back(theirs, folder, {}).status_code == 404

    def test_a_confidential_matter_keeps_its_name_back(self, rini: Client) -> None:
        reference = at_the_signature()
        models.Case.objects.filter(reference=reference).update(confidential=True)
        out(reference)
        assert "Wati Rekaan" not in words(rini.get(f"{FOLDERS}1/"))
        file = case_file(reference, counter.officer("camat"))
        assert file is not None
        assert file.row.applicant == "Wati Rekaan"

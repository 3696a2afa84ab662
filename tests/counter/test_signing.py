# SPDX-License-Identifier: EUPL-1.2
"""Signing from a list, many at once, and from the page of one file."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.presence import note_absence
from pendopo.domain.commands import Approve
from pendopo.offices.models import Assignment, Officer, Position, SigningRule
from pendopo.screens.signing.waiting import Row, SigningList
from tests.cases import counter
from tests.cases.folders import at_the_signature, out
from tests.counter.real_desks import desk, desk_of
from tests.counter.signing_forms import LIST, event, sending, state
from tests.real_offices import KESAMBEN, PANDAAN, real_offices

__all__ = ["real_offices"]


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def camat() -> Client:
    return desk("camat")


def shown(client: Client, query: str = "") -> SigningList:
    response = client.get(LIST + query)
    assert response.status_code == 200
    return response.context["list"]


def row(client: Client, reference: str, query: str = "") -> Row:
    return next(one for one in shown(client, query).rows if one.reference == reference)


class TestTheList:
    def test_a_row_shows_what_differs(self, camat: Client) -> None:
        reference = at_the_signature(foto="menyusul")
        found = row(camat, reference)
        assert (found.applicant, found.village) == ("Wati Rekaan", "Kutorejo")
        assert found.purpose == "Melamar kerja"
        assert found.complete == "berkas lengkap, 1 menyusul"
        assert found.checker.endswith(" · 09.40")
        assert (found.due.text, found.due.state) == ("10 menit lagi", "soon")

    def test_the_oldest_promise_comes_first(
        self, camat: Client, stopped_clock: clock.Clock
    ) -> None:
        first = at_the_signature()
        stopped_clock.advance(timedelta(minutes=30))
        second = at_the_signature()
        found = shown(camat).rows
        assert [one.reference for one in found] == [first, second]
        assert found[0].due.state == "late"

    def test_files_of_one_service_stand_together(self, camat: Client) -> None:
        for _ in range(2):
            at_the_signature()
        counter.done(
            counter.act(counter.waiting_for_a_paraf(), "kasi-trantib", "paraf", outcome="diparaf")
        )
        groups = [(group.service, len(group.rows)) for group in shown(camat).fresh]
        assert groups == [("Pengantar SKCK", 2), ("Pengantar Ijin Keramaian", 1)]

    def test_what_has_its_paraf_says_whose(self, camat: Client) -> None:
        reference = counter.waiting_for_a_paraf()
        counter.done(counter.act(reference, "kasi-trantib", "paraf", outcome="diparaf"))
        assert row(camat, reference).initialled.startswith("paraf Kepala Seksi")

    def test_what_was_consented_to_stands_apart_and_says_by_whom(self, camat: Client) -> None:
        reference = at_the_signature()
        counter.done(counter.do(reference, "camat", Approve()))
        found = shown(camat)
        assert (len(found.fresh), found.approved[0].rows[0].reference) == (0, reference)
        assert found.approved[0].rows[0].approved == "disetujui Camat Pandaan, 09.40"

    def test_a_sheet_in_a_folder_says_in_which(self, camat: Client) -> None:
        reference = at_the_signature()
        out(reference)
        assert row(camat, reference).folder == 1

    def test_it_can_be_sifted_by_service_and_village(self, camat: Client) -> None:
        reference = at_the_signature()
        assert len(shown(camat, "?layanan=skck").rows) == 1
        assert shown(camat, "?layanan=sktm").rows == ()
        village = row(camat, reference).village_code
        assert len(shown(camat, f"?desa={village}").rows) == 1
        assert shown(camat, "?desa=99").rows == ()

    def test_somebody_who_may_not_sign_sees_a_kind_empty_page(self) -> None:
        at_the_signature()
        response = desk("kasi-kesos").get(LIST)
        assert response.status_code == 200
        assert "Tidak ada yang menunggu" in response.content.decode()

    def test_whoever_signs_for_the_camat_sees_her_line(self) -> None:
        reference = at_the_signature()
        sekcam = desk("sekretaris-camat")
        assert row(sekcam, reference).own
        assert shown(sekcam).capacities[0][1].endswith(", a.n. Camat")

    def test_whoever_signs_in_the_camats_place_reads_where_she_is(self) -> None:
        at_the_signature()
        note_absence(position="camat", actor=counter.officer("petugas-loket"), reason="Rapat")
        page = desk("sekretaris-camat").get(LIST).content.decode()
        assert "Camat Pandaan" in page
        assert "Rapat" in page
        assert "Rapat" not in desk("camat").get(LIST).content.decode()

    def test_a_paraf_waits_for_its_own_hand_only(self, camat: Client) -> None:
        reference = counter.waiting_for_a_paraf()
        assert shown(camat).rows == ()
        assert row(desk("kasi-trantib"), reference).may == {"paraf", "kembalikan"}

    def test_another_office_sees_nothing_of_it(self) -> None:
        reference = at_the_signature()
        theirs = desk("camat", KESAMBEN)
        assert shown(theirs).rows == ()
        assert theirs.get(f"{LIST}{reference}/").status_code == 404

    def test_sixty_files_cost_the_queries_of_a_few(
        self, camat: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(60):
            at_the_signature()
        camat.get(LIST)
        with django_assert_max_num_queries(34):
            assert len(camat.get(LIST).context["list"].rows) == 60


class TestManyAtOnce:
    def test_consent_is_given_to_many_and_is_no_signature(self, camat: Client) -> None:
        references = [at_the_signature() for _ in range(3)]
        response = camat.post(LIST, sending("setuju", references))
        assert (response.status_code, response["Location"]) == (302, LIST)
        assert {state(one) for one in references} == {"tanda-tangan"}
        assert models.Event.objects.filter(name="paper.approved").count() == 3
        assert not models.Event.objects.filter(name="letter.signed").exists()

    def test_one_refusal_says_why_and_the_others_stand(self, camat: Client) -> None:
        good, gone = at_the_signature(), at_the_signature()
        form = sending("setuju", [good, gone])
        counter.done(counter.act(gone, "sekretaris-camat", "tanda-tangan"))
        response = camat.post(LIST, form)
        outcome = response.context["outcome"]
        assert (response.status_code, outcome.done) == (422, 1)
        assert [one.reference for one in outcome.refused] == [gone]
        assert models.Event.objects.filter(name="paper.approved").count() == 1

    def test_what_changed_meanwhile_is_told_in_a_sentence(self, camat: Client) -> None:
        reference = at_the_signature()
        form = sending("setuju", [reference])
        counter.done(counter.act(reference, "sekretaris-camat", "tanda-tangan"))
        refused = camat.post(LIST, form).context["outcome"].refused[0]
        assert "sudah berubah" in refused.texts[0]
        assert refused.since[0].startswith("Ditandatangani oleh Sekretaris")

    def test_a_double_tap_does_it_once(self, camat: Client) -> None:
        form = sending("setuju", [at_the_signature()])
        assert [camat.post(LIST, form).status_code for _ in range(2)] == [302, 302]
        assert models.Event.objects.filter(name="paper.approved").count() == 1

    def test_a_pen_is_asked_after_before_it_is_recorded(self, camat: Client) -> None:
        reference = at_the_signature()
        response = camat.post(LIST, sending("tandatangan", [reference]))
        assert response.status_code == 200
        assert "dengan pena" in response.content.decode()
        assert state(reference) == "tanda-tangan"
        camat.post(LIST, sending("tandatangan", [reference], sure="ya"))
        assert state(reference) == "register"
        assert "recorded_for" not in event("letter.signed")

    def test_paraf_is_given_to_many(self) -> None:
        references = [counter.waiting_for_a_paraf() for _ in range(2)]
        assert desk("kasi-trantib").post(LIST, sending("paraf", references)).status_code == 302
        assert {state(one) for one in references} == {"tanda-tangan"}

    def test_a_paraf_is_not_given_by_the_button_of_signing(self) -> None:
        reference = counter.waiting_for_a_paraf()
        kasi = desk("kasi-trantib")
        response = kasi.post(LIST, sending("tandatangan", [reference], sure="ya"))
        assert (response.status_code, state(reference)) == (422, "paraf")

    def test_going_back_owes_a_reason_for_every_file(self, camat: Client) -> None:
        first, second = at_the_signature(), at_the_signature()
        asked = camat.post(LIST, sending("kembalikan", [first, second]))
        assert (asked.status_code, state(first)) == (200, "tanda-tangan")
        some = {f"reasons-{first}": "Nama desa keliru.", "reasons-asked": "ya"}
        lacking = camat.post(LIST, sending("kembalikan", [first, second], **some))
        assert lacking.status_code == 422
        assert "Nama desa keliru." in lacking.content.decode()
        whole = {**some, f"reasons-{second}": "Foto tidak jelas."}
        done = camat.post(LIST, sending("kembalikan", [first, second], **whole))
        assert done.status_code == 302
        assert (state(first), state(second)) == ("verifikasi", "verifikasi")

    def test_nothing_ticked_is_said_kindly(self, camat: Client) -> None:
        at_the_signature()
        response = camat.post(LIST, {"deed": "setuju", "form_key": "x"})
        assert response.status_code == 422
        assert "Pilih dahulu berkasnya" in response.content.decode()

    def test_what_was_ticked_stays_ticked(self, camat: Client) -> None:
        first, second = at_the_signature(), at_the_signature()
        form = sending("setuju", [first, second])
        form[f"version-{second}"] = "1"
        page = camat.post(LIST, form).content.decode()
        assert f'value="{second}" checked' in page

    def test_an_unknown_deed_or_file_does_nothing(self, camat: Client) -> None:
        reference = at_the_signature()
        assert camat.post(LIST, sending("terbang", [reference])).status_code == 422
        assert camat.post(LIST, sending("setuju", ["PDN000000"])).status_code == 422
        assert models.Event.objects.filter(name="paper.approved").count() == 0


class TestCapacities:
    def acting_camat(self) -> Client:
        """Sekcam is Plt. Camat as well."""
        sekcam = Officer.objects.get(
            office_id=PANDAAN, assignments__position__key="sekretaris-camat"
        )
        Assignment.objects.create(
            office_id=PANDAAN,
            officer_id=sekcam.id,
            position_id=Position.objects.get(office_id=PANDAAN, key="camat").id,
            capacity="Plt.",
            from_date=counter.TODAY,
        )
        return desk_of(sekcam)

    def test_whoever_holds_several_chooses(self) -> None:
        client, reference = self.acting_camat(), at_the_signature()
        words = [words for _, words in shown(client).capacities]
        assert words == ["Plt. Camat Pandaan", "Sekretaris Kecamatan, a.n. Camat"]
        client.post(LIST, sending("setuju", [reference], signed_by="sekretaris-camat"))
        assert event("paper.approved")["signer"]["line"] == "a.n."

    def test_the_first_of_the_matrix_is_taken_where_nothing_is_said(self) -> None:
        client, reference = self.acting_camat(), at_the_signature()
        client.post(LIST, sending("tandatangan", [reference], sure="ya"))
        assert event("letter.signed")["signer"]["line"] == "Plt."


class TestRecording:
    """The counter records what others signed with a pen, without a folder."""

    def test_the_counter_finds_what_waits_for_others(self) -> None:
        reference = at_the_signature()
        found = shown(desk("petugas-loket"))
        assert (found.own, found.recorded, found.sought.recorded) == (0, 1, True)
        assert found.rows[0].reference == reference
        assert [position for position, _ in found.capacities] == [
            "camat",
            "sekretaris-camat",
            "kasi-pemerintahan",
        ]

    def test_it_says_who_signed_and_when(self, stopped_clock: clock.Clock) -> None:
        reference = at_the_signature()
        stopped_clock.advance(timedelta(hours=1))
        said = {"signed_by": "sekretaris-camat", "jam": "10:05", "sure": "ya"}
        form = sending("tandatangan", [reference], **said)
        assert desk("petugas-loket").post(LIST, form).status_code == 302
        row = models.Event.objects.get(name="letter.signed")
        data = json.loads(row.data)
        assert (data["signer"]["position"], data["recorded_for"]) == (
            "sekretaris-camat",
            "pejabat-berwenang",
        )
        assert (row.happened_at, row.late) == ("2026-11-23T03:05:00+00:00", True)

    def test_without_a_signer_nothing_is_recorded(self) -> None:
        reference = at_the_signature()
        form = sending("tandatangan", [reference], sure="ya")
        response = desk("petugas-loket").post(LIST, form)
        assert "Pilih siapa yang menandatangani" in response.content.decode()
        assert state(reference) == "tanda-tangan"

    def test_an_hour_that_cannot_be_read_is_said_kindly(self) -> None:
        form = sending("tandatangan", [at_the_signature()], sure="ya", jam="pagi")
        response = desk("petugas-loket").post(LIST, form)
        assert "tulis seperti 09.40" in response.content.decode()

    def test_whoever_only_gives_a_paraf_finds_the_way(self) -> None:
        link = 'href="/loket/tanda-tangan/"'
        found = {
            who: link in desk(who).get("/loket/").content.decode()
            for who in ("camat", "kasi-trantib", "petugas-pbb")
        }
        assert found == {"camat": True, "kasi-trantib": True, "petugas-pbb": False}
        assert 'href="/loket/naskah/"' not in desk("kasi-trantib").get("/loket/").content.decode()

    def test_a_confidential_matter_keeps_its_name_back(self) -> None:
        reference = at_the_signature()
        models.Case.objects.filter(reference=reference).update(confidential=True)
        response = desk("petugas-loket").get(LIST)
        assert "Wati Rekaan" not in response.content.decode()
        assert "Melamar kerja" not in response.content.decode()


class TestTheMatrix:
    def test_a_rule_that_is_taken_away_takes_the_file_from_the_list(self) -> None:
        at_the_signature()
        sekcam = desk("sekretaris-camat")
        assert len(shown(sekcam).rows) == 1
        SigningRule.objects.filter(position__key="sekretaris-camat").delete()
        assert shown(sekcam).rows == ()

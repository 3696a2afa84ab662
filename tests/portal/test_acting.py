# SPDX-License-Identifier: EUPL-1.2
"""A citizen mends, sends and withdraws: each looked at once more, done once, nothing typed lost."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from PIL import Image
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.domain.commands import Amend, Withdraw
from pendopo.screens.tracking import code_of
from tests.cases import counter
from tests.portal.following import enter, fields, names, returned, row, said


@pytest.fixture(autouse=True)
def _both_offices(real_offices: None, settings: Settings, tmp_path: object) -> None:
    settings.MEDIA_ROOT = f"{tmp_path}/uploads"


@pytest.fixture
def reference() -> str:
    """A case that came back to its applicant."""
    return returned()


@pytest.fixture
def client(reference: str) -> Client:
    """A browser in which its code was typed."""
    return enter(reference)


def at(reference: str, path: str) -> str:
    """The address of a page of the case."""
    return f"/lacak/{reference}/{path}"


def values(reference: str) -> dict[str, object]:
    """The form as it stands."""
    file = case_file(reference, None)
    assert file is not None
    return dict(file.values)


def photo() -> io.BytesIO:
    """An invented photo."""
    out = io.BytesIO()
    Image.new("RGB", (320, 240), "white").save(out, "JPEG")
    out.seek(0)
    out.name = "foto.jpg"
    return out


def test_the_form_is_mended_looked_at_and_then_kept(client: Client, reference: str) -> None:
    page = at(reference, "tindakan/amend/")
    form = fields(client.get(page))
    assert form["isi/nama"] == "Wati Rekaan" and form["isi/nik"] == "9914********0001"
    check = client.post(page, {**form, "isi/nama": "Wati Rekaan Sari"})
    says = said(check)
    assert "Wati Rekaan Sari" in says and "sebelumnya: <s>Wati Rekaan</s>" in says
    assert "Nomor HP" not in says.split("<form")[0]
    assert values(reference)["nama"] == "Wati Rekaan"
    sent = client.post(page, {**fields(check), "kirim": "ya"})
    assert sent["Location"] == at(reference, "")
    assert values(reference)["nama"] == "Wati Rekaan Sari"
    assert values(reference)["nik"] == counter.FORM["nik"]
    assert "Isian sudah diperbaiki." in said(client.get(at(reference, "")))


def test_what_cannot_be_kept_comes_back_as_it_was_typed(client: Client, reference: str) -> None:
    page = at(reference, "tindakan/amend/")
    form = fields(client.get(page))
    answer = client.post(page, {**form, "isi/nama": "", "isi/surat-desa-nomor": "470/99/2026"})
    assert answer.status_code == 422
    assert 'href="#f-nama"' in said(answer)
    assert fields(answer)["isi/surat-desa-nomor"] == "470/99/2026"
    assert names(reference)[-1] == "case.verified"


def test_looked_at_again_and_changed_once_more_nothing_is_lost(
    client: Client, reference: str
) -> None:
    page = at(reference, "tindakan/amend/")
    form = {**fields(client.get(page)), "isi/nama": "Wati Rekaan Sari"}
    check = client.post(page, form)
    again = client.post(page, {**fields(check), "ubah": "ya"})
    assert again.status_code == 200
    assert fields(again)["isi/nama"] == "Wati Rekaan Sari"


def test_sent_twice_by_a_double_click_it_happens_once(client: Client, reference: str) -> None:
    page = at(reference, "langkah/ajukan/")
    form = {**fields(client.get(page)), "kirim": "ya"}
    assert [client.post(page, form)["Location"] for _ in range(2)] == [at(reference, "")] * 2
    assert names(reference).count("case.submitted") == 1
    assert row(reference).state == "verifikasi"


def test_sent_back_by_the_portal_the_channel_says_so(client: Client, reference: str) -> None:
    page = at(reference, "langkah/ajukan/")
    check = client.get(page)
    assert "Belum ada foto barunya" in said(check)
    client.post(page, {**fields(check), "kirim": "ya"})
    event = models.Event.objects.get(name="case.submitted")
    assert '"channel":"portal"' in event.data
    assert "Permohonan diajukan kembali oleh Anda." in said(client.get(at(reference, "")))


def test_what_the_case_has_become_meanwhile_is_told_and_what_was_typed_stands(
    client: Client, reference: str
) -> None:
    page = at(reference, "tindakan/amend/")
    form = {**fields(client.get(page)), "isi/nama": "Wati Rekaan Sari"}
    check = fields(client.post(page, form))
    other = {**values(reference), "tujuan": "polres"}
    counter.done(counter.do(reference, "petugas-loket", Amend(other)))
    answer = client.post(page, {**check, "kirim": "ya"})
    assert answer.status_code == 409
    assert "baru saja berubah" in said(answer)
    now = fields(answer)
    assert now["isi/nama"] == "Wati Rekaan Sari"
    assert now["version"] == str(row(reference).version)
    assert values(reference)["nama"] == "Wati Rekaan"


def test_what_is_not_hers_any_more_is_not_done_and_what_was_typed_is_shown(
    client: Client, reference: str
) -> None:
    page = at(reference, "tindakan/amend/")
    form = {**fields(client.get(page)), "isi/nama": "Wati Rekaan Sari"}
    counter.done(counter.do(reference, "petugas-loket", Withdraw("Tidak jadi.")))
    answer = client.post(page, {**form, "kirim": "ya"})
    assert answer.status_code == 409
    assert "Berkas sudah berlanjut" in said(answer) and "Wati Rekaan Sari" in said(answer)
    assert client.get(page)["Location"] == at(reference, "")


def test_after_a_pause_the_code_is_asked_and_what_was_typed_goes_on(
    client: Client, reference: str, stopped_clock: clock.Clock
) -> None:
    page = at(reference, "tindakan/amend/")
    form = {**fields(client.get(page)), "isi/nama": "Wati Rekaan Sari"}
    check = {**fields(client.post(page, form)), "kirim": "ya"}
    stopped_clock.advance(timedelta(minutes=40))
    asked = client.post(page, check)
    assert asked.status_code == 403 and "belum dikirim" in said(asked)
    wrong = client.post(page, {**fields(asked), "kode": "0000-0000"})
    assert fields(wrong)["isi/nama"] == "Wati Rekaan Sari"
    back = client.post(page, {**fields(wrong), "kode": code_of(reference)})
    assert back.status_code == 200 and "Periksa, lalu kirim" in said(back)
    assert values(reference)["nama"] == "Wati Rekaan"
    assert client.post(page, {**fields(back), "kirim": "ya"}).status_code == 302
    assert values(reference)["nama"] == "Wati Rekaan Sari"


def test_withdrawing_asks_for_a_reason_and_once_more_before_it_is_done(
    client: Client, reference: str
) -> None:
    page = at(reference, "tindakan/withdraw/")
    form = {**fields(client.get(page)), "withdraw.reasons": "Pindah rumah."}
    check = client.post(page, form)
    assert "Yakin akan ditarik?" in said(check) and "Pindah rumah." in said(check)
    assert not row(reference).ended_at
    client.post(page, {**fields(check), "kirim": "ya"})
    assert row(reference).state == "ditarik"
    says = said(client.get(at(reference, "")))
    assert "Permohonan sudah ditarik" in says and "alasan: Pindah rumah" in says


def test_a_new_photo_answers_what_was_wrong(client: Client, reference: str) -> None:
    page = at(reference, "foto/kk/")
    assert "Fotonya buram." in said(client.get(page))
    for _ in range(2):
        assert client.post(page, {"foto": photo()})["Location"] == at(reference, "")
    kept = models.Upload.objects.get()
    assert (kept.ask, str(kept.case_id)) == ("kk", str(row(reference).id))
    assert kept.created_by == f"applicant:{reference}"
    assert "Sudah ada foto dari Anda" in said(client.get(at(reference, "")))
    check = said(client.get(at(reference, "langkah/ajukan/")))
    assert "Foto baru: Fotokopi Kartu Keluarga" in check


def test_what_is_no_photo_is_told_kindly_and_not_kept(client: Client, reference: str) -> None:
    page = at(reference, "foto/kk/")
    assert "Pilih dahulu fotonya" in said(client.post(page, {}))
    text = io.BytesIO(b"bukan foto")
    text.name = "foto.jpg"
    answer = client.post(page, {"foto": text})
    assert answer.status_code == 422 and "Hanya foto" in said(answer)
    assert client.get(at(reference, "foto/tidak-ada/")).status_code == 404
    counter.done(counter.do(reference, "petugas-loket", Withdraw("Tidak jadi.")))
    assert client.post(page, {"foto": photo()})["Location"] == at(reference, "")
    assert "sudah berakhir" in said(client.get(at(reference, "")))
    assert not models.Upload.objects.exists()


def test_a_photo_beyond_the_limit_is_told_so_and_nothing_is_kept(
    client: Client, reference: str, settings: Settings
) -> None:
    settings.PENDOPO_UPLOAD_MAX = 1000
    large = io.BytesIO(b"\xff\xd8\xff" + b"0" * 2000)
    large.name = "foto.jpg"
    answer = client.post(at(reference, "foto/kk/"), {"foto": large})
    assert answer.status_code == 413
    assert "Berkas ini terlalu besar" in said(answer)
    assert not models.Upload.objects.exists()


def test_an_officers_deed_is_not_there_for_a_citizen(reference: str, client: Client) -> None:
    for path in ("tindakan/close-abandoned/", "tindakan/tidak-ada/", "langkah/verifikasi/"):
        assert client.get(at(reference, path))["Location"] == at(reference, "")
        assert client.post(at(reference, path), {"version": "2"}).status_code == 409
    assert names(reference)[-1] == "case.verified"


def test_nothing_is_sent_without_the_token_of_its_form(reference: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["lacak"] = enter(reference).cookies["lacak"].value
    assert strict.get(at(reference, "")).status_code == 200
    answer = strict.post(at(reference, "langkah/ajukan/"), {"version": "2", "kirim": "ya"})
    assert answer.status_code == 403
    assert names(reference)[-1] == "case.verified"


@pytest.mark.parametrize("version", ["²", "9" * 5000])
def test_a_version_that_is_none_is_one_that_has_passed(
    reference: str, client: Client, version: str
) -> None:
    client.raise_request_exception = False
    answer = client.post(at(reference, "tindakan/withdraw/"), {"version": version})
    assert answer.status_code == 409

# SPDX-License-Identifier: EUPL-1.2
"""Leaving and coming back, sending twice, a full disk, a standard that changed meanwhile."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as live
from django.db import OperationalError
from django.test import Client

from pendopo.base import clock
from pendopo.base.kept_files import path_of
from pendopo.cases.models import Application, Case, Upload
from pendopo.cases.services import applications
from pendopo.cases.services.applications import forget_old_drafts, send_application, typed_in
from pendopo.domain.return_codes import parse_return_code
from pendopo.screens.attempts import WRONG_RETURNS
from pendopo.standards import versions
from tests.html_forms import HtmlForm
from tests.portal.applying.walk import Walker, example, photo, publish_changed
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]
NAME = {"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"}


@pytest.fixture
def letter() -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.send(NAME)
    return walker


@pytest.fixture
def ready() -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.walk(example(PANDAAN, "skck"))
    return walker


def code_on(walker: Walker) -> str:
    found = re.search(r'<b class="code">([^<]+)</b>', walker.html)
    assert found, walker.text
    return found[1]


def come_back(code: str) -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.send({"kode": code}, "/lanjut/")
    return walker


# Leaving and coming back


def test_the_code_leads_back_from_any_telephone(letter: Walker) -> None:
    letter.send({"isi/keperluan": "kerja", "nanti": "1"})
    code = code_on(letter)
    assert "Sampai" not in code and len(code) == 15
    other = come_back(code.lower().replace(" ", ""))
    assert other.where.endswith("/isi/keperluan/")
    other.get(other.base + "isi/nama/")
    assert 'value="Wati Rekaan"' in other.html


def test_what_is_half_typed_is_kept_without_being_judged(letter: Walker) -> None:
    letter.send(
        {"isi/surat-desa-tanggal": "31-02", "nanti": "1"}, letter.base + "isi/surat-desa-nomor/"
    )
    assert letter.where.endswith("/simpan/")
    assert typed_in(Application.objects.get()).fields["isi/surat-desa-tanggal"] == "31-02"


def test_the_same_code_is_shown_again(letter: Walker) -> None:
    letter.get(letter.base + "simpan/")
    first = code_on(letter)
    letter.get(letter.base + "simpan/")
    assert code_on(letter) == first


def test_no_code_ever_stands_in_an_address(letter: Walker) -> None:
    letter.get(letter.base + "simpan/")
    code = parse_return_code(code_on(letter))
    assert isinstance(code, str)
    client = Client()
    ignored = client.get("/lanjut/", {"kode": code})
    assert 'name="kode" value=""' in ignored.content.decode()
    led = client.post("/lanjut/", {"kode": code})
    assert code not in led.headers["Location"]


def test_wrong_codes_are_slowed_down(letter: Walker) -> None:
    letter.get(letter.base + "simpan/")
    right = code_on(letter)
    client = Client()
    wrong = applications.make_return_code("PDN", lambda _below: 7)
    for _ in range(WRONG_RETURNS.most):
        assert client.post("/lanjut/", {"kode": wrong}).status_code == 422
    answer = client.post("/lanjut/", {"kode": right})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert Client(REMOTE_ADDR="192.0.2.7").post("/lanjut/", {"kode": right}).status_code == 302


def test_a_slip_of_the_finger_is_explained_and_not_counted(letter: Walker) -> None:
    client = Client()
    for _ in range(WRONG_RETURNS.most + 2):
        answer = client.post("/lanjut/", {"kode": "PDN 7K3 F9Q X2X"})
    assert answer.status_code == 422
    assert "karakter pemeriksanya" in answer.content.decode()
    assert 'value="PDN 7K3 F9Q X2X"' in answer.content.decode()


def test_the_number_of_a_file_is_told_from_a_code(ready: Walker) -> None:
    ready.check_and_send()
    answer = Client().post("/lanjut/", {"kode": Case.objects.get().reference})
    assert "Itu nomor berkas yang sudah terkirim" in answer.content.decode()


def test_a_code_leads_nowhere_once_it_was_sent(ready: Walker) -> None:
    ready.get(ready.base + "simpan/")
    code = code_on(ready)
    ready.get(ready.base + "periksa/")
    ready.check_and_send()
    assert Client().post("/lanjut/", {"kode": code}).status_code == 422


# Who may read it


def test_nothing_readable_lies_in_the_row(letter: Walker) -> None:
    row = Application.objects.get()
    shown = " ".join(str(getattr(row, f.name)) for f in row._meta.concrete_fields)
    assert "Wati" not in shown and "Rekaan" not in shown
    letter.get(letter.base + "simpan/")
    code = parse_return_code(code_on(letter))
    row.refresh_from_db()
    assert row.code and str(code) not in f"{row.code}{row.content}"


def test_the_cookie_opens_one_application_of_one_service(letter: Walker) -> None:
    other = Walker(KESAMBEN, "skck", letter.client)
    other.get(other.base + "periksa/")
    assert "Isian sebelumnya sudah tidak ada" in other.text
    cookie = letter.client.cookies["ajukan"]
    assert cookie["path"] == letter.base
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_made_up_cookie_opens_nothing(letter: Walker) -> None:
    thief = Walker(PANDAAN, "skck")
    thief.client.cookies["ajukan"] = str(Application.objects.get().id)
    thief.get(thief.base + "periksa/")
    assert "Wati" not in thief.html


def test_no_browser_keeps_a_page(letter: Walker) -> None:
    answer = letter.client.get(letter.base + "isi/nama/")
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]


def test_whoever_has_the_telephone_next_finds_nothing(letter: Walker) -> None:
    letter.get(letter.base + "simpan/")
    code = code_on(letter)
    letter.send({}, letter.base + "keluar/")
    letter.get(letter.base + "periksa/")
    assert "Wati" not in letter.html
    assert come_back(code).where.endswith("/isi/keperluan/")


# Forgetting


def test_it_is_forgotten_after_the_days_that_were_said(letter: Walker) -> None:
    letter.send({"berkas": photo()}, letter.base + "foto/?syarat=kk")
    kept = path_of(PANDAAN, Upload.objects.get().sha256)
    assert kept.exists()
    with clock.stopped(clock.now() + timedelta(days=13)):
        assert forget_old_drafts(PANDAAN) == 0
    with clock.stopped(clock.now() + timedelta(days=14, minutes=1)):
        letter.get(letter.base + "isi/nama/")
        assert "Wati" not in letter.html
        assert forget_old_drafts(PANDAAN) == 1
    assert not Application.objects.exists()
    assert not Upload.objects.exists()


def test_the_bytes_of_a_photo_go_with_it(
    letter: Walker, django_capture_on_commit_callbacks: object
) -> None:
    letter.send({"berkas": photo()}, letter.base + "foto/?syarat=kk")
    kept = path_of(PANDAAN, Upload.objects.get().sha256)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        letter.send({}, letter.base + "hapus/")
    assert not Application.objects.exists()
    assert not kept.exists()


def test_another_offices_drafts_are_left_alone(letter: Walker) -> None:
    with clock.stopped(clock.now() + timedelta(days=30)):
        assert forget_old_drafts(KESAMBEN) == 0
    assert Application.objects.count() == 1


def test_deleting_is_asked_once_more(letter: Walker) -> None:
    letter.get(letter.base + "hapus/")
    assert "tidak dapat dikembalikan" in letter.text
    assert Application.objects.exists()
    letter.send({}, letter.base + "hapus/")
    assert not Application.objects.exists()


def test_answers_sent_after_the_cookie_ended_are_kept(letter: Walker) -> None:
    letter.client.cookies.clear()
    letter.send({"isi/keperluan": "kerja"}, letter.base + "isi/keperluan/")
    assert "Yang baru saja Anda kirim tersimpan" in letter.text
    newest = Application.objects.latest("changed_at", "id")
    assert typed_in(newest).fields == {"isi/keperluan": "kerja"}


def test_a_form_whose_token_has_gone_is_given_back_and_good_again() -> None:
    walker = Walker(PANDAAN, "skck", Client(enforce_csrf_checks=True))
    walker.send(NAME, walker.base + "isi/nama/")
    assert walker.response.status_code == 403
    assert 'name="isi/nama" value="Wati Rekaan"' in walker.html
    walker.send(HtmlForm(walker.html).fields)
    assert walker.where.endswith("/isi/keperluan/")


def test_a_form_that_another_site_sent_is_not_given_back_to_be_sent_with_one_press() -> None:
    client = Client(enforce_csrf_checks=True)
    address = f"/{PANDAAN}/skck/ajukan/isi/nama/"
    answer = client.post(address, NAME, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "Wati Rekaan" not in answer.content.decode()


# Sending


def test_pressing_twice_makes_one_case(ready: Walker) -> None:
    fields = {"standar": re.findall(r'name="standar" value="([^"]+)"', ready.html)[0]}
    first = ready.client.post(ready.base + "periksa/", fields)
    second = ready.client.post(ready.base + "periksa/", fields)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_sending_at_once_from_two_windows_makes_one_case(ready: Walker) -> None:
    row = Application.objects.get()
    values = typed_values(ready)
    first = send_application(row=row, values=values, data={"channel": "portal"})
    second = send_application(row=row, values=values, data={"channel": "portal"})
    assert not isinstance(first, UUID)
    assert second == Case.objects.get().id


def typed_values(walker: Walker) -> dict[str, object]:
    from pendopo.portal.applying.way import way_of

    standing = versions.current(walker.office, walker.slug)
    assert standing is not None
    row = Application.objects.get()
    return way_of(standing, row, typed_in(row)).sent_values()


def test_what_was_sent_is_not_kept_twice(ready: Walker) -> None:
    ready.check_and_send()
    row = Application.objects.get()
    assert (row.content, row.code) == ("", None)
    ready.get(ready.base + "isi/nama/")
    assert ready.where.endswith("/terkirim/")


def test_a_second_application_begins_once_the_first_was_put_away(ready: Walker) -> None:
    ready.check_and_send()
    ready.send({}, ready.base + "keluar/")
    ready.begin()
    assert ready.where.endswith("/isi/nama/")


def test_a_standard_that_changed_is_told_before_it_is_sent(ready: Walker) -> None:
    publish_changed(PANDAAN, "skck", _one_choice_more)
    ready.check_and_send()
    assert ready.response.status_code == 409
    assert "Layanan ini baru saja berubah" in ready.text
    assert "Ditanyakan dengan cara lain: Keperluan SKCK." in ready.text
    assert "Wulan Sekarjati" in ready.text
    assert not Case.objects.exists()
    ready.check_and_send()
    assert ready.where.endswith("/terkirim/"), ready.text


def _one_choice_more(document: dict[str, Any]) -> None:
    for one in document["service"]["fields"]:
        if one["key"] == "keperluan":
            one["options"]["baru"] = "Keperluan baru"


# A full disk


def test_a_full_disk_gives_back_what_was_typed(
    letter: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pendopo.portal.applying.keeping.keep_typed", full)
    letter.send({"isi/keperluan": "kerja"})
    assert letter.response.status_code == 507
    assert '<input type="hidden" name="isi/keperluan" value="kerja">' in letter.html
    assert "Tempat penyimpanan kantor sedang penuh" in letter.text


def test_a_busy_database_gives_back_what_was_typed(
    letter: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("pendopo.portal.applying.keeping.keep_typed", busy)
    letter.send({"isi/keperluan": "kerja"})
    assert letter.response.status_code == 503
    assert 'value="kerja"' in letter.html


def test_too_much_text_is_refused_gently(letter: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applications, "MOST_LETTERS", 20)
    letter.send({"isi/keperluan": "kerja"})
    assert letter.response.status_code == 413
    assert "terlalu panjang" in letter.text


def test_no_reason_is_kept_that_was_not_asked_for(letter: Walker) -> None:
    letter.send({f"alasan.{n}": "x" * 2_000 for n in range(300)}, f"{letter.base}periksa/")
    assert letter.response.status_code < 500
    assert not applications.typed_in(Application.objects.get()).told


def test_what_is_said_beside_the_form_counts_as_typed(letter: Walker) -> None:
    row = Application.objects.get()
    long = {"secrecy": "x" * applications.MOST_LETTERS}
    kept = applications.keep_typed(row=row, change=lambda typed: replace(typed, told=long))
    assert isinstance(kept, applications.TooMuch)


def test_too_many_beginnings_are_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pendopo.portal.applying.keeping.wait_for", lambda *_: 60)
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.send(NAME)
    assert walker.response.status_code == 429
    assert not Application.objects.exists()


def test_an_installation_keeps_photos_in_its_own_folder(tmp_path: Path) -> None:
    assert Path(live.MEDIA_ROOT) == tmp_path

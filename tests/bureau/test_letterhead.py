# SPDX-License-Identifier: EUPL-1.2
"""Letterhead, paper and arms: looked at before they hold, and kept with what stood before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.arms import lay_beside, put_away
from pendopo.cases.settings_history import change_rows, changes
from pendopo.domain.circumstances import Actor
from pendopo.offices.access import actor_of_officer
from pendopo.offices.arms import arms_of, laid_beside
from pendopo.offices.models import Office, Officer
from pendopo.offices.stationery import OfficeStationery
from tests import people
from tests.bureau.asking import hidden, sent
from tests.counter.conftest import At

CODE = people.OFFICE.code
PAPER, ARMS, IMAGE = "/kantor/kop/", "/kantor/kop/lambang/", "/kantor/kop/contoh/"
SHIELD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
PNG = b"\x89PNG"


@pytest.fixture
def sari(at_desk: At, stopped_clock: clock.Clock, settings: Settings, tmp_path: Path) -> Client:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return at_desk("Sari")


def typed(**others: str) -> dict[str, str]:
    own = OfficeStationery().kept()
    usual = {name: str(value) for name, value in own.items() if not isinstance(value, bool | list)}
    return {**usual, "above": "", "below": "", "qr": "on", **others}


def stationery() -> OfficeStationery:
    return Office.objects.get(code=CODE).stationery_values


def upload(client: Client, content: bytes) -> Any:
    return client.post(ARMS, {"arms": SimpleUploadedFile("lambang", content)})


def test_the_paper_is_kept_as_it_was_typed(sari: Client) -> None:
    typing = typed(size="a4", above="PEMERINTAH REKAAN\r\n\r\nDINAS  CONTOH", left="30")
    assert sent(sari, PAPER, **typing)["Location"] == PAPER
    own = stationery()
    assert (own.size, own.left, own.above) == ("a4", 30, ("PEMERINTAH REKAAN", "DINAS CONTOH"))
    assert own.qr and not own.on_behalf
    assert changes(change_rows(CODE))[0].fields == ("size", "left", "above")


def test_it_can_be_looked_at_before_it_holds(sari: Client) -> None:
    before = sari.get(IMAGE).content
    answer = sent(sari, PAPER, **typed(points="14", typeface="tex-gyre-bonum"), do="look")
    page = answer.content.decode()
    assert answer.status_code == 200 and "Belum disimpan" in page
    assert stationery() == OfficeStationery()
    looked = sari.get(IMAGE, {"v": "1"}).content
    assert looked.startswith(PNG) and before.startswith(PNG) and looked != before
    assert sari.get(IMAGE).content == before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("left", "3", "Paling kecil 5."),
        ("points", "besar", "Tulis dengan angka."),
        ("size", "legal", "legal"),
        ("above", "1\n2\n3\n4\n5", "Paling banyak 4 baris."),
    ],
)
@pytest.mark.parametrize("do", ["", "look"])
def test_paper_that_cannot_be_is_told_beside_the_field(
    sari: Client, name: str, text: str, told: str, do: str
) -> None:
    answer = sent(sari, PAPER, **typed(**{name: text}), do=do)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert stationery() == OfficeStationery()


def test_arms_are_looked_at_and_then_taken(sari: Client, office: Office) -> None:
    assert upload(sari, SHIELD)["Location"] == ARMS
    assert arms_of(office).name == "example", "nothing holds yet"
    page = sari.get(ARMS)
    assert "Dengan lambang baru" in page.content.decode()
    assert sari.get(IMAGE, {"lambang": "1"}).content != sari.get(IMAGE).content
    assert sari.post(f"{ARMS}pakai/", hidden(page, 0))["Location"] == ARMS
    assert b"M0 0h9v9z" in arms_of(office).content
    assert changes(change_rows(CODE))[0].what == "arms"
    assert "Dengan lambang baru" not in sari.get(ARMS).content.decode()


def test_arms_that_were_only_looked_at_can_be_left(sari: Client, office: Office) -> None:
    upload(sari, SHIELD)
    sari.post(f"{ARMS}tinggalkan/")
    assert "Dengan lambang baru" not in sari.get(ARMS).content.decode()
    assert not change_rows(CODE).exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Berkas ini kosong"),
        (b"<svg>", "SVG"),
        (b"bukan gambar", "hanya gambar: SVG, PNG atau JPEG."),
    ],
)
def test_what_is_no_picture_is_refused_with_words(sari: Client, content: bytes, told: str) -> None:
    answer = upload(sari, content)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page and 'class="trouble"' in page


def test_taking_arms_twice_takes_them_once(sari: Client) -> None:
    upload(sari, SHIELD)
    key = hidden(sari.get(ARMS), 0)
    for _ in range(2):
        sari.post(f"{ARMS}pakai/", key)
    assert change_rows(CODE).count() == 1


def actor(name: str, office: Office) -> Actor:
    row = Officer.objects.get(office_id=CODE, name__startswith=name)
    found = actor_of_officer(CODE, row.id, office.today)
    assert found is not None
    return found


@pytest.mark.usefixtures("sari")
def test_nobody_lays_arms_beside_or_away_who_does_not_keep_the_settings(office: Office) -> None:
    clerk, head = actor("Rini", office), actor("Sari", office)
    assert isinstance(lay_beside(actor=clerk, content=SHIELD), NotRecorded)
    assert laid_beside(office.code) is None
    assert lay_beside(actor=head, content=SHIELD) is None
    assert isinstance(put_away(actor=clerk), NotRecorded)
    assert laid_beside(office.code) is not None

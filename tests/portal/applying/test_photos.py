# SPDX-License-Identifier: EUPL-1.2
"""Photos sent ahead: kept at once, shown small, removed again, and joined to the file."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pendopo.cases.models import Case, Upload
from pendopo.cases.services import applications
from tests.portal.applying.walk import Walker, example, photo
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_offices")]


@pytest.fixture
def at_photos() -> Walker:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    walker.send({"isi/nama": "Wati Rekaan", "isi/desa": "35.14.11.1006"})
    walker.get(walker.base + "foto/")
    return walker


def send(walker: Walker, *files: io.BytesIO, ask: str = "kk") -> None:
    walker.send({"berkas": list(files)}, f"{walker.base}foto/?syarat={ask}")


def pdf() -> io.BytesIO:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.add_blank_page()
        made.save(out)
    out.seek(0)
    out.name = "kk.pdf"
    return out


def test_several_photos_of_one_thing_are_kept_at_once(at_photos: Walker) -> None:
    send(at_photos, photo("teal"), photo("brown"))
    assert [one.ask for one in Upload.objects.all()] == ["kk", "kk"]
    assert at_photos.where.endswith("/foto/#f-kk")
    assert len(at_photos.page.all("img")) == 2


def test_a_photo_is_shown_small_to_its_browser_alone(at_photos: Walker) -> None:
    send(at_photos, photo())
    address = at_photos.page.all("img")[0]["src"]
    answer = at_photos.client.get(address)
    with Image.open(io.BytesIO(answer.content)) as small:
        assert max(small.size) <= 240
    assert "no-store" in answer["Cache-Control"] and "sandbox" in answer["Content-Security-Policy"]
    assert Walker(PANDAAN, "skck").client.get(address).status_code == 404


def test_a_pdf_says_how_many_pages_it_has(at_photos: Walker) -> None:
    send(at_photos, pdf())
    assert "PDF, 2 halaman" in at_photos.text


def test_a_photo_can_be_taken_away(at_photos: Walker) -> None:
    send(at_photos, photo())
    at_photos.send({"hapus": str(Upload.objects.get().id)}, at_photos.base + "foto/?syarat=kk")
    assert not Upload.objects.exists()


def test_nobody_takes_away_the_photos_of_another(at_photos: Walker) -> None:
    send(at_photos, photo())
    thief = Walker(PANDAAN, "skck")
    thief.begin()
    thief.send({"isi/nama": "Joko Rekaan", "isi/desa": "35.14.11.1006"})
    thief.send({"hapus": str(Upload.objects.get().id)}, thief.base + "foto/?syarat=kk")
    assert Upload.objects.count() == 1


def test_what_is_no_photo_is_said_beside_its_place(at_photos: Walker) -> None:
    bad = io.BytesIO(b"bukan foto")
    bad.name = "kk.txt"
    send(at_photos, photo(), bad)
    assert at_photos.response.status_code == 422
    assert '<a href="#f-kk">Fotokopi Kartu Keluarga: Hanya foto' in at_photos.html
    assert Upload.objects.count() == 1


def test_pressing_without_a_file_is_answered(at_photos: Walker) -> None:
    send(at_photos)
    assert "Pilih dahulu foto atau PDF-nya." in at_photos.text


def test_a_file_that_is_too_big_is_said_beside_its_place(
    at_photos: Walker, settings: object
) -> None:
    settings.PENDOPO_UPLOAD_MAX = 1_000_000  # type: ignore[attr-defined]
    big = io.BytesIO(b"\xff\xd8\xff" + b"0" * 1_200_000)
    big.name = "kk.jpg"
    send(at_photos, big)
    assert "lebih besar dari 1 MB" in at_photos.text
    assert 'id="f-kk-trouble"' in at_photos.html


def test_a_full_disk_is_said_beside_the_photo(
    at_photos: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pendopo.cases.services.uploads.write_kept", full)
    send(at_photos, photo())
    assert at_photos.response.status_code == 422
    assert "Tempat penyimpanan di server penuh" in at_photos.text


def test_there_is_an_end_to_photos(at_photos: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applications, "MOST_PHOTOS", 1)
    send(at_photos, photo("teal"), photo("brown"))
    assert "Sudah 1 berkas" in at_photos.text


def test_what_is_signed_or_given_back_is_brought_itself(at_photos: Walker) -> None:
    assert "Bawa aslinya" in at_photos.text
    assert 'id="f-formulir"' not in at_photos.html
    assert "Formulir surat pengantar SKCK" in at_photos.text


def test_nothing_is_kept_for_what_nobody_asked(at_photos: Walker) -> None:
    send(at_photos, photo(), ask="formulir")
    assert not Upload.objects.exists()


def test_photos_go_with_the_file(at_photos: Walker) -> None:
    send(at_photos, photo())
    at_photos.get(at_photos.base + "isi/nama/")
    at_photos.walk(example(PANDAAN, "skck"))
    assert "1 berkas" in at_photos.text
    at_photos.check_and_send()
    assert Upload.objects.get().case_id == Case.objects.get().id


def test_each_member_of_a_group_has_a_place_for_photos() -> None:
    walker = Walker(PANDAAN, "dispensasi-nikah")
    walker.begin()
    walker.walk(example(PANDAAN, "dispensasi-nikah"))
    walker.get(walker.base + "foto/")
    places = {one["id"] for one in walker.page.all("section") if "id" in one}
    assert any(place.endswith("-suami") for place in places)


def test_proof_of_a_complaint_may_be_sent_though_nothing_is_asked_for() -> None:
    walker = Walker(KESAMBEN, "pengaduan")
    walker.begin()
    walker.send({"nama": "tanpa-nama"})
    walker.send({"berkas": photo()}, walker.base + "foto/?syarat=")
    assert Upload.objects.get().ask == ""
    assert "Foto atau berkas lain sebagai bukti" in walker.text

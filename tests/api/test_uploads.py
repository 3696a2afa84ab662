# SPDX-License-Identifier: EUPL-1.2
"""Files that come in: what they really are, made anew, kept whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pytest_django import Settings

from pendopo.cases import models
from pendopo.cases.services.kept_files import sweep_uploads
from pendopo.cases.services.uploads import Clean, Unfit, cleaned, path_of
from pendopo.screens.attempts import Allowance
from tests.api.program import BASE, FORM, SKCK, Program
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")

MULTIPART = "multipart/form-data; boundary=x"


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **saved: Any) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    picture.save(out, kind, **saved)
    return out.getvalue()


def document(*, active: bool = False) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        if active:
            _arm(pdf)
        pdf.save(out)
    return out.getvalue()


def _arm(pdf: pikepdf.Pdf) -> None:
    """Everything that a PDF can do to its reader."""
    script = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert('halo')")
    launch = pikepdf.Dictionary(S=pikepdf.Name("/Launch"), F="calc.exe")
    pdf.Root.OpenAction = script
    pdf.Root.AA = pikepdf.Dictionary(WC=script)
    pdf.attachments["program.exe"] = b"MZ program"
    page = pdf.pages[0]
    page.obj.AA = pikepdf.Dictionary(O=launch)
    link = pikepdf.Dictionary(
        Type=pikepdf.Name("/Annot"),
        Subtype=pikepdf.Name("/Link"),
        Rect=[0, 0, 100, 100],
        A=launch,
    )
    page.obj.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link)]))


def kept(answer: Clean | Unfit) -> Clean:
    assert isinstance(answer, Clean), answer
    return answer


def unfit(answer: Clean | Unfit) -> str:
    assert isinstance(answer, Unfit), answer
    return answer.code


# What becomes of a file


def test_a_photo_is_drawn_again_without_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (7.0, 38.0, 0.0)}
    exif[0x010F] = "Kamera"
    clean = kept(cleaned(photo(exif=exif, comment=b"rahasia")))
    with Image.open(io.BytesIO(clean.content)) as picture:
        assert (clean.kind, picture.format, dict(picture.getexif())) == ("jpeg", "JPEG", {})
    assert b"rahasia" not in clean.content


def test_a_photo_taken_sideways_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    clean = kept(cleaned(photo(size=(64, 48), exif=exif)))
    with Image.open(io.BytesIO(clean.content)) as picture:
        assert picture.size == (48, 64)


def test_a_png_stays_one_and_loses_its_notes() -> None:
    notes = PngInfo()
    notes.add_text("Author", "rahasia")
    clean = kept(cleaned(photo("PNG", pnginfo=notes)))
    assert clean.kind == "png"
    assert b"rahasia" not in clean.content


def test_a_webp_becomes_a_jpeg() -> None:
    assert kept(cleaned(photo("WEBP"))).kind == "jpeg"


def test_what_was_hidden_behind_a_photo_is_gone() -> None:
    clean = kept(cleaned(photo() + b"<script>alert(1)</script>PK\x03\x04"))
    assert b"script" not in clean.content


def test_a_large_photo_is_made_as_large_as_a_sheet() -> None:
    clean = kept(cleaned(photo(size=(5000, 2500))))
    with Image.open(io.BytesIO(clean.content)) as picture:
        assert picture.size == (3508, 1754)


def test_a_picture_that_unfolds_without_end_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    assert unfit(cleaned(out.getvalue())) == "too-big"


def test_half_a_photo_is_broken() -> None:
    whole = photo(size=(600, 600))
    assert unfit(cleaned(whole[: len(whole) // 2])) == "broken"
    assert unfit(cleaned(b"\x89PNG\r\n\x1a\n" + b"x" * 50)) == "broken"


def test_a_pdf_keeps_its_pages_and_nothing_else() -> None:
    clean = kept(cleaned(document(active=True)))
    assert (clean.kind, clean.pages) == ("pdf", 1)
    with pikepdf.open(io.BytesIO(clean.content)) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages"}
        assert len(pdf.attachments) == 0
        everything = " ".join(repr(item) for item in pdf.objects)
    for word in ("JavaScript", "Launch", "OpenAction", "/AA", "Annots", "EmbeddedFile"):
        assert word not in everything
    assert b"calc.exe" not in clean.content


def test_what_was_filled_into_a_pdf_form_stays_to_be_read() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        look = pdf.make_stream(
            b"BT (Wati) Tj ET", BBox=[0, 0, 100, 20], Subtype=pikepdf.Name("/Form")
        )
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name("/Annot"),
                Subtype=pikepdf.Name("/Widget"),
                FT=pikepdf.Name("/Tx"),
                T="nama",
                V="Wati",
                Rect=[10, 10, 110, 30],
                AP=pikepdf.Dictionary(N=look),
                F=4,
            )
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        pdf.save(out)
    clean = kept(cleaned(out.getvalue()))
    with pikepdf.open(io.BytesIO(clean.content)) as pdf:
        shown = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert any(b"Wati" in stream for stream in shown)


def test_a_locked_or_broken_pdf_is_refused_with_words() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    answer = cleaned(out.getvalue())
    assert isinstance(answer, Unfit) and "kata sandi" in answer.text
    assert unfit(cleaned(b"%PDF-1.7\nbukan sungguhan")) == "broken"


def test_the_same_file_is_the_same_bytes_again() -> None:
    assert kept(cleaned(document())).sha256 == kept(cleaned(document())).sha256
    assert kept(cleaned(photo())).sha256 == kept(cleaned(photo())).sha256


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + b"program" * 50,
        b"#!/bin/sh\nrm -rf /",
        b"<html><script>alert(1)</script></html>",
        b"PK\x03\x04dokumen",
        b"GIF89a",
        b"",
    ],
)
def test_anything_else_is_not_taken_whatever_it_is_called(content: bytes) -> None:
    assert unfit(cleaned(content)) == "unknown-kind"


# Over the API


def stored(office: str = PANDAAN) -> list[Path]:
    folder = path_of(office, "x").parent
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_a_file_is_kept_for_the_server_alone(program: Program) -> None:
    said = program.upload("ktp.jpg", photo(), office=PANDAAN)
    assert (said.status, said.body["kind"]) == (201, "jpeg")
    (file,) = stored()
    assert file.name == said.body["sha256"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_file_is_joined_to_the_case_that_is_filed_with_it(program: Program) -> None:
    file = program.upload("ktp.jpg", photo(), office=PANDAAN).body
    body = {"values": FORM, "uploads": [{"id": file["id"], "ask": "ktp"}]}
    case = program.post(f"{SKCK}/cases", body).body
    told = program.get(f"{BASE}/cases/{case['reference']}", code=case["code"]).body
    assert [(one["id"], one["ask"]) for one in told["evidence"]] == [(file["id"], "ktp")]
    again = program.post(f"{SKCK}/cases", body)
    assert (again.status, again.places) == (422, ["uploads"])
    assert models.Case.objects.count() == 1


def test_a_file_of_another_office_cannot_be_used(program: Program) -> None:
    file = program.upload("ktp.jpg", photo(), office=KESAMBEN).body
    said = program.post(f"{SKCK}/cases", {"values": FORM, "uploads": [file["id"]]})
    assert (said.status, models.Case.objects.count()) == (422, 0)


def test_whoever_holds_the_code_adds_a_file_to_her_case(program: Program) -> None:
    case = program.filed()
    said = program.upload("surat.pdf", document(), case=case["reference"], code=case["code"])
    assert said.status == 201
    assert models.Upload.objects.get().case_id == models.Case.objects.get().id
    wrong = program.upload("surat.pdf", document(), case=case["reference"], code="0000-0000")
    assert wrong.status == 404


def test_an_officers_file_belongs_to_her_office(program: Program) -> None:
    assert program.upload("a.png", photo("PNG"), position="petugas-loket").status == 201
    assert models.Upload.objects.get().office_id == PANDAAN


def test_somebody_who_names_no_office_is_asked_for_it(program: Program) -> None:
    said = program.upload("a.png", photo("PNG"))
    assert (said.status, said.places) == (422, ["office"])
    assert program.upload("a.png", photo("PNG"), office="99.99.99").status == 404


def test_a_program_called_pdf_is_not_taken(program: Program) -> None:
    said = program.upload(
        "surat.pdf", b"MZ\x90\x00 program", office=PANDAAN, kind="application/pdf"
    )
    assert (said.status, stored(), models.Upload.objects.count()) == (415, [], 0)


class Endless(io.RawIOBase):
    """A body of 100 MB that is made while it is read, and counts how much was."""

    def __init__(self, size: int) -> None:
        self.left, self.read_bytes = size, 0

    def read(self, size: int = -1) -> bytes:
        amount = min(self.left, size if size and size > 0 else 65_536)
        self.left -= amount
        self.read_bytes += amount
        return b"x" * amount


def test_a_body_of_a_hundred_megabytes_is_refused_before_it_is_read(program: Program) -> None:
    body = Endless(100_000_000)
    answer = program.client.generic(
        "POST",
        f"{BASE}/uploads",
        b"",
        **{"wsgi.input": body, "CONTENT_LENGTH": "100000000", "CONTENT_TYPE": MULTIPART},
    )
    assert answer.status_code == 413
    assert body.read_bytes == 0


def test_a_file_above_the_cap_is_given_up_while_it_comes_in(
    program: Program, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PENDOPO_UPLOAD_MAX = 50_000
    monkeypatch.setattr("pendopo.api.uploads._ENVELOPE", 10_000_000)
    said = program.upload("a.jpg", b"\xff\xd8\xff" + os.urandom(200_000), office=PANDAAN)
    assert (said.status, stored()) == (413, [])


def test_a_length_that_is_not_announced_is_asked_for(program: Program) -> None:
    answer = program.client.generic(
        "POST",
        f"{BASE}/uploads",
        b"",
        CONTENT_LENGTH="",
        CONTENT_TYPE=MULTIPART,
    )
    assert answer.status_code == 411


def test_json_is_no_file(program: Program) -> None:
    assert program.post(f"{BASE}/uploads", {"file": "a"}).status == 415


@pytest.mark.parametrize(
    "body", [b"", b"--x\r\n", b"--x\r\nContent-Disposition: form-data", b"\x00" * 40]
)
def test_a_torn_multipart_body_is_answered(program: Program, body: bytes) -> None:
    said = program.send("POST", f"{BASE}/uploads", body or b" ", content_type=MULTIPART)
    assert said.status in (400, 422)


def test_a_full_disk_leaves_nothing_half_written(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pendopo.base.kept_files.os.fsync", full)
    said = program.upload("ktp.jpg", photo(), office=PANDAAN)
    assert (said.status, models.Upload.objects.count(), stored()) == (507, 0, [])
    assert "penuh" in said.body["detail"]


def test_a_row_is_made_only_once_the_file_is_safe(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    real = models.Upload.objects.create

    def create(**row: Any) -> models.Upload:
        seen.append(path_of(row["office_id"], row["sha256"]).exists())
        return real(**row)

    monkeypatch.setattr(models.Upload.objects, "create", create)
    program.upload("ktp.jpg", photo(), office=PANDAAN)
    assert seen == [True]


def test_the_same_file_twice_is_kept_once(program: Program) -> None:
    for _ in range(2):
        program.upload("ktp.jpg", photo(), office=PANDAAN)
    assert (len(stored()), models.Upload.objects.count()) == (1, 2)


def test_files_that_no_row_knows_are_swept_after_a_day(program: Program) -> None:
    program.upload("ktp.jpg", photo(), office=PANDAAN)
    stray = path_of(PANDAAN, "f" * 64)
    stray.write_bytes(b"x")
    os.utime(stray, (0, 0))
    fresh = path_of(PANDAAN, "e" * 64)
    fresh.write_bytes(b"x")
    os.utime(fresh, (4_000_000_000, 4_000_000_000))
    assert sweep_uploads(PANDAAN) == 1
    assert not stray.exists() and fresh.exists()
    assert sweep_uploads("99.99.99") == 0


def test_too_many_files_of_nobodys_have_to_wait(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Allowance("uji", 1, timedelta(hours=1))
    monkeypatch.setattr("pendopo.api.uploads.STRAY_UPLOADS", few)
    statuses = [program.upload("a.jpg", photo(), office=PANDAAN).status for _ in range(2)]
    assert statuses == [201, 429]
    assert program.upload("a.jpg", photo(), position="petugas-loket").status == 201

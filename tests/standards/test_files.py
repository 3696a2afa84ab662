# SPDX-License-Identifier: EUPL-1.2
"""Reading files and folders: everything that is wrong, at once, each with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pendopo.standards.files import (
    File,
    Folder,
    National,
    office_folders,
    read_decree,
    read_folder,
    read_national,
    read_office,
    read_service,
    read_text,
)
from pendopo.standards.schema import Service
from tests.standards.reading import EXAMPLE, OFFICE


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the example that a test may spoil."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "standards"))


def test_a_folder_holds_its_office_decree_and_services() -> None:
    found = read_folder(OFFICE)
    assert isinstance(found, Folder)
    assert found.office.word.code == "99.01.01"
    assert found.decree is not None and found.decree.word.signatory.name == "Wirya Contoh, S.STP."
    assert [file.stem for file in found.services] == ["surat-contoh"]


def test_the_national_folder_holds_lists_calendars_and_services() -> None:
    found = read_national(EXAMPLE / "national")
    assert isinstance(found, National)
    assert found.services[0].name == "national/services/pengaduan.yaml"
    assert found.calendars[0].word.holidays[1].kind == "cuti-bersama"


def test_offices_are_the_folders_beside_the_national_one(copy: Path) -> None:
    (copy / "kosong").mkdir()
    (copy / ".git").mkdir()
    assert [path.name for path in office_folders(copy)] == ["99.01.01-contoh"]


def test_every_mistake_of_every_file_is_told_at_once(copy: Path) -> None:
    office = copy / OFFICE.name
    for name in ("office.yaml", "decree.yaml", "surat-contoh.yaml"):
        path = office / name
        path.write_text(path.read_text().replace("language: 1", "language: 2\nasing: 1"))
    found = read_folder(office)
    assert isinstance(found, tuple)
    assert [(p.file.partition("/")[2], p.line) for p in found] == [
        ("decree.yaml", 1),
        ("decree.yaml", 2),
        ("office.yaml", 1),
        ("office.yaml", 2),
        ("surat-contoh.yaml", 1),
        ("surat-contoh.yaml", 2),
    ]


def test_an_office_may_have_no_decree_yet(copy: Path) -> None:
    (copy / OFFICE.name / "decree.yaml").unlink()
    found = read_folder(copy / OFFICE.name)
    assert isinstance(found, Folder) and found.decree is None


def test_a_folder_without_office_yaml_is_told_so(copy: Path) -> None:
    (copy / OFFICE.name / "office.yaml").unlink()
    (problem,) = read_folder(copy / OFFICE.name)  # type: ignore[misc]
    assert problem.file == "99.01.01-contoh/office.yaml" and problem.line == 0


def test_a_file_that_ends_in_yml_is_not_passed_over_in_silence(copy: Path) -> None:
    path = copy / OFFICE.name / "surat-contoh.yaml"
    path.rename(path.with_suffix(".yml"))
    (problem,) = read_folder(copy / OFFICE.name)  # type: ignore[misc]
    assert "surat-contoh.yaml" in problem.mend


def test_a_file_that_is_not_utf_8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "layanan.yaml"
    path.write_bytes(b"language: 1\nname: \xff\xfe\n")
    (problem,) = read_service(path)  # type: ignore[misc]
    assert problem.line == 2 and "UTF-8" in problem.mend


def test_a_byte_order_mark_does_no_harm(copy: Path) -> None:
    path = copy / OFFICE.name / "surat-contoh.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert isinstance(read_service(path), File)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    for read in (read_service, read_office, read_decree):
        (problem,) = read(tmp_path / "tidak-ada.yaml")  # type: ignore[misc]
        assert problem.mend


def test_a_text_at_hand_is_read_like_its_file() -> None:
    path = OFFICE / "surat-contoh.yaml"
    from_file, from_text = read_service(path), read_text(path.read_text(), "teks", Service)
    assert isinstance(from_file, File) and isinstance(from_text, File)
    assert (from_text.word, from_text.sha256) == (from_file.word, from_file.sha256)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('from: "07:30"', "from: 07.30", '"07:30"'),
        ('from: "07:30"', 'from: "7.30"', '"07:30"'),
        ('code: "99.01.01"', "code: 99.01", '"99.01"'),
        ("senin:", "senen:", "Mungkin maksudnya «senin»"),
        ("prefix: CTH", "prefix: cth", "tiga huruf besar"),
        ("services: [surat-contoh]", "services: semua", "daftar"),
        ("on_behalf_of: camat, services: all", "on_behalf_of: camat, services: al", "all"),
        ('nip: "197901012001012000"', 'nip: "19790101"', "18 angka"),
        ("kind: desa", "kind: dusun", "desa, kelurahan"),
    ],
)
def test_a_mistake_in_office_yaml_is_told_with_its_cure(
    copy: Path, old: str, new: str, told: str
) -> None:
    path = copy / OFFICE.name / "office.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    found = read_office(path)
    assert isinstance(found, tuple) and len(found) == 1
    assert told in str(found[0])


@pytest.mark.parametrize(
    "day", ["2025-02-30", "20250102", "02-01-2025", "besok", "2025-01-02 08:00:00"]
)
def test_a_day_that_no_calendar_has_is_refused(copy: Path, day: str) -> None:
    path = copy / OFFICE.name / "decree.yaml"
    path.write_text(path.read_text().replace("date: 2025-01-02", f"date: {day}", 1))
    (problem,) = read_decree(path)  # type: ignore[misc]
    assert "2026-12-31" in problem.mend


def test_a_day_may_be_quoted_or_not(copy: Path) -> None:
    path = copy / OFFICE.name / "decree.yaml"
    path.write_text(path.read_text().replace("date: 2025-01-02", 'date: "2025-01-02"', 1))
    quoted, plain = read_decree(path), read_decree(OFFICE / "decree.yaml")
    assert isinstance(quoted, File) and isinstance(plain, File)
    assert quoted.word == plain.word

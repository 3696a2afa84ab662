# SPDX-License-Identifier: EUPL-1.2
"""`pendopo standards load | check | show | docs`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pendopo.base import clock
from pendopo.standards import commands
from tests.standards.reading import EXAMPLE, OFFICE


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the example."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "standards"))


def spoil(files: Path) -> None:
    """Make one service malformed."""
    path = files / OFFICE.name / "surat-contoh.yaml"
    path.write_text(path.read_text().replace("do: verify", "do: verifi"))


def test_check_finds_nothing_in_a_sound_folder(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.check([str(files)]) == 0
    assert "0 harus dibetulkan" in capsys.readouterr().out


def test_check_tells_every_mistake_and_fails(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(files)
    (files / "national" / "laws.yaml").write_text("language: 1\n")
    assert commands.check([str(files)]) == 1
    told = capsys.readouterr().out
    assert "verifi" in told and "«laws» belum ada" in told and "2 harus dibetulkan" in told


def test_check_keeps_notes_to_itself_unless_asked(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = files / OFFICE.name / "decree.yaml"
    path.write_text(path.read_text().replace("Santun, Ikhlas", "Ikhlas, Santun"))
    assert commands.check([str(files)]) == 0
    assert "moto" not in capsys.readouterr().out
    assert commands.check([str(files), "--notes"]) == 0
    assert "[catatan: moto]" in capsys.readouterr().out


@pytest.mark.django_db
def test_load_tells_what_it_did(
    files: Path, stopped_clock: clock.Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.load([str(files)]) == 0
    assert "99.01.01-contoh: kantor dibuat; keputusan baru;" in capsys.readouterr().out
    spoil(files)
    assert commands.load([str(files)]) == 1
    assert "yang sudah berlaku tetap berlaku" in capsys.readouterr().out


@pytest.mark.django_db
def test_show_prints_the_whole_standard(
    files: Path, stopped_clock: clock.Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    commands.load([str(files)])
    capsys.readouterr()
    assert commands.show(["99.01.01", "surat-contoh"]) == 0
    told = capsys.readouterr().out
    assert "versi 1, berlaku 6 Januari 2025" in told
    assert "1. Fotokopi KTP" in told and "Petugas: Petugas pengaduan" in told
    assert "periksa: Petugas loket · memeriksa" in told
    assert "lengkap → tanda-tangan, tidak-lengkap → ajukan" in told


@pytest.mark.django_db
def test_show_says_what_the_decree_lacks(
    files: Path, stopped_clock: clock.Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    commands.load([str(files)])
    capsys.readouterr()
    assert commands.show(["99.01.01", "pengaduan"]) == 0
    assert capsys.readouterr().out.count("(tidak tercetak dalam keputusan)") == 14


@pytest.mark.django_db
def test_show_helps_whoever_asks_for_what_is_not_there(
    files: Path, stopped_clock: clock.Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.show(["99.01.01"]) == 1
    assert "pendopo standards load" in capsys.readouterr().out
    commands.load([str(files)])
    assert commands.show(["99.01.01", "surat"]) == 1
    assert "surat-contoh" in capsys.readouterr().out
    assert commands.show(["99.01.01"]) == 0
    assert commands.show(["99.99.99"]) == 1
    assert "Yang ada: 99.01.01." in capsys.readouterr().out


def test_docs_writes_the_reference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.docs([str(tmp_path)]) == 0
    assert "bahasa-standar.md" in capsys.readouterr().out
    assert (tmp_path / "standard.schema.json").exists()

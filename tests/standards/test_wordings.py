# SPDX-License-Identifier: EUPL-1.2
"""The words of letters: shared by the nation, replaced by an office, kept with a version."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import PaperForm
from pendopo.standards.adoption import wordings_of
from pendopo.standards.compiling import to_domain
from pendopo.standards.files import Folder, National, read_folder, read_national
from pendopo.standards.placeholders import placeholders
from pendopo.standards.stored import compiled, digest, stored
from tests.standards.reading import EXAMPLE, OFFICE

LETTER = """language: 1
form: letter
heading: SURAT CONTOH
body: |-
  Diberikan kepada {nama}.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The example, whose letter refers to a wording of the nation."""
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "standards"))
    write(copy / "national", LETTER)
    service = copy / OFFICE.name / "surat-contoh.yaml"
    text = service.read_text(encoding="utf-8")
    service.write_text(text.replace("wording: surat-contoh,", "wording: surat,"))
    return copy


def write(folder: Path, text: str, name: str = "surat") -> None:
    """A wording of the nation or of an office."""
    (folder / "wordings").mkdir(exist_ok=True)
    (folder / "wordings" / f"{name}.yaml").write_text(text, encoding="utf-8")


def read(files: Path) -> tuple[Folder, National]:
    """Both as they are read."""
    folder, national = read_folder(files / OFFICE.name), read_national(files / "national")
    assert isinstance(folder, Folder), folder
    assert isinstance(national, National), national
    return folder, national


def standard_of(files: Path) -> Standard:
    """The service as a version keeps it, made again."""
    folder, national = read(files)
    words = wordings_of(folder, national)
    return compiled(stored(folder.services[0], national.classes, words)).standard


def test_a_paper_says_what_the_wording_of_the_nation_says(files: Path) -> None:
    wording = standard_of(files).paper("surat").wording(PaperForm.LETTER)
    assert wording is not None
    assert (wording.name, wording.heading) == ("surat", "SURAT CONTOH")
    assert wording.body == "Diberikan kepada {nama}."


def test_an_office_has_its_own_words_in_place_of_the_nations(files: Path) -> None:
    write(files / OFFICE.name, LETTER.replace("SURAT CONTOH", "SURAT KAMI"))
    wording = standard_of(files).paper("surat").wording(PaperForm.LETTER)
    assert wording is not None and wording.heading == "SURAT KAMI"


def test_other_words_make_another_version(files: Path) -> None:
    def digested() -> str:
        folder, national = read(files)
        return digest(folder.services[0], national.classes, wordings_of(folder, national))

    before = digested()
    write(files / "national", LETTER, "lain")
    assert digested() == before
    write(files / "national", LETTER.replace("Diberikan", "Dikirim"))
    assert digested() != before


def test_a_paper_without_words_has_none(files: Path) -> None:
    folder, _ = read(files)
    assert to_domain(folder.services[0].word).paper("surat").wordings == ()


def test_a_letter_may_name_each_member_of_a_group_and_the_village_in_full(files: Path) -> None:
    known = placeholders(standard_of(files))
    assert known["pihak.dua.usia"] == "Pihak kedua: Usia"
    assert known["desa-kepala"] == "Desa, kepalanya"
    assert "surat.nomor" in known
    assert "pihak.usia" not in known

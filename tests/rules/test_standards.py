# SPDX-License-Identifier: EUPL-1.2
"""The standards of the repository: every file is read, and nothing in them asks for mending."""

from __future__ import annotations

from pendopo.standards.commands import check_files
from pendopo.standards.files import office_folders
from pendopo.standards.problems import errors
from tests.real_offices import STANDARDS, read_all
from tests.rules.repository import name, said


def test_every_file_below_standards_is_sound() -> None:
    found = [str(problem) for problem in errors(check_files(STANDARDS))]
    assert not found, said(found, "each line says what to write; then `pendopo standards check`.")


def test_every_file_below_standards_is_read() -> None:
    national, folders = read_all()
    read = {file.name for folder in folders for file in folder.services}
    read |= {folder.office.name for folder in folders}
    read |= {folder.decree.name for folder in folders if folder.decree}
    read |= {national.roles.name, national.laws.name}
    read |= {national.exclusions.name, national.classes.name, national.books.name}
    read |= {file.name for file in national.calendars}
    read |= {file.name for file in national.services}
    read |= {file.name for file in national.wordings}
    read |= {file.name for folder in folders for file in folder.wordings}
    read |= {f"{f.name}/{f.office.word.stationery.arms}" for f in folders}
    below = (path for path in STANDARDS.rglob("*") if path.is_file())
    written = {path.relative_to(STANDARDS).as_posix() for path in below}
    found = sorted(written - read)
    assert not found, said(found, "name it *.yaml, in the folder of an office or a national one.")


def test_every_office_has_its_decree() -> None:
    found = [
        name(path) for path in office_folders(STANDARDS) if not (path / "decree.yaml").exists()
    ]
    assert not found, said(found, "write decree.yaml: the number, the date and the dictums.")

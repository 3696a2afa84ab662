# SPDX-License-Identifier: EUPL-1.2
"""What papers are made with travels inside the package: faces, their licences, templates."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pendopo.papers

FOLDER = Path(pendopo.papers.__file__).parent
PROJECT = FOLDER.parents[1] / "pyproject.toml"


def test_every_face_and_template_is_packed() -> None:
    settings = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    packed = {path for pattern in patterns for path in FOLDER.glob(pattern) if path.is_file()}
    there = {
        path
        for path in FOLDER.rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    }
    assert there - packed == set()
    assert len(there) > 15


def test_every_face_has_its_licence_beside_it() -> None:
    names = {path.name for path in (FOLDER / "fonts").iterdir()}
    assert {"liberation-sans-LICENSE.txt", "tex-gyre-bonum-LICENSE.txt"} <= names
    for family in ("LiberationSans", "texgyrebonum"):
        assert len([name for name in names if name.startswith(family)]) == 4

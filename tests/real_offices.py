# SPDX-License-Identifier: EUPL-1.2
"""The two offices of the decrees, as the repository's files make them.

Reading the files takes two seconds and storing them a third of one: they are read once a run.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from django.db import transaction

from pendopo.standards import loading
from pendopo.standards.files import Folder, National, office_folders, read_folder, read_national

STANDARDS = Path(__file__).parent.parent / "standards"
PANDAAN, KESAMBEN = "35.14.11", "35.17.12"


@lru_cache(maxsize=1)
def read_all() -> tuple[National, tuple[Folder, ...]]:
    """The national files and both folders, read and checked."""
    national = read_national(STANDARDS / "national")
    assert isinstance(national, National), national
    folders = []
    for path in office_folders(STANDARDS):
        folder = read_folder(path)
        assert isinstance(folder, Folder), folder
        folders.append(folder)
    return national, tuple(folders)


def load_real_offices() -> None:
    """Store both offices in the test's database."""
    national, folders = read_all()
    with transaction.atomic():
        loading.load_national(national)
        for folder in folders:
            loading.store_folder(folder, national, (), demo=True)


@pytest.fixture
def real_offices(db: None) -> None:
    """Pandaan and Kesamben with their standards, positions, books and invented officers."""
    load_real_offices()


__all__ = ["KESAMBEN", "PANDAAN", "load_real_offices", "real_offices"]

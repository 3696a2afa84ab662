# SPDX-License-Identifier: EUPL-1.2
"""The two offices of the decrees, as the repository's files make them.

Reading the files takes two seconds and storing them a third of one. Both happen once a run: what
the first test's loading wrote is kept, and written again as it was for the tests that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from django.db import connection, transaction

from pendopo.base import clock
from pendopo.standards import loading
from pendopo.standards.files import Folder, National, office_folders, read_folder, read_national
from tests import people

STANDARDS = Path(__file__).parent.parent / "standards"
PANDAAN, KESAMBEN = "35.14.11", "35.17.12"

Statement: TypeAlias = tuple[str, tuple[Any, ...]]
_written: list[Statement] = []


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
    with transaction.atomic():
        if _written:
            _write_again()
        else:
            with clock.stopped(people.NOW), _kept(_written):
                _load()


def _load() -> None:
    national, folders = read_all()
    loading.load_national(national)
    for folder in folders:
        loading.store_folder(folder, national, (), demo=True)


@contextmanager
def _kept(written: list[Statement]) -> Iterator[None]:
    """Keep every statement that writes, in its order; none of a loading that fails."""
    seen: list[Statement] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            assert not many
            seen.append((sql, tuple(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield
    written += seen


def _write_again() -> None:
    with connection.cursor() as cursor:
        for sql, statements in groupby(_written, key=lambda one: one[0]):
            cursor.executemany(sql, [params for _, params in statements])


@pytest.fixture
def real_offices(db: None) -> None:
    """Pandaan and Kesamben with their standards, positions, books and invented officers."""
    load_real_offices()


__all__ = ["KESAMBEN", "PANDAAN", "load_real_offices", "real_offices"]

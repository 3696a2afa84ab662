# SPDX-License-Identifier: EUPL-1.2
"""A full disk is known by what caused the fault, on either engine."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from pendopo.base import room
from pendopo.base.models import KeyMark
from pendopo.base.room import has_no_room


def caused(by: BaseException) -> OperationalError:
    """The fault as Django wraps it."""
    wrapped = OperationalError("something")
    wrapped.__cause__ = by
    return wrapped


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        caused(psycopg.errors.DiskFull("could not extend file")),
        caused(OSError(errno.ENOSPC, "No space left on device")),
    ],
)
def test_a_full_disk_is_noticed(fault: BaseException) -> None:
    assert has_no_room(fault)


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.EACCES, "x"),
        OperationalError("disk"),
        caused(psycopg.errors.DeadlockDetected()),
    ],
)
def test_another_fault_is_not_taken_for_a_full_disk(fault: BaseException) -> None:
    assert not has_no_room(fault)


def test_sqlite_says_it_by_its_code() -> None:
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute("CREATE TABLE t (a)")
        small.execute("PRAGMA max_page_count=3")
        with pytest.raises(sqlite3.OperationalError) as full:
            small.execute("INSERT INTO t VALUES (zeroblob(100000))")
    assert has_no_room(caused(full.value))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite only")
@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_grow_undoes_what_was_begun() -> None:
    before = KeyMark.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
        try:
            with pytest.raises(OperationalError) as full, transaction.atomic():
                for version in range(1000, 9000):
                    KeyMark.objects.create(version=version, fingerprint="x" * 64)
        finally:
            cursor.execute("PRAGMA max_page_count=1073741823")
    assert has_no_room(full.value)
    assert KeyMark.objects.count() == before


def test_strangers_may_not_write_where_little_room_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unmade = tmp_path / "uploads" / "35.14.11"
    monkeypatch.setattr(room, "KEPT_FREE", 0)
    assert room.room_for_strangers(unmade)
    monkeypatch.setattr(room, "KEPT_FREE", 1 << 60)
    assert not room.room_for_strangers(unmade)

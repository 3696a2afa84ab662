# SPDX-License-Identifier: EUPL-1.2
"""A copy of the database, made while it is in use."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from pendopo.base import backup
from pendopo.base.backup import CannotBackUp, MissingTool, back_up, usual_place
from pendopo.offices.seeding import seed_office
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
on_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL only")
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite only")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    return tmp_path / "salinan" / "kantor"


def test_a_copy_is_for_its_owner_alone_and_leaves_no_draft_behind(target: Path) -> None:
    back_up(connection, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(target.parent.iterdir()) == [target]


@on_sqlite
def test_a_copy_holds_the_rows_of_that_moment(target: Path) -> None:
    seed_office(people.OFFICE, demo=True)
    back_up(connection, target)
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT name FROM offices_office").fetchall() == [(people.OFFICE.name,)]
        triggers = copy.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
        assert triggers.fetchone()[0] > 0


@on_postgres
def test_a_dump_holds_the_rows_of_that_moment(target: Path) -> None:
    seed_office(people.OFFICE, demo=True)
    back_up(connection, target)
    rows = backup.run_tool(
        ["pg_restore", "--data-only", "--table=offices_office", "--file=-", str(target)], {}
    )
    assert people.OFFICE.name in rows


def test_an_existing_file_is_never_overwritten(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("kemarin")
    with pytest.raises(CannotBackUp, match="sudah ada dan tidak ditimpa"):
        back_up(connection, target)
    assert target.read_text() == "kemarin"


@on_sqlite
def test_a_copy_that_lacks_a_table_is_not_kept(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [*connection.introspection.table_names(), "one_more"]
    monkeypatch.setattr(connection.introspection, "table_names", lambda: names)
    with pytest.raises(CannotBackUp, match="tidak lolos pemeriksaan"):
        back_up(connection, target)
    assert list(target.parent.iterdir()) == []


@on_postgres
def test_without_the_tool_it_says_what_to_install(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingTool, match="Pasang paket postgresql-client"):
        back_up(connection, target)


@on_postgres
def test_a_refusal_of_the_tool_is_told_in_its_own_words(target: Path) -> None:
    elsewhere = {**connection.settings_dict, "NAME": "tidak_ada"}
    with pytest.raises(CannotBackUp, match=r'pg_dump menolak: .*"tidak_ada" does not exist'):
        backup._dump(elsewhere, target.parent.parent / "kantor")


def test_what_a_tool_quotes_of_the_rows_is_not_told() -> None:
    said = (
        "pg_restore: error: COPY failed for table x: ERROR: invalid\n"
        "CONTEXT:  COPY x, line 1: Wati Rekaan 9935140101900001\n"
        "pg_restore: error: could not execute query: ERROR:  relation exists\n"
        "DETAIL:  Key (nama)=(Wati Rekaan) is duplicated.\n"
    )
    told = backup._without_rows(said)
    assert told == "pg_restore: error: could not execute query: ERROR:  relation exists"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    occupied = tmp_path / "berkas"
    occupied.write_text("")
    with pytest.raises(CannotBackUp, match="tidak dapat ditulis"):
        back_up(connection, occupied / "kantor")


def test_the_usual_place_names_the_moment(tmp_path: Path) -> None:
    at = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)
    ending = "sqlite3" if connection.vendor == "sqlite" else "dump"
    place = usual_place(connection, tmp_path, at, "pendopo")
    assert place == tmp_path / f"pendopo-20261123-024000.{ending}"


def test_files_are_copied_beside_the_copy_and_those_that_lack_are_counted(tmp_path: Path) -> None:
    folder, copy = tmp_path / "uploads", tmp_path / "salinan" / "kantor"
    (folder / "99.01.01").mkdir(parents=True)
    (folder / "99.01.01" / "abc").write_text("isi")
    copy.parent.mkdir()
    found = backup.back_up_files(folder, ["99.01.01/abc", "99.01.01/tiada"], copy)
    assert (found.copied, found.missing) == (1, 1)
    beside = backup.place_of_files(copy)
    assert (beside / "99.01.01" / "abc").read_text() == "isi"
    assert list(copy.parent.iterdir()) == [beside]
    with pytest.raises(CannotBackUp, match="tidak ditimpa"):
        back_up(connection, copy)


def test_a_disk_without_second_names_gets_real_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Operation not permitted")

    (tmp_path / "abc").write_text("isi")
    monkeypatch.setattr(backup.os, "link", refuse)
    backup.back_up_files(tmp_path, ["abc"], tmp_path / "kantor")
    copied = backup.place_of_files(tmp_path / "kantor") / "abc"
    assert (copied.read_text(), copied.stat().st_mode & 0o777) == ("isi", 0o600)


def test_without_files_no_folder_is_made(tmp_path: Path) -> None:
    found = backup.back_up_files(tmp_path, [], tmp_path / "kantor")
    assert (found.copied, list(tmp_path.iterdir())) == (0, [])

# SPDX-License-Identifier: EUPL-1.2
"""Copies of everything, and the trial that one can be restored: on the engine of the run."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from pendopo.base import clock
from pendopo.base.copies import Copy, copies
from pendopo.base.daily import NotDone, deeds, do_now, state_of
from pendopo.cases.models import Upload
from pendopo.cases.services import safekeeping
from pendopo.cases.services.safekeeping import BACKUP, TRIAL, daily_copy, make_copy, try_copy
from pendopo.cases.services.uploads import keep_upload
from tests.cases.counter import handed_in
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
]
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite only")
on_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL only")
DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS"
    b"\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where copies and files go."""
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    settings.PENDOPO_BACKUPS = tmp_path / "backups"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "backups"


def with_a_file() -> Upload:
    kept = keep_upload(office=PANDAAN, content=DOT, by="officer:x")
    assert isinstance(kept, Upload), kept
    return kept


def test_a_copy_is_restored_proved_and_counted(folder: Path) -> None:
    handed_in()
    with_a_file()
    daily_copy()
    told: Any = try_copy()
    assert (told["cases"], told["files"]) == (1, 1)
    assert told["events"] == told["streams"] >= 1
    assert {p.name.rpartition(".")[2] for p in folder.iterdir()} <= {
        "sqlite3",
        "dump",
        "json",
        "uploads",
    }, "nothing of the trial is left"


def test_each_is_a_day_s_work_and_its_row_tells_of_it() -> None:
    assert {BACKUP, TRIAL} <= set(deeds())
    assert do_now(BACKUP)
    assert state_of(BACKUP).told["files"] == 0
    assert state_of(BACKUP).trouble == ""


def test_the_day_goes_by_the_first_office_s_wall(settings: Settings) -> None:
    settings.PENDOPO_BACKUP_HOUR = 15
    wall = safekeeping.backup_hour()
    assert wall is not None
    assert (wall[0].hour, str(wall[1])) == (15, "Asia/Jakarta")
    settings.PENDOPO_BACKUP_HOUR = None
    assert safekeeping.backup_hour() is None


def test_a_note_says_between_which_counts_the_copy_lies(folder: Path) -> None:
    handed_in()
    note = make_copy(folder / "pendopo-20261123-024000.x")
    assert note.before == note.after
    assert note.before["cases"] == 1


def test_without_a_copy_there_is_nothing_to_try() -> None:
    with pytest.raises(NotDone, match="Belum ada salinan"):
        try_copy()


def test_a_copy_that_rotted_on_the_disk_is_told() -> None:
    daily_copy()
    copy = only_copy()
    with copy.path.open("r+b") as file:
        file.seek(copy.size // 2)
        file.write(b"\xff\xff\xff")
    with pytest.raises(NotDone, match="tidak lagi sama"):
        try_copy()


def test_a_copy_that_lacks_cases_is_told(folder: Path) -> None:
    daily_copy()
    note = only_copy().note
    assert note is not None
    place = folder / f"{only_copy().path.name}.json"
    place.write_text(place.read_text().replace('"cases": 0', '"cases": 7'))
    with pytest.raises(NotDone, match="memuat 0 berkas; ketika dibuat ada 7"):
        try_copy()


def test_a_file_that_is_missing_beside_the_copy_is_told(folder: Path) -> None:
    with_a_file()
    daily_copy()
    (found,) = folder.glob("*.uploads/*/*")
    found.unlink()
    with pytest.raises(NotDone, match="1 berkas unggahan"):
        try_copy()


@on_sqlite
def test_what_was_changed_behind_our_back_is_found_in_the_copy() -> None:
    handed_in()
    daily_copy()
    copy = only_copy()
    with closing(sqlite3.connect(copy.path)) as opened:
        names = opened.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            opened.execute(f'DROP TRIGGER "{name}"')
        opened.execute("UPDATE cases_event SET actor = 'officer:x'")
        opened.commit()
    (copy.path.with_name(f"{copy.path.name}.json")).unlink()
    with pytest.raises(NotDone, match="hal tidak cocok"):
        try_copy()


@on_sqlite
def test_without_room_for_the_trial_it_says_how_much_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    daily_copy()
    full = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr("pendopo.base.trial.shutil.disk_usage", lambda _: full)
    with pytest.raises(NotDone, match="diperlukan ruang"):
        try_copy()


@on_postgres
def test_a_role_that_may_make_no_database_is_told_what_to_ask_for() -> None:
    daily_copy()
    with connection.cursor() as cursor:
        cursor.execute("DROP ROLE IF EXISTS pendopo_uji_lemah")
        cursor.execute("CREATE ROLE pendopo_uji_lemah")
        cursor.execute("SET ROLE pendopo_uji_lemah")
    try:
        from pendopo.base.trial import CannotTry, restored

        with pytest.raises(CannotTry, match="CREATEDB"), restored(connection, only_copy().path):
            pass
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute("DROP ROLE pendopo_uji_lemah")


@on_postgres
def test_what_a_power_cut_left_of_an_earlier_trial_is_dropped_by_the_next() -> None:
    daily_copy()
    now = clock.now()
    old, young = (
        f"pendopo_uji_{at:%Y%m%d%H%M%S}_0123456789ab"
        for at in (now - timedelta(days=2), now - timedelta(hours=1))
    )
    with connection.cursor() as cursor:
        for name in (old, young):
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            try_copy()
            cursor.execute(
                "SELECT datname FROM pg_database WHERE datname = ANY(%s)", [[old, young]]
            )
            assert [name for (name,) in cursor.fetchall()] == [young]
        finally:
            for name in (old, young):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def test_copies_that_are_too_old_go_with_the_next_one(
    settings: Settings, stopped_clock: clock.Clock, folder: Path
) -> None:
    settings.PENDOPO_BACKUP_DAYS, settings.PENDOPO_BACKUP_WEEKS = 1, 0
    daily_copy()
    first = only_copy()
    stopped_clock.set(clock.now().replace(day=25))
    told: Any = daily_copy()
    assert told["gone"] == 1
    assert only_copy().path != first.path


def only_copy() -> Copy:
    from django.conf import settings

    (copy,) = copies(settings.PENDOPO_BACKUPS)
    return copy

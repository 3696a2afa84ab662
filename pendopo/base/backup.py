# SPDX-License-Identifier: EUPL-1.2
"""A consistent copy of the database while it serves, opened again before it is called a copy.

Files that came in are copied after it. They are named by their content, never changed, and
written before their rows, so that every file that the copied rows name is there to be copied,
but for what was erased in the meantime.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.conninfo import make_conninfo

from pendopo.base.daily import NotDone

_ENDINGS = {"sqlite": "sqlite3", "postgresql": "dump"}


class CannotBackUp(NotDone):
    """No copy was made; the message says why and what to do."""


class MissingTool(CannotBackUp):
    """A program that PostgreSQL brings along is not on this computer."""


@dataclass(frozen=True, slots=True)
class FilesCopied:
    """How many files were copied, and how many of those named were not there."""

    copied: int
    missing: int


def usual_place(connection: BaseDatabaseWrapper, folder: Path, at: datetime, name: str) -> Path:
    """Where a copy goes unless somebody names another place: `pendopo-20261123-024000.sqlite3`."""
    return folder / f"{name}-{at:%Y%m%d-%H%M%S}.{_ENDINGS[connection.vendor]}"


def place_of_files(copy: Path) -> Path:
    """The folder beside a copy of the database where the files that belong to it go."""
    return copy.with_name(f"{copy.name}.uploads")


def back_up(connection: BaseDatabaseWrapper, target: Path) -> None:
    """Write a verified copy, readable by its owner only. Raises CannotBackUp.

    An existing file is never overwritten, and a copy that cannot be read leaves none behind.
    """
    for place in (target, place_of_files(target)):
        if place.exists():
            raise CannotBackUp(f"{place} sudah ada dan tidak ditimpa. Pilih nama berkas lain.")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy(connection, draft)
        draft.chmod(0o600)
        draft.rename(target)
    except OSError as refused:
        raise CannotBackUp(f"Salinan tidak dapat ditulis ke {target}: {refused}") from refused
    finally:
        with suppress(OSError):
            draft.unlink()


def back_up_files(folder: Path, names: Iterable[str], copy: Path) -> FilesCopied:
    """Copy these files of a folder beside the copy of the database. Raises CannotBackUp.

    To be called after `back_up`. On the same disk a copy is a second name for the same bytes and
    takes no room. Without a file to copy, no folder is made.
    """
    target = place_of_files(copy)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    copied = missing = 0
    try:
        for name in names:
            there = _copy_file(folder / name, draft / name)
            copied, missing = copied + there, missing + (not there)
        if copied:
            draft.rename(target)
    except OSError as refused:
        raise CannotBackUp(
            f"Basis data sudah disalin ke {copy}, tetapi berkas unggahan tidak dapat disalin ke "
            f"{target}: {refused}"
        ) from refused
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return FilesCopied(copied, missing)


def _copy_file(source: Path, target: Path) -> bool:
    """Whether it was there to be copied."""
    if not source.is_file():
        return False
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no second names
        shutil.copyfile(source, target)
        target.chmod(0o600)
    return True


def _copy(connection: BaseDatabaseWrapper, draft: Path) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(draft)])
        _verify_sqlite(draft, set(connection.introspection.table_names()))
    else:
        _dump(connection.settings_dict, draft)
        _verify_dump(draft)


def _verify_sqlite(copy: Path, expected: set[str]) -> None:
    with closing(sqlite3.connect(f"file:{quote(str(copy))}?mode=ro", uri=True)) as opened:
        answer = opened.execute("PRAGMA integrity_check").fetchall()
        tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if answer != [("ok",)] or not expected <= {name for (name,) in tables}:
        raise CannotBackUp(
            "Salinan tidak lolos pemeriksaan, jadi tidak disimpan. Periksa ruang dan keadaan disk."
        )


def _dump(settings: Mapping[str, Any], draft: Path) -> None:
    source, secrets = postgres_place(settings)
    command = ["pg_dump", "--format=custom", "--no-owner", f"--file={draft}", f"--dbname={source}"]
    run_tool(command, secrets)


def postgres_place(settings: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """Where a database is, for PostgreSQL's programs; and its password, for their environment."""
    names = {"NAME": "dbname", "USER": "user", "HOST": "host", "PORT": "port"}
    place = {word: settings[name] for name, word in names.items() if settings.get(name)}
    options = {k: v for k, v in settings.get("OPTIONS", {}).items() if isinstance(v, str)}
    password = {"PGPASSWORD": settings["PASSWORD"]} if settings.get("PASSWORD") else {}
    return make_conninfo(**place, **options), password


def _verify_dump(draft: Path) -> None:
    if "TABLE DATA" not in run_tool(["pg_restore", "--list", str(draft)], {}):
        raise CannotBackUp("Salinan ternyata kosong, jadi tidak disimpan.")


def run_tool(command: list[str], secrets: Mapping[str, str]) -> str:
    """The output of one of PostgreSQL's programs; a password goes unseen, by environment.

    Raises MissingTool or CannotBackUp.
    """
    if shutil.which(command[0]) is None:
        raise MissingTool(
            f"Program {command[0]} tidak ada di komputer ini. Pasang paket postgresql-client "
            "dengan versi yang sama dengan server, lalu ulangi."
        )
    done = subprocess.run(
        command, env={**os.environ, **secrets}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise CannotBackUp(f"{command[0]} menolak: {_without_rows(done.stderr) or done.returncode}")
    return done.stdout


def _without_rows(said: str) -> str:
    """What a program complains of, without the lines that quote the rows of a table.

    It stands on a page and in a row, and a row that cannot be restored is somebody's.
    """
    quoting = ("DETAIL:", "CONTEXT:", "COPY ", "Command was:", "LINE ")
    lines = (line.strip() for line in said.splitlines() if line.startswith("pg_"))
    return " ".join(line for line in lines if not any(word in line for word in quoting))

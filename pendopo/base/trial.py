# SPDX-License-Identifier: EUPL-1.2
"""A copy restored into a database that is thrown away afterwards, as an operator would restore it.

The programs that look into it are processes of their own with that database as theirs, so that
what is tried is the copy, the key and the program together, and never the database that serves.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, urlencode

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from pendopo.base import clock
from pendopo.base.backup import postgres_place, run_tool
from pendopo.base.daily import NotDone

_ROOM = 1.2
"""A copy grows a little when it is brought up to date."""
_TRIAL, _STAMP = "pendopo_uji_", "%Y%m%d%H%M%S"
_LEFT_OVER = timedelta(days=1)


class CannotTry(NotDone):
    """No trial was made; the message says why and what to do."""


@contextmanager
def restored(connection: BaseDatabaseWrapper, copy: Path) -> Iterator[str]:
    """Restore a copy; the DATABASE_URL under which it can be looked into. Raises NotDone."""
    if connection.vendor == "sqlite":
        with _beside(copy) as url:
            yield url
    else:
        with _in_a_new_database(connection, copy) as url:
            yield url


def run_on(url: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `pendopo` in a process whose database is this one."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    return subprocess.run(
        [sys.executable, "-m", "pendopo.cli", *words],
        env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def _beside(copy: Path) -> Iterator[str]:
    needed, free = int(copy.stat().st_size * _ROOM), shutil.disk_usage(copy.parent).free
    if free < needed:
        raise CannotTry(
            f"Untuk mencoba memulihkan diperlukan ruang {needed // 10**6 + 1} MB, yang tersisa "
            f"{free // 10**6} MB. Beri ruang di disk, lalu coba lagi."
        )
    with TemporaryDirectory(prefix=".pendopo-", dir=copy.parent) as folder:
        target = Path(folder) / "uji.sqlite3"
        shutil.copyfile(copy, target)
        yield f"sqlite:///{quote(str(target))}"


@contextmanager
def _in_a_new_database(connection: BaseDatabaseWrapper, copy: Path) -> Iterator[str]:
    name = f"{_TRIAL}{clock.now():{_STAMP}}_{secrets.token_hex(6)}"
    here = connections[connection.alias]
    _drop_left_over(here)
    try:
        with here.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    except DatabaseError as refused:
        user = connection.settings_dict.get("USER") or "pendopo"
        raise CannotTry(
            "PostgreSQL tidak mengizinkan basis data percobaan dibuat. Mintalah pengurusnya "
            f'menjalankan: ALTER ROLE "{user}" CREATEDB; lalu coba lagi.'
        ) from refused
    try:
        settings = {**connection.settings_dict, "NAME": name}
        place, password = postgres_place(settings)
        run_tool(["pg_restore", "--no-owner", f"--dbname={place}", str(copy)], password)
        yield _address(settings)
    finally:
        with here.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _drop_left_over(here: BaseDatabaseWrapper) -> None:
    """Drop what a power cut left of earlier trials: each holds everybody's data.

    Only those of our own role, and none of today's: another installation may be at it.
    """
    before = f"{clock.now() - _LEFT_OVER:{_STAMP}}"
    with here.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s"
            " AND pg_get_userbyid(datdba) = current_user",
            [f"{_TRIAL}%"],
        )
        names = [name for (name,) in cursor.fetchall() if _named_so(name)]
        for name in names:
            if name.removeprefix(_TRIAL) < before:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _named_so(name: str) -> bool:
    return bool(re.fullmatch(rf"{_TRIAL}\d{{14}}_[0-9a-f]{{12}}", name, re.ASCII))


def _address(settings: Mapping[str, Any]) -> str:
    """The settings of Django as DATABASE_URL again."""
    who = quote(str(settings.get("USER") or ""), safe="")
    if settings.get("PASSWORD"):
        who += f":{quote(str(settings['PASSWORD']), safe='')}"
    port = f":{settings['PORT']}" if settings.get("PORT") else ""
    host = quote(str(settings.get("HOST") or ""), safe="")
    options = {k: v for k, v in settings.get("OPTIONS", {}).items() if isinstance(v, str)}
    query = f"?{urlencode(options)}" if options else ""
    return f"postgres://{who}{'@' if who else ''}{host}{port}/{settings['NAME']}{query}"

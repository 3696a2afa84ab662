# SPDX-License-Identifier: EUPL-1.2
"""From the demonstration to a real office, with a database and processes of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

ROOT = Path(__file__).parents[1]
COUNT = """
import django; django.setup()
from pendopo.base.guards import missing_guards
from pendopo.offices.models import Assignment, Office, Officer, Position
from django.db import connection
print(
    Office.objects.filter(demo=True).count(), Office.objects.filter(demo=False).count(),
    bool(Position.objects.count()), Officer.objects.count() + Assignment.objects.count(),
    len(missing_guards(connection)),
)
"""


class Installation:
    """One var folder with its database, and commands run in it."""

    def __init__(self, var: Path, database_url: str) -> None:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            port = str(trial.getsockname()[1])
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.var = var
        self.environment = {
            **inherited,
            "DJANGO_SETTINGS_MODULE": "pendopo.settings",
            "PENDOPO_VAR": str(var),
            "DATABASE_URL": database_url,
            "PENDOPO_STANDARDS": str(few_standards(var)),
            "PORT": port,
        }

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._python("-m", "pendopo.cli", *words)

    def counts(self) -> str:
        """Demo offices, real offices, whether positions, officers, missing guards."""
        return self._python("-c", COUNT).stdout.strip()

    def _python(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )


def few_standards(folder: Path) -> Path:
    """The national data and the first office whose whole folder is small."""
    copy, offices = folder / "standards", ROOT / "standards"
    shutil.copytree(offices / "national", copy / "national")
    smallest = min(offices.glob("*/office.yaml"), key=lambda f: len(list(f.parent.iterdir())))
    shutil.copytree(smallest.parent, copy / smallest.parent.name)
    return copy


@pytest.fixture
def installation(tmp_path: Path, transactional_db: None) -> Iterator[Installation]:
    if connection.vendor == "sqlite":
        yield Installation(tmp_path, "")
        return
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    name = f"{connection.settings_dict['NAME']}_real"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield Installation(tmp_path, urlunsplit(urlsplit(own_url())._replace(path=f"/{name}")))
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def own_url() -> str:
    return os.environ["DATABASE_URL"]


def test_it_keeps_the_demonstration_aside_and_begins_empty(installation: Installation) -> None:
    assert installation.run("migrate").returncode == 0
    loaded = installation.run("standards", "load")
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr
    demo, real, positions, officers, missing = installation.counts().split()
    assert (int(demo) > 0, real, positions, officers != "0", missing) == (
        True,
        "0",
        "True",
        True,
        "0",
    )

    changed = installation.run("demo-to-real", "--yes")

    assert changed.returncode == 0, changed.stdout + changed.stderr
    assert installation.counts() == f"0 {demo} True 0 0"
    (copy,) = (installation.var / "backups").glob("*.sqlite3")
    assert str(copy) in changed.stdout
    assert copy.stat().st_size > 100_000
    assert installation.run("demo").stdout.startswith("Tidak ada kantor contoh")
    again = installation.run("demo-to-real", "--yes")
    assert (again.returncode, "sudah bukan contoh" in again.stderr) == (1, True)

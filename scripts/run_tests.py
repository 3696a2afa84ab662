# SPDX-License-Identifier: EUPL-1.2
"""Runs all tests on SQLite, the database tests again on PostgreSQL, and says so: `make test`.

PostgreSQL is looked for at PENDOPO_TEST_POSTGRES or, without it, on this machine's usual places.
With PENDOPO_REQUIRE_POSTGRES=1 it must be found. Arguments go to pytest as they are.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "build" / "tests"
USUAL_PLACES = ("postgres://postgres@127.0.0.1:5432/postgres", "postgres:///postgres")
# An office's own settings must not leak into the tests, nor the tests into its data.
OFFICE_SETTINGS = ("DATABASE_URL", "HOST", "LAN", "PORT")
# Tests of one group share a server of theirs, so they stay in one process.
SHARED_OUT = ("-n", "auto", "--dist", "loadgroup")
AGAIN = "django_db and not one_engine"
NOTHING_COLLECTED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run ended: pytest's exit code, and its counts where it wrote a report."""

    code: int
    tests: int = 0
    failed: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        if self.code == NOTHING_COLLECTED:
            return "no test found"
        parts = [f"{self.tests - self.failed - self.skipped} passed"]
        parts += [f"{self.failed} FAILED"] if self.failed else []
        parts += [f"{self.skipped} skipped"] if self.skipped else []
        parts += ["STOPPED EARLY"] if self.code > 1 else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL that answers and lets us create databases."""

    url: str
    version: str

    def database(self, name: str) -> str:
        return urlsplit(self.url)._replace(path=f"/{name}").geturl()


def pytest(name: str, database_url: str, arguments: Sequence[str]) -> Outcome:
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", *SHARED_OUT, f"--junit-xml={report}", *arguments]
    with tempfile.TemporaryDirectory(prefix="pendopo-test-") as folder:
        url = database_url or f"sqlite:///{folder}/pendopo.sqlite3"
        settings = {"DATABASE_URL": url, "PENDOPO_VAR": folder}
        code = subprocess.run(command, cwd=ROOT, env={**clean_environment(), **settings}).returncode
    return read_report(report, code)


def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not is_of_an_office(name)}


def is_of_an_office(name: str) -> bool:
    ours = name.startswith("PENDOPO_") and not name.startswith("PENDOPO_TEST_")
    return ours or name in OFFICE_SETTINGS


def read_report(report: Path, code: int) -> Outcome:
    if not report.exists():
        return Outcome(code)
    count = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in ET.parse(report).getroot().iter("testsuite"):
        for key in count:
            count[key] += int(suite.get(key, 0))
    return Outcome(code, count["tests"], count["failures"] + count["errors"], count["skipped"])


def find_postgres(environment: Mapping[str, str]) -> Server | str:
    """The first PostgreSQL that can be used, or one sentence that says why there is none."""
    named = environment.get("PENDOPO_TEST_POSTGRES")
    reason = ""
    for url in (named,) if named else USUAL_PLACES:
        found = ask(url)
        if isinstance(found, Server):
            return found
        reason = reason or found
    return reason


def ask(url: str) -> Server | str:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            may_create = "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            allowed = connection.execute(may_create).fetchone()
            version = connection.info.server_version // 10000
    except psycopg.Error as refused:
        return str(refused).strip().splitlines()[0]
    if allowed is None or not allowed[0]:
        return "the server answers, but its role may not create databases (ALTER ROLE … CREATEDB)"
    return Server(url, f"PostgreSQL {version}")


def on_postgres(server: Server, arguments: Sequence[str]) -> Outcome:
    # A name of this run's own, so that two runs on one server leave each other alone.
    name = f"pendopo_{os.getpid()}"
    try:
        return pytest("postgresql", server.database(name), ["-m", AGAIN, *arguments])
    finally:
        sweep(server, f"test_{name}")


def sweep(server: Server, prefix: str) -> None:
    """Drop what a run that was cut short left on the server."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        left = connection.execute(
            "select datname from pg_database where starts_with(datname, %s)", [prefix]
        ).fetchall()
        for (name,) in left:
            drop = sql.SQL("drop database {} with (force)")
            connection.execute(drop.format(sql.Identifier(name)))


def main(arguments: Sequence[str]) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    first = pytest("sqlite", "", arguments)
    server = find_postgres(os.environ)
    if isinstance(server, Server):
        second = on_postgres(server, arguments)
        print(f"\nmake test: SQLite {first}; {server.version}, database tests only: {second}.")
        # A choice of tests may hold none that needs a database.
        empty_choice = bool(arguments) and second.code == NOTHING_COLLECTED
        return first.code or (0 if empty_choice else second.code)
    print(f"\nmake test: SQLite {first}; PostgreSQL NOT RUN: {server}.")
    if os.environ.get("PENDOPO_REQUIRE_POSTGRES") == "1":
        print("PENDOPO_REQUIRE_POSTGRES=1 asks for it, so this counts as a failure.")
        return first.code or 1
    return first.code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

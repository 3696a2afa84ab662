# SPDX-License-Identifier: EUPL-1.2
"""A real server for tests: `pendopo serve` in its own processes, on a database of its own.

Nothing is flushed: append-only tables refuse it, and a server that runs does not share a test's
transaction. `more` are settings of that installation beside its own.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psycopg
from psycopg import sql

ROOT = Path(__file__).parents[1]
STARTS_WITHIN = 120.0
_SIGN_IN = re.compile(
    r"^  (?P<title>.+?)  +(?P<name>.+?)  +(?P<position>[a-z-]+)  +(?P<token>\S+)$"
)
_OFFICE = re.compile(r"^CONTOH · .*\((?P<code>[\d.]+)\)")


@dataclass(slots=True)
class Server:
    """One installation: its folder, its database, and its process while it runs."""

    var: Path
    database_url: str
    port: int
    more: Mapping[str, str] = field(default_factory=dict)
    tokens: dict[str, dict[str, str]] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and wait until it answers. Reads the sign-ins that it prints."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pendopo.cli", "serve"],
            cwd=ROOT,
            env=self.environment(),
            stdout=(self.var / "out.txt").open("w"),
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._wait()
        self.tokens = _sign_ins((self.var / "out.txt").read_text())

    def _wait(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError((self.var / "out.txt").read_text())
            try:
                if httpx.get(f"{self.url}/api/v1/offices", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
        raise RuntimeError("the server did not answer in time")

    def kill(self) -> None:
        """Kill all its processes at once, as a power cut does."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        """Stop it in order."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def environment(self) -> Mapping[str, str]:
        """The settings of this installation alone."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PENDOPO_", "DJANGO_"))}
        return kept | {
            "PENDOPO_VAR": str(self.var),
            "DATABASE_URL": self.database_url,
            "PORT": str(self.port),
            "PENDOPO_WORKERS": "3",
            "PENDOPO_BACKUP_HOUR": "tidak",
            "PYTHONPATH": str(ROOT),
            **self.more,
        }

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `pendopo …` beside the server."""
        return subprocess.run(
            [sys.executable, "-m", "pendopo.cli", *words],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )


def _sign_ins(printed: str) -> dict[str, dict[str, str]]:
    """Office → position → token, from what `serve` prints in demo mode."""
    found: dict[str, dict[str, str]] = {}
    office = ""
    for line in printed.splitlines():
        if heading := _OFFICE.match(line):
            office = heading["code"]
        elif row := _SIGN_IN.match(line):
            found.setdefault(office, {}).setdefault(row["position"], row["token"])
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(folder: Path, **more: str) -> Iterator[Server]:
    """A new installation on the engine of this test run, served until the block ends."""
    var = folder / "var"
    var.mkdir()
    with _database(var) as url:
        server = Server(var, url, free_port(), more)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextmanager
def _database(var: Path) -> Iterator[str]:
    """A database of its own: a file, or one on the run's PostgreSQL server."""
    engine = os.environ.get("DATABASE_URL", "")
    if not engine.startswith("postgres"):
        yield f"sqlite:///{var}/pendopo.sqlite3"
        return
    name = f"pendopo_live_{uuid.uuid4().hex[:12]}"
    owner = urlsplit(engine)._replace(path="/postgres").geturl()
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlsplit(engine)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(owner, autocommit=True) as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)

# SPDX-License-Identifier: EUPL-1.2
"""DATABASE_URL, read into what Django wants to know."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from pendopo.base.environment import BadSetting

_NAME = "DATABASE_URL"
_IN_MEMORY = "sqlite://:memory:"

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # NORMAL could lose the last commits in a power cut, and with them a register number that
    # already stands on a sheet somebody took home. FULL costs one flush to disk per commit.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE rewrites an append-only row past its trigger.
    "PRAGMA recursive_triggers=ON",
)

# Opening a connection costs more than most queries: SQLite reads the schema with all its triggers.
_KEPT = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def database(url: str, root: Path) -> dict[str, Any]:
    """Django's DATABASES entry for a sqlite: or postgres: address. Raises BadSetting.

    `sqlite:///name` is a file counted from `root`, `sqlite:////name` an absolute path and
    `sqlite://:memory:` vanishes with the process. In a user name or password, characters
    such as @ and / are written %40 and %2F.
    """
    if url == _IN_MEMORY:
        return _sqlite(":memory:")
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  a port that is no number is noticed only when it is read
    except ValueError as broken:
        raise _bad() from broken
    match parts.scheme:
        case "sqlite":
            path = unquote(parts.path)[1:]
            if parts.netloc or not path:
                raise _bad()
            return _sqlite((root / path).resolve())
        case "postgres" | "postgresql":
            return _postgres(parts)
        case _:
            raise _bad()


def _sqlite(name: Path | str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            # A transaction that begins by reading and then writes would fail at once, without
            # waiting, when another has written meanwhile; one that begins IMMEDIATE waits.
            "transaction_mode": "IMMEDIATE",
            # SQLite lets waiting writers in by chance, not by turn. Of sixteen officers on a slow
            # computer the unluckiest was seen to wait a quarter of a minute, most of them none.
            "timeout": 60,
            "init_command": ";".join(_PRAGMAS),
        },
        **_KEPT,
    }


def _postgres(parts: SplitResult) -> dict[str, Any]:
    name = unquote(parts.path.lstrip("/"))
    if not name or "/" in name:
        raise _bad()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        **_KEPT,
        # A cursor of one transaction is lost when PgBouncer hands the connection on.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def _bad() -> BadSetting:
    return BadSetting(
        _NAME,
        "tulis sqlite:///var/pendopo.sqlite3 atau postgres://nama:sandi@server:5432/basisdata.",
        "write sqlite:///var/pendopo.sqlite3 or postgres://user:password@server:5432/database.",
    )

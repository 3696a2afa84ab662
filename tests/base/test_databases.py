# SPDX-License-Identifier: EUPL-1.2
"""DATABASE_URL."""

from pathlib import Path

import pytest

from pendopo.base.databases import database
from pendopo.base.environment import BadSetting

ROOT = Path("/srv/pendopo")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:///var/pendopo.sqlite3", Path("/srv/pendopo/var/pendopo.sqlite3")),
        ("sqlite:////data/kantor%20kita.sqlite3", Path("/data/kantor kita.sqlite3")),
        ("sqlite://:memory:", ":memory:"),
    ],
)
def test_sqlite_is_a_file_or_memory(url: str, name: object) -> None:
    assert database(url, ROOT)["NAME"] == name


def test_sqlite_waits_for_other_writers_and_survives_a_power_cut() -> None:
    options = database("sqlite:///a", ROOT)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] >= 60
    pragmas = options["init_command"].split(";")
    assert {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA foreign_keys=ON",
        "PRAGMA recursive_triggers=ON",
    } == set(pragmas)


def test_postgres_is_read_with_escapes_and_options() -> None:
    read = database("postgres://petugas:p%40ss%2Fw@db.contoh:5433/kantor?sslmode=require", ROOT)
    assert {name: read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "kantor",
        "USER": "petugas",
        "PASSWORD": "p@ss/w",
        "HOST": "db.contoh",
        "PORT": "5433",
    }
    assert read["OPTIONS"] == {"sslmode": "require"}
    assert read["DISABLE_SERVER_SIDE_CURSORS"]


def test_postgres_may_be_reached_by_its_socket() -> None:
    read = database("postgresql://%2Frun%2Fpostgresql/kantor", ROOT)
    assert (read["HOST"], read["PORT"]) == ("/run/postgresql", "")


@pytest.mark.parametrize("url", ["sqlite:///a", "postgres:///a"])
def test_a_connection_is_kept_for_the_next_request(url: str) -> None:
    read = database(url, ROOT)
    assert read["CONN_MAX_AGE"] > 0
    assert read["CONN_HEALTH_CHECKS"]


@pytest.mark.parametrize(
    "url",
    [
        "mysql://a/b",
        "pendopo.sqlite3",
        "sqlite://var/a",
        "sqlite://",
        "sqlite:///",
        "postgres://host",
        "postgres://host/a/b",
        "postgres://u:rahasia@host:pintu/a",
        "postgres://[::1/a",
    ],
)
def test_any_other_address_is_refused_without_showing_its_password(url: str) -> None:
    with pytest.raises(BadSetting, match="tulis sqlite:///") as refused:
        database(url, ROOT)
    assert "rahasia" not in str(refused.value)

# SPDX-License-Identifier: EUPL-1.2
"""The settings of a fresh process, and what it says of wrong ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks

from pendopo.base.checks import callers_are_told_apart, key_file_is_private, no_stray_setting

ASK = """
import json, sys
from django.conf import settings
names = sys.argv[1:]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def fresh(var: Path, *names: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Settings as a new process reads them."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", ASK, *names],
        env={
            **inherited,
            "DJANGO_SETTINGS_MODULE": "pendopo.settings",
            "PENDOPO_VAR": str(var),
            **environment,
        },
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def read(var: Path, *names: str, **environment: str) -> dict[str, Any]:
    done = fresh(var, *names, **environment)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_with_nothing_set_it_is_a_demonstration_on_this_computer_alone(tmp_path: Path) -> None:
    found = read(tmp_path, "PENDOPO_DEMO", "HOST", "PORT", "PENDOPO_URL", "DEBUG", "DATABASES")
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "pendopo.sqlite3")
    del found["DATABASES"]
    assert found == {
        "PENDOPO_DEMO": True,
        "HOST": "127.0.0.1",
        "PORT": 8000,
        "PENDOPO_URL": "http://localhost:8000",
        "DEBUG": False,
    }
    assert not (tmp_path / "secret").exists()


def test_the_mark_of_a_real_office_ends_the_demonstration(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("2026-11-23\n")
    assert read(tmp_path, "PENDOPO_DEMO") == {"PENDOPO_DEMO": False}
    assert read(tmp_path, "PENDOPO_DEMO", PENDOPO_DEMO="1") == {"PENDOPO_DEMO": True}


def test_lan_opens_the_door_and_tells_an_address_that_phones_reach(tmp_path: Path) -> None:
    found = read(tmp_path, "HOST", "PENDOPO_URL", "ALLOWED_HOSTS", LAN="1", PORT="8001")
    assert found["HOST"] == "0.0.0.0"
    assert found["PENDOPO_URL"].endswith(":8001")
    name = found["PENDOPO_URL"].removeprefix("http://").removesuffix(":8001")
    assert name in found["ALLOWED_HOSTS"]


def test_an_https_address_makes_cookies_secure(tmp_path: Path) -> None:
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
    safe = read(tmp_path, *names, "ALLOWED_HOSTS", PENDOPO_URL="https://pendopo.contoh.go.id")
    assert "pendopo.contoh.go.id" in safe.pop("ALLOWED_HOSTS")
    assert safe == dict(zip(names, (True, True, 365 * 24 * 60 * 60), strict=True))
    assert read(tmp_path, *names) == dict(zip(names, (False, False, 0), strict=True))


def test_a_secret_given_makes_no_key_file_and_older_ones_still_verify(tmp_path: Path) -> None:
    names = ("SECRET_KEY", "SECRET_KEY_FALLBACKS")
    before = read(tmp_path, *names, PENDOPO_SECRET="a" * 32)
    after = read(tmp_path, *names, PENDOPO_SECRET=f"2:{'b' * 32} 1:{'a' * 32}")
    assert not (tmp_path / "secret").exists()
    assert after["SECRET_KEY_FALLBACKS"] == [before["SECRET_KEY"]]
    assert "a" * 8 not in before["SECRET_KEY"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"PORT": "banyak"}, "Setelan PORT tidak dapat dipakai: tulis bilangan bulat"),
        ({"LAN": "mungkin"}, "Setelan LAN tidak dapat dipakai"),
        ({"PENDOPO_SECRET": "pendek"}, "paling sedikit 32 karakter"),
        ({"DATABASE_URL": "mysql://a/b"}, "tulis sqlite:///var/pendopo.sqlite3"),
        ({"PENDOPO_DEBUG": "1", "PENDOPO_DEMO": "0"}, "memperlihatkan data orang"),
        ({"PENDOPO_LOG_LEVEL": "semua"}, "pilih salah satu: DEBUG, INFO"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_says_what_to_write(
    tmp_path: Path, wrong: dict[str, str], said: str
) -> None:
    done = fresh(tmp_path, "PORT", **wrong)
    assert done.returncode != 0
    assert said in done.stderr
    assert "pendek" not in done.stderr


def test_every_setting_is_documented_in_both_languages() -> None:
    names = [setting.name for setting in settings.SETTINGS]
    assert len(names) == len(set(names))
    for setting in settings.SETTINGS:
        assert setting.doc_id.endswith(".")
        assert setting.doc_en.endswith(".")
        assert setting.doc_id != setting.doc_en


def test_the_policy_of_pages_has_nothing_unsafe() -> None:
    words = [word for words in settings.SECURE_CSP.values() for word in words]
    assert set(words) == {"'self'", "'none'"}


def test_a_misspelt_setting_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENDOPO_DMEO", "0")
    (found,) = no_stray_setting(None)
    assert "PENDOPO_DMEO tidak dikenal" in found.msg
    assert "PENDOPO_DEMO" in str(found.hint)
    assert found in run_checks()


def test_a_key_file_that_others_can_read_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "PENDOPO_VAR", tmp_path)
    assert key_file_is_private(None) == []
    key = tmp_path / "secret"
    key.touch(mode=0o600)
    assert key_file_is_private(None) == []
    key.chmod(0o640)
    (found,) = key_file_is_private(None)
    assert f"chmod 600 {key}" in str(found.hint)


@pytest.mark.parametrize(
    ("address", "proxies", "told"),
    [
        ("https://pendopo.example", 0, ["pendopo.W004"]),
        ("https://pendopo.example", 1, []),
        ("http://192.0.2.4:8000", 0, []),
    ],
)
def test_a_proxy_that_is_not_counted_is_told_of(
    monkeypatch: pytest.MonkeyPatch, address: str, proxies: int, told: list[str]
) -> None:
    monkeypatch.setattr(settings, "PENDOPO_URL", address)
    monkeypatch.setattr(settings, "PENDOPO_PROXIES", proxies)
    assert [one.id for one in callers_are_told_apart(None)] == told

# SPDX-License-Identifier: EUPL-1.2
"""The secret of an installation and its key file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pendopo.base.environment import BadSetting
from pendopo.base.keys import django_keys, kept_secrets, made_secrets, read_secrets, stretched

LONG, LONGER = "a" * 32, "b" * 50


def test_one_secret_is_version_one() -> None:
    assert read_secrets("X", f" {LONG}\n") == ((1, LONG),)


def test_a_secret_may_hold_a_colon() -> None:
    assert read_secrets("X", f"kunci:{LONG}") == ((1, f"kunci:{LONG}"),)


def test_several_come_newest_first_whatever_their_order() -> None:
    assert read_secrets("X", f"1:{LONG}\n10:{LONGER} 2:{LONG}") == (
        (10, LONGER),
        (2, LONG),
        (1, LONG),
    )


@pytest.mark.parametrize(
    "text", ["", "pendek", f"{LONG} {LONGER}", f"1:{LONG} 1:{LONGER}", "1:pendek", f"²:{LONG} 1:x"]
)
def test_a_guessable_or_unclear_secret_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_secrets("PENDOPO_SECRET", text)
    assert "32 karakter" in str(refused.value)
    assert not text or text not in str(refused.value)


def test_the_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret"
    first = made_secrets(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert made_secrets(path) == kept_secrets(path) == first
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_reading_a_key_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    assert kept_secrets(tmp_path / "var" / "secret") == ()
    assert list(tmp_path.iterdir()) == []


def test_without_a_secret_sessions_end_with_the_process() -> None:
    assert django_keys(()) != django_keys(())


def test_workers_that_race_agree_on_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    with ThreadPoolExecutor(16) as workers:
        found = set(workers.map(made_secrets, [path] * 64))
    assert len(found) == 1


def test_two_key_files_never_hold_the_same_secret(tmp_path: Path) -> None:
    assert made_secrets(tmp_path / "a") != made_secrets(tmp_path / "b")


def test_a_damaged_key_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("1:x\n")
    with pytest.raises(BadSetting):
        made_secrets(path)
    assert path.read_text() == "1:x\n"


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = {stretched(LONG, "a"), stretched(LONG, "b"), stretched(LONGER, "a")}
    assert {len(key) for key in keys} == {32}
    assert len(keys) == 3

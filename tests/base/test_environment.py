# SPDX-License-Identifier: EUPL-1.2
"""Settings read from the environment, and what is said of those that cannot be read."""

from pathlib import Path

import pytest

from pendopo.base.environment import BadSetting, Environment, Setting, strays

TABLE = (
    Setting("PENDOPO_DEMO", "", "contoh", "demo"),
    Setting("PORT", "8000", "porta", "port"),
    Setting("LAN", "0", "jaringan", "network"),
    Setting("PENDOPO_VAR", "var", "folder", "folder"),
    Setting("PENDOPO_URL", "", "alamat", "address"),
)


def reading(**values: str) -> Environment:
    return Environment(TABLE, values)


def test_an_empty_variable_counts_as_not_set() -> None:
    env = reading(PORT="  ")
    assert env.integer("PORT", 1, 65535) == 8000
    assert not env.given("PORT")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("1", True), ("ya", True), ("TRUE", True), ("0", False), ("tidak", False), ("Off", False)],
)
def test_a_flag_is_yes_or_no(word: str, meaning: bool) -> None:
    assert reading(LAN=word).flag("LAN") is meaning


@pytest.mark.parametrize("word", ["2", "mungkin", "-1"])
def test_any_other_flag_is_refused_in_both_languages(word: str) -> None:
    with pytest.raises(BadSetting, match=r"tulis 1 untuk ya atau 0 untuk tidak\.\n\(LAN: write"):
        reading(LAN=word).flag("LAN")


@pytest.mark.parametrize("word", ["0", "65536", "8000.5", "delapan", "-1", "٣"])
def test_a_number_outside_its_bounds_is_refused(word: str) -> None:
    with pytest.raises(BadSetting, match="bilangan bulat dari 1 sampai 65535"):
        reading(PORT=word).integer("PORT", 1, 65535)


@pytest.mark.parametrize(("word", "hour"), [("0", 0), ("23", 23), ("tidak", None), ("off", None)])
def test_an_hour_may_be_none(word: str, hour: int | None) -> None:
    assert reading(PORT=word).hour("PORT") == hour
    with pytest.raises(BadSetting, match="dari 0 sampai 23"):
        reading(PORT="24").hour("PORT")


def test_a_choice_is_one_of_the_words_in_any_case() -> None:
    env = reading(LAN="warning")
    assert env.choice("LAN", ("INFO", "WARNING")) == "WARNING"
    with pytest.raises(BadSetting, match="pilih salah satu: INFO, DEBUG"):
        env.choice("LAN", ("INFO", "DEBUG"))


def test_a_relative_folder_is_counted_from_the_root() -> None:
    assert reading().path("PENDOPO_VAR", Path("/srv/pendopo")) == Path("/srv/pendopo/var")
    absolute = reading(PENDOPO_VAR="/data")
    assert absolute.path("PENDOPO_VAR", Path("/srv/pendopo")) == Path("/data")


def test_a_web_address_loses_its_last_slash() -> None:
    env = reading(PENDOPO_URL="https://pendopo.contoh.go.id:8443/")
    assert env.web_address("PENDOPO_URL") == "https://pendopo.contoh.go.id:8443"


@pytest.mark.parametrize(
    "address",
    [
        "pendopo.contoh.go.id",
        "ftp://a.b",
        "https://",
        "https://a.b/c",
        "https://a.b?c",
        "https://u@a",
    ],
)
def test_a_web_address_that_is_not_whole_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="alamat lengkap tanpa jalur"):
        reading(PENDOPO_URL=address).web_address("PENDOPO_URL")


def test_a_setting_outside_the_table_cannot_be_asked_for() -> None:
    with pytest.raises(KeyError):
        reading(SURPRISE="1").text("SURPRISE")


def test_a_misspelt_variable_is_found_with_what_was_meant() -> None:
    values = {"PENDOPO_DMEO": "0", "PENDOPO_XYZZY": "", "PORT": "1", "PENDOPO_TEST_POSTGRES": ""}
    assert strays(TABLE, values) == (("PENDOPO_DMEO", "PENDOPO_DEMO"), ("PENDOPO_XYZZY", ""))

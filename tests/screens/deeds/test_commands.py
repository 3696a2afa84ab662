# SPDX-License-Identifier: EUPL-1.2
"""Reading what a form or a program sends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pendopo.domain import commands as cm
from pendopo.screens.deeds.commands import (
    ASIDE_FIELDS,
    WORDS_LENGTH,
    Sent,
    aside,
    one_deed,
    read_moment,
    read_sent,
    several_deeds,
)

ZONE = "Asia/Jakarta"


def sent(**body: Any) -> Sent:
    read = read_sent(body, ZONE)
    assert isinstance(read, Sent), read
    return read


def places(answer: object) -> list[str]:
    assert isinstance(answer, tuple), answer
    return [trouble.where for trouble in answer]


def test_the_envelope_is_taken_off_and_the_rest_belongs_to_the_deed() -> None:
    read = sent(version=3, happened_at="2026-11-23T09:00:00+07:00", outcome="lengkap")
    assert (read.version, read.happened_at) == (3, datetime(2026, 11, 23, 2, tzinfo=UTC))
    assert one_deed("verifikasi", read) == cm.Act(
        (cm.Deed("verifikasi", {"outcome": "lengkap"}),), read.happened_at
    )


def test_a_moment_without_an_offset_is_of_the_office() -> None:
    assert read_moment("2026-11-23T09:00", "Asia/Jayapura") == datetime(2026, 11, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment", ["kemarin", "31/02/2026", "2026-02-31T09:00", 5, "0001-01-01T00:00+14:00", "x" * 99]
)
def test_a_moment_that_cannot_be_is_named(moment: object) -> None:
    assert places(read_sent({"happened_at": moment}, ZONE)) == ["happened_at"]  # type: ignore[dict-item]


@pytest.mark.parametrize("version", ["3", True, [3], {}])
def test_a_version_is_a_number(version: object) -> None:
    assert places(read_sent({"version": version}, ZONE)) == ["version"]  # type: ignore[dict-item]


def test_endless_words_are_not_taken() -> None:
    assert places(read_sent({"reasons": "a" * (WORDS_LENGTH + 1)}, ZONE)) == ["reasons"]


def test_several_steps_become_one_action() -> None:
    command = several_deeds(sent(deeds=[{"step": "register"}, {"step": "stempel", "data": {}}]))
    assert command == cm.Act((cm.Deed("register", {}), cm.Deed("stempel", {})))


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "deeds"),
        ({"deeds": []}, "deeds"),
        ({"deeds": "register"}, "deeds"),
        ({"deeds": [{"step": "register"}, "stempel"]}, "deeds/1"),
        ({"deeds": [{"step": 5}]}, "deeds/0"),
        ({"deeds": [{"step": "register", "data": []}]}, "deeds/0"),
        ({"deeds": [{"step": "register", "lain": 1}]}, "deeds/0"),
        ({"deeds": [{"step": "register"}], "lain": 1}, "lain"),
    ],
)
def test_a_list_of_steps_that_is_none_says_where(body: dict[str, Any], where: str) -> None:
    assert places(several_deeds(sent(**body))) == [where]


def test_every_aside_makes_its_own_command() -> None:
    full = {
        "reasons": "Keliru ketik.",
        "what": "Surat kuasa",
        "values": {"nama": "Wati"},
        "signed_by": "camat",
        "words": "Alinea.",
        "told_by": "whatsapp",
    }
    for name, fields in ASIDE_FIELDS.items():
        body = {f.key: full[f.key] for f in fields}
        assert not isinstance(aside(name, sent(**body), "surat"), tuple), name


def test_what_an_aside_needs_is_asked_for() -> None:
    assert places(aside("correct", sent())) == ["values", "reasons"]
    assert places(aside("add-requirement", sent(what=" ", reasons=""))) == ["reasons"]


def test_what_an_aside_does_not_take_is_named() -> None:
    assert places(aside("withdraw", sent(outcome="lengkap"))) == ["outcome"]
    assert places(aside("withdraw", sent(reasons=["a"]))) == ["reasons"]
    assert places(aside("amend", sent(values=[1]))) == ["values"]


def test_an_aside_happens_now() -> None:
    assert places(aside("withdraw", sent(happened_at="2026-11-20T09:00"))) == ["happened_at"]

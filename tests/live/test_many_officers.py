# SPDX-License-Identifier: EUPL-1.2
"""Sixteen officers at one server: no number twice or missing, nothing lost or done twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from django.db import connection

from tests.live.crowd import OFFICE, PRESENT, Desk, all_at_once, new_key
from tests.served import Server

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("crowd")]

SIDE_BY_SIDE = connection.vendor == "postgresql"
"""SQLite lets one writer in after the other, whole transactions at a time: what goes wrong between
them shows in a few hundred deeds. Where they run side by side, more are tried."""
REGISTRATIONS = 500 if SIDE_BY_SIDE else 200
CASES, CLICKS = (25, 1000) if SIDE_BY_SIDE else (10, 400)


def token(server: Server) -> str:
    """The counter's token."""
    return server.tokens[OFFICE]["petugas-loket"]


def sound(server: Server) -> str:
    """What `log verify` says; it must find nothing."""
    found = server.command("log", "verify")
    assert found.returncode == 0, found.stderr
    return found.stdout


def filed_and_registered(desk: Desk) -> str:
    """One case from the form to its number."""
    answer = desk.file(new_key())
    assert answer.status_code == 201, answer.text
    done = desk.register(answer.json()["reference"], new_key())
    assert done.status_code == 200, done.text
    return str(answer.json()["reference"])


def book(desk: Desk) -> list[dict[str, Any]]:
    """All rows of the book."""
    page = desk.client.get(f"/api/v1/offices/{OFFICE}/books/register-skck")
    rows: list[dict[str, Any]] = page.json()["rows"]
    return rows


def test_hundreds_of_registrations_have_numbers_without_gap_or_double(server: Server) -> None:
    references = all_at_once(server.url, token(server), [filed_and_registered] * REGISTRATIONS)
    assert len(set(references)) == REGISTRATIONS
    rows = book(Desk(server.url, token(server)))
    assert sorted(row["urut"] for row in rows) == list(range(1, REGISTRATIONS + 1))
    assert {row["status"] for row in rows} == {"tercatat"}
    assert f"{REGISTRATIONS} baris buku" in sound(server)


def test_conflicting_clicks_lose_nothing_and_do_nothing_twice(server: Server) -> None:
    desk = Desk(server.url, token(server))
    references = [desk.file(new_key()).json()["reference"] for _ in range(CASES)]
    clicks = [_click(random.Random(n), references) for n in range(CLICKS)]
    answers: list[tuple[str, str, httpx.Response]] = all_at_once(server.url, desk.token, clicks)
    done: dict[str, set[str]] = {reference: set() for reference in references}
    by_key: dict[str, set[str]] = {}
    for reference, key, answer in answers:
        assert answer.status_code in (200, 409, 422), answer.text
        if answer.status_code == 200:
            done[reference].add(key)
            by_key.setdefault(key, set()).add(answer.text)
    assert all(len(texts) == 1 for texts in by_key.values()), "a repeated key had two answers"
    for reference in references:
        case = desk.client.get(f"/api/v1/cases/{reference}").json()
        assert case["version"] == 1 + len(done[reference])
        assert len(case["history"]) == case["version"]
    sound(server)


def _click(chance: random.Random, references: list[str]) -> Callable[[Desk], Any]:
    """A hurried click on one of the cases, sent once, twice or three times with one key."""
    reference, key, times = chance.choice(references), new_key(), chance.choice((1, 1, 2, 3))
    address, body = chance.choice(
        (
            (f"/api/v1/cases/{reference}/steps/verifikasi", {"verdicts": PRESENT}),
            (
                f"/api/v1/cases/{reference}/steps/verifikasi",
                {"verdicts": {**PRESENT, "foto": "kurang"}},
            ),
            (f"/api/v1/cases/{reference}/steps/ajukan", {}),
            (
                f"/api/v1/cases/{reference}/steps/tanda-tangan",
                {"signed_by": "kasi-pemerintahan"},
            ),
            (f"/api/v1/cases/{reference}/steps/register", {}),
            (f"/api/v1/cases/{reference}/actions/take-back", {}),
        )
    )

    def click(desk: Desk) -> tuple[str, str, httpx.Response]:
        sent = [desk.send(address, body, key) for _ in range(times)]
        good = [answer for answer in sent if answer.status_code == 200]
        assert len({answer.text for answer in good}) <= 1, "a repeated key had two answers"
        return reference, key, (good or sent)[-1]

    return click


def test_all_statuses_of_a_crowd_are_told(server: Server) -> None:
    """A double click sent at the same instant by sixteen desks has one answer."""
    key = new_key()
    answers = all_at_once(server.url, token(server), [lambda desk: desk.file(key)] * 16)
    assert Counter(answer.status_code for answer in answers) == {201: 16}
    assert len({answer.text for answer in answers}) == 1

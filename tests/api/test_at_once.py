# SPDX-License-Identifier: EUPL-1.2
"""What comes at the same time: each request in a thread with a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections

from pendopo.cases import models
from tests.api.program import BASE, FORM, SKCK, Program, Said

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="a test database in memory is of one connection"
    ),
]
KEY = {"Idempotency-Key": "0198f3c2-kunci-uji"}


def at_once(count: int, do: Callable[[], Said]) -> list[Said]:
    """Several threads through one gate, each with a connection of its own."""
    gate = threading.Barrier(count)
    answers: list[Any] = []

    def run() -> None:
        try:
            gate.wait(timeout=20)
            answers.append(do())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(answers) == count
    return answers


def test_the_same_request_at_the_same_time_happens_once(program: Program) -> None:
    answers = at_once(4, lambda: Program().post(f"{SKCK}/cases", FORM, headers=KEY))
    assert {said.status for said in answers} == {201}
    assert len({said.body["reference"] for said in answers}) == 1
    assert models.Case.objects.count() == 1


def test_the_same_step_at_the_same_time_is_passed_once(program: Program) -> None:
    case = program.filed()
    action = program.action(case, position="petugas-loket")
    example, token = action["schema"]["examples"][0], program.token("petugas-loket")
    answers = at_once(4, lambda: Program().post(action["href"], example, headers=KEY, token=token))
    assert {said.status for said in answers} == {200}
    assert len({str(said.body) for said in answers}) == 1
    assert models.Case.objects.get().version == 2


def test_of_two_who_pass_one_step_at_the_same_time_one_is_told_that_it_is_stale(
    program: Program,
) -> None:
    case = program.filed()
    action = program.action(case, position="petugas-loket")
    example, token = action["schema"]["examples"][0], program.token("petugas-loket")
    answers = at_once(3, lambda: Program().post(action["href"], example, token=token))
    assert sorted(said.status for said in answers) == [200, 409, 409]
    assert {said.codes[0] for said in answers if said.status == 409} == {"stale"}


def test_numbers_given_at_the_same_time_are_different(program: Program) -> None:
    cases = [program.filed() for _ in range(4)]
    token = program.token("petugas-loket")
    paths = [f"{BASE}/cases/{case['reference']}/papers/pengantar/number" for case in cases]
    answers = at_once(4, lambda: Program().post(paths.pop(), {}, token=token))
    assert {said.status for said in answers} == {200}
    numbers = [said.body["events"][0]["numbers"][0] for said in answers]
    assert sorted(numbers) == [f"{n} / XI / 2026" for n in (1, 2, 3, 4)]

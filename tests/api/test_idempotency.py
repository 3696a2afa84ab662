# SPDX-License-Identifier: EUPL-1.2
"""The same request twice gives the same answer, and happens once."""

from __future__ import annotations

import pytest

from pendopo.cases import models
from pendopo.cases.services.idempotency import (
    OtherBody,
    Reply,
    Request,
    forget_before,
    once,
)
from tests.api.program import BASE, FORM, SKCK, Program
from tests.people import NOW
from tests.real_offices import PANDAAN

pytestmark = pytest.mark.usefixtures("offices_of_module")

KEY = {"Idempotency-Key": "0198f3c2-kunci-uji"}


def cases() -> int:
    return models.Case.objects.count()


def test_a_case_filed_twice_with_one_key_is_one_case(program: Program) -> None:
    first, second = (program.post(f"{SKCK}/cases", FORM, headers=KEY) for _ in range(2))
    assert (first.status, second.status, cases()) == (201, 201, 1)
    assert first.body == second.body
    assert second.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers


def test_another_body_under_the_same_key_is_refused(program: Program) -> None:
    program.post(f"{SKCK}/cases", FORM, headers=KEY)
    said = program.post(f"{SKCK}/cases", {**FORM, "nama": "Joko Rekaan"}, headers=KEY)
    assert (said.status, cases()) == (422, 1)


def test_without_a_key_two_requests_are_two_cases(program: Program) -> None:
    for _ in range(2):
        program.post(f"{SKCK}/cases", FORM)
    assert cases() == 2


def test_a_refusal_is_not_kept_so_that_it_can_be_mended_under_the_same_key(
    program: Program,
) -> None:
    assert program.post(f"{SKCK}/cases", {**FORM, "nik": "1"}, headers=KEY).status == 422
    assert models.IdempotencyKey.objects.count() == 0
    assert program.post(f"{SKCK}/cases", FORM, headers=KEY).status == 201


def test_an_officers_key_is_her_own(program: Program) -> None:
    one = program.post(f"{SKCK}/cases", FORM, headers=KEY, position="petugas-loket")
    other = program.post(f"{SKCK}/cases", FORM, headers=KEY, position="petugas-pbb")
    assert (one.status, other.status) == (201, 201)
    assert one.body["reference"] != other.body["reference"]


def test_a_step_sent_twice_is_passed_once_although_its_version_is_stale(
    program: Program,
) -> None:
    case = program.filed()
    action = program.action(case, position="petugas-loket")
    example = action["schema"]["examples"][0]
    first, second = (
        program.post(action["href"], example, headers=KEY, position="petugas-loket")
        for _ in range(2)
    )
    assert (first.status, second.status) == (200, 200)
    assert first.body == second.body
    assert models.Case.objects.get().version == 2


def test_one_key_for_two_deeds_is_refused_although_their_bodies_are_alike(
    program: Program,
) -> None:
    case = program.filed()
    path = f"{BASE}/cases/{case['reference']}/actions"
    program.post(f"{path}/amend", {"values": {}}, headers=KEY, position="petugas-loket")
    said = program.post(f"{path}/withdraw", {"values": {}}, headers=KEY, position="petugas-loket")
    assert said.status == 422


@pytest.mark.parametrize("key", ["x" * 201, "a\tb"])
def test_a_key_that_cannot_be_one_is_refused(program: Program, key: str) -> None:
    said = program.post(f"{SKCK}/cases", FORM, headers={"Idempotency-Key": key})
    assert (said.status, cases()) == (422, 0)


def test_the_tracking_code_does_not_lie_open_in_the_kept_answer(program: Program) -> None:
    code = program.post(f"{SKCK}/cases", FORM, headers=KEY).body["code"]
    assert code not in models.IdempotencyKey.objects.get().answer


def test_a_fault_undoes_the_claim_and_what_was_done_under_it() -> None:
    asked = Request(PANDAAN, "uji", "k", b"")

    def broken() -> Reply:
        once(Request(PANDAAN, "uji", "dalam", b""), lambda: Reply(200, "{}"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once(asked, broken)
    assert models.IdempotencyKey.objects.count() == 0


def test_old_keys_can_be_forgotten() -> None:
    once(Request(PANDAAN, "uji", "k", b""), lambda: Reply(200, "{}"))
    assert forget_before(NOW) == 0
    assert isinstance(
        once(Request(PANDAAN, "uji", "k", b"lain"), lambda: Reply(200, "{}")), OtherBody
    )
    models.IdempotencyKey.objects.update(created_at=NOW.replace(year=2025))
    assert forget_before(NOW) == 1

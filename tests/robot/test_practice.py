# SPDX-License-Identifier: EUPL-1.2
"""What a counter does beside the straight way, by a program that knows no service."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.real_offices import KESAMBEN, PANDAAN
from tests.robot.client import Astray, Key, Robot, Transport
from tests.robot.conftest import robot_for

pytestmark = pytest.mark.one_engine

OFFICES = pytest.mark.parametrize("office", [PANDAAN, KESAMBEN])


def checked(robot: Robot) -> list[str]:
    """The services whose file is checked against a list as soon as it is filed."""
    found = []
    for slug in robot.services():
        steps = robot.get(f"/api/v1/offices/{robot.office}/services/{slug}")["procedure"]["steps"]
        second = list(steps.values())[1]
        if second["do"] == "verify" and not second["table"]:
            found.append(slug)
    return found


def turn(robot: Robot, service: str, reference: str, code: Key) -> tuple[Any, Key, Any]:
    """The action whose turn it is, who may do it, and its example that leads onward."""
    case = robot.get(f"/api/v1/cases/{reference}", code)
    action, key = robot._whose(service, reference, code, case)
    return action, key, action["schema"]["examples"][0]


def sent(robot: Robot, action: Any, key: Key, body: Any) -> tuple[int, Any]:
    """What the API answers to this body."""
    return robot.send(action["method"], action["href"], body, key.headers)


@OFFICES
def test_each_step_is_only_for_whoever_is_offered_it(office: str, transport: Transport) -> None:
    robot = robot_for(office, transport)
    service = checked(robot)[0]
    reference, code = robot.file(service)
    action, _, body = turn(robot, service, reference, code)
    for key in [*robot.officers(), code]:
        if robot._step_action(reference, key) is None:
            status, answer = sent(robot, action, key, body)
            assert status in (401, 403, 409), (key.name, status)
            assert answer["status"] == status
    assert robot.get(f"/api/v1/cases/{reference}", code)["version"] == 1


@OFFICES
def test_a_step_is_taken_back_by_whoever_did_it(office: str, transport: Transport) -> None:
    robot = robot_for(office, transport)
    for service in checked(robot):
        reference, code = robot.file(service)
        action, key, body = turn(robot, service, reference, code)
        assert sent(robot, action, key, body)[0] == 200
        mine = robot.get(f"/api/v1/cases/{reference}", key)["actions"]
        back = next(a for a in mine if a["name"] == "take-back")
        status, answer = sent(robot, back, key, back["schema"]["examples"][0])
        assert (status, answer["state"]) == (200, action["step"])


@OFFICES
def test_what_may_follow_later_is_owed_at_the_hand_over(office: str, transport: Transport) -> None:
    robot = robot_for(office, transport)
    walked = 0
    for service in checked(robot):
        reference, code = robot.file(service)
        action, key, body = turn(robot, service, reference, code)
        asks = action["schema"]["properties"]["verdicts"]["properties"]
        later = next((k for k, a in asks.items() if "menyusul" in a["anyOf"][0]["enum"]), None)
        if later is None:
            continue
        promised = {"verdict": "menyusul", "allowed_by": "petugas-loket"}
        body = {**body, "verdicts": {**body["verdicts"], later: promised}}
        status, answer = sent(robot, action, key, body)
        assert status == 200, answer
        walked += owed_to_the_end(robot, service, reference, code, later)
    assert walked


def owed_to_the_end(robot: Robot, service: str, reference: str, code: Key, later: str) -> bool:
    """Carry a case on; where it is handed over, without what is owed it is refused."""
    for _ in range(30):
        case = robot.get(f"/api/v1/cases/{reference}", code)
        if case["ended"]:
            return False
        action, key, body = turn(robot, service, reference, code)
        if action["schema"]["x-verb"] == "hand-over":
            if later not in body.get("received", []):
                return False  # a second check has found it there meanwhile
            without = {k: v for k, v in body.items() if k != "received"}
            status, answer = sent(robot, action, key, without)
            assert status == 409
            assert f"received/{later}" in {reason["where"] for reason in answer["reasons"]}
            assert sent(robot, action, key, body)[0] == 200
            return True
        assert sent(robot, action, key, body)[0] == 200
    raise Astray(f"{service}: never handed over")


@OFFICES
def test_a_late_entry_says_when_it_was_and_when_it_was_written(
    office: str, transport: Transport
) -> None:
    robot = robot_for(office, transport)
    service = checked(robot)[0]
    form = robot.get(f"/api/v1/offices/{office}/services/{service}/form")["examples"][0]
    early = datetime.now().astimezone().replace(microsecond=0) - timedelta(hours=5)
    address = f"/api/v1/offices/{office}/services/{service}/cases"
    clerk = next(key for key in robot.officers() if key.name == "petugas-loket")
    status, answer = robot.send(
        "POST", address, {"values": form, "happened_at": early.isoformat()}, clerk.headers
    )
    assert status == 201, answer
    code = Key("pemohon", {"X-Tracking-Code": answer["code"]})
    action, key, body = turn(robot, service, answer["reference"], code)
    when = early + timedelta(minutes=3)
    assert sent(robot, action, key, {**body, "happened_at": when.isoformat()})[0] == 200
    told = robot.get(f"/api/v1/cases/{answer['reference']}", key)["history"]
    assert [event["late"] for event in told] == [True, True]
    assert datetime.fromisoformat(told[1]["at"]) == when
    assert datetime.fromisoformat(told[1]["recorded_at"]) > when

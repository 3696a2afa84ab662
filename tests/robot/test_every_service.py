# SPDX-License-Identifier: EUPL-1.2
"""A program that knows no service walks each of them, through the API, by every way there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from pendopo.cases.verification import verify
from pendopo.domain.procedure import moves
from pendopo.standards import versions
from tests.real_offices import KESAMBEN, PANDAAN, STANDARDS
from tests.robot.client import Robot, Transport
from tests.robot.conftest import robot_for

FOLDERS = {PANDAAN: "35.14.11-pandaan", KESAMBEN: "35.17.12-kesamben"}
NOT_SERVICES = {"office.yaml", "decree.yaml"}
EVERY_WAY = connection.vendor == "sqlite"
"""Which ways there are and where they lead is decided without a database; each of them is stored
by the same statements. So on another engine one walk of each service tells as much."""


def files(folder: Path) -> list[str]:
    """The slugs that a folder's files are named after."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.name not in NOT_SERVICES)


OWN = [(office, slug) for office, name in FOLDERS.items() for slug in files(STANDARDS / name)]
ADOPTED = [(KESAMBEN, slug) for slug in files(STANDARDS / "national" / "services")]


def test_there_are_seventeen_and_eleven_services_and_two_rights() -> None:
    assert [len([s for o, s in OWN if o == office]) for office in FOLDERS] == [17, 11]
    assert len(ADOPTED) == 2


@pytest.mark.parametrize(("office", "slug"), OWN + ADOPTED)
def test_the_robot_goes_every_way_of_every_service(
    office: str, slug: str, transport: Transport
) -> None:
    robot = robot_for(office, transport)
    if EVERY_WAY:
        robot.walk_everywhere(slug)
        assert missed(office, slug, robot) == set()
    else:
        robot.walk(slug)
    assert robot.ends[slug]
    assert verify().faults == ()


def missed(office: str, slug: str, robot: Robot) -> set[tuple[str, str]]:
    """Ways out of steps, and cells of decision tables, that the robot did not go.

    What the standard itself says there is, not what the API offered. Filing is the first step.
    """
    standing = versions.current(office, slug)
    assert standing is not None
    standard = standing.standard
    there = {
        (step.key, way_of(move.outcome, move.role, dict(move.facts)))
        for step in standard.steps[1:]
        for move in moves(step)
    }
    return there - {(step, way) for _, step, way in robot.done}


def way_of(outcome: str, role: str, facts: dict[str, bool]) -> str:
    """The robot's name of a way."""
    said = [f"{name}={'ya' if value else 'tidak'}" for name, value in sorted(facts.items())]
    return " ".join([outcome, role, *said]).strip()

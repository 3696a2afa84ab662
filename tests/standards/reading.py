# SPDX-License-Identifier: EUPL-1.2
"""Reading the example office and the broken files, for all tests of standards."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pendopo.standards.checks import check_service
from pendopo.standards.files import File, Folder, National, read_folder, read_national, read_service
from pendopo.standards.problems import Problem, Severity

HERE = Path(__file__).parent
EXAMPLE = HERE / "example"
OFFICE = EXAMPLE / "99.01.01-contoh"
BROKEN = HERE / "broken"


@cache
def national() -> National:
    """The small nation of the example."""
    found = read_national(EXAMPLE / "national")
    assert isinstance(found, National), [str(problem) for problem in found]
    return found


@cache
def folder() -> Folder:
    """The example office."""
    found = read_folder(OFFICE)
    assert isinstance(found, Folder), [str(problem) for problem in found]
    return found


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What reading and checking one service file finds, without notes."""
    found = read_service(path)
    problems = check_service(found, national()) if isinstance(found, File) else found
    return tuple(p for p in problems if p.severity is not Severity.NOTE)

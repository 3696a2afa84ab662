# SPDX-License-Identifier: EUPL-1.2
"""One malformed file per mistake, with what is said of it beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pendopo.standards.checks.rules import SERVICE
from pendopo.standards.problems import Severity
from tests.standards.reading import BROKEN, OFFICE, problems_of

FILES = sorted(BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_told_what_is_wrong_and_how_to_mend_it(path: Path) -> None:
    told = [f"{problem.severity}: {problem}" for problem in problems_of(path)]
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_the_file_that_all_of_them_were_made_of_is_sound() -> None:
    assert problems_of(OFFICE / "surat-contoh.yaml") == ()


def test_every_rule_that_asks_for_mending_is_broken_by_some_file() -> None:
    broken = {problem.id for path in FILES for problem in problems_of(path)}
    rules = {rule.id for rule in SERVICE.rules if rule.severity is not Severity.NOTE}
    assert rules - broken == set()


def test_every_message_stands_beside_a_file() -> None:
    assert {path.stem for path in BROKEN.glob("*.txt")} == {path.stem for path in FILES}

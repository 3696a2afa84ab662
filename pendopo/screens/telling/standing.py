# SPDX-License-Identifier: EUPL-1.2
"""Where a case stands, in words: what it waits for, what lacks, how far it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pendopo.domain.case import Case
from pendopo.domain.offers import step_title
from pendopo.domain.permits import acting_role
from pendopo.domain.standard import AUTHORISED_SIGNER, Standard, Step
from pendopo.domain.vocabulary import Verb
from pendopo.screens.scenes import Scene
from pendopo.screens.telling.past import Past
from pendopo.screens.words import Audience, Words


@dataclass(frozen=True, slots=True)
class Waiting:
    """The step that a case stands at, whose turn it is, and the words for it."""

    step: str
    by: str
    title: str
    text: str


_BY_HAND = {Verb.SIGN: "tanda tangan", Verb.INITIAL: "paraf"}


def waiting_for(scene: Scene, words: Words, audience: Audience) -> tuple[Waiting, ...]:
    """What a case waits for; nothing once it has ended.

    The public reads that it waits for a signature, never whose: that is nobody's to press for.
    """
    case = scene.case
    if case.step is None:
        return ()
    step = scene.standard.step(case.step)
    role = acting_role(step, case)
    title = step_title(step)
    if audience is Audience.PUBLIC and step.do in _BY_HAND:
        text = f"Menunggu {_BY_HAND[step.do]} pejabat"
        return (Waiting(step.key, AUTHORISED_SIGNER, title, text),)
    yours = audience is Audience.PUBLIC and role in scene.circumstances.outside
    whom = "Anda" if yours else words.role(role)
    return (Waiting(step.key, role, title, f"Menunggu {whom}: {title}"),)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that still lacks, and what was said of it."""

    ask: str
    label: str
    text: str


def lacks(scene: Scene, past: Iterable[Past]) -> tuple[Lack, ...]:
    """All that the last return asked for and that was not found in order since."""
    case = scene.case
    labels = scene.ask_labels()
    remarks = _remarks(past)
    still = [
        key for key in case.lacks if (verdict := case.verdict(key)) is not None and verdict.lacking
    ]
    if case.ended:
        return ()
    return tuple(Lack(key, labels.get(key, key), remarks.get(key, "")) for key in still)


def _remarks(past: Iterable[Past]) -> dict[str, str]:
    """What was said of each ask, by the last check that returned the file."""
    found: dict[str, str] = {}
    for one in past:
        if one.event.data.get("returns") and one.event.data.get("lacks"):
            said = one.private.get("remarks")
            found = {k: str(v) for k, v in said.items()} if isinstance(said, dict) else {}
    return found


class Progress(StrEnum):
    """How far a step is."""

    PASSED = "passed"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the timeline: a step, how far it is and when it was passed."""

    step: str
    title: str
    by: str
    progress: Progress
    at: datetime | None = None
    outcome: str = ""


def timeline(standard: Standard, case: Case) -> tuple[Point, ...]:
    """The steps that were passed and, in the order of the file, those that may still come."""
    passed = {one.step: one for one in case.trail if not one.returns}
    here = case.step
    order = [step.key for step in standard.steps]
    start = order.index(here) if here else len(order)
    points = []
    for place, step in enumerate(standard.steps):
        done = passed.get(step.key)
        if step.key == here:
            points.append(_point(step, Progress.HERE))
        elif done and (place < start or case.ended):
            points.append(_point(step, Progress.PASSED, done.at, done.outcome))
        elif place > start:
            points.append(_point(step, Progress.AHEAD))
    return tuple(points)


def _point(step: Step, progress: Progress, at: datetime | None = None, outcome: str = "") -> Point:
    return Point(step.key, step_title(step), step.by, progress, at, outcome)

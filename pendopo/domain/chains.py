# SPDX-License-Identifier: EUPL-1.2
"""Consecutive steps of one hand: how far somebody could carry a case in one go, onward.

A chain is only a proposal of which steps to ask for together. Sent as one `Act` with several
deeds, it is accepted or refused whole by `decide`, which writes one event for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pendopo.domain.case import Case
from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Act, Refused
from pendopo.domain.decide import decide
from pendopo.domain.permits import Permit, may_pass
from pendopo.domain.reminders import standing_reminders
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import End, Otherwise, Verb

TURNED_AWAY = (End.REFUSED, End.REDIRECTED)

_BY_ITSELF = (Verb.SUBMIT, Verb.SIGN, Verb.INITIAL, Verb.ASSESS)
"""What is handed in, signed or weighed is never done in passing: it begins a chain or stands alone.
"""
_GIVES_AWAY = (Verb.FORWARD, Verb.DISPOSE)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain. `recorded_for` names the role whose deed is only recorded.

    `outcome` is the one that leads onward, "" where there is one way only or a choice between
    several; `to` is the step or end that it leads to, "" for a choice. A choice ends the chain.
    """

    step: Step
    outcome: str = ""
    to: str = ""
    recorded_for: str | None = None


def chain(standard: Standard, case: Case, circumstances: Circumstances) -> tuple[Link, ...]:
    """The steps that the actor could pass in one go from where the case stands; often one or none.

    The deed of another (a wet signature, somebody outside) may begin a chain, for whoever
    records it says so; it never stands inside one. The chain stops before a step of another
    hand, before a choice between several ways onward, and where the file goes to somebody else.
    """
    return tuple(_links(standard, case, circumstances))


def _links(standard: Standard, case: Case, circumstances: Circumstances) -> Iterator[Link]:
    seen: set[str] = set()
    while case.step and case.step not in seen:
        step = standard.step(case.step)
        permit = may_pass(step, case, circumstances)
        if permit is None or (seen and not _in_passing(standard, step, permit, circumstances)):
            return
        seen.add(step.key)
        link = _link(standard, step, permit)
        yield link
        if not link.to or step.do in _GIVES_AWAY:
            return
        ended = link.to in set(End)
        case = replace(case, step=None if ended else link.to)


def _link(standard: Standard, step: Step, permit: Permit) -> Link:
    ways = onward(standard, step)
    if len(ways) != 1:
        return Link(step, recorded_for=permit.recorded_for)
    return Link(step, ways[0], step.target(ways[0]), permit.recorded_for)


def onward(standard: Standard, step: Step) -> tuple[str, ...]:
    """The outcomes that carry the case on: neither back nor away. `("",)` for a single way."""
    if not step.outcomes:
        return ("",)
    return tuple(
        name
        for name, to in step.exits
        if not standard.returns(step, name) and to not in TURNED_AWAY
    )


def _in_passing(
    standard: Standard, step: Step, permit: Permit, circumstances: Circumstances
) -> bool:
    """Whether a step may stand inside a chain."""
    if permit.recorded_for or step.do in _BY_ITSELF or len(onward(standard, step)) != 1:
        return False
    told = standing_reminders(standard, step, circumstances, circumstances.now)
    return all(one.otherwise is not Otherwise.REFUSE for one in told)


def stuck_at(standard: Standard, case: Case, act: Act, circumstances: Circumstances) -> int:
    """Which deed of a refused act is the one that was refused, counted from 0."""
    for number in range(len(act.deeds)):
        tried = replace(act, deeds=act.deeds[: number + 1])
        if isinstance(decide(standard, case, tried, circumstances), Refused):
            return number
    return 0

# SPDX-License-Identifier: EUPL-1.2
"""A procedure as a graph: where it can lead, what it asks for, and walks through all of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from pendopo.domain.filled import derive as derive
from pendopo.domain.filled import holds as holds
from pendopo.domain.filled import members
from pendopo.domain.standard import Ask, Caution, Standard, Step, TableRow, Values


@dataclass(frozen=True, slots=True)
class Arrow:
    """One way out of a step. `returns`: it sends the file back."""

    step: str
    outcome: str
    to: str
    returns: bool


@dataclass(frozen=True, slots=True)
class AskInstance:
    """An ask as it stands in one file: `n5`, `n5/istri` for a named member, `ktp/2` for a list."""

    key: str
    ask: Ask
    label: str


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a planned walk: its outcome, the facts of a table, the role forwarded to."""

    step: str
    outcome: str
    to: str
    facts: tuple[tuple[str, bool], ...] = ()
    role: str = ""


Walk = tuple[Move, ...]
"""Moves from the first step to an end."""


def arrows(standard: Standard) -> tuple[Arrow, ...]:
    """Every exit of every step, in the order of the file."""
    return tuple(
        Arrow(step.key, outcome, to, standard.returns(step, outcome))
        for step in standard.steps
        for outcome, to in step.exits
    )


def reachable(standard: Standard) -> frozenset[str]:
    """The steps and ends that a case can come to."""
    return frozenset(_spread({standard.first.key}, _onward(standard)))


def can_end(standard: Standard) -> frozenset[str]:
    """The steps from which some end can be reached."""
    steps = {step.key for step in standard.steps}
    backward: dict[str, set[str]] = {}
    for arrow in arrows(standard):
        backward.setdefault(arrow.to, set()).add(arrow.step)
    return frozenset(_spread({to for to in backward if to not in steps}, backward) & steps)


def _onward(standard: Standard) -> dict[str, set[str]]:
    return {step.key: {to for _, to in step.exits} for step in standard.steps}


def _spread(start: set[str], neighbours: Mapping[str, set[str]]) -> set[str]:
    found, waiting = set(start), list(start)
    while waiting:
        for near in neighbours.get(waiting.pop(), set()) - found:
            found.add(near)
            waiting.append(near)
    return found


def decide_table(step: Step, facts: Mapping[str, bool]) -> TableRow:
    """The cell that these facts meet. Raises KeyError for a fact that is missing,
    LookupError for facts that no cell states."""
    for row in step.table:
        if all(facts[name] is wanted for name, wanted in row.when):
            return row
    raise LookupError(f"no cell of step {step.key!r} states {dict(facts)}")


def asks_for(standard: Standard, values: Values) -> tuple[AskInstance, ...]:
    """What the counter looks for in a file with these values (derived ones included).

    The condition of an ask for each member looks first at the member, then at the case.
    """
    return tuple(one for ask in standard.asks for one in _instances(standard, ask, values))


def _instances(standard: Standard, ask: Ask, values: Values) -> Iterator[AskInstance]:
    if ask.each is None:
        if holds(ask.when, values):
            yield AskInstance(ask.key, ask, ask.what)
        return
    for member in members(standard.group(ask.each), values):
        if holds(ask.when, {**values, **member.values}):
            yield AskInstance(f"{ask.key}/{member.key}", ask, f"{ask.what} – {member.label}")


def standing_cautions(standard: Standard, step: Step, values: Values) -> tuple[Caution, ...]:
    """The cautions that this step must hear, once for each member that a group's concern.

    Such a one is given with its own key (`usia/istri`) and names the member in what it says.
    """
    at_step = (caution for caution in standard.cautions if caution.at == step.key)
    return tuple(one for caution in at_step for one in _standing(standard, caution, values))


def _standing(standard: Standard, caution: Caution, values: Values) -> Iterator[Caution]:
    if caution.each is None:
        if holds(caution.when, values):
            yield caution
        return
    for member in members(standard.group(caution.each), values):
        if holds(caution.when, {**values, **member.values}):
            key, say = f"{caution.key}/{member.key}", f"{member.label}: {caution.say}"
            yield replace(caution, key=key, say=say)


def moves(step: Step) -> tuple[Move, ...]:
    """Everything that can be said at a step: each outcome, each cell, each role forwarded to.

    The outcome of a table's step follows from its facts, so outcomes that no cell has are not
    among them.
    """
    roles = step.to or ("",)
    if not step.table:
        return tuple(
            Move(step.key, outcome, to, role=role) for outcome, to in step.exits for role in roles
        )
    return tuple(_cells(step))


def _cells(step: Step) -> Iterator[Move]:
    names = [name for name, _ in step.facts]
    for answers in product((True, False), repeat=len(names)):
        facts = tuple(zip(names, answers, strict=True))
        try:
            outcome = decide_table(step, dict(facts)).outcome
            yield Move(step.key, outcome, step.target(outcome), facts)
        except LookupError:  # an unstated cell, or one with an outcome that leads nowhere
            continue


def walks(standard: Standard) -> tuple[Walk, ...]:
    """Walks that together make every move which a case can come to, each as short as can be.

    For programs that try a whole standard. Steps that no case can come to, or that lead to no
    end, are left out.
    """
    ways = {step.key: moves(step) for step in standard.steps}
    before, after = _ways_to(standard.first.key, ways), _ways_on(ways)
    done: set[Move] = set()
    planned: list[Walk] = []
    for move in (move for step in standard.steps for move in ways[step.key]):
        if move in done or move.step not in before or move.to not in after:
            continue
        walk = (*before[move.step], move, *after[move.to])
        done.update(walk)
        planned.append(walk)
    return tuple(planned)


def _ways_to(first: str, ways: Mapping[str, tuple[Move, ...]]) -> dict[str, Walk]:
    """The shortest way from the first step to each step."""
    found: dict[str, Walk] = {first: ()}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        for move in ways.get(here, ()):
            if move.to not in found:
                found[move.to] = (*found[here], move)
                waiting.append(move.to)
    return found


def _ways_on(ways: Mapping[str, tuple[Move, ...]]) -> dict[str, Walk]:
    """The shortest way from each step, and from each end (nothing more), to an end."""
    every = [move for choices in ways.values() for move in choices]
    found: dict[str, Walk] = {move.to: () for move in every if move.to not in ways}
    waiting = deque(found)
    while waiting:
        there = waiting.popleft()
        for move in every:
            if move.to == there and move.step not in found:
                found[move.step] = (move, *found[there])
                waiting.append(move.step)
    return found

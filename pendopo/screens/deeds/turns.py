# SPDX-License-Identifier: EUPL-1.2
"""A step about to be passed by this caller, and what it depends on in this case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.domain.books import NumberMode
from pendopo.domain.circumstances import Capacity
from pendopo.domain.permits import acting_role
from pendopo.domain.reminders import Reminder, standing_reminders
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import Due, End, Verb
from pendopo.screens.forms.schema import Schema
from pendopo.screens.scenes import Scene


@dataclass(frozen=True, slots=True)
class Turn:
    """A step about to be passed by this caller; `recorded_for`: it is somebody else's deed."""

    scene: Scene
    step: Step
    recorded_for: str | None = None

    @property
    def reminders(self) -> tuple[Reminder, ...]:
        """The lead times and cautions that speak up now."""
        world = self.scene.circumstances
        return standing_reminders(self.scene.standard, self.step, world, world.now)

    @property
    def signers(self) -> tuple[Capacity, ...]:
        """Who may sign here: oneself, or all whose signature may be recorded."""
        world = self.scene.circumstances
        held = world.signers if self.recorded_for else world.actor.capacities
        role = acting_role(self.step, self.scene.case)
        return tuple(c for c in held if c.serves(role))

    @property
    def names_signer(self) -> bool:
        """Whether it must be said who signed, for somebody else records it."""
        return self.step.do is Verb.SIGN and bool(self.recorded_for) and bool(self.signers)

    @property
    def external_books(self) -> tuple[str, ...]:
        """The books that this step writes in whose numbers come from another system."""
        modes = self.scene.circumstances.books
        return tuple(
            book
            for book, paper in _lines(self.scene.standard, self.step)
            if modes.get(book) is NumberMode.EXTERNAL and self.scene.case.entry(book, paper) is None
        )


def _lines(standard: Standard, step: Step) -> Iterator[tuple[str, str | None]]:
    if step.book:
        yield step.book, None
    elif step.do is Verb.REGISTER:
        keys = step.papers or tuple(p.key for p in standard.papers if p.product)
        for paper in (standard.paper(key) for key in keys):
            if paper.book:
                yield paper.book, paper.key


def outcome_words(standard: Standard, step: Step, name: str) -> Schema:
    """Where an outcome leads: `{name, to, returns, ends}`."""
    to = step.target(name)
    return {
        "name": name,
        "to": to,
        "returns": standard.returns(step, name),
        "ends": to in set(End),
    }


def still_to_judge(turn: Turn, key: str) -> bool:
    """Whether this check must say something about an ask."""
    ask, before = turn.scene.ask(key), turn.scene.case.verdict(key)
    at_pickup = ask is not None and ask.due is Due.PICKUP
    return not at_pickup and (before is None or before.lacking)


def receiving_roles(turn: Turn) -> tuple[str, ...]:
    """To whom a file may go: whom the standard names, or else any role of the office."""
    outside = turn.scene.circumstances.outside
    return turn.step.to or tuple(role for role in turn.scene.roles if role not in outside)

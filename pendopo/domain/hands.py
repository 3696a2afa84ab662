# SPDX-License-Identifier: EUPL-1.2
"""Steps that wait for somebody's hand: a signature or a paraf, the way on and the ways back."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from pendopo.domain.case import Case
from pendopo.domain.chains import Link, chain, onward
from pendopo.domain.circumstances import Capacity, Circumstances
from pendopo.domain.commands import Deed
from pendopo.domain.events import Json
from pendopo.domain.permits import acting_role
from pendopo.domain.signing import WET
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import Verb

BY_HAND = frozenset({Verb.SIGN, Verb.INITIAL})
"""The verbs whose deed is a stroke of the pen."""


def at_hand(standard: Standard, case: Case) -> Step | None:
    """The step that the case stands at, when it waits for somebody's hand."""
    step = standard.step(case.step) if case.step else None
    return step if step and step.do in BY_HAND else None


def way_on(standard: Standard, step: Step) -> str | None:
    """The outcome of having signed, "" where it needs no name; None where one has to choose."""
    ways = onward(standard, step)
    return ways[0] if len(ways) == 1 else None


def ways_back(standard: Standard, step: Step) -> tuple[str, ...]:
    """The outcomes that send the file back instead."""
    return tuple(name for name in step.outcomes if standard.returns(step, name))


def signed(standard: Standard, step: Step, signed_by: str = "") -> Deed:
    """The deed of having signed by hand, or put a paraf.

    `signed_by` is the position that signed; a paraf is always that of the step's own role.
    Raises ValueError where the step leaves a choice.
    """
    outcome = way_on(standard, step)
    if outcome is None:
        raise ValueError(f"{standard.slug}/{step.key}: more than one way leads on")
    data: dict[str, Json] = {"outcome": outcome} if outcome else {}
    if step.do is Verb.SIGN:
        data |= {"method": WET} | ({"signed_by": signed_by} if signed_by else {})
    return Deed(step.key, data)


def sent_back(step: Step, outcome: str, reasons: str) -> Deed:
    """The deed of sending the file back unsigned."""
    return Deed(step.key, {"outcome": outcome, "reasons": reasons})


def able(step: Step, case: Case, capacities: tuple[Capacity, ...]) -> tuple[Capacity, ...]:
    """Those of these capacities that may sign this step."""
    if step.do is not Verb.SIGN:
        return ()
    return tuple(c for c in capacities if c.serves(acting_role(step, case)))


def waits_for(
    step: Step,
    case: Case,
    position: str,
    roles: Collection[str],
    signers: tuple[Capacity, ...],
) -> bool:
    """Whether the holder of a position, which fills these roles, could put the hand that it needs.

    `signers` are all who may sign the service that day.
    """
    if step.do is Verb.SIGN:
        return any(c.position == position for c in able(step, case, signers))
    return step.do is Verb.INITIAL and acting_role(step, case) in roles


def then(standard: Standard, case: Case, circumstances: Circumstances) -> tuple[Deed, ...]:
    """What the same hand does in passing once a sheet is signed: number it and stamp it."""
    own = takewhile(_in_passing, chain(standard, case, circumstances))
    return tuple(
        Deed(link.step.key, {"outcome": link.outcome} if link.outcome else {}) for link in own
    )


def _in_passing(link: Link) -> bool:
    return link.step.do in (Verb.REGISTER, Verb.STAMP) and not link.recorded_for

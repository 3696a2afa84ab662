# SPDX-License-Identifier: EUPL-1.2
"""Who may pass a step: the one whose step it is, or the one who records it for them."""

from __future__ import annotations

from dataclasses import dataclass

from pendopo.domain.case import Case
from pendopo.domain.circumstances import ActorKind, Circumstances
from pendopo.domain.standard import FORWARDED, Step
from pendopo.domain.vocabulary import Verb


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to pass a step. `recorded_for` names the role whose deed is only recorded."""

    recorded_for: str | None = None


def acting_role(step: Step, case: Case) -> str:
    """The role whose step it is; a forwarded step is of the role it was forwarded to."""
    return (case.forwarded_to or FORWARDED) if step.by == FORWARDED else step.by


def may_pass(
    step: Step, case: Case, circumstances: Circumstances, signed_by: str = ""
) -> Permit | None:
    """Leave to pass this step, or None.

    A signature needs a capacity, not only a role: the matrix decides who signs what. A wet
    signature or paraf, and the deed of somebody outside, may be recorded by an office role.
    `signed_by` is the position that is said to have signed: where it is not the actor's own,
    even somebody who may sign only records.
    """
    role = acting_role(step, case)
    recorded = Permit(role) if _recorders(step, circumstances) & circumstances.actor.roles else None
    if step.do is Verb.SIGN:
        own = [c.position for c in circumstances.actor.capacities if c.serves(role)]
        anothers = recorded is not None and signed_by not in ("", *own)
        return Permit() if own and not anothers else recorded
    return Permit() if role in circumstances.actor.roles else recorded


def _recorders(step: Step, circumstances: Circumstances) -> frozenset[str]:
    via = frozenset({step.via} if step.via else ())
    by_hand = step.do in (Verb.SIGN, Verb.INITIAL)
    return via | circumstances.policy.signature_recorded_by if by_hand else via


def of_the_office(circumstances: Circumstances) -> bool:
    """Whether the actor is an officer who holds a role of the office today."""
    officer = circumstances.actor.kind is ActorKind.OFFICER
    return officer and bool(circumstances.actor.roles - circumstances.outside)

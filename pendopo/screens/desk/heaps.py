# SPDX-License-Identifier: EUPL-1.2
"""The open cases of an office in heaps: those that stand at one step and wait for one role.

Whose turn it is, and what is ready to be fetched, is the same for a whole heap. So a list is
one condition on columns, however many cases there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from pendopo.cases import models
from pendopo.domain.circumstances import Actor
from pendopo.domain.standard import AUTHORISED_SIGNER, Standard, Step
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import SigningRule
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Heap:
    """`mine`: it is the actor's turn. `ready`: only the handing over is left to do."""

    standard_id: UUID
    standard: Standard
    step: Step
    waiting_for: str
    count: int
    mine: bool

    @property
    def ready(self) -> bool:
        """Whether the product waits to be fetched."""
        return self.step.do is Verb.HAND_OVER

    @property
    def condition(self) -> Q:
        """What picks out its cases among the open ones of the office."""
        return Q(standard_id=self.standard_id, state=self.step.key, waiting_for=self.waiting_for)


def heaps_of(actor: Actor) -> tuple[Heap, ...]:
    """All heaps of the actor's office, as she finds them. Three queries."""
    rows = list(
        models.Case.objects.filter(office_id=actor.office, ended_at=None)
        .values_list("standard_id", "state", "waiting_for")
        .annotate(count=Count("id"))
    )
    standings = versions.several(actor.office, (row[0] for row in rows))
    rules = _rules_of(actor)
    found = []
    for standard_id, state, waiting_for, count in rows:
        standard = standings[standard_id].standard
        step = standard.step(state)
        mine = waiting_for in actor.roles or _signs(rules, standard, step, waiting_for)
        found.append(Heap(standard_id, standard, step, waiting_for, count, mine))
    return tuple(found)


def among(heaps: Iterable[Heap]) -> Q:
    """Cases of any of these heaps; of none, no case at all."""
    found = Q(reference__in=())
    for heap in heaps:
        found |= heap.condition
    return found


def _rules_of(actor: Actor) -> tuple[SigningRule, ...]:
    rules = SigningRule.objects.filter(office_id=actor.office, position__key__in=actor.positions)
    return tuple(rules)


def _signs(
    rules: tuple[SigningRule, ...], standard: Standard, step: Step, waiting_for: str
) -> bool:
    """Of another's steps only the signature may be given for her, as the matrix says."""
    return step.do is Verb.SIGN and any(
        rule.covers(standard.slug) and waiting_for in (rule.on_behalf_of, AUTHORISED_SIGNER)
        for rule in rules
    )

# SPDX-License-Identifier: EUPL-1.2
"""Who may do what: roles by assignment, signing by the matrix. Each answer is a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pendopo.domain.circumstances import Actor, Capacity
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Assignment, AssignmentKind, Officer, SigningRule
from pendopo.offices.tokens import find_token


def actor_of_token(token: str, on: date | None = None) -> Actor | None:
    """Who bears this token, with what they hold that day; None for no or a spent token.

    The day is today in the office's own zone where none is given. A token for one position gives
    that position only. Whoever holds nothing that day is still known, but has no role. Two queries.
    """
    row = find_token(token)
    if row is None:
        return None
    held = held_on(row.office_id, on or row.office.today).filter(officer_id=row.officer_id)
    if row.position_id:
        held = held.filter(position_id=row.position_id)
    return actor_holding(row.officer, held)


def actor_of_officer(office: str, officer_id: UUID, on: date) -> Actor | None:
    """An officer with what they hold that day; None where the office has no such officer.

    Two queries.
    """
    officer = Officer.objects.filter(office_id=office, id=officer_id).first()
    if officer is None:
        return None
    return actor_holding(officer, held_on(office, on).filter(officer_id=officer_id))


def actor_holding(officer: Officer, held: Iterable[Assignment]) -> Actor:
    """Who this officer is with these assignments. No query where they were read already."""
    positions = tuple(one.position for one in held)
    return Actor(
        office=officer.office_id,
        officer_id=str(officer.id),
        name=officer.name,
        positions=tuple(dict.fromkeys(position.key for position in positions)),
        roles=frozenset(role for position in positions for role in position.roles),
    )


def answers_for(actor: Actor, named: Iterable[str]) -> bool:
    """Whether an officer holds a role that the office named for a matter of its own.

    Where it named none: whether she may sign every service. At most one query.
    """
    if roles := set(named):
        return bool(actor.roles & roles)
    rules = SigningRule.objects.filter(office_id=actor.office, services=None)
    return bool(set(rules.values_list("position__key", flat=True)) & set(actor.positions))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who signs what on one day: the rules of an office, and who holds which position."""

    rules: tuple[SigningRule, ...]
    held: tuple[Assignment, ...]

    def capacities(self, service: str) -> tuple[Capacity, ...]:
        """All who may sign this service, in the order of the matrix.

        The line is the rule's (a.n., u.b.); for one's own signature it is Plt., Plh. or Pj. where
        the position is held so. Whoever signs for another while acting has it before the title:
        `a.n.` … `Plt. Sekretaris Camat`.
        """
        found = (
            _capacity(rule, one)
            for rule in self.rules
            if rule.covers(service)
            for one in self.held
            if one.position_id == rule.position_id
        )
        return tuple(dict.fromkeys(found))


def matrix(office: str, on: date) -> Matrix:
    """The signing matrix of an office as it holds that day. Two queries."""
    rules = SigningRule.objects.filter(office_id=office).order_by("place")
    return Matrix(tuple(rules), tuple(held_on(office, on)))


def capacities(office: str, service: str, on: date) -> tuple[Capacity, ...]:
    """All who may sign this service that day. Two queries; see `Matrix`."""
    return matrix(office, on).capacities(service)


def _capacity(rule: SigningRule, one: Assignment) -> Capacity:
    definitive = one.capacity == AssignmentKind.DEFINITIVE
    acting = "" if definitive else one.capacity
    before_title = f"{acting} " if acting and rule.line else ""
    return Capacity(
        role=rule.on_behalf_of,
        position=one.position.key,
        officer_id=str(one.officer_id),
        officer_name=one.officer.name,
        title=before_title + one.position.title,
        line=rule.line or acting,
        rank=one.officer.rank,
        nip=one.officer.nip,
    )

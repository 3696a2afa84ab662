# SPDX-License-Identifier: EUPL-1.2
"""What the standards in force need of the office's people: roles at steps, and signers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pendopo.domain.circumstances import Capacity
from pendopo.domain.standard import AUTHORISED_SIGNER, FORWARDED
from pendopo.domain.vocabulary import Verb
from pendopo.offices.access import Matrix, matrix
from pendopo.offices.models import Assignment, Office, Position, SigningRule
from pendopo.standards import versions
from pendopo.standards.national import outside_roles

NOBODY_S = frozenset({AUTHORISED_SIGNER, FORWARDED})
"""Words that stand for whoever it is, so that no position fills them."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What one service needs: the roles of its steps, and those that sign."""

    slug: str
    name: str
    roles: frozenset[str]
    signed_by: frozenset[str]

    def signers(self, matrix: Matrix) -> tuple[Capacity, ...]:
        """Who may sign at one of its steps that day, in the order of the matrix."""
        held = matrix.capacities(self.slug)
        return tuple(one for one in held if any(_serves(one.role, by) for by in self.signed_by))

    def is_unsigned(self, matrix: Matrix) -> bool:
        """Whether a step that signs has nobody: no rule, or none whose position is held."""
        held = {one.role for one in matrix.capacities(self.slug)}
        return any(not any(_serves(role, by) for role in held) for by in self.signed_by)

    def is_uncovered(self, matrix: Matrix) -> bool:
        """Whether a step that signs has no rule at all, whoever holds which position."""
        ruled = {rule.on_behalf_of for rule in matrix.rules if rule.covers(self.slug)}
        return any(not any(_serves(role, by) for role in ruled) for by in self.signed_by)


def needed(office: str) -> tuple[Needed, ...]:
    """What each service in force needs, in the order of the office's list. Three queries."""
    in_force = versions.catalogue(office)
    outside = outside_roles() if in_force else frozenset()
    found = []
    for one in in_force:
        steps = one.standard.steps
        roles = frozenset(step.by for step in steps) - outside - NOBODY_S
        signed_by = frozenset(step.by for step in steps if step.do is Verb.SIGN)
        found.append(Needed(one.slug, one.service.name, roles, signed_by))
    return tuple(found)


def unsigned(office: Office, day: date) -> Mapping[str, str]:
    """The services that nobody could sign that day, or ever: key → name. Five queries."""
    today = matrix(office.code, day)
    return {
        one.slug: one.name
        for one in needed(office.code)
        if one.is_unsigned(today) or one.is_uncovered(today)
    }


def unsigned_without(
    office: Office, days: Mapping[date, frozenset[str]]
) -> Mapping[date, tuple[tuple[str, frozenset[str]], ...]]:
    """The services that all their signers are away from: name, and the ids of those signers.

    `days`: day → ids of the officers who are away that day. Five queries, however many days.
    """
    services = needed(office.code)
    rules = tuple(SigningRule.objects.filter(office_id=office.code).order_by("place"))
    rows = Assignment.objects.filter(office_id=office.code).select_related("officer", "position")
    assignments = tuple(rows)
    return {
        day: tuple(_waiting(services, Matrix(rules, _holding(assignments, day)), away))
        for day, away in days.items()
    }


def _waiting(
    services: Iterable[Needed], matrix: Matrix, away: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for one in services:
        signers = frozenset(capacity.officer_id for capacity in one.signers(matrix))
        if signers and signers <= away:
            yield one.name, signers


def _holding(assignments: Iterable[Assignment], day: date) -> tuple[Assignment, ...]:
    return tuple(
        one
        for one in assignments
        if one.from_date <= day and (one.to_date is None or day <= one.to_date)
    )


def unfilled(office: str) -> Mapping[str, tuple[str, ...]]:
    """The roles at steps that no position fills → the names of the services that need them."""
    filled = _filled(Position.objects.filter(office_id=office))
    lacking: dict[str, list[str]] = {}
    for one in needed(office):
        for role in sorted(one.roles - filled):
            lacking.setdefault(role, []).append(one.name)
    return {role: tuple(names) for role, names in lacking.items()}


def _filled(positions: Iterable[Position]) -> frozenset[str]:
    return frozenset(role for position in positions for role in position.roles)


def _serves(role: str, by: str) -> bool:
    """As `Capacity.serves`; a forwarded step is signed by whomever it was forwarded to."""
    return by in (role, AUTHORISED_SIGNER, FORWARDED)

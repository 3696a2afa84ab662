# SPDX-License-Identifier: EUPL-1.2
"""Which roles nobody filled, and when: what a stated pause of the promise clock looks at.

A role is away while one of its positions is empty or all its holders are, and no other
position of the role is filled. A position that was never filled is nobody's absence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from pendopo.domain.clocking import AwaySpan
from pendopo.offices.models import Absence, Assignment, Office, Position


def absent_roles(office: str, at: datetime) -> frozenset[str]:
    """The roles that nobody fills at that moment. At most four queries, one if all are in."""
    staff = _staff(office, Q(from_at__lte=at) & _until_after(at))
    return staff.absent_at(at) if staff else frozenset()


def away_now(office: str, at: datetime) -> frozenset[str]:
    """The keys of positions that nobody fills at that moment, and the ids of officers who are out.

    One query.
    """
    absences = Absence.objects.filter(
        Q(from_at__lte=at) & _until_after(at), office_id=office
    ).select_related("position")
    return frozenset(
        one.position.key if one.position is not None else str(one.officer_id) for one in absences
    )


def away_spans(
    office: str, from_at: datetime | None = None, until_at: datetime | None = None
) -> tuple[AwaySpan, ...]:
    """When each role was away, as far as it touches the time given; whole spans, by role.

    At most four queries, one if nobody was.
    """
    touching = _until_after(from_at) if from_at else Q()
    if until_at:
        touching &= Q(from_at__lt=until_at)
    staff = _staff(office, touching)
    return tuple(staff.spans()) if staff else ()


def away_since(office: str, earliest: datetime) -> Callable[[datetime], tuple[AwaySpan, ...]]:
    """As `away_spans(office, from_at)`, for many moments not before the earliest.

    At most four queries, however often it is asked.
    """
    staff = _staff(office, _until_after(earliest))
    known: dict[tuple[UUID, ...], tuple[AwaySpan, ...]] = {}

    def since(from_at: datetime) -> tuple[AwaySpan, ...]:
        touching = staff.absent_after(from_at) if staff else ()
        key = tuple(one.id for one in touching)
        if staff and key not in known:
            known[key] = tuple(replace(staff, absences=touching).spans()) if touching else ()
        return known.get(key, ())

    return since


def open_at(office: str, at: datetime) -> QuerySet[Absence]:
    """The absences that hold at that moment, the latest first. One query."""
    holding = Absence.objects.filter(_until_after(at), office_id=office, from_at__lte=at)
    return holding.order_by("-from_at")


@dataclass(frozen=True, slots=True)
class _Staff:
    """Positions, holders and absences of one office."""

    zone: ZoneInfo
    positions: Sequence[Position]
    assignments: Sequence[Assignment]
    absences: Sequence[Absence]

    def absent_after(self, at: datetime) -> tuple[Absence, ...]:
        """The absences that last beyond a moment."""
        return tuple(one for one in self.absences if one.until_at is None or one.until_at > at)

    def absent_at(self, at: datetime) -> frozenset[str]:
        states = {position.id: self._filled(position, at) for position in self.positions}
        return _roles(self.positions, states, False) - _roles(self.positions, states, True)

    def spans(self) -> Iterator[AwaySpan]:
        """Between two moments at which something changes, nothing does."""
        moments = sorted(set(self._changes()))
        by_moment = [(at, self.absent_at(at)) for at in moments]
        for role in sorted(frozenset().union(*(roles for _, roles in by_moment))):
            yield from _joined(role, [(at, role in roles) for at, roles in by_moment])

    def _filled(self, position: Position, at: datetime) -> bool | None:
        """Whether somebody fills the position; None where nobody holds it at all."""
        away = {one.position_id or one.officer_id for one in self.absences if _covers(one, at)}
        holders = self._holders(position.id, at.astimezone(self.zone).date())
        if position.id in away:
            return False
        return not holders <= away if holders else None

    def _holders(self, position_id: UUID, day: date) -> set[UUID]:
        return {
            one.officer_id
            for one in self.assignments
            if one.position_id == position_id
            and one.from_date <= day
            and (one.to_date is None or day <= one.to_date)
        }

    def _changes(self) -> Iterator[datetime]:
        for absence in self.absences:
            yield absence.from_at
            if absence.until_at:
                yield absence.until_at
        for assignment in self.assignments:
            yield self._midnight(assignment.from_date)
            if assignment.to_date:
                yield self._midnight(assignment.to_date + timedelta(days=1))

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone)


def _staff(office: str, touching: Q) -> _Staff | None:
    absences = list(Absence.objects.filter(touching, office_id=office))
    if not absences:
        return None
    return _Staff(
        ZoneInfo(Office.objects.values_list("zone", flat=True).get(code=office)),
        list(Position.objects.filter(office_id=office)),
        list(Assignment.objects.filter(office_id=office)),
        absences,
    )


def _until_after(at: datetime) -> Q:
    return Q(until_at=None) | Q(until_at__gt=at)


def _covers(absence: Absence, at: datetime) -> bool:
    return absence.from_at <= at and (absence.until_at is None or at < absence.until_at)


def _roles(
    positions: Iterable[Position], states: dict[UUID, bool | None], state: bool
) -> frozenset[str]:
    chosen = (position for position in positions if states[position.id] is state)
    return frozenset(role for position in chosen for role in position.roles)


def _joined(role: str, states: Sequence[tuple[datetime, bool]]) -> Iterator[AwaySpan]:
    """Spans of one role, out of whether it was away from each moment on."""
    edges = [states[0], *(after for before, after in pairwise(states) if before[1] != after[1])]
    for number, (at, away) in enumerate(edges):
        if away:
            until_at = edges[number + 1][0] if number + 1 < len(edges) else None
            yield AwaySpan(role, at, until_at)

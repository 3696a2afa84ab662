# SPDX-License-Identifier: EUPL-1.2
"""Where the officers of each position are now, and who of them may sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pendopo.domain.circumstances import Capacity
from pendopo.domain.wording import localize
from pendopo.offices import access
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Absence, Assignment, Office, Position
from pendopo.offices.presence import open_at


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A position now. `absence`: why nobody fills it though somebody holds it; None if in."""

    position: Position
    holders: tuple[Assignment, ...]
    absence: Absence | None

    @property
    def here(self) -> bool:
        """Whether somebody holds the position and is in."""
        return bool(self.holders) and self.absence is None


@dataclass(frozen=True, slots=True)
class SignersNow:
    """Who may sign a service, in the order of the matrix, and who of them is in.

    `away` has the absence of whoever is first in the matrix, if that one is out.
    """

    able: tuple[Capacity, ...]
    here: tuple[Capacity, ...]
    away: Absence | None


def whereabouts(office: Office, at: datetime) -> tuple[Whereabouts, ...]:
    """Every position, in the order of the office. Three queries."""
    absences = tuple(open_at(office.code, at))
    holders: dict[str, list[Assignment]] = {}
    for one in held_on(office.code, localize(at, office.zone).date()):
        holders.setdefault(one.position.key, []).append(one)
    rows = Position.objects.filter(office_id=office.code)
    return tuple(_of(row, tuple(holders.get(row.key, ())), absences) for row in rows)


def signers_now(office: Office, services: Iterable[str], at: datetime) -> Mapping[str, SignersNow]:
    """For each of these services who may sign it, and who can do so now. Three queries."""
    absences = tuple(open_at(office.code, at))
    matrix = access.matrix(office.code, localize(at, office.zone).date())
    positions = {one.position.key: one.position for one in matrix.held}
    return {key: _among(matrix.capacities(key), positions, absences) for key in services}


def _of(
    position: Position, holders: tuple[Assignment, ...], absences: tuple[Absence, ...]
) -> Whereabouts:
    own = next((one for one in absences if one.position_id == position.id), None)
    theirs = [_absence_of(str(one.officer_id), absences) for one in holders]
    everybody = theirs[0] if theirs and all(theirs) else None
    return Whereabouts(position, holders, own or everybody)


def _among(
    able: tuple[Capacity, ...],
    positions: Mapping[str, Position],
    absences: tuple[Absence, ...],
) -> SignersNow:
    out = [_out(one, positions, absences) for one in able]
    here = tuple(one for one, absence in zip(able, out, strict=True) if absence is None)
    return SignersNow(able, here, out[0] if out else None)


def _out(
    one: Capacity, positions: Mapping[str, Position], absences: tuple[Absence, ...]
) -> Absence | None:
    place = positions[one.position].id
    own = next((absence for absence in absences if absence.position_id == place), None)
    return own or _absence_of(one.officer_id, absences)


def _absence_of(officer_id: str, absences: tuple[Absence, ...]) -> Absence | None:
    return next((one for one in absences if str(one.officer_id) == officer_id), None)

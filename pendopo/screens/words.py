# SPDX-License-Identifier: EUPL-1.2
"""The words of one office for the keys that events carry, gathered in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from pendopo.domain.circumstances import ActorKind
from pendopo.offices.models import Assignment, Book, Officer, Position
from pendopo.standards import national


class Audience(StrEnum):
    """Who reads: the office, or whoever holds the receipt. The public is told no names."""

    OFFICE = "office"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Held:
    """A position as somebody held it, with the roles that it fills."""

    title: str
    from_date: date
    to_date: date | None
    roles: frozenset[str] = frozenset()

    def on(self, day: date) -> bool:
        """Whether it was held that day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True, slots=True)
class Words:
    """Titles of roles, positions and books; names and positions of the officers who acted."""

    zone: str
    roles: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, str] = field(default_factory=dict)
    books: Mapping[str, str] = field(default_factory=dict)
    officers: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[str, tuple[Held, ...]] = field(default_factory=dict)

    def role(self, key: str) -> str:
        """What people call a role."""
        return self.roles.get(key, key.replace("-", " "))

    def position(self, key: str) -> str:
        """The title of a position."""
        return self.positions.get(key, key.replace("-", " "))

    def book(self, key: str) -> str:
        """The title of a book."""
        return self.books.get(key, key.replace("-", " "))

    def actor(
        self, actor: str, at: datetime, audience: Audience, roles: frozenset[str] = frozenset()
    ) -> str:
        """Who acted, by position; only the office reads the name as well.

        Of several positions those count that fill one of the roles of the deed, if any does.
        """
        kind, _, id_ = actor.partition(":")
        if kind != ActorKind.OFFICER:
            return "pemohon" if kind == ActorKind.APPLICANT else "sistem"
        title = self._title(id_, at.astimezone(ZoneInfo(self.zone)).date(), roles)
        if audience is Audience.PUBLIC:
            return title or "petugas kecamatan"
        return ", ".join(filter(None, (self.officers.get(id_, ""), title))) or "petugas"

    def _title(self, id_: str, day: date, roles: frozenset[str]) -> str:
        held = [one for one in self.held.get(id_, ()) if one.on(day)]
        meant = [one for one in held if one.roles & roles] or held
        return ", ".join(dict.fromkeys(one.title for one in meant))


def role_titles() -> dict[str, str]:
    """What people call each role of the nation's list. One query."""
    return {key: role.title for key, role in national.roles().items()}


def words_of(office: str, zone: str, actors: Iterable[str] = ()) -> Words:
    """The words of an office, and of these actors of its events. Five queries at most."""
    ids = {a.partition(":")[2] for a in actors if a.startswith(f"{ActorKind.OFFICER}:")}
    officers = Officer.objects.filter(office_id=office, id__in=ids) if ids else ()
    return Words(
        zone=zone,
        roles=role_titles(),
        positions=dict(Position.objects.filter(office_id=office).values_list("key", "title")),
        books=dict(Book.objects.filter(office_id=office).values_list("key", "title")),
        officers={str(one.id): one.name for one in officers},
        held=_held(office, ids),
    )


def _held(office: str, ids: set[str]) -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    if ids:
        rows = Assignment.objects.filter(office_id=office, officer_id__in=ids)
        for row in rows.select_related("position"):
            position = row.position
            roles = frozenset(position.roles)
            one = Held(position.title, row.from_date, row.to_date, roles)
            found[str(row.officer_id)] = (*found.get(str(row.officer_id), ()), one)
    return found

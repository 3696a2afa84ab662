# SPDX-License-Identifier: EUPL-1.2
"""What `decide` may know of the world: frozen values, gathered by the service beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from pendopo.domain.books import NumberMode
from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.standard import AUTHORISED_SIGNER, Values


class ActorKind(StrEnum):
    """Who acts: an officer by name, the applicant by tracking code, or the system itself."""

    OFFICER = "officer"
    APPLICANT = "applicant"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Capacity:
    """The right to sign as `role`, held on a day by one officer, with the line above it.

    `line` is empty, `a.n.`, `u.b.`, `Plt.`, `Plh.` or `Pj.` (tata naskah dinas).
    """

    role: str
    position: str
    officer_id: str
    officer_name: str
    title: str
    line: str = ""
    rank: str = ""
    nip: str = ""

    def serves(self, role: str) -> bool:
        """Whether this capacity may sign a step of `role`."""
        return role in (self.role, AUTHORISED_SIGNER)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who gives the command, with the positions and roles held that day."""

    office: str
    officer_id: str
    name: str
    positions: tuple[str, ...]
    roles: frozenset[str]
    capacities: tuple[Capacity, ...] = ()
    kind: ActorKind = ActorKind.OFFICER

    @property
    def key(self) -> str:
        """What events keep of the actor: never a name."""
        return f"{self.kind}:{self.officer_id}"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the office settles for itself."""

    follow_allowed_by: frozenset[str] = frozenset({"petugas-loket"})
    signature_recorded_by: frozenset[str] = frozenset({"petugas-loket"})
    late_after: timedelta = timedelta(minutes=15)
    electronic_signing: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything outside the case that a decision may depend on.

    `signers`: all who may sign this service that day. `values`: the form as it stands.
    `books`: the mode of each book of the office. `outside`: the roles that are not of the office.
    """

    now: datetime
    actor: Actor
    calendar: OfficeCalendar
    signers: tuple[Capacity, ...] = ()
    policy: Policy = field(default_factory=Policy)
    values: Values = field(default_factory=lambda: MappingProxyType({}))
    books: Mapping[str, NumberMode] = field(default_factory=lambda: MappingProxyType({}))
    outside: frozenset[str] = frozenset()

# SPDX-License-Identifier: EUPL-1.2
"""What an office is made of at first: plain values that any file format can be turned into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode
from pendopo.domain.hours import Holiday, Season, WeekHours
from pendopo.offices.policy import OfficePolicy
from pendopo.offices.stationery import OfficeStationery


@dataclass(frozen=True, slots=True)
class ContactSeed:
    """A way to reach the office."""

    kind: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class VillageSeed:
    """A desa or kelurahan with its Kemendagri code."""

    code: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class PositionSeed:
    """A post and the roles that it fills."""

    key: str
    title: str
    roles: tuple[str, ...]
    echelon: str = ""


@dataclass(frozen=True, slots=True)
class SigningSeed:
    """A row of the signing matrix; `services` None means all."""

    position: str
    on_behalf_of: str
    line: str = ""
    services: tuple[str, ...] | None = None
    excepted: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class BookSeed:
    """A register. `columns` are as `pendopo.domain.book_words` reads them; none: those of its kind.

    `head` is the position that closes it, `keepers` are the roles that write in it.
    """

    key: str
    title: str
    section: str = ""
    kind: BookKind = BookKind.REGISTER
    head: str = ""
    keepers: tuple[str, ...] = ()
    columns: tuple[Mapping[str, object], ...] = ()
    mode: NumberMode = NumberMode.OWN
    template: str = ""
    classification: str = ""


@dataclass(frozen=True, slots=True)
class OfficerSeed:
    """An invented officer of a demonstration, and the positions held."""

    name: str
    positions: tuple[str, ...]
    nip: str = ""
    rank: str = ""
    capacity: str = "definitif"


@dataclass(frozen=True, slots=True)
class OfficeSeed:
    """One kecamatan as its office.yaml describes it. `demo_officers` come in only as a demo."""

    code: str
    name: str
    regency: str
    province: str
    seat: str
    prefix: str
    unit_code: str
    zone: str
    address: str
    office_hours: WeekHours
    counter_hours: WeekHours | None = None
    signing_hours: WeekHours | None = None
    seasons: tuple[Season, ...] = ()
    policy: OfficePolicy = field(default_factory=OfficePolicy)
    stationery: OfficeStationery = field(default_factory=OfficeStationery)
    contacts: tuple[ContactSeed, ...] = ()
    services: tuple[str, ...] = ()
    villages: tuple[VillageSeed, ...] = ()
    positions: tuple[PositionSeed, ...] = ()
    signing: tuple[SigningSeed, ...] = ()
    books: tuple[BookSeed, ...] = ()
    demo_officers: tuple[OfficerSeed, ...] = ()


@dataclass(frozen=True, slots=True)
class YearSeed:
    """The days off and the seasons of one year, with the joint decree (SKB) they follow."""

    year: int
    cite: str
    holidays: tuple[Holiday, ...]
    seasons: tuple[Season, ...] = ()

# SPDX-License-Identifier: EUPL-1.2
"""What the API answers, as pydantic models: they check the answers and describe them.

Those of one case stand in `case_shapes`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from pendopo.api.problems import ProblemPlace, ReasonOut

Document = dict[str, Any]


class Out(BaseModel):
    """The base of every answer: reads plain values and dataclasses alike."""

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


class OfficeLine(Out):
    """One line of the list of offices; `services` are the slugs of those in force."""

    code: str
    name: str
    regency: str
    services: list[str]


class PositionOut(Out):
    """A post of the office, and the roles of the standards that it fills."""

    key: str
    title: str
    roles: list[str]


class VillageOut(Out):
    """A desa or kelurahan."""

    code: str
    name: str
    kind: str


class OfficeOut(Out):
    """An office. `hours` are by layer and day, in its own zone."""

    code: str
    name: str
    regency: str
    province: str
    seat: str
    zone: str
    address: str
    demo: bool
    contacts: list[Document]
    hours: Document
    services: list[str]
    positions: list[PositionOut]
    villages: list[VillageOut]


class Worded(Out):
    """The decree's own words."""

    text: str


class ServiceLine(Out):
    """One line of an office's services. `complete`: all 14 components are printed."""

    slug: str
    kind: str
    name: str
    complete: bool
    duration: Worded | None
    fee: Worded | None


class ServiceOut(Out):
    """A service: the 14 components in the decree's order, and what runs it."""

    model_config = ConfigDict(extra="allow")

    slug: str
    kind: str
    name: str
    complete: bool
    version: int
    requirements: list[Document] | None
    procedure: Document | None
    duration: Document | None
    fee: Document | None
    product: Document | None
    complaint_channels: list[Document] | None
    legal_basis: list[str] | None
    facilities: list[str] | None
    competence: list[Document] | None
    staffing: Document | None
    internal_supervision: list[str] | None
    service_guarantee: list[str] | None
    safety_guarantee: list[str] | None
    evaluation: list[str] | None


class PromiseLine(Out):
    """A promise in short."""

    text: str | None
    due: datetime | None
    state: str


class FiledOut(Out):
    """A case that was opened. `code` is the tracking code: it stands here and on the receipt."""

    reference: str
    code: str
    state: str
    version: int
    promise: PromiseLine
    warnings: list[ProblemPlace]
    links: dict[str, str]


class UploadOut(Out):
    """A file that is kept."""

    id: UUID
    kind: str
    size: int
    pages: int
    sha256: str


class CaseLine(Out):
    """One case in a list; the name is kept back where the matter is confidential."""

    reference: str
    service: str
    state: str
    waiting_for: str
    applicant: str
    village: str
    filed_at: datetime
    due: datetime | None
    clock: str
    version: int
    ended_at: datetime | None
    href: str


class CaseList(Out):
    """Cases of an office, oldest promise first."""

    cases: list[CaseLine]


class BookRowOut(Out):
    """One line of a book."""

    number: str
    urut: int | None
    sisipan: int
    status: str
    date: date
    paper: str
    reference: str | None
    service: str | None
    applicant: str
    reason: str
    approved_by: str


class BookOut(Out):
    """A book of one year. Every number from 1 to `last` has one row."""

    book: str
    title: str
    mode: str
    year: int
    last: int
    rows: list[BookRowOut]


class NotedOut(Out):
    """An event of the office, the book or a bundle."""

    name: str
    at: datetime


class BundleFileOut(Out):
    """What became of one file of a bundle."""

    service: str
    status: str
    reference: str | None = None
    code: str | None = None
    state: str | None = None
    problems: list[ProblemPlace] = []
    reasons: list[ReasonOut] = []


class BundleOut(Out):
    """A bundle as taken in or handed over."""

    code: str
    files: list[BundleFileOut]

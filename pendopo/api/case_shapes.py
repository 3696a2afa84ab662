# SPDX-License-Identifier: EUPL-1.2
"""What the API answers about one case."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import Field

from pendopo.api.problems import ProblemPlace
from pendopo.api.shapes import Document, Out, PromiseLine


class WaitingOut(Out):
    """Whose turn it is."""

    step: str
    by: str
    title: str
    text: str


class CeilingOut(Out):
    """A limit of law beside the promise."""

    name: str
    cite: str
    due: datetime | None
    state: str
    kept: bool | None
    reckoning: list[str]


class PromiseOut(PromiseLine):
    """The promise as it stands, with every line of the sum."""

    if_resumed_now: bool
    kept: bool | None
    used_minutes: int
    late: bool
    reckoning: list[str]
    alternative_due: datetime | None
    notes: list[str]
    ceilings: list[CeilingOut]


class HistoryOut(Out):
    """One event as a sentence."""

    at: datetime
    recorded_at: datetime
    sentence: str
    name: str
    by: str
    late: bool
    step: str | None
    outcome: str | None


class PointOut(Out):
    """One step on the way: passed, here or ahead."""

    step: str
    title: str
    by: str
    progress: str
    at: datetime | None
    outcome: str


class LackOut(Out):
    """One thing that still lacks."""

    ask: str
    label: str
    text: str


class EvidenceOut(Out):
    """A file that was brought."""

    id: UUID
    ask: str | None
    kind: str
    size: int
    pages: int
    sha256: str
    at: datetime


class PaperOut(Out):
    """A sheet that leaves the office, and what was done to it."""

    key: str
    title: str
    form: str
    stage: str | None
    version: int
    initialled: bool
    approved: bool
    signed: bool
    stamped: bool


class NumberOut(Out):
    """A line of this case in a book."""

    book: str
    title: str
    paper: str | None
    number: str | None
    status: str


class ActionOut(Out):
    """What the caller may do now; `schema` tells what to send, with accepted examples."""

    name: str
    title: str
    step: str | None
    by: str | None
    recorded_for: str | None
    method: str
    href: str
    schema_: Document = Field(alias="schema")


class CaseOut(Out):
    """A case as this caller may read it."""

    reference: str
    office: str
    service: str
    service_name: str
    standard_version: int
    state: str
    ended: bool
    version: int
    filed_at: datetime
    channel: str
    confidential: bool
    anonymous: bool
    waiting_for: list[WaitingOut]
    promise: PromiseOut
    history: list[HistoryOut]
    timeline: list[PointOut]
    lacks: list[LackOut]
    evidence: list[EvidenceOut]
    papers: list[PaperOut]
    numbers: list[NumberOut]
    form: Document
    actions: list[ActionOut]
    links: dict[str, str]


class HappenedOut(Out):
    """One event just recorded."""

    name: str
    at: datetime
    step: str | None
    outcome: str | None
    to: str | None
    returns: bool
    late: bool
    numbers: list[str]


class DoneOut(Out):
    """What a deed came to."""

    reference: str
    state: str
    ended: bool
    version: int
    events: list[HappenedOut]
    warnings: list[ProblemPlace]
    links: dict[str, str]

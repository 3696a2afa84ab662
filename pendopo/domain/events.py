# SPDX-License-Identifier: EUPL-1.2
"""What has happened to a case: past facts, appended and never changed.

`data` holds no personal value; what identifies a person stands in `private`, which the store
keeps in rows that can be erased while the event holds only a salted digest (UU 27/2022).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from pendopo.domain.books import RowStatus
from pendopo.domain.vocabulary import Verb

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
EMPTY: Mapping[str, Json] = MappingProxyType({})


class Stage(StrEnum):
    """A paper's life: a draft, the clean sheet that is signed, and what was issued."""

    KONSEP = "konsep"
    NASKAH = "naskah"
    TERBITAN = "terbitan"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in a book. `number` is a hole until the service fills it under the lock."""

    book: str
    mark: RowStatus
    paper: str | None = None
    number: str | None = None
    external: bool = False

    @property
    def line(self) -> tuple[str, str | None]:
        """A case has at most one standing line for each book and paper."""
        return self.book, self.paper


@dataclass(frozen=True, slots=True)
class PaperMove:
    """A paper reaches a stage; the service renders and stores the sheet."""

    paper: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Event:
    """One fact. `happened_at` is when, `late` whether it was recorded well afterwards."""

    name: str
    happened_at: datetime
    actor: str
    data: Mapping[str, Json] = field(default_factory=lambda: EMPTY)
    private: Mapping[str, Json] = field(default_factory=lambda: EMPTY)
    entries: tuple[Entry, ...] = ()
    papers: tuple[PaperMove, ...] = ()
    late: bool = False

    def filled(self, entries: tuple[Entry, ...]) -> Event:
        """The same event with its number holes filled."""
        return replace(self, entries=entries)


VERB_EVENTS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.SUBMIT: "case.submitted",
        Verb.RECEIVE: "case.received",
        Verb.VERIFY: "case.verified",
        Verb.ASSESS: "case.assessed",
        Verb.DRAFT: "letter.drafted",
        Verb.INITIAL: "letter.initialled",
        Verb.SIGN: "letter.signed",
        Verb.REGISTER: "letter.registered",
        Verb.STAMP: "letter.stamped",
        Verb.HAND_OVER: "product.handed-over",
        Verb.FORWARD: "case.forwarded",
        Verb.DISPOSE: "case.disposed",
        Verb.CONSULT: "case.consulted",
        Verb.SCHEDULE: "case.scheduled",
        Verb.PERFORM: "service.performed",
        Verb.PAY: "payment.received",
        Verb.PRINT: "product.printed",
        Verb.ANSWER: "case.answered",
        Verb.ARCHIVE: "case.archived",
    }
)
"""Passing a step writes the event of its verb."""

FILED = "case.filed"
TAKEN_BACK = "step.taken-back"
REQUIREMENT_ADDED = "requirement.added"
AMENDED = "case.amended"
WITHDRAWN = "case.withdrawn"
ABANDONED = "case.abandoned"
CORRECTED = "product.corrected"
APPROVED = "paper.approved"
RESERVED = "number.reserved"
REWORDED = "paper.reworded"
TOLD = "applicant.told"


@dataclass(frozen=True, slots=True)
class EventSpec:
    """What an event's `data` and `private` may hold, and the plain words for it."""

    says: str
    data: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()


_PASSED = frozenset({"step", "outcome", "to", "returns", "recorded_for", "reminders"})


def _passing(says: str, data: str = "", private: str = "") -> EventSpec:
    return EventSpec(
        says, _PASSED | frozenset(data.split()), frozenset({"reasons", "note", *private.split()})
    )


EVENTS: Mapping[str, EventSpec] = MappingProxyType(
    {
        FILED: EventSpec(
            "Permohonan diajukan",
            _PASSED | {"asks", "channel", "confidential", "anonymous", "brought_by", "forms"},
            frozenset({"values", "reasons", "note", "bringer"}),
        ),
        "case.submitted": _passing(
            "Permohonan diajukan kembali",
            "asks unjudged channel brought_by forms",
            "values bringer",
        ),
        "case.received": _passing("Berkas diterima"),
        "case.verified": _passing(
            "Berkas diperiksa", "verdicts facts forms lacks allowed_by", "remarks says"
        ),
        "case.assessed": _passing("Berkas dinilai"),
        "letter.drafted": _passing("Konsep dibuat", "papers"),
        "letter.initialled": _passing("Diparaf", "papers signer"),
        "letter.signed": _passing("Ditandatangani", "papers signer method"),
        "letter.registered": _passing("Dicatat dalam register", "papers letter_date"),
        "letter.stamped": _passing("Distempel", "papers"),
        "product.handed-over": _passing("Diserahkan", "papers relation received", "collector"),
        "case.forwarded": _passing("Diteruskan", "role"),
        "case.disposed": _passing("Didisposisi", "roles role", "instruction"),
        "case.consulted": _passing("Dikonsultasikan", "", "result"),
        "case.scheduled": _passing("Dijadwalkan", "scheduled_at", "place"),
        "service.performed": _passing("Dilaksanakan", "system", "reference result"),
        "payment.received": _passing("Pembayaran diterima", "method", "amount reference"),
        "product.printed": _passing("Dicetak", "papers system", "reference"),
        "case.answered": _passing("Dijawab", "papers channel", "answer"),
        "case.archived": _passing("Diarsipkan", "", "follow_up"),
        TAKEN_BACK: EventSpec(
            "Langkah ditarik kembali", frozenset({"step", "to"}), frozenset({"reasons"})
        ),
        REQUIREMENT_ADDED: EventSpec(
            "Syarat ditambahkan untuk berkas ini",
            frozenset({"ask"}),
            frozenset({"what", "reasons"}),
        ),
        AMENDED: EventSpec(
            "Isian dilengkapi atau diubah",
            frozenset({"asks", "unjudged", "changed"}),
            frozenset({"values"}),
        ),
        WITHDRAWN: EventSpec(
            "Permohonan ditarik oleh pemohon",
            frozenset({"to", "recorded_for"}),
            frozenset({"reasons"}),
        ),
        ABANDONED: EventSpec(
            "Ditutup karena tidak dilanjutkan", frozenset({"to"}), frozenset({"reasons"})
        ),
        CORRECTED: EventSpec(
            "Produk dibetulkan, nomor tetap",
            frozenset({"changed", "papers"}),
            frozenset({"values", "reasons"}),
        ),
        APPROVED: EventSpec("Disetujui untuk ditandatangani", frozenset({"papers", "signer"})),
        RESERVED: EventSpec("Nomor dipesan", frozenset({"papers"})),
        REWORDED: EventSpec("Kalimat surat diubah", frozenset({"papers"}), frozenset({"words"})),
        TOLD: EventSpec("Pemohon diberi tahu yang kurang", frozenset({"told_by"})),
    }
)
"""Every event's name with the fields it may carry."""


def declared(event: Event) -> Event:
    """The same event. Raises ValueError when it says more than its name declares."""
    spec = EVENTS.get(event.name)
    if spec is None:
        raise ValueError(f"{event.name} is not an event of a case")
    strange = (set(event.data) - spec.data) | (set(event.private) - spec.private)
    if strange:
        raise ValueError(f"{event.name} does not declare {', '.join(sorted(strange))}")
    return event

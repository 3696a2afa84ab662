# SPDX-License-Identifier: EUPL-1.2
"""What books there are, and the words that say what stands in their columns.

A column shows words of this closed list, or fields of the form: `form.desa`,
`form.calon.suami.nama`. A line that belongs to no case is typed: then the same words are
what its form asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pendopo.domain.vocabulary import FieldType


class BookKind(StrEnum):
    """What a book is for; it decides the columns where the office names none."""

    REGISTER = "register"
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DISPATCH = "dispatch"
    PICKUP = "pickup"
    GUESTS = "guests"
    INFORMATION = "information"
    COMPLAINT = "complaint"
    PAYMENT = "payment"
    CARD = "card"

    @property
    def derived(self) -> bool:
        """Whether its lines are read from what was handed over, so that none is typed."""
        return self is BookKind.PICKUP

    @property
    def disposes(self) -> bool:
        """Whether what stands in it is put into somebody's hands."""
        return self is BookKind.INCOMING

    @property
    def delivers(self) -> bool:
        """Whether its lines come back with the name of whoever received what was sent."""
        return self is BookKind.DISPATCH

    @property
    def counts(self) -> bool:
        """Whether a line may stand for many, counted at the end of a day."""
        return self is BookKind.CARD


class Shown(StrEnum):
    """What a column can show beside fields of the form."""

    ORDER = "order"
    NUMBER = "number"
    CLASSIFICATION = "classification"
    DATE = "date"
    REFERENCE = "reference"
    SERVICE = "service"
    PAPER = "paper"
    NAME = "name"
    ADDRESS = "address"
    VILLAGE = "village"
    SENDER = "sender"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    LETTER_NUMBER = "letter-number"
    LETTER_DATE = "letter-date"
    NATURE = "nature"
    ATTACHMENTS = "attachments"
    PURPOSE = "purpose"
    RESULT = "result"
    HANDLER = "handler"
    SIGNER = "signer"
    SIGNED = "signed"
    COLLECTOR = "collector"
    COLLECTED = "collected"
    RECEIVER = "receiver"
    RECEIVED = "received"
    DISPOSITION = "disposition"
    OUTCOME = "outcome"
    ANSWERED = "answered"
    COUNT = "count"
    AMOUNT = "amount"
    STATUS = "status"
    REMARKS = "remarks"
    BLANK = "blank"


TYPED: Mapping[Shown, tuple[FieldType, str]] = MappingProxyType(
    {
        Shown.CLASSIFICATION: (FieldType.TEXT, "Kode klasifikasi"),
        Shown.NAME: (FieldType.NAME, "Nama"),
        Shown.ADDRESS: (FieldType.TEXT, "Alamat"),
        Shown.VILLAGE: (FieldType.VILLAGE, "Desa/kelurahan"),
        Shown.SENDER: (FieldType.TEXT, "Surat dari"),
        Shown.ADDRESSEE: (FieldType.TEXT, "Kepada"),
        Shown.SUBJECT: (FieldType.TEXT, "Hal"),
        Shown.LETTER_NUMBER: (FieldType.TEXT, "Nomor surat"),
        Shown.LETTER_DATE: (FieldType.DATE, "Tanggal surat"),
        Shown.NATURE: (FieldType.CHOICE, "Sifat"),
        Shown.ATTACHMENTS: (FieldType.TEXT, "Lampiran"),
        Shown.PURPOSE: (FieldType.TEXT, "Keperluan"),
        Shown.RESULT: (FieldType.LONG_TEXT, "Hasil"),
        Shown.HANDLER: (FieldType.TEXT, "Pengolah"),
        Shown.COUNT: (FieldType.INTEGER, "Jumlah"),
        Shown.AMOUNT: (FieldType.MONEY, "Jumlah rupiah"),
        Shown.REMARKS: (FieldType.TEXT, "Keterangan"),
    }
)
"""What of it is typed on a line that belongs to no case: as which type, and what it is called."""

AT_DELIVERY: Mapping[Shown, tuple[FieldType, str]] = MappingProxyType(
    {
        Shown.RECEIVER: (FieldType.NAME, "Nama penerima"),
        Shown.RECEIVED: (FieldType.DATE, "Diterima tanggal"),
    }
)
"""What is known only when a line comes back with the receiver's signature."""

PUBLIC = frozenset(
    {
        *(Shown.ORDER, Shown.NUMBER, Shown.CLASSIFICATION, Shown.DATE, Shown.REFERENCE),
        *(Shown.SERVICE, Shown.PAPER, Shown.HANDLER, Shown.SIGNER, Shown.SIGNED),
        *(Shown.COLLECTED, Shown.RECEIVED, Shown.ANSWERED, Shown.OUTCOME),
        *(Shown.COUNT, Shown.STATUS, Shown.BLANK),
    }
)
"""What tells of nobody: it may be read of a matter that is confidential."""

FORM = "form"
SOURCE = re.compile(rf"{FORM}(\.[a-z0-9]+(-[a-z0-9]+)*){{1,3}}|[a-z]+(-[a-z]+)*")
"""How a source is written; whether there is such a word is asked separately."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that a column shows: a word of the list, or (`shown` None) a field of the form.

    `path` is field, group and field, or group, member and field.
    """

    key: str
    shown: Shown | None = None
    path: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Source:
        """From its spelling. Raises ValueError for a word that is not of the list."""
        head, _, rest = text.partition(".")
        if head == FORM and rest:
            return cls(text, None, tuple(rest.split(".")))
        return cls(text, Shown(text))


class Width(StrEnum):
    """How wide a column is beside the others."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"

    @property
    def letters(self) -> int:
        """How many letters of a line it gives room to before it breaks it, if it can."""
        return {Width.NARROW: 10, Width.NORMAL: 17, Width.WIDE: 30}[self]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what stands in it one under the other, and what else if all is empty.

    `total`: its numbers are added up at the end of the month. `needed`: a line typed by hand
    cannot do without it.
    """

    title: str
    sources: tuple[Source, ...]
    instead: tuple[Source, ...] = ()
    width: Width = Width.NORMAL
    total: bool = False
    needed: bool = False

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Column:
        """From the words of a file or of a row. Raises ValueError for a word nobody knows."""
        return cls(
            kept["title"],
            _sources(kept["from"]),
            _sources(kept.get("or", ())),
            Width(kept.get("width", Width.NORMAL)),
            bool(kept.get("sum")),
            bool(kept.get("needed")),
        )

    @property
    def shows(self) -> frozenset[Shown]:
        """The words of the list that it may show."""
        return frozenset(s.shown for s in (*self.sources, *self.instead) if s.shown)

    @property
    def disposes(self) -> bool:
        """Whether it tells into whose hands a letter was put."""
        return Shown.DISPOSITION in self.shows

    @property
    def empty(self) -> bool:
        """Whether it is left free for a hand."""
        return self.shows == {Shown.BLANK}


def _sources(told: str | Iterable[str]) -> tuple[Source, ...]:
    return tuple(Source.read(one) for one in ([told] if isinstance(told, str) else told))


def read_columns(kept: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns of a book, in their order."""
    return tuple(Column.read(one) for one in kept)

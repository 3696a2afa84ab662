# SPDX-License-Identifier: EUPL-1.2
"""A list for a spreadsheet: columns that know what they hold, and rows of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from pendopo.papers.values import PageSize

Cell: TypeAlias = str | int | Decimal | date | datetime | None
"""What a row holds. A moment is shown as its own wall clock: bring it to the office's zone."""


class Kind(StrEnum):
    """What a column holds. Identity numbers and phones are text: they keep their zeros."""

    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands under it, and its width in characters (0: by what it holds)."""

    title: str
    kind: Kind = Kind.TEXT
    width: float = 0


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """One sheet. `name` is that of its tab; `under` stands below the title, `closing` at the end.

    `made_on` is an ISO date for the file's properties.
    """

    name: str
    title: str
    under: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    closing: tuple[str, ...] = ()
    size: PageSize = PageSize.F4
    made_on: str = ""

# SPDX-License-Identifier: EUPL-1.2
"""One line of a book with all that is known of it, and the words around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from pendopo.domain.books import RowStatus
from pendopo.domain.standard import Values
from pendopo.screens import plain_words
from pendopo.screens.books.facts import NO_FORM, OfCase
from pendopo.screens.books.sent_letters import Sent

Texts = tuple[str, ...]
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Around:
    """The words of one office for the keys that lines carry."""

    villages: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    positions: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    roles: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    natures: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    classification: str = ""

    def position(self, key: str) -> str:
        """The title of a position."""
        return self.positions.get(key, plain_words.spelled(key))

    def role(self, key: str) -> str:
        """What people call a role."""
        return self.roles.get(key, plain_words.spelled(key))


@dataclass(frozen=True, slots=True)
class Told:
    """One line with all that is known of it, before anybody reads it.

    `form` is the case's form as this reader may see it, `content` what a line without a case
    says. `letters` are numbers and dates of the case's papers in other books, `sent` is its
    letter as it was addressed. `kept_back`: the matter is confidential, and this reader has
    nothing to do with it.
    """

    id: UUID | None
    on: date
    status: RowStatus
    number: str = ""
    order: str = ""
    paper: str = ""
    sisipan: bool = False
    reason: str = ""
    approved_by: str = ""
    case: OfCase | None = None
    form: Values = field(default_factory=lambda: NO_FORM)
    content: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    letters: tuple[tuple[str, date], ...] = ()
    sent: Sent | None = None
    charged: Texts = ()
    instruction: str = ""
    given_up: str = ""
    kept_back: bool = False

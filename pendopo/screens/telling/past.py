# SPDX-License-Identifier: EUPL-1.2
"""What a history is told of, what it is told with, and a line of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pendopo.domain.events import Event, Json
from pendopo.domain.standard import Standard
from pendopo.screens.words import Audience, Words


@dataclass(frozen=True, slots=True)
class Past:
    """An event with its personal part, as far as the reader may know it, and when it was noted."""

    event: Event
    recorded_at: datetime
    private: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history."""

    name: str
    at: datetime
    recorded_at: datetime
    sentence: str
    by: str
    late: bool
    step: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence is told with. `asks` are the words for the asks of this file.

    `yours`: where it is given, the reader is the citizen herself: these are her roles, and
    nobody of the office is told, not even by position.
    """

    standard: Standard
    words: Words
    audience: Audience
    asks: Mapping[str, str]
    yours: frozenset[str] | None = None

    @property
    def to_office(self) -> bool:
        """Whether the office reads it."""
        return self.audience is Audience.OFFICE

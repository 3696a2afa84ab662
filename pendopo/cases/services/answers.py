# SPDX-License-Identifier: EUPL-1.2
"""What a service answers: what happened, or why nothing did."""

from __future__ import annotations

from dataclasses import dataclass

from pendopo.cases import models
from pendopo.domain.case import Case
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event
from pendopo.domain.forms import Trouble


@dataclass(frozen=True, slots=True)
class Recorded:
    """It happened: the case's row and state, and the events with their numbers filled in."""

    row: models.Case
    case: Case
    events: tuple[Event, ...]
    warnings: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Nothing changed. `reasons` say why; `troubles` name the places of the form."""

    reasons: tuple[Reason, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    current_version: int | None = None

    @property
    def told(self) -> tuple[Trouble, ...]:
        """All that is said, each at its place; "" for what has none."""
        return (*(Trouble(one.where, one.text) for one in self.reasons), *self.troubles)


@dataclass(frozen=True, slots=True)
class NotFound:
    """There is no such case, or not for this caller: the same answer for both."""


STALE = Reason(
    "stale",
    "Berkas ini sudah berubah sejak Anda membukanya. Muat ulang, lalu periksa lagi.",
    "version",
)

# SPDX-License-Identifier: EUPL-1.2
"""Rows that stand in an order which an administrator chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar
from uuid import UUID


class Placed(Protocol):
    """A row with its place among the others."""

    id: UUID
    place: int

    def save(self, *, update_fields: list[str]) -> None:
        """Keep it."""


P = TypeVar("P", bound=Placed)


def move(rows: Sequence[P], which: UUID, up: bool) -> P | None:
    """Let one row change places with the one before it or after it; None at the end.

    `rows` are all of them, in their order. Their places are written 0, 1, 2 … anew.
    """
    order = list(rows)
    here = next(n for n, row in enumerate(order) if row.id == which)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return None
    order[here], order[there] = order[there], order[here]
    for place, row in enumerate(order):
        if row.place != place:
            row.place = place
            row.save(update_fields=["place"])
    return order[there]

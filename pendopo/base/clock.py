# SPDX-License-Identifier: EUPL-1.2
"""The one place that reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_stopped: Clock | None = None


class Clock:
    """A stopped clock that a test moves by hand."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        """Show this moment. Raises ValueError for a moment without a zone."""
        if at.utcoffset() is None:
            raise ValueError(f"{at.isoformat()} names no zone; give a moment with one")
        self.at = at.astimezone(UTC)

    def advance(self, length: timedelta) -> None:
        """Move on by so much."""
        self.at += length


def now() -> datetime:
    """This moment, in UTC."""
    return _stopped.at if _stopped else datetime.now(UTC)


@contextmanager
def stopped(at: datetime) -> Iterator[Clock]:
    """Stop the clock of the whole process, in every thread, until the block ends."""
    global _stopped
    before, _stopped = _stopped, Clock(at)
    try:
        yield _stopped
    finally:
        _stopped = before

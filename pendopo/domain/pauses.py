# SPDX-License-Identifier: EUPL-1.2
"""The times in which a promise clock stood, made of PAUSE and RESUME marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pendopo.domain.calendar import Interval
from pendopo.domain.promise import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause, clipped to the run of the clock. `open_ended`: nobody has resumed it yet."""

    from_at: datetime
    to_at: datetime
    reason: str
    open_ended: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Pauses:
    """All pauses of one run. Time stands while at least one holds, so only their union counts.

    `held` is that union: intervals in order that neither overlap nor touch, so that two
    adjacent pauses are the same as one.
    """

    each: tuple[Pause, ...] = ()
    held: tuple[Interval, ...] = ()

    @classmethod
    def of(
        cls, marks: Sequence[Mark], from_at: datetime, until_at: datetime, *, stopped: bool
    ) -> Pauses:
        """From marks in order of time; what lies outside the run is cut off.

        When the clock has `stopped` at `until_at`, that ends every pause as well.
        """
        found = sorted(_paired(marks, until_at), key=lambda pause: pause.from_at)
        clipped = [
            replace(
                pause,
                from_at=max(pause.from_at, from_at),
                to_at=min(pause.to_at, until_at),
                open_ended=pause.open_ended and not stopped,
            )
            for pause in found
        ]
        each = tuple(p for p in clipped if p.from_at < p.to_at or p.open_ended)
        return cls(each, _union((p.from_at, p.to_at) for p in each))

    @property
    def standing(self) -> bool:
        """Whether one of them still holds."""
        return any(pause.open_ended for pause in self.each)

    @property
    def late(self) -> bool:
        """Whether one of them was entered afterwards."""
        return any(pause.late for pause in self.each)

    def running(self, span: Interval) -> tuple[Interval, ...]:
        """The parts of a span in which the clock was not held."""
        left = [span]
        for held_at, freed_at in self.held:
            left = [part for one in left for part in _outside(one, held_at, freed_at)]
        return tuple(left)

    def holds_up_to(self, at: datetime) -> bool:
        """Whether the clock was standing just before that moment."""
        return any(held_at < at <= freed_at for held_at, freed_at in self.held)

    def reasons(self, span: Interval) -> str:
        """Why it stood in that span, each reason once."""
        names = [p.reason for p in self.each if p.from_at < span[1] and span[0] < p.to_at]
        return ", ".join(dict.fromkeys(name for name in names if name)) or "waktu berhenti"


def _paired(marks: Sequence[Mark], until_at: datetime) -> Iterable[Pause]:
    holding: dict[str, Mark] = {}
    for mark in marks:
        if mark.kind is MarkKind.PAUSE:
            holding.setdefault(mark.key, mark)
        elif mark.kind is MarkKind.RESUME and mark.key in holding:
            pause = holding.pop(mark.key)
            late = pause.late or mark.late
            yield Pause(pause.at, mark.at, pause.reason or pause.label, False, late)
    for pause in holding.values():
        yield Pause(
            pause.at, max(pause.at, until_at), pause.reason or pause.label, True, pause.late
        )


def _union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    joined: list[Interval] = []
    for start, end in sorted(i for i in intervals if i[0] < i[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _outside(span: Interval, held_at: datetime, freed_at: datetime) -> Iterable[Interval]:
    if span[0] < min(span[1], held_at):
        yield span[0], min(span[1], held_at)
    if max(span[0], freed_at) < span[1]:
        yield max(span[0], freed_at), span[1]

# SPDX-License-Identifier: EUPL-1.2
"""The promise clock's values: what was promised, what happened, and what came of it.

`pendopo.domain.reckoning.reckon` makes a `Reckoning` of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pendopo.domain.hours import Layer


class Unit(StrEnum):
    """The unit in which a duration is printed."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working-day"


class DayPolicy(StrEnum):
    """How an office reads a printed "hari"; no rule defines it, so both are always shown."""

    WORKING_DAY = "working-day"
    CALENDAR_DAY = "calendar-day"

    @property
    def other(self) -> DayPolicy:
        """The reading that the office did not choose."""
        return DayPolicy.CALENDAR_DAY if self is DayPolicy.WORKING_DAY else DayPolicy.WORKING_DAY

    @property
    def words(self) -> str:
        """As a sentence names it."""
        return "hari kerja" if self is DayPolicy.WORKING_DAY else "hari kalender"


class MarkKind(StrEnum):
    """What a recorded moment means to the clock."""

    ARRIVED = "arrived"
    COMPLETE = "complete"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    READY = "ready"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of one case, as it happened.

    `late` says that it was entered afterwards. `reason` tells why a PAUSE holds, such as
    "berkas di pemohon"; `key` joins it to its RESUME, so that several can hold at once.
    """

    at: datetime
    kind: MarkKind
    label: str = ""
    late: bool = False
    reason: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a moment without a zone."""
        if self.at.utcoffset() is None:
            raise ValueError(f"Waktu {self.at.isoformat()} tidak menyebut zona; berikan UTC.")


@dataclass(frozen=True, slots=True)
class Promise:
    """The time promised; `text` and `condition` are the decree's own words.

    `layer` is the clock on which minutes and hours run. Days always follow jam kerja.
    """

    value: int
    unit: Unit
    text: str
    condition: str | None = None
    layer: Layer = Layer.COUNTER_HOURS

    def __post_init__(self) -> None:
        """Raise ValueError for a promise of no time at all."""
        _at_least_one(self.value)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A limit of law that runs beside the promise, from the first mark of `from_kind`.

    An office's own pauses do not hold up the law: the ceiling stands with the promise only
    where `pauses` says that the law lets it.
    """

    name: str
    value: int
    unit: Unit
    cite: str
    from_kind: MarkKind = MarkKind.ARRIVED
    pauses: bool = False
    layer: Layer = Layer.COUNTER_HOURS

    def __post_init__(self) -> None:
        """Raise ValueError for a limit of no time at all."""
        _at_least_one(self.value)


def _at_least_one(value: int) -> None:
    if value < 1:
        raise ValueError(f"Jangka waktu paling sedikit 1, bukan {value}.")


class State(StrEnum):
    """How the clock is now."""

    NOT_STARTED = "not-started"
    RUNNING = "running"
    STANDING = "standing"
    STOPPED = "stopped"
    NO_PROMISE = "no-promise"


class LineKind(StrEnum):
    """What one line of the sum tells."""

    ARRIVED = "arrived"
    COMPLETE = "complete"
    START = "start"
    START_AGAIN = "start-again"
    START_DAY = "start-day"
    DAY = "day"
    SKIPPED = "skipped"
    CARRIED = "carried"
    SHORTENED = "shortened"
    MINUTES = "minutes"
    PAUSE = "pause"
    READY = "ready"
    STOP = "stop"
    STOP_IGNORED = "stop-ignored"
    DUE = "due"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum. `text` is the sentence; the rest are its values, where it has any.

    `at` places it in time; `until_at` ends a stretch. `number` is which counted day `day` is.
    """

    kind: LineKind
    text: str
    at: datetime
    until_at: datetime | None = None
    day: date | None = None
    number: int | None = None
    amount: timedelta | None = None
    reason: str = ""
    late: bool = False


class WaitKind(StrEnum):
    """The two waits that a choice of start and stop could hide."""

    BEFORE_START = "before-start"
    BEFORE_STOP = "before-stop"


@dataclass(frozen=True, slots=True)
class Wait:
    """Time outside the promise: from arrival to the start, or from readiness to the stop.

    `open_time` is counted without pauses; `over` is false while the wait still lasts.
    """

    kind: WaitKind
    from_at: datetime
    to_at: datetime
    open_time: timedelta
    over: bool


@dataclass(frozen=True, slots=True)
class CeilingReckoning:
    """What came of one limit of law; its fields read as those of `Reckoning`."""

    ceiling: Ceiling
    state: State
    started_at: datetime | None
    due_at: datetime | None
    due_if_resumed_now: bool
    alternative_due_at: datetime | None
    kept: bool | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a promise stands, and every line of the sum.

    - `due_at`: None before the start and without a promise. While the clock stands it is what
      would be due if it went on this moment; `due_if_resumed_now` is then true.
    - `alternative_due_at`: under the other reading of "hari"; None for other units.
    - `used`: whole open minutes from start to stop or now, pauses left out.
    - `kept`: None while it is open; false as soon as the due moment has passed.
    - `late`: a moment on which this rests was entered afterwards.
    """

    state: State
    started_at: datetime | None
    due_at: datetime | None
    due_if_resumed_now: bool
    alternative_due_at: datetime | None
    stopped_at: datetime | None
    used: int
    kept: bool | None
    late: bool
    lines: tuple[Line, ...]
    waits: tuple[Wait, ...]
    ceilings: tuple[CeilingReckoning, ...]
    notes: tuple[str, ...]

# SPDX-License-Identifier: EUPL-1.2
"""Opening hours, seasons and holidays: the plain values of which an office calendar is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import pairwise


class Layer(StrEnum):
    """Three clocks of one office; the value is how a sentence names it."""

    OFFICE_HOURS = "jam kerja"
    COUNTER_HOURS = "jam loket"
    SIGNING_HOURS = "jam tanda tangan"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one day on the office's own clock: from `start`, up to but not at `end`."""

    start: time
    end: time

    def __post_init__(self) -> None:
        """Raise ValueError for an empty or backward span, or clock times that carry a zone."""
        if self.start.tzinfo or self.end.tzinfo or self.start >= self.end:
            raise ValueError(f"Rentang jam {self} harus berakhir setelah mulainya.")

    def __str__(self) -> str:
        """`07.30–16.00`."""
        return f"{self.start:%H.%M}–{self.end:%H.%M}"

    @classmethod
    def of(cls, start: str, end: str) -> Span:
        """From `07.30` and `16.00`, as hours are written here; `07:30` is read as well."""
        return cls(*(time.fromisoformat(text.replace(".", ":")) for text in (start, end)))


def cut(spans: Iterable[Span], away: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of the spans when breaks or closures are taken out of them."""
    left = tuple(spans)
    for gap in away:
        left = tuple(rest for span in left for rest in _around(span, gap))
    return left


def _around(span: Span, gap: Span) -> Iterable[Span]:
    if span.start < min(span.end, gap.start):
        yield Span(span.start, min(span.end, gap.start))
    if max(span.start, gap.end) < span.end:
        yield Span(max(span.start, gap.end), span.end)


def common(ones: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """The times that lie in both, in order."""
    pairs = [(a, b) for a in ones for b in others]
    shared = [(max(a.start, b.start), min(a.end, b.end)) for a, b in pairs]
    return tuple(sorted(Span(start, end) for start, end in shared if start < end))


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Open spans of the seven days, Monday first, in order and with the breaks cut out."""

    days: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        """Raise ValueError unless there are seven days of spans in order that do not overlap."""
        if len(self.days) != 7:
            raise ValueError(f"Jam sepekan harus memuat 7 hari, bukan {len(self.days)}.")
        for spans in self.days:
            if any(later.start < earlier.end for earlier, later in pairwise(spans)):
                raise ValueError("Rentang jam satu hari harus berurutan dan tidak bertindihan.")

    @classmethod
    def five_days(cls, monday_to_thursday: Iterable[Span], friday: Iterable[Span]) -> WeekHours:
        """A week of five working days; Saturday and Sunday closed."""
        return cls((tuple(monday_to_thursday),) * 4 + (tuple(friday), (), ()))

    def on(self, day: date) -> tuple[Span, ...]:
        """The spans of that day of the week."""
        return self.days[day.weekday()]


@dataclass(frozen=True, slots=True)
class Season:
    """Other hours from one date to another, both included, such as those of Ramadan.

    Office hours of a season also narrow the counter's and the signatory's own hours, unless a
    season is given for those: a counter does not stay open when the office has gone home.
    """

    name: str
    from_date: date
    to_date: date
    hours: WeekHours
    layer: Layer = Layer.OFFICE_HOURS

    def __post_init__(self) -> None:
        """Raise ValueError when the season ends before it begins."""
        if self.to_date < self.from_date:
            raise ValueError(f"Masa {self.name} berakhir sebelum mulai.")

    def covers(self, day: date) -> bool:
        """Whether the day lies in the season."""
        return self.from_date <= day <= self.to_date


class HolidayKind(StrEnum):
    """Who closes the office: the joint decree (SKB), its shared leave, or the office itself."""

    NATIONAL = "national"
    CUTI_BERSAMA = "cuti-bersama"
    LOCAL_CLOSURE = "local-closure"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off. `closed` limits it to a part of the day; without it the whole day is off."""

    day: date
    name: str
    kind: HolidayKind = HolidayKind.NATIONAL
    closed: Span | None = None

    @property
    def reason(self) -> str:
        """The name as a reader sees it; shared leave says that it is."""
        shared = self.kind is HolidayKind.CUTI_BERSAMA
        named = self.name.lower().startswith("cuti bersama")
        return f"Cuti bersama {self.name}" if shared and not named else self.name


FIXED_HOLIDAYS = {
    (1, 1): "Tahun Baru Masehi",
    (5, 1): "Hari Buruh Internasional",
    (6, 1): "Hari Lahir Pancasila",
    (8, 17): "Hari Proklamasi Kemerdekaan",
    (12, 25): "Kelahiran Yesus Kristus",
}
"""(month, day) → name: the national holidays whose date needs no decree of the year."""

NATIONAL_HOURS = WeekHours.five_days(
    cut([Span.of("07.30", "16.00")], [Span.of("12.00", "13.00")]),
    cut([Span.of("07.30", "16.30")], [Span.of("11.30", "13.00")]),
)
"""37 hours 30 minutes a week, Perpres 21/2023 Ps 4; where breaks lie is the office's to set."""

RAMADAN_HOURS = WeekHours.five_days(
    cut([Span.of("08.00", "15.00")], [Span.of("12.00", "12.30")]),
    cut([Span.of("08.00", "15.30")], [Span.of("11.30", "12.30")]),
)
"""32 hours 30 minutes a week, Perpres 21/2023 Ps 4(2), (4) and (6)."""

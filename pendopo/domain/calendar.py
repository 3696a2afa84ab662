# SPDX-License-Identifier: EUPL-1.2
"""The office calendar: when an office is open, in three layers, and how its days are counted.

Days are dates of the office's own zone; moments go in and come out as aware UTC datetimes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pendopo.domain.hours import (
    FIXED_HOLIDAYS,
    NATIONAL_HOURS,
    RAMADAN_HOURS,
    Holiday,
    HolidayKind,
    Layer,
    Season,
    Span,
    WeekHours,
    common,
    cut,
)
from pendopo.domain.wording import format_date, localize, weekday_name

HORIZON_DAYS = 366
"""So many closed days in a row mean that the calendar is wrong, and a search gives up."""

Interval: TypeAlias = tuple[datetime, datetime]
"""From the first moment up to, but not at, the second."""


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """When one office is open.

    `zone` is Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). The counter and
    the signatory follow the office hours where they have none of their own.
    `known_years` are those whose SKB on holidays is entered; in any other year only weekly
    hours, fixed holidays and local closures count, and a reckoning says so.
    """

    zone: str
    office_hours: WeekHours
    counter_hours: WeekHours | None = None
    signing_hours: WeekHours | None = None
    seasons: tuple[Season, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    known_years: frozenset[int] = frozenset()
    cuti_bersama_closes: bool = True
    _by_day: dict[date, tuple[Holiday, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raise ValueError for two seasons of one layer at once, or for an unknown zone."""
        try:
            ZoneInfo(self.zone)
        except ZoneInfoNotFoundError as unknown:
            words = f"Zona waktu {self.zone!r} tidak dikenal; tulis misalnya Asia/Jakarta."
            raise ValueError(words) from unknown
        for layer in Layer:
            own = sorted((s.from_date, s.to_date) for s in self.seasons if s.layer is layer)
            if any(later[0] <= earlier[1] for earlier, later in pairwise(own)):
                raise ValueError(f"Dua masa {layer} bertindihan; beri satu saja untuk tiap hari.")
        by_day: dict[date, tuple[Holiday, ...]] = {}
        for holiday in self.holidays:
            by_day[holiday.day] = (*by_day.get(holiday.day, ()), holiday)
        object.__setattr__(self, "_by_day", by_day)

    @classmethod
    def national(
        cls,
        zone: str,
        *,
        ramadan: tuple[tuple[date, date], ...] = (),
        holidays: tuple[Holiday, ...] = (),
        known_years: frozenset[int] = frozenset(),
        cuti_bersama_closes: bool = True,
    ) -> OfficeCalendar:
        """The hours of Perpres 21/2023, to start from; `ramadan` are its first and last days."""
        seasons = tuple(Season("Ramadan", first, last, RAMADAN_HOURS) for first, last in ramadan)
        return cls(
            zone,
            NATIONAL_HOURS,
            seasons=seasons,
            holidays=holidays,
            known_years=known_years,
            cuti_bersama_closes=cuti_bersama_closes,
        )

    # Days

    def local_date(self, at: datetime) -> date:
        """The date in the office at that moment. Raises ValueError without a zone."""
        return localize(at, self.zone).date()

    def closures(self, day: date) -> tuple[Holiday, ...]:
        """What closes the office on that day, wholly or in part, besides its weekly hours."""
        listed = self._by_day.get(day, ())
        local = tuple(h for h in listed if h.kind is HolidayKind.LOCAL_CLOSURE)
        if day.year not in self.known_years:
            fixed = FIXED_HOLIDAYS.get((day.month, day.day))
            return (Holiday(day, fixed), *local) if fixed else local
        return tuple(
            h for h in listed if self.cuti_bersama_closes or h.kind is not HolidayKind.CUTI_BERSAMA
        )

    def is_working_day(self, day: date) -> bool:
        """Whether the office is open for at least a part of that day (jam kerja)."""
        return bool(self._local_spans(day, Layer.OFFICE_HOURS))

    def why_closed(self, day: date) -> str | None:
        """Holiday, season or name of the weekday for which the day is off; None if it is not."""
        if self.is_working_day(day):
            return None
        names = [closure.reason for closure in self.closures(day)]
        season = self.season(day, Layer.OFFICE_HOURS)
        if not names and season and self.office_hours.on(day):
            names = [season.name]
        return ", ".join(names) or weekday_name(day)

    def closing(self, day: date, layer: Layer = Layer.OFFICE_HOURS) -> datetime | None:
        """The end of that day's last open span; None when the day is off."""
        spans = self.open_spans(day, layer)
        return spans[-1][1] if spans else None

    def unknown_years(self, from_date: date, to_date: date) -> tuple[int, ...]:
        """The years touched by these dates for which no SKB is entered."""
        years = range(from_date.year, to_date.year + 1)
        return tuple(year for year in years if year not in self.known_years)

    def season(self, day: date, layer: Layer) -> Season | None:
        """The season of that layer on that day."""
        return next((s for s in self.seasons if s.layer is layer and s.covers(day)), None)

    # Counting days

    def days_after(self, day: date) -> Iterator[date]:
        """Every later date. Raises ValueError when the office has not opened for a year."""
        return self._days(day, timedelta(days=1))

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which itself is not counted; `day` for n = 0."""
        return self._nth(day, n, timedelta(days=1)) if n else day

    def nth_working_day_before(self, day: date, n: int) -> date:
        """The last date on which it is still "n hari kerja before `day`".

        Counted back from the day before `day`: for n = 1, the last working day before it.
        """
        return self._nth(day, n, timedelta(days=-1))

    def working_days_between(self, start_date: date, end_date: date) -> int:
        """Working days after `start_date`, up to and including `end_date`; 0 when there are none.

        The inverse of `add_working_days`.
        """
        length = (end_date - start_date).days
        days = (start_date + timedelta(days=n) for n in range(1, length + 1))
        return sum(map(self.is_working_day, days))

    # Counting open time

    def open_spans(self, day: date, layer: Layer) -> tuple[Interval, ...]:
        """The open time of that date, in order, as UTC."""
        spans = self._local_spans(day, layer)
        return tuple((self.moment(day, s.start), self.moment(day, s.end)) for s in spans)

    def spans_between(
        self, start_at: datetime, end_at: datetime, layer: Layer
    ) -> Iterator[Interval]:
        """The open time from one moment to another, in order."""
        day, last = self.local_date(start_at), self.local_date(end_at)
        while day <= last:
            for opens_at, closes_at in self.open_spans(day, layer):
                if max(opens_at, start_at) < min(closes_at, end_at):
                    yield max(opens_at, start_at), min(closes_at, end_at)
            day += timedelta(days=1)

    def spans_from(self, start_at: datetime, layer: Layer) -> Iterator[Interval]:
        """The open time from a moment on, without end. Raises ValueError if never open."""
        day, closed = self.local_date(start_at), 0
        while closed < HORIZON_DAYS:
            spans = self.open_spans(day, layer)
            closed = 0 if spans else closed + 1
            for opens_at, closes_at in spans:
                if closes_at > start_at:
                    yield max(opens_at, start_at), closes_at
            day += timedelta(days=1)
        raise self._never_open(self.local_date(start_at), layer)

    def open_time(self, start_at: datetime, end_at: datetime, layer: Layer) -> timedelta:
        """How long that layer was open between two moments, exactly; nothing if they are swapped.

        Additive: a to c is a to b and b to c.
        """
        spans = self.spans_between(start_at, end_at, layer)
        return sum((end - start for start, end in spans), timedelta())

    def open_minutes(self, start_at: datetime, end_at: datetime, layer: Layer) -> int:
        """`open_time` in whole minutes, rounded down."""
        return self.open_time(start_at, end_at, layer) // timedelta(minutes=1)

    def add_open_minutes(self, start_at: datetime, minutes: int, layer: Layer) -> datetime:
        """The first moment at which so many open minutes have passed.

        Minutes that just fill a day end at its close, not at the next opening.
        """
        if minutes < 0:
            raise ValueError("Menit yang ditambahkan tidak dapat kurang dari nol.")
        left = timedelta(minutes=minutes)
        if not left:
            return start_at
        for opens_at, closes_at in self.spans_from(start_at, layer):
            if left <= closes_at - opens_at:
                return opens_at + left
            left -= closes_at - opens_at
        raise AssertionError("spans_from never ends")

    def moment(self, day: date, clock: time) -> datetime:
        """The UTC moment of a wall clock time on that date in the office."""
        return datetime.combine(day, clock, ZoneInfo(self.zone)).astimezone(UTC)

    def whole_day(self, day: date) -> Interval:
        """From midnight to midnight in the office."""
        return self.moment(day, time()), self.moment(day + timedelta(days=1), time())

    # Inside

    def _local_spans(self, day: date, layer: Layer) -> tuple[Span, ...]:
        closures = self.closures(day)
        if any(closure.closed is None for closure in closures):
            return ()
        return cut(self._hours(day, layer), (c.closed for c in closures if c.closed))

    def _hours(self, day: date, layer: Layer) -> tuple[Span, ...]:
        if season := self.season(day, layer):
            return season.hours.on(day)
        week = self._week(layer)
        if week is None:
            return self._hours(day, Layer.OFFICE_HOURS)
        office = self.season(day, Layer.OFFICE_HOURS)
        return common(week.on(day), office.hours.on(day)) if office else week.on(day)

    def _week(self, layer: Layer) -> WeekHours | None:
        match layer:
            case Layer.OFFICE_HOURS:
                return self.office_hours
            case Layer.COUNTER_HOURS:
                return self.counter_hours
            case Layer.SIGNING_HOURS:
                return self.signing_hours

    def _nth(self, day: date, n: int, step: timedelta) -> date:
        if n < 1:
            raise ValueError(f"Hari kerja dihitung mulai dari 1, bukan {n}.")
        working = (d for d in self._days(day, step) if self.is_working_day(d))
        return next(islice(working, n - 1, None))

    def _days(self, day: date, step: timedelta) -> Iterator[date]:
        start_date, closed = day, 0
        while closed < HORIZON_DAYS:
            day += step
            closed = 0 if self.is_working_day(day) else closed + 1
            yield day
        raise self._never_open(start_date, Layer.OFFICE_HOURS)

    def _never_open(self, day: date, layer: Layer) -> ValueError:
        return ValueError(
            f"Kalender kantor ini tidak pernah buka ({layer}) selama {HORIZON_DAYS} hari "
            f"terhitung dari {format_date(day)}. Periksa jam buka dan hari libur di pengaturan."
        )

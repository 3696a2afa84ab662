# SPDX-License-Identifier: EUPL-1.2
"""A month or a year, as books are looked at and closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pendopo.domain.wording import MONTHS

_WRITTEN = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or one month of it."""

    year: int
    month: int | None = None

    @property
    def key(self) -> str:
        """As addresses write it: `2026-11`, `2026`."""
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @property
    def title(self) -> str:
        """`November 2026`, `tahun 2026`."""
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else f"tahun {self.year}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Period:
        """The month or year that follows."""
        if self.month is None:
            return Period(self.year + 1)
        return Period(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def before(self) -> Period:
        """The month or year before."""
        if self.month is None:
            return Period(self.year - 1)
        return Period(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    @property
    def of_year(self) -> Period:
        """The whole year of it."""
        return Period(self.year)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def month_of(day: date) -> Period:
    """The month that a day lies in."""
    return Period(day.year, day.month)


def read_period(text: str, today: date) -> Period:
    """The period that an address names; this month where it names none."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return month_of(today)
    return Period(int(match[1]), int(match[2]) if match[2] else None)

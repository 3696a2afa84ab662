# SPDX-License-Identifier: EUPL-1.2
"""What search engines and other programs read on the pages, in the words of schema.org.

It is written as microdata, attributes of the elements themselves: a script, even one that is only
data, would be one more thing that the pages' policy must let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pendopo.domain.calendar import OfficeCalendar
from pendopo.portal.contacts import Way

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = tuple(f"https://schema.org/{day}" for day in _DAYS)


@dataclass(frozen=True, slots=True)
class Hours:
    """An OpeningHoursSpecification: these days, from `opens` to `closes`, as `07:30`."""

    days: tuple[str, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an office beside what its page shows."""

    hours: tuple[Hours, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    sites: tuple[str, ...]
    country: str = "ID"
    currency: str = "IDR"
    language: str = "id"


def told(calendar: OfficeCalendar, ways: Iterable[Way]) -> Told:
    """The hours of the counter in an ordinary week, and the ways that can be followed."""
    reached = tuple(ways)
    return Told(
        tuple(_hours(calendar)),
        tuple(way.href.removeprefix("tel:") for way in reached if way.kind == "phone"),
        tuple(way.value for way in reached if way.kind == "email"),
        tuple(way.href for way in reached if way.kind in ("website", "instagram")),
    )


def _hours(calendar: OfficeCalendar) -> Iterator[Hours]:
    """Days of the same hours together, in the order of the week."""
    week = calendar.counter_hours or calendar.office_hours
    by_span: dict[tuple[str, str], list[str]] = {}
    for day, spans in zip(DAYS, week.days, strict=True):
        for span in spans:
            by_span.setdefault((f"{span.start:%H:%M}", f"{span.end:%H:%M}"), []).append(day)
    for (opens, closes), days in by_span.items():
        yield Hours(tuple(days), opens, closes)

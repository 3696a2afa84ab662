# SPDX-License-Identifier: EUPL-1.2
"""What the promises of an office come to if they begin now: by one calendar, and by another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.base import clock
from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.promise import DayPolicy, Mark, MarkKind, Promise, Unit
from pendopo.domain.reckoning import reckon
from pendopo.domain.wording import format_moment
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Office
from pendopo.screens import plain_words
from pendopo.standards import versions

MOST = 6


@dataclass(frozen=True, slots=True)
class Example:
    """One promised length: as it is printed, a service that has it, and when it would be due.

    `then` is the other reckoning; empty where none was asked for.
    """

    promised: str
    service: str
    now: str
    then: str = ""

    @property
    def differs(self) -> bool:
        """Whether the other calendar gives another moment."""
        return bool(self.then) and self.then != self.now


def promise_examples(office: Office, changed: Office | None = None) -> tuple[Example, ...]:
    """The lengths that the office's services promise, shortest first.

    `changed` is the office as it would be; a fixed number of queries.
    """
    promises = sorted(_promises(office), key=lambda one: (_rank(one[0].unit), one[0].value))
    by_now, policy = calendar_of(office), DayPolicy(office.policy_values.day)
    by_then = calendar_of(changed) if changed else None
    then_policy = DayPolicy(changed.policy_values.day) if changed else policy
    return tuple(
        Example(
            promise.text,
            service,
            _due(promise, by_now, policy),
            _due(promise, by_then, then_policy) if by_then else "",
        )
        for promise, service in promises[:MOST]
    )


def _promises(office: Office) -> Iterator[tuple[Promise, str]]:
    seen: set[tuple[int, str]] = set()
    for standing in versions.catalogue(office.code):
        duration = standing.standard.duration
        if duration and (key := (duration.value, str(duration.unit))) not in seen:
            seen.add(key)
            promise = Promise(duration.value, Unit(duration.unit), duration.text)
            yield promise, plain_words.short_name(standing.standard.name)


def _rank(unit: Unit) -> int:
    return list(Unit).index(unit)


def _due(promise: Promise, calendar: OfficeCalendar, policy: DayPolicy) -> str:
    now = clock.now()
    due = reckon(promise, (Mark(now, MarkKind.START),), calendar, policy, now).due_at
    return format_moment(due, calendar.zone) if due else ""

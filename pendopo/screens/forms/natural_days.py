# SPDX-License-Identifier: EUPL-1.2
"""Dates as people type them at a counter: kemarin, 23/11. What was understood is always shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from pendopo.domain.typed import Ill, parse_day

_DISTANCE: Mapping[str, int] = MappingProxyType(
    {
        "kemarin lusa": -2,
        "kemarin dulu": -2,
        "kemarin": -1,
        "kmrn": -1,
        "k": -1,
        "hari ini": 0,
        "sekarang": 0,
        "h": 0,
        "besok": 1,
        "b": 1,
        "lusa": 2,
    }
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})", re.ASCII)
_EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


def full_day(text: str, today: date) -> str:
    """The date written out, `22-11-2026`, where it can be understood; else the text as it is.

    A day and a month alone are of the year that brings them nearest to today.
    """
    typed = " ".join(text.split()).casefold()
    if typed in _DISTANCE:
        return written(today + timedelta(days=_DISTANCE[typed]))
    if match := _EIGHT_DIGITS.fullmatch(typed):
        return "-".join(match.groups())
    if match := _DAY_AND_MONTH.fullmatch(typed):
        near = _nearest(int(match[1]), int(match[2]), today)
        return written(near) if near else text
    day = parse_day(typed)
    return text if isinstance(day, Ill) else written(day)


def written(day: date) -> str:
    """`23-11-2026`, as fields of the screens hold it."""
    return f"{day:%d-%m-%Y}"


def _nearest(day: int, month: int, today: date) -> date | None:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda one: abs(one - today), default=None)

# SPDX-License-Identifier: EUPL-1.2
"""Moments as people say them at a counter: 13.00, jam 1330, besok 8, 25-11. Always ahead of now."""

from __future__ import annotations

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from pendopo.domain.typed import Ill, parse_day
from pendopo.screens.forms.natural_days import full_day

_CLOCK = re.compile(
    r"(?:jam |pukul |pkl\.? |± ?)*(\d{1,2})(?:[.:,]?([0-5]\d))?(?: ?(?:wib|wita|wit))?", re.ASCII
)
_OPENING = time(8)
"""Whoever comes back on a day comes in the morning."""


def moment_ahead(text: str, now: datetime, zone: str) -> datetime | None:
    """The moment that is meant; None where it cannot be understood or has passed."""
    local = now.astimezone(ZoneInfo(zone))
    typed = " ".join(text.split()).casefold()
    found = _clock_on(typed, local) or _day_then_clock(typed, local)
    return found if found and found > local else None


def _clock_on(text: str, day: datetime) -> datetime | None:
    match = _CLOCK.fullmatch(text)
    if not match or int(match[1]) > 23:
        return None
    return day.replace(hour=int(match[1]), minute=int(match[2] or 0), second=0, microsecond=0)


def _day_then_clock(text: str, local: datetime) -> datetime | None:
    """`besok`, `25-11`, `besok 8`, `25-11 pukul 07.30`."""
    words = text.split(" ")
    for cut in range(len(words), 0, -1):
        day = parse_day(full_day(" ".join(words[:cut]), local.date()))
        if isinstance(day, Ill):
            continue
        morning = datetime.combine(day, _OPENING, local.tzinfo)
        rest = " ".join(words[cut:])
        return _clock_on(rest, morning) if rest else morning
    return None

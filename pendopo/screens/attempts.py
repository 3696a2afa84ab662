# SPDX-License-Identifier: EUPL-1.2
"""How often somebody may guess: wrong tracking codes are counted, per client and reference.

The counts stand in the cache, which is a table and holds across processes. Two wrong guesses
in one instant may count as one; that lets nobody in.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache

from pendopo.base import clock
from pendopo.base.sealing import derived_keys


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many of a kind within so long."""

    name: str
    most: int
    within: timedelta


WRONG_CODES = Allowance("wrong-code", 10, timedelta(minutes=15))
WRONG_CODES_OF_CLIENT = Allowance("wrong-code-client", 100, timedelta(minutes=15))
WRONG_MARKS = Allowance("wrong-mark", 20, timedelta(minutes=15))
WRONG_RETURNS = Allowance("wrong-return", 10, timedelta(minutes=15))
"""Codes to come back with, typed wrongly. A whole village may share one address: ten are many."""
BEGUN_APPLICATIONS = Allowance("begun-application", 200, timedelta(hours=1))
"""Begun on the pages, or filed by a program that no officer vouches for."""
STRAY_UPLOADS = Allowance("stray-upload", 200, timedelta(hours=1))
"""Files that somebody brings who names no case: the disk is everybody's."""


def wait_for(allowance: Allowance, *who: str) -> int:
    """Seconds until this may be tried again; 0 when it may be tried now."""
    count, until = _kept(allowance, who)
    if count < allowance.most:
        return 0
    return max(1, round((until - clock.now()).total_seconds()))


def count_one(allowance: Allowance, *who: str) -> None:
    """Count one more. The first of them begins the time."""
    count, until = _kept(allowance, who)
    left = (until - clock.now()).total_seconds()
    cache.set(_key(allowance, who), (count + 1, until.isoformat()), timeout=max(1, round(left)))


def _kept(allowance: Allowance, who: tuple[str, ...]) -> tuple[int, datetime]:
    now = clock.now()
    kept = cache.get(_key(allowance, who))
    if kept:
        until = datetime.fromisoformat(kept[1])
        if now < until:
            return int(kept[0]), until
    return 0, now + allowance.within


def _key(allowance: Allowance, who: tuple[str, ...]) -> str:
    """No address stands in the cache as such."""
    secret = derived_keys("attempts")[0]
    digest = hmac.new(secret, "\0".join((allowance.name, *who)).encode(), hashlib.sha256)
    return f"attempts:{digest.hexdigest()}"

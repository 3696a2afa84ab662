# SPDX-License-Identifier: EUPL-1.2
"""Time-ordered identifiers, in the layout of UUID version 7 (RFC 9562)."""

from __future__ import annotations

import secrets
import threading
import uuid
from datetime import datetime

from pendopo.base import clock

_RANDOM_BITS = 74
_STEP_BITS = 32
_FAR = 24 * 60 * 60 * 1000 << _RANDOM_BITS
"""A clock that goes back by a day or more was wrong before."""
_lock = threading.Lock()
_last = 0


def new_id() -> uuid.UUID:
    """A new identifier, greater than the earlier ones of this process.

    The first 48 bits are milliseconds since 1970, the rest is random. Within one millisecond,
    or when the clock has been set back a little, the next follows the last at a random distance.
    A clock that was far ahead and is right again is followed at once: what is found by when it
    came must not be sought in years to come. Order between processes is that of their clocks
    only: it is never the order of commits.
    """
    global _last
    milliseconds = int(clock.now().timestamp() * 1000)
    fresh = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    with _lock:
        near = _last - fresh < _FAR
        _last = max(fresh, _last + 1 + secrets.randbits(_STEP_BITS)) if near else fresh
        return _laid_out(_last)


def first_at(moment: datetime) -> uuid.UUID:
    """An identifier before all that are made from this moment on: finds rows by when they came."""
    return _laid_out(int(moment.timestamp() * 1000) << _RANDOM_BITS)


def _laid_out(number: int) -> uuid.UUID:
    """Put 122 bits around the version and the variant."""
    milliseconds, random = number >> _RANDOM_BITS, number & (1 << _RANDOM_BITS) - 1
    high, low = random >> 62, random & (1 << 62) - 1
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)

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
_lock = threading.Lock()
_last = 0


def new_id() -> uuid.UUID:
    """A new identifier, greater than every earlier one of this process.

    The first 48 bits are milliseconds since 1970, the rest is random. Within one millisecond,
    or when the clock has been set back, the next follows the last at a random distance. Order
    between processes is that of their clocks only: it is never the order of commits.
    """
    global _last
    milliseconds = int(clock.now().timestamp() * 1000)
    fresh = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    with _lock:
        _last = max(fresh, _last + 1 + secrets.randbits(_STEP_BITS))
        return _laid_out(_last)


def first_at(moment: datetime) -> uuid.UUID:
    """An identifier before all that are made from this moment on: finds rows by when they came."""
    return _laid_out(int(moment.timestamp() * 1000) << _RANDOM_BITS)


def _laid_out(number: int) -> uuid.UUID:
    """Put 122 bits around the version and the variant."""
    milliseconds, random = number >> _RANDOM_BITS, number & (1 << _RANDOM_BITS) - 1
    high, low = random >> 62, random & (1 << 62) - 1
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)

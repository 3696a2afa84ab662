# SPDX-License-Identifier: EUPL-1.2
"""What has to be done once a day, whichever process comes first.

Whoever serves looks every hour. The day of a deed is claimed in the cache's table, whose key one
process alone can write, so that several of them do it once. A deed that fails is tried again at
the next look. Every deed may be repeated without harm: a claim may be lost, and done twice.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.db import connections

from pendopo.base import clock

Deed = Callable[[], int]
"""Does what is due and says how many things it was about."""

FIRST_LOOK, BETWEEN = 120.0, 3600.0
"""Seconds until the first look of a process, which has people to serve first, and between two."""
_REMEMBERED = 3 * 24 * 60 * 60
_DEEDS: dict[str, Deed] = {}
_log = logging.getLogger(__name__)


def every_day(name: str) -> Callable[[Deed], Deed]:
    """Have this done once a day. Raises ValueError for a name that another deed has."""

    def noted(deed: Deed) -> Deed:
        if _DEEDS.get(name, deed) is not deed:
            raise ValueError(f"{name} is done every day already")
        _DEEDS[name] = deed
        return deed

    return noted


def deeds() -> tuple[str, ...]:
    """The names of all that is done every day, in their order."""
    return tuple(_DEEDS)


def do_all() -> dict[str, int]:
    """Do everything now, whether it was done today or not; how many things each was about."""
    return {name: deed() for name, deed in _DEEDS.items()}


def do_what_is_due() -> dict[str, int]:
    """Do what nobody did today; what failed is told to the log, and left for the next look."""
    done = {}
    for name, deed in _DEEDS.items():
        claim = f"daily/{name}/{clock.now().date()}"
        if not cache.add(claim, True, _REMEMBERED):
            continue
        try:
            done[name] = deed()
        except Exception:
            cache.delete(claim)
            _log.exception("%s could not be done; it is tried again within the hour", name)
    return done


def post_worker_init(worker: Any) -> None:
    """Begin to look, in a process of gunicorn that is ready to serve. It calls this by its name."""
    threading.Thread(target=_looks, name="daily", daemon=True).start()


def _looks() -> None:
    wait = threading.Event().wait
    pause = FIRST_LOOK
    while not wait(pause):
        pause = BETWEEN
        try:
            do_what_is_due()
        except Exception:
            _log.exception("the day's work could not be looked after")
        finally:
            connections.close_all()

# SPDX-License-Identifier: EUPL-1.2
"""What has to be done once a day or so, whichever process comes first.

Whoever serves looks every ten minutes. A deed is claimed in its row by one compare-and-set, so
that of several processes, or servers on one database, one does it. The row keeps when it was done
last, what it told, and what is wrong with it. A deed that fails is tried again, within the hour at
first, and keeps nothing else back. Every deed may be repeated without harm: a process may be
killed over it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from django.db import connections

from pendopo.base import clock
from pendopo.base.room import has_no_room
from pendopo.domain.events import Json

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pendopo.base.models import DailyDeed

Told = Mapping[str, Json]
"""What a deed did, for the page that shows it."""
Deed = Callable[[], "int | Told"]
"""Does what is due and says how many things it was about, or more."""
Wall = tuple[time, tzinfo]
"""A time of day by the clock on somebody's wall."""

FIRST_LOOK, BETWEEN = 120.0, 600.0
"""Seconds until the first look of a process, which has people to serve first, and between two."""
PATIENCE = 4.0
"""Seconds that somebody at a page waits for a deed before she is told that it goes on."""
AGAIN_AFTER, AGAIN_AT_MOST = timedelta(minutes=45), timedelta(hours=6)
"""How long what failed is left alone: at first, and when it has failed for long."""
GIVEN_UP_AFTER = timedelta(hours=2)
"""After so long, whoever began is taken to have been killed over it."""
_MIDNIGHT: Wall = (time(), UTC)
_DEEDS: dict[str, Daily] = {}
_log = logging.getLogger(__name__)


class NotDone(Exception):
    """A deed that cannot be done; the message tells in Indonesian why, and what to do."""


@dataclass(frozen=True, slots=True)
class Daily:
    """A deed by its name. `at`: when in the day; it answers None where nobody wants it by itself.

    `days`: how many days lie between twice.
    """

    name: str
    do: Deed
    days: int = 1
    at: Callable[[], Wall | None] = lambda: _MIDNIGHT


@dataclass(frozen=True, slots=True)
class State:
    """How a deed stands. `due_at` is None for one that is done on request only.

    `told` is of the last time that it was done; `trouble` is empty unless it failed since.
    """

    name: str
    running_since: datetime | None
    done_at: datetime | None
    due_at: datetime | None
    told: Told
    trouble: str
    failing_since: datetime | None


def every_day(
    name: str, *, days: int = 1, at: Callable[[], Wall | None] = lambda: _MIDNIGHT
) -> Callable[[Deed], Deed]:
    """Have this done every `days` days. Raises ValueError for a name that another deed has."""

    def noted(deed: Deed) -> Deed:
        if name in _DEEDS and _DEEDS[name].do is not deed:
            raise ValueError(f"{name} is done every day already")
        _DEEDS[name] = Daily(name, deed, days, at)
        return deed

    return noted


def deeds() -> tuple[str, ...]:
    """The names of all that is done every day, in their order."""
    return tuple(_DEEDS)


def states() -> tuple[State, ...]:
    """How every deed stands, in their order. One query."""
    rows = {row.name: row for row in _rows()}
    return tuple(_state(one, rows.get(one.name)) for one in _DEEDS.values())


def state_of(name: str) -> State:
    """How one deed stands. One query. Raises KeyError for a name that none has."""
    return _state(_DEEDS[name], _rows().filter(name=name).first())


def do_all() -> dict[str, int | Told]:
    """Do now what is done daily, done today or not, and the rest where due; what each told.

    What fails is left out, and stands in its row.
    """
    return dict(_all_done(only_due=False))


def do_what_is_due() -> dict[str, int | Told]:
    """Do what nobody did yet; what failed is told to the log and its row, and tried again."""
    return dict(_all_done(only_due=True))


def do_now(name: str) -> bool:
    """Do one deed now unless it is being done; whether this call did it, well or not."""
    return _attempted(_DEEDS[name], only_due=False) is not None


def begin(name: str) -> None:
    """Do one deed now beside whoever asks, who waits for it a little and then goes on."""
    worker = threading.Thread(target=_alone, args=(name,), name=name, daemon=True)
    worker.start()
    worker.join(PATIENCE)


def post_worker_init(worker: Any) -> None:
    """Begin to look, in a process of gunicorn that is ready to serve. It calls this by its name."""
    threading.Thread(target=_looks, name="daily", daemon=True).start()


def _rows() -> QuerySet[DailyDeed]:
    """gunicorn reads this module for its hook before there are models to import."""
    from pendopo.base.models import DailyDeed

    return DailyDeed.objects.all()


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


def _alone(name: str) -> None:
    try:
        do_now(name)
    except Exception:
        _log.exception("%s could not be begun", name)
    finally:
        connections.close_all()


def _all_done(*, only_due: bool) -> Iterator[tuple[str, int | Told]]:
    for one in tuple(_DEEDS.values()):
        if one.at() is None:
            continue
        told = _attempted(one, only_due=only_due or one.days > 1)
        if told is not None and not isinstance(told, Exception):
            yield one.name, told


def _attempted(one: Daily, *, only_due: bool) -> int | Told | Exception | None:
    """What it told, or what went wrong; None where it is not due, or somebody else is at it."""
    began = _claimed(one, only_due=only_due)
    if began is None:
        return None
    mine = _rows().filter(name=one.name, began_at=began)
    try:
        told = one.do()
    except Exception as fault:
        # What a deed tells of itself is for the page; only what it does not know needs a trace.
        _log.error("%s could not be done", one.name, exc_info=not isinstance(fault, NotDone))
        now = clock.now()
        mine.update(ended_at=now, trouble=_in_words(fault))
        mine.filter(failing_since=None).update(failing_since=now)
        return fault
    now = clock.now()
    kept = {"count": told} if isinstance(told, int) else dict(told)
    mine.update(ended_at=now, done_at=now, told=kept, trouble="", failing_since=None)
    return told


def _claimed(one: Daily, *, only_due: bool) -> datetime | None:
    """The moment by which this process holds the deed; None where it may not be begun."""
    row, _ = _rows().get_or_create(name=one.name)
    due = _due_at(one, row)
    now = clock.now()
    if _runs(row, now) or (only_due and (due is None or due > now)):
        return None
    as_seen = _rows().filter(name=one.name, began_at=row.began_at, ended_at=row.ended_at)
    return now if as_seen.update(began_at=now, ended_at=None) else None


def _runs(row: DailyDeed, now: datetime) -> bool:
    began = row.began_at
    return began is not None and row.ended_at is None and now - began < GIVEN_UP_AFTER


def _due_at(one: Daily, row: DailyDeed) -> datetime | None:
    """The next time of its day after it was done; not before a fault has been left alone."""
    wall = one.at()
    if wall is None:
        return None
    again = _again_at(row)
    if row.done_at is None:
        return again or clock.now()
    at, zone = wall
    done = row.done_at.astimezone(zone)
    due = datetime.combine(done.date(), at, zone)
    due += timedelta(days=one.days - (due > done))
    return max(due, again) if again else due


def _again_at(row: DailyDeed) -> datetime | None:
    """When what failed is tried again: after as long as it has failed, within the bounds."""
    if not row.trouble or row.ended_at is None:
        return None
    failing = row.ended_at - (row.failing_since or row.ended_at)
    return row.ended_at + max(AGAIN_AFTER, min(failing, AGAIN_AT_MOST))


def _state(one: Daily, row: DailyDeed | None) -> State:
    row = row or _rows().model(name=one.name)
    running = row.began_at if _runs(row, clock.now()) else None
    due = _due_at(one, row)
    return State(
        one.name, running, row.done_at, due, row.told or {}, row.trouble, row.failing_since
    )


def _in_words(fault: Exception) -> str:
    if has_no_room(fault):
        return "Tempat penyimpanan penuh. Beri ruang di disk; pekerjaan ini diulang sendiri."
    if isinstance(fault, NotDone):
        return str(fault)
    return f"Sebabnya belum dikenal ({type(fault).__name__}); rinciannya ada di catatan server."

# SPDX-License-Identifier: EUPL-1.2
"""How far off a promise is, in words and with a state that gives it shape and colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.domain.promise import State
from pendopo.domain.wording import format_clock, format_moment, localize

SOON = timedelta(hours=1)
"""From here on minutes are counted."""


@dataclass(frozen=True, slots=True)
class Due:
    """`state` is a chip's: late, soon, due, waiting, done or off. `moment` says it in full."""

    text: str
    state: str
    moment: str = ""


def due_words(due_at: datetime | None, clock: str, now: datetime, zone: str) -> Due:
    """When it is due, seen from now: "lewat 12 menit", "20 menit lagi", "besok 16.00"."""
    match State(clock):
        case State.NO_PROMISE:
            return Due(_("tanpa janji waktu"), "off")
        case State.NOT_STARTED:
            return Due(_("waktu belum mulai"), "off")
        case State.STANDING:
            return Due(_("waktu berhenti"), "waiting", _moment(due_at, zone))
        case State.STOPPED:
            return Due(_("sudah jadi"), "done", _moment(due_at, zone))
        case State.RUNNING:
            return _running(due_at, now, zone)


def _running(due_at: datetime | None, now: datetime, zone: str) -> Due:
    if due_at is None:
        return Due(_("tanpa janji waktu"), "off")
    moment = _moment(due_at, zone)
    if due_at < now:
        return Due(_("lewat %(span)s") % {"span": span_words(now - due_at)}, "late", moment)
    if due_at - now <= SOON:
        words = _("%(span)s lagi") % {"span": span_words(due_at - now)}
        return Due(words, "soon", moment)
    return Due(day_words(due_at, now, zone), "due", moment)


def _moment(at: datetime | None, zone: str) -> str:
    return format_moment(at, zone) if at else ""


def span_words(length: timedelta) -> str:
    """A stretch of time in its largest unit: minutes below an hour, hours below a day."""
    minutes = max(1, int(length.total_seconds()) // 60)
    hours, days = minutes // 60, minutes // (60 * 24)
    if days:
        return ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days}
    if hours:
        return ngettext("%(n)d jam", "%(n)d jam", hours) % {"n": hours}
    return ngettext("%(n)d menit", "%(n)d menit", minutes) % {"n": minutes}


def day_words(at: datetime, now: datetime, zone: str) -> str:
    """A moment as one says it: "hari ini 15.00", "besok 16.00", "Kamis 16.00", "3 Des 16.00"."""
    day, clock = localize(at, zone).date(), format_clock(at, zone)
    ahead = (day - localize(now, zone).date()).days
    match ahead:
        case 0:
            name = _("hari ini")
        case 1:
            name = _("besok")
        case -1:
            name = _("kemarin")
        case n if 1 < n < 7:
            name = date_format(day, "l")
        case _ahead:
            name = date_format(day, "j M")
    return f"{name} {clock}"

# SPDX-License-Identifier: EUPL-1.2
"""The sentences of a reckoning: what happened, why time stood, and what to bear in mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from pendopo.domain.calendar import Interval, OfficeCalendar
from pendopo.domain.hours import Layer
from pendopo.domain.pauses import Pause, Pauses
from pendopo.domain.promise import (
    DayPolicy,
    Line,
    LineKind,
    Mark,
    MarkKind,
    Promise,
    Unit,
    Wait,
    WaitKind,
)
from pendopo.domain.wording import format_date, format_moment, format_span

_FACTS = {
    MarkKind.ARRIVED: (LineKind.ARRIVED, "Datang {}", ""),
    MarkKind.COMPLETE: (LineKind.COMPLETE, "Berkas lengkap {}", ""),
    MarkKind.READY: (LineKind.READY, "Siap diambil {}", ""),
    MarkKind.START: (LineKind.START_AGAIN, "Tercatat lagi {}", "; waktu tidak dimulai ulang"),
}
_START = (LineKind.START, "Mulai {}", "")
_STOP = (LineKind.STOP, "Selesai {}", "")
_EARLY = (LineKind.STOP_IGNORED, "Selesai tercatat {}", "; sebelum waktu mulai, tidak dihitung")
_AGAIN = (LineKind.STOP_IGNORED, "Selesai tercatat lagi {}", "; yang dihitung yang pertama")
_LATER = " (dicatat kemudian)"


def mark_lines(
    marks: Sequence[Mark], start: Mark | None, stop: Mark | None, zone: str
) -> Iterator[Line]:
    """One line for every recorded moment except pauses; `start` and `stop` are those that count."""
    for mark in marks:
        if form := _form(mark, start, stop):
            kind, text, close = form
            text = text.format(format_moment(mark.at, zone))
            text += (f": {mark.label}" if mark.label else "") + close
            yield Line(kind, text + _LATER * mark.late, mark.at, late=mark.late)


def _form(mark: Mark, start: Mark | None, stop: Mark | None) -> tuple[LineKind, str, str] | None:
    if mark is start:
        return _START
    if mark is stop:
        return _STOP
    if mark.kind is MarkKind.STOP:
        return _AGAIN if start and start.at <= mark.at else _EARLY
    return _FACTS.get(mark.kind)


def pause_lines(pauses: Pauses, zone: str) -> Iterator[Line]:
    """One line for every pause, overlapping ones too."""
    for pause in pauses.each:
        text = _pause_text(pause, zone) + (f": {pause.reason}" if pause.reason else "")
        yield Line(
            LineKind.PAUSE,
            text + _LATER * pause.late,
            pause.from_at,
            None if pause.open_ended else pause.to_at,
            reason=pause.reason,
            late=pause.late,
        )


def _pause_text(pause: Pause, zone: str) -> str:
    from_words = format_moment(pause.from_at, zone)
    if pause.open_ended:
        return f"Berhenti sejak {from_words}"
    return f"Berhenti {from_words} sampai {format_moment(pause.to_at, zone)}"


def due_line(due_at: datetime, if_resumed_now: bool, zone: str) -> Line:
    """The last line of the sum."""
    condition = ", seandainya waktu berjalan lagi sekarang" if if_resumed_now else ""
    return Line(LineKind.DUE, f"Jatuh tempo {format_moment(due_at, zone)}{condition}", due_at)


def wait_line(wait: Wait, layer: Layer, zone: str) -> Line:
    """How long somebody waited outside the promise, placed where that wait ends."""
    first = wait.kind is WaitKind.BEFORE_START
    words = "dari datang sampai waktu mulai" if first else "dari siap diambil sampai selesai"
    so_far = "" if wait.over else " (masih berlangsung)"
    text = f"Menunggu {words}: {format_span(wait.open_time)} pada {layer}{so_far}"
    return Line(LineKind.WAIT, text, wait.to_at, amount=wait.open_time)


def notes(
    promise: Promise | None,
    policy: DayPolicy,
    calendar: OfficeCalendar,
    reckoned: Interval | None,
    alternative_due_at: datetime | None,
) -> tuple[str, ...]:
    """What a reader should bear in mind; `reckoned` is from the first start to the last due."""
    found: list[str] = []
    if promise and promise.condition:
        found.append(f"Janji ini bersyarat: {promise.condition}.")
    if promise and promise.unit is Unit.DAY:
        found.append(_day_note(policy, alternative_due_at, calendar.zone))
    if reckoned:
        found += _calendar_notes(reckoned, calendar)
    return tuple(found)


def _day_note(policy: DayPolicy, alternative_due_at: datetime | None, zone: str) -> str:
    chosen = f"Kantor ini membaca “hari” sebagai {policy.words}"
    if alternative_due_at is None:
        return f"{chosen}."
    other = format_moment(alternative_due_at, zone)
    return f"{chosen}; menurut {policy.other.words} jatuh tempo {other}."


def _calendar_notes(reckoned: Interval, calendar: OfficeCalendar) -> Iterator[str]:
    first, last = (calendar.local_date(at) for at in reckoned)
    for season in calendar.seasons:
        if season.from_date <= last and first <= season.to_date:
            dates = f"{format_date(season.from_date)} sampai {format_date(season.to_date)}"
            yield f"{season.layer.capitalize()} {season.name} berlaku {dates}."
    for year in calendar.unknown_years(first, last):
        yield (
            f"Libur tahun {year} belum ditetapkan SKB; "
            "hanya akhir pekan dan libur tetap yang dihitung."
        )

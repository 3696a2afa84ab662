# SPDX-License-Identifier: EUPL-1.2
"""What the promise clock sees of a case: its marks, read from the steps that stand as done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.case import Case, Passed
from pendopo.domain.promise import Ceiling, DayPolicy, Mark, MarkKind, Promise, Reckoning, Unit
from pendopo.domain.reckoning import reckon
from pendopo.domain.standard import FORWARDED, Moment, Standard, Values
from pendopo.domain.vocabulary import End, Verb


@dataclass(frozen=True, slots=True)
class AwaySpan:
    """A role that nobody filled for a while; `until_at` is None while it lasts."""

    role: str
    from_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClockSetting:
    """What the reckoning needs beside the case: calendar, policy, absences, outside roles."""

    calendar: OfficeCalendar
    policy: DayPolicy
    outside: frozenset[str]
    away: tuple[AwaySpan, ...] = ()


def reckoning_of(
    standard: Standard, case: Case, values: Values, setting: ClockSetting, now: datetime
) -> Reckoning:
    """The promise of a case reckoned now, with the ceilings of law beside it."""
    duration = standard.duration
    promise = (
        Promise(duration.value, Unit(duration.unit), duration.text, duration.condition)
        if duration
        else None
    )
    marks = marks_of(standard, case, setting)
    ceilings = tuple(ceilings_of(standard, values))
    return reckon(promise, marks, setting.calendar, setting.policy, now, ceilings)


def ceilings_of(standard: Standard, values: Values) -> Iterator[Ceiling]:
    """The limits of law that hold for this form, e.g. those of a class of complaint."""
    for ceiling in standard.ceilings:
        if ceiling.select is None or values.get(ceiling.select[0]) == ceiling.select[1]:
            yield Ceiling(ceiling.name, ceiling.value, Unit(ceiling.unit), ceiling.cite)


def marks_of(standard: Standard, case: Case, setting: ClockSetting) -> tuple[Mark, ...]:
    """Arrival, completeness, readiness, starts, stops and pauses, in the order of time."""
    marks = [
        *_arrival(standard, case.trail),
        *_run(standard, case),
        *_waiting(standard, case, setting),
        *_absences(standard, setting.away),
    ]
    return tuple(sorted(marks, key=lambda mark: mark.at))


def _arrival(standard: Standard, trail: Sequence[Passed]) -> Iterator[Mark]:
    """What no choice of start and stop can hide: arrival, first complete file, readiness."""
    if trail:
        yield Mark(trail[0].at, MarkKind.ARRIVED, "permohonan diajukan", trail[0].late)
    complete = next((p for p in trail if _completes(standard, p)), None)
    if complete:
        yield Mark(complete.at, MarkKind.COMPLETE, "berkas pertama kali lengkap", complete.late)
    ready = next((p for p in trail if _readies(standard, p)), None)
    if ready:
        yield Mark(ready.at, MarkKind.READY, _label(standard, ready), ready.late)


def _completes(standard: Standard, passed: Passed) -> bool:
    checked = standard.step(passed.step).do is Verb.VERIFY and not passed.returns
    return checked and passed.to not in (End.REFUSED, End.REDIRECTED)


def _readies(standard: Standard, passed: Passed) -> bool:
    """Whether only the handing over is left to do."""
    return passed.to not in set(End) and standard.step(passed.to).do is Verb.HAND_OVER


def _run(standard: Standard, case: Case) -> Iterator[Mark]:
    """Starts and stops as the standard names them; a case that ends otherwise stops as well."""
    duration = standard.duration
    starts, stops = (duration.starts, duration.stops) if duration else ((), ())
    stopped = False
    for passed in case.trail:
        if any(_matches(m, passed) for m in starts):
            yield Mark(passed.at, MarkKind.START, _label(standard, passed), passed.late)
        if any(_matches(m, passed) for m in stops):
            stopped = True
            yield Mark(passed.at, MarkKind.STOP, _label(standard, passed), passed.late)
    if case.ended_at and not stopped:
        late = bool(case.trail) and case.trail[-1].to == case.end and case.trail[-1].late
        yield Mark(case.ended_at, MarkKind.STOP, f"selesai: {case.end}", late)


def _matches(moment: Moment, passed: Passed) -> bool:
    """A moment without an outcome is any passing of its step that does not send it back."""
    if moment.step != passed.step:
        return False
    return not passed.returns if moment.outcome is None else moment.outcome == passed.outcome


def _label(standard: Standard, passed: Passed) -> str:
    step = standard.step(passed.step)
    words = step.title or step.key.replace("-", " ")
    return f"{words}: {passed.outcome.replace('-', ' ')}" if passed.outcome else words


def _waiting(standard: Standard, case: Case, setting: ClockSetting) -> Iterator[Mark]:
    """While the file is with somebody outside, the office's time stands."""
    forwarded = FORWARDED
    for index, passed in enumerate(case.trail):
        forwarded = passed.role or forwarded
        role = _waits_for(standard, passed, forwarded)
        if role not in setting.outside:
            continue
        key, words = f"luar-{index}", f"berkas di {role.replace('-', ' ')}"
        yield Mark(passed.at, MarkKind.PAUSE, words, passed.late, words, key)
        if index + 1 < len(case.trail):
            back = case.trail[index + 1]
            yield Mark(back.at, MarkKind.RESUME, words, back.late, words, key)


def _waits_for(standard: Standard, passed: Passed, forwarded: str) -> str:
    """Whose step it led to, as the file was forwarded then; empty after an end."""
    if passed.to in set(End):
        return ""
    by = standard.step(passed.to).by
    return forwarded if by == FORWARDED else by


def _absences(standard: Standard, away: Iterable[AwaySpan]) -> Iterator[Mark]:
    duration = standard.duration
    roles = {role for pause in duration.pauses for role in pause.who} if duration else set()
    for number, span in enumerate(a for a in away if a.role in roles):
        words = f"{span.role.replace('-', ' ').capitalize()} tidak di tempat"
        key = f"absen-{number}"
        yield Mark(span.from_at, MarkKind.PAUSE, words, False, words, key)
        if span.until_at:
            yield Mark(span.until_at, MarkKind.RESUME, words, False, words, key)

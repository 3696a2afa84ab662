# SPDX-License-Identifier: EUPL-1.2
"""From what a form of steps sent to the body that `commands` takes: one deed for each step.

Nothing is judged here. What cannot be read is handed on as it was typed, so that the engine
says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pendopo.domain.case import Verdict
from pendopo.domain.chains import Link
from pendopo.domain.duty_fields import SELF, DutyField, fields_of
from pendopo.domain.events import Json
from pendopo.domain.typed import parse_day, small_number
from pendopo.screens.deeds.controls import Typed
from pendopo.screens.deeds.forms import HAPPENED, OUTCOME, UNTIL, VERSION, prefix_of
from pendopo.screens.forms.natural_days import full_day

_TIME = re.compile(r"(\d{1,2})[.:,]?(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read a form: the steps that it held, today, and who applied.

    `applicant` stands for the collector where she fetches it herself; empty where it may not
    be known or is several people.
    """

    links: tuple[Link, ...]
    today: date
    applicant: str = ""


def read_steps(typed: Typed, reading: Reading) -> dict[str, Json]:
    """`{version, happened_at, deeds: [{step, data}, …]}` as `commands.several_deeds` takes it.

    A way back or away passes the first step alone, whatever else was filled in.
    """
    outcome = typed.one(OUTCOME)
    deeds: list[Json] = [
        {"step": link.step.key, "data": _data(link, typed, reading, outcome if not number else "")}
        for number, link in enumerate(passed(typed, reading.links))
    ]
    body = _envelope(typed, reading.today)
    body["deeds"] = deeds
    return body


def passed(typed: Typed, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The steps that are to be passed: to where the officer stops, or the first one only."""
    outcome, until = typed.one(OUTCOME), typed.one(UNTIL)
    if not links or outcome != links[0].outcome:
        return links[:1]
    keys = [link.step.key for link in links]
    return links[: keys.index(until) + 1] if until in keys else links


def _envelope(typed: Typed, today: date) -> dict[str, Json]:
    version = small_number(typed.one(VERSION))
    found: dict[str, Json] = {} if version is None else {"version": version}
    if at := _moment_of(typed, HAPPENED, today, today):
        found["happened_at"] = at
    return found


def _data(link: Link, typed: Typed, reading: Reading, outcome: str) -> dict[str, Json]:
    prefix = prefix_of(link)
    said = {
        f.key: _READ[f.type](f, prefix, typed, reading)
        for f in fields_of(link.step)
        if f.type in _READ
    }
    data: dict[str, Json] = {k: v for k, v in said.items() if v not in (None, "", [], {})}
    chosen = outcome or link.outcome
    reasons = typed.one(f"{prefix}reasons.{chosen}") or typed.one(f"{prefix}reasons")
    if reasons:
        data["reasons"] = reasons
    if chosen:
        data["outcome"] = chosen
    return data


def _one(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    text = typed.one(f"{prefix}{f.key}")
    if f.key == "collector" and not text and typed.one(f"{prefix}relation") == SELF:
        return reading.applicant
    return text


def _many(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    return list(typed.many(f"{prefix}{f.key}"))


def _holders(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    name = f"{prefix}{f.key}"
    return list(dict.fromkeys([*typed.many(name), *typed.many(f"{name}.others")]))


def _inner(f: DutyField, prefix: str, typed: Typed) -> Iterator[tuple[str, str]]:
    """The names below a field's own, and what was typed there."""
    start = f"{prefix}{f.key}."
    for name in typed.sent:
        if name.startswith(start):
            yield name.removeprefix(start), typed.one(name)


def _texts(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    return {key: text for key, text in _inner(f, prefix, typed) if text}


def _facts(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    answers = {"ya": True, "tidak": False}
    return {key: answers[text] for key, text in _inner(f, prefix, typed) if text in answers}


def _verdicts(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    """A verdict for each ask, with its reason where one is wanted and who let it follow."""
    said = dict(_inner(f, prefix, typed))
    found: dict[str, Json] = {}
    for ask, verdict in said.items():
        if not verdict or ask.endswith((".reason", ".allowed_by")):
            continue
        reason = said.get(f"{ask}.reason", "")
        leave = said.get(f"{ask}.allowed_by", "")
        wanted = verdict in (Verdict.MISSING, Verdict.WRONG, Verdict.TO_FOLLOW)
        more: dict[str, Json] = {"reason": reason} if reason and wanted else {}
        more |= {"allowed_by": leave} if leave and verdict == Verdict.TO_FOLLOW else {}
        found[ask] = {"verdict": verdict, **more} if more else verdict
    return found


def _date(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    return _day(typed.one(f"{prefix}{f.key}"), reading.today)


def _moment(f: DutyField, prefix: str, typed: Typed, reading: Reading) -> Json:
    return _moment_of(typed, f"{prefix}{f.key}", reading.today)


def _day(text: str, today: date) -> str:
    """The date as programs write it, or what was typed."""
    day = parse_day(full_day(text, today)) if text else None
    return day.isoformat() if isinstance(day, date) else text


def _moment_of(typed: Typed, name: str, today: date, first: date | None = None) -> str:
    """Date and time as programs write them; `first` is the day where only a time was typed."""
    day, at = typed.one(f"{name}.date"), typed.one(f"{name}.time")
    if at and not day and first:
        day = first.isoformat()
    if not day and not at:
        return ""
    return f"{_day(day, today)}T{_clock(at)}" if day and at else f"{day}{at}"


def _clock(text: str) -> str:
    """`9.40`, `9:40` and `0940` as programs write them; anything else as it is."""
    match = _TIME.fullmatch(text)
    return f"{match[1]:0>2}:{match[2]}" if match else text


_Read = Callable[[DutyField, str, Typed, Reading], Json]
_READ: Mapping[str, _Read] = MappingProxyType(
    {
        "text": _one,
        "choice": _one,
        "position": _one,
        "role": _one,
        "money": _one,
        "asks": _many,
        "roles": _holders,
        "facts": _facts,
        "verdicts": _verdicts,
        "reasons": _texts,
        "forms": _texts,
        "numbers": _texts,
        "date": _date,
        "moment": _moment,
    }
)
"""How each type is read back. The outcome is a button's; the form itself is mended elsewhere."""

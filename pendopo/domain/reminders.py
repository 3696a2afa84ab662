# SPDX-License-Identifier: EUPL-1.2
"""Lead times and cautions of a step: what is only said, what needs a reason, what refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Reason
from pendopo.domain.events import Json
from pendopo.domain.filled import as_date
from pendopo.domain.procedure import standing_cautions
from pendopo.domain.promise import Unit
from pendopo.domain.standard import Limit, Standard, Step
from pendopo.domain.vocabulary import Otherwise
from pendopo.domain.wording import format_day


@dataclass(frozen=True, slots=True)
class Heard:
    """The reminders that stood, the reasons given for going on, or why it is refused."""

    keys: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    refused: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One limit or caution that the form meets."""

    key: str
    otherwise: Otherwise
    say: str


def reminders(
    standard: Standard,
    step: Step,
    circumstances: Circumstances,
    data: Mapping[str, Json],
    at: datetime,
) -> Heard:
    """What the step must hear before it is passed at this moment.

    `data["reminders"]` holds the reasons given, by the reminder's key.
    """
    standing = standing_reminders(standard, step, circumstances, at)
    raw = data.get("reminders")
    told = raw.items() if isinstance(raw, dict) else ()
    given = {key: reason.strip() for key, reason in told if isinstance(reason, str)}
    refused = tuple(
        Reason(f"limit-{r.otherwise}", r.say, f"reminders/{r.key}")
        for r in standing
        if r.otherwise is Otherwise.REFUSE
        or (r.otherwise is Otherwise.REASON and not given.get(r.key))
    )
    reasons = tuple(f"{r.key}: {given[r.key]}" for r in standing if given.get(r.key))
    return Heard(tuple(r.key for r in standing), reasons, refused)


def standing_reminders(
    standard: Standard, step: Step, circumstances: Circumstances, at: datetime
) -> tuple[Reminder, ...]:
    """The limits and cautions of a step that the form meets, as it stands now."""
    day = circumstances.calendar.local_date(at)
    limits = tuple(
        Reminder(limit.key, limit.otherwise, _limit_words(limit, circumstances))
        for limit in standard.limits
        if limit.at == step.key and _unmet(limit, day, circumstances)
    )
    cautions = tuple(
        Reminder(caution.key, caution.otherwise, caution.say)
        for caution in standing_cautions(standard, step, circumstances.values)
    )
    return limits + cautions


def _unmet(limit: Limit, day: date, circumstances: Circumstances) -> bool:
    latest = _latest(limit, circumstances)
    if latest is None:
        return False
    return day <= latest if limit.less_than else day > latest


def _latest(limit: Limit, circumstances: Circumstances) -> date | None:
    """The last day that is still n days before the date of the form."""
    target = as_date(circumstances.values.get(limit.before))
    if target is None:
        return None
    if limit.unit == Unit.WORKING_DAY:
        return circumstances.calendar.nth_working_day_before(target, limit.value)
    return target - timedelta(days=limit.value)


def _limit_words(limit: Limit, circumstances: Circumstances) -> str:
    latest = _latest(limit, circumstances)
    if limit.say or latest is None:
        return limit.say
    unit = "hari kerja" if limit.unit == Unit.WORKING_DAY else "hari"
    span, last = f"{limit.value} {unit} sebelumnya", format_day(latest)
    if limit.less_than:
        words = f"Ini hanya bila kurang dari {span}, jadi sesudah {last}."
    else:
        words = f"Seharusnya paling lambat {span}, yaitu {last}."
    ask = limit.otherwise is Otherwise.REASON
    return words + (" Tulis alasan bila tetap dilanjutkan." if ask else "")

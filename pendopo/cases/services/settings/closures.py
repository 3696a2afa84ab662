# SPDX-License-Identifier: EUPL-1.2
"""Days on which the office alone is closed, wholly or in part: a flood, a ceremony, no power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.domain.typed_hours import read_clock
from pendopo.domain.wording import format_date
from pendopo.offices.models import LocalClosure, Office

WHAT = "closure"
MOST_DAYS = 31
_BACK, _AHEAD = timedelta(days=366), timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class TypedClosure:
    """A closure as it was typed. `until` closes several days at once; without times whole days.

    `from_time` and `to_time` are texts: `10.00`.
    """

    first: date
    until: date | None
    from_time: str
    to_time: str
    reason: str

    @property
    def days(self) -> Iterator[date]:
        """All its days."""
        last = self.until or self.first
        yield from (self.first + timedelta(days=n) for n in range((last - self.first).days + 1))


def closure_now(office: str, id: UUID) -> Told | None:
    """How a closure stands; None where there is none. One query."""
    found = LocalClosure.objects.filter(office_id=office, id=id).first()
    return _told(found) if found else None


def keep_closure(
    *, actor: Actor, id: UUID | None, typed: TypedClosure, seen: str | None = None
) -> SettingAnswer:
    """Close the office on these days (`id` None), or say one closure anew.

    Files that run are reckoned anew; a day that has passed counts for those that still run.
    """

    def work(office: Office) -> tuple[Change, ...] | NotRecorded | NotFound:
        rows = LocalClosure.objects.filter(office_id=office.code)
        found = rows.filter(id=id).first() if id else None
        if id and found is None:
            return NotFound()
        before = _told(found) if found else None
        if refused := meanwhile(seen, before):
            return refused
        if troubles := tuple(_troubles(office, found, typed)):
            return NotRecorded(troubles=troubles)
        return tuple(_kept(office, found, typed, day, before) for day in typed.days)

    return settle(actor, work)


def remove_closure(*, actor: Actor, id: UUID) -> SettingAnswer:
    """The office was open after all."""

    def work(office: Office) -> Change | NotFound:
        found = LocalClosure.objects.filter(office_id=office.code, id=id).first()
        if found is None:
            return NotFound()
        before = _told(found)
        LocalClosure.objects.filter(office_id=office.code, id=id).delete()
        return Change(WHAT, found.date.isoformat(), before, None, moves_clock=True)

    return settle(actor, work)


def _kept(
    office: Office,
    found: LocalClosure | None,
    typed: TypedClosure,
    day: date,
    before: Told | None,
) -> Change:
    row = found or LocalClosure(office=office)
    row.date, row.reason = day, " ".join(typed.reason.split())
    row.from_time, row.to_time = read_clock(typed.from_time), read_clock(typed.to_time)
    row.save()
    return Change(WHAT, day.isoformat(), before, _told(row), moves_clock=True)


def _told(row: LocalClosure) -> Told:
    return {
        "date": row.date.isoformat(),
        "from_time": _clock(row.from_time),
        "to_time": _clock(row.to_time),
        "reason": row.reason,
    }


def _clock(at: time | None) -> str:
    return f"{at:%H.%M}" if at else ""


def _troubles(office: Office, found: LocalClosure | None, typed: TypedClosure) -> Iterator[Trouble]:
    if not typed.reason.strip():
        yield Trouble("reason", "Tulis alasannya; pemohon membacanya pada hitungan janji.")
    if not office.today - _BACK <= typed.first <= office.today + _AHEAD:
        yield Trouble("date", "Periksa tahunnya; tanggal ini terlalu jauh.")
    elif typed.until and typed.until < typed.first:
        yield Trouble("until", f"Harus pada atau sesudah {format_date(typed.first)}.")
    elif typed.until and (typed.until - typed.first).days >= MOST_DAYS:
        yield Trouble("until", f"Sekali isi paling banyak {MOST_DAYS} hari.")
    else:
        yield from _met(office, found, typed)
    yield from _ill_times(typed)


def _met(office: Office, found: LocalClosure | None, typed: TypedClosure) -> Iterator[Trouble]:
    """Another closure of the same time: the same day twice would only confuse."""
    others = LocalClosure.objects.filter(office_id=office.code, date__in=list(typed.days))
    from_, to = read_clock(typed.from_time), read_clock(typed.to_time)
    for one in others:
        if found is not None and one.id == found.id:
            continue
        if not (from_ and to and one.from_time and one.to_time) or (
            from_ < one.to_time and one.from_time < to
        ):
            text = f"{format_date(one.date)} sudah ditutup: {one.reason}."
            yield Trouble("date", text)
            return


def _ill_times(typed: TypedClosure) -> Iterator[Trouble]:
    if not typed.from_time.strip() and not typed.to_time.strip():
        return
    from_, to = read_clock(typed.from_time), read_clock(typed.to_time)
    if from_ is None:
        yield Trouble("from_time", "Tulis jam seperti 10.00, atau kosongkan keduanya.")
    elif to is None:
        yield Trouble("to_time", "Tulis jam seperti 12.00, atau kosongkan keduanya.")
    elif to <= from_:
        yield Trouble("to_time", f"Harus sesudah {from_:%H.%M}.")

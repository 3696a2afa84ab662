# SPDX-License-Identifier: EUPL-1.2
"""Leave and duty away that is known beforehand: whole days of one officer.

The presence board shows them when the day comes, and the promise clock counts them as it counts
what is noted there: it asks for absences whenever it is read, so nothing has to be reckoned anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.presence import MOST_REASON
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.hours import Layer
from pendopo.domain.wording import format_date, localize
from pendopo.offices.calendars import calendar_of
from pendopo.offices.models import Absence, Office, Officer

WHAT = "absence"


@dataclass(frozen=True, slots=True)
class Wanted:
    """From the first through the last day, both whole; `reason` is seen by all officers."""

    officer: UUID
    first: date
    last: date
    reason: str


def absence_now(office: Office, absence: UUID) -> Told | None:
    """How a planned absence stands; None where there is none. One query."""
    found = planned(office.code).filter(id=absence).first()
    return _told(found, office) if found else None


def planned(office: str) -> QuerySet[Absence]:
    """The absences of officers that have an end, the latest first; those of the board have none
    while they last. With their officers. Of those that are over see `was_planned`.
    """
    rows = Absence.objects.filter(office_id=office, position_id=None, until_at__isnull=False)
    return rows.select_related("officer").order_by("-from_at")


def was_planned(absence: Absence, zone: str) -> bool:
    """Whether it was noted here and not on the board: it began with a day."""
    return localize(absence.from_at, zone).time() == time()


def last_day(absence: Absence, zone: str) -> date:
    """The last day on which somebody is away."""
    assert absence.until_at is not None, "a planned absence ends"
    return localize(absence.until_at - timedelta(seconds=1), zone).date()


def keep_absence(
    *, actor: Actor, absence: UUID | None, wanted: Wanted, seen: str | None = None
) -> SettingAnswer:
    """Plan an absence (`absence` None), or move one that is not over."""

    def work(office: Office) -> Done:
        found = planned(office.code).filter(id=absence).first() if absence else None
        person = Officer.objects.filter(office_id=office.code, id=wanted.officer).first()
        if absence and found is None:
            return NotFound()
        before = _told(found, office) if found else None
        if refused := meanwhile(seen, before):
            return refused
        if found and _is_over(found):
            return NotRecorded((OVER,))
        row = found or Absence(office=office)
        if troubles := _troubles(office, row, person, wanted):
            return NotRecorded(troubles=troubles)
        row.officer = person
        row.from_at, row.until_at = _midnight(office, wanted.first), _after(office, wanted.last)
        row.expected_return_at = _opening(office, row.until_at)
        row.reason = wanted.reason.strip()[:MOST_REASON]
        row.save()
        return Change(WHAT, str(row.id), before, _told(row, office), moves_clock=True)

    return settle(actor, work)


def cancel_absence(*, actor: Actor, absence: UUID) -> SettingAnswer:
    """What has not begun is taken away; whoever is away now is back now."""

    def work(office: Office) -> Done:
        row = planned(office.code).filter(id=absence).first()
        if row is None:
            return NotFound()
        if _is_over(row):
            return NotRecorded((OVER,))
        before, now = _told(row, office), clock.now()
        if row.from_at > now:
            Absence.objects.filter(office_id=office.code, id=row.id).delete()
            return Change(WHAT, str(absence), before, None, moves_clock=True)
        row.until_at = now
        row.save(update_fields=["until_at"])
        returned = f"{localize(now, office.zone):%Y-%m-%d %H.%M}"
        return Change(
            WHAT, str(absence), before, {**before, "returned": returned}, moves_clock=True
        )

    return settle(actor, work)


def _is_over(row: Absence) -> bool:
    return row.until_at is not None and row.until_at <= clock.now()


def _midnight(office: Office, day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(office.zone))


def _after(office: Office, last: date) -> datetime:
    return _midnight(office, last + timedelta(days=1))


def _opening(office: Office, at: datetime) -> datetime:
    """When the office opens next: what the board says of the return."""
    start, _end = next(calendar_of(office).spans_from(at, Layer.OFFICE_HOURS))
    return start


def _told(row: Absence, office: Office) -> Told:
    assert row.officer is not None, "an absence of an officer"
    return {
        "name": row.officer.name,
        "first": localize(row.from_at, office.zone).date().isoformat(),
        "last": last_day(row, office.zone).isoformat(),
        "reason": row.reason,
    }


def _troubles(
    office: Office, row: Absence, person: Officer | None, wanted: Wanted
) -> tuple[Trouble, ...]:
    if person is None:
        return (Trouble("officer", "Pilih petugasnya."),)
    if wanted.last < wanted.first:
        return (Trouble("last", "Hari terakhir lebih dahulu daripada hari pertama."),)
    if wanted.last < office.today:
        return (Trouble("last", "Hari itu sudah lewat; yang dicatat di sini adalah rencana."),)
    to_come = planned(office.code).filter(until_at__gt=clock.now())
    others = to_come.filter(officer_id=person.id).exclude(id=row.id)
    begins, ends = _midnight(office, wanted.first), _after(office, wanted.last)
    other = others.filter(from_at__lt=ends, until_at__gt=begins).first()
    if other is None:
        return ()
    first = format_date(localize(other.from_at, office.zone).date())
    until = format_date(last_day(other, office.zone))
    text = f"{person.name} sudah tercatat tidak masuk {first} sampai {until} ({other.reason})."
    return (Trouble("first", text),)


OVER = Reason("over", "Yang sudah lewat tidak diubah lagi: janji waktu berkas dihitung darinya.")

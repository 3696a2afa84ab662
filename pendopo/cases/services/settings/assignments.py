# SPDX-License-Identifier: EUPL-1.2
"""Who holds which position, in which capacity, by whose order, from when and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    Done,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.cases.services.settings.keepers import with_a_keeper
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.forms import Trouble
from pendopo.domain.wording import format_date
from pendopo.offices.models import (
    Assignment,
    AssignmentKind,
    Office,
    Officer,
    Position,
    SigningRule,
)

WHAT = "assignment"
CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Order:
    """What a letter of assignment says; `to_date` None: until further notice.

    `confirmed`: a second definitive holder of one post is meant.
    """

    capacity: str
    from_date: date
    to_date: date | None = None
    assigned_by: str = ""
    number: str = ""
    confirmed: bool = False


def assignment_now(office: str, assignment: UUID) -> Told | None:
    """How an assignment stands; None where there is none. One query."""
    found = _rows(office).filter(id=assignment).first()
    return _told(found) if found else None


def assign(
    *, actor: Actor, officer: UUID, positions: tuple[str, ...], order: Order
) -> SettingAnswer:
    """Let an officer hold these positions (keys), all by one order: an event for each."""

    def work(office: Office) -> Done:
        person = Officer.objects.filter(office_id=office.code, id=officer).first()
        if person is None:
            return NotFound()
        places = list(Position.objects.filter(office_id=office.code, key__in=positions))
        if not places:
            return NotRecorded(troubles=(Trouble("positions", "Pilih sedikitnya satu jabatan."),))
        rows = [
            _written(Assignment(office=office, officer=person, position=p), order) for p in places
        ]
        if refused := _refused(rows, order):
            return refused
        for row in rows:
            row.save(force_insert=True)
        return tuple(Change(WHAT, str(row.id), None, _told(row), moves_clock=True) for row in rows)

    return settle(actor, work)


def keep_assignment(
    *, actor: Actor, assignment: UUID, order: Order, seen: str | None = None
) -> SettingAnswer:
    """Correct an assignment, or give it a last day. Who and what it names stays."""

    def work(office: Office) -> Done:
        row = _rows(office.code).filter(id=assignment).first()
        if row is None:
            return NotFound()
        before = _told(row)
        if refused := meanwhile(seen, before):
            return refused
        if refused := _refused([_written(row, order)], order):
            return refused
        row.save()
        return Change(WHAT, str(row.id), before, _told(row), moves_clock=True)

    return settle(actor, with_a_keeper(work, _days_of(order)))


def end_assignment(*, actor: Actor, assignment: UUID, last: date) -> SettingAnswer:
    """It holds for the last time on that day; the row stays. One that has not begun is no more."""

    def work(office: Office) -> Done:
        row = _rows(office.code).filter(id=assignment).first()
        if row is None:
            return NotFound()
        before = _told(row)
        if row.from_date > last:
            Assignment.objects.filter(office_id=office.code, id=row.id).delete()
            return Change(WHAT, str(row.id), before, None, moves_clock=True)
        if row.to_date is not None and row.to_date < last:
            text = f"Penugasan ini sudah berakhir {format_date(row.to_date)}."
            return NotRecorded((Reason("ended", text),))
        row.to_date = last
        row.save(update_fields=["to_date"])
        return Change(WHAT, str(row.id), before, _told(row), moves_clock=True)

    return settle(actor, with_a_keeper(work, (last + timedelta(days=1),)))


def _days_of(order: Order) -> tuple[date, ...]:
    return (order.to_date + timedelta(days=1),) if order.to_date else ()


def _rows(office: str) -> QuerySet[Assignment]:
    return Assignment.objects.filter(office_id=office).select_related("officer", "position")


def _written(row: Assignment, order: Order) -> Assignment:
    row.capacity = order.capacity
    row.assigned_by, row.number = order.assigned_by.strip(), order.number.strip()
    row.from_date, row.to_date = order.from_date, order.to_date
    return row


def _told(row: Assignment) -> Told:
    return {
        "name": row.officer.name,
        "position": row.position.title,
        "capacity": row.capacity,
        "from_date": row.from_date.isoformat(),
        "to_date": row.to_date.isoformat() if row.to_date else None,
        "assigned_by": row.assigned_by,
        "number": row.number,
    }


def _refused(rows: list[Assignment], order: Order) -> NotRecorded | None:
    if order.capacity not in AssignmentKind.values:
        return NotRecorded(troubles=(Trouble("capacity", "Pilih cara memegangnya."),))
    if order.to_date and order.to_date < order.from_date:
        text = "Hari terakhir lebih dahulu daripada hari pertama."
        return NotRecorded(troubles=(Trouble("to_date", text),))
    if twice := tuple(_held_already(rows)):
        return NotRecorded(troubles=twice)
    if order.confirmed or not (others := tuple(_other_holders(rows))):
        return None
    return NotRecorded((Reason("double-holder", " ".join(others), CONFIRMED),))


def _held_already(rows: list[Assignment]) -> Iterator[Trouble]:
    for row in rows:
        if found := _meeting(row).filter(officer_id=row.officer_id).first():
            since = f"{found.full_title} sejak {format_date(found.from_date)}"
            yield Trouble("from_date", f"{row.officer.name} sudah memegang {since}.")


def _other_holders(rows: list[Assignment]) -> Iterator[str]:
    """One post has one definitive holder; desks of staff have as many as they need."""
    for row in rows:
        if row.capacity != AssignmentKind.DEFINITIVE or not _is_a_post(row.position):
            continue
        others = _meeting(row).exclude(officer_id=row.officer_id)
        if other := others.filter(capacity=AssignmentKind.DEFINITIVE).first():
            yield (
                f"{other.officer.name} juga memegang {row.position.title} secara definitif dalam "
                "waktu itu. Akhiri dahulu penugasannya, atau pilih Plt. atau Plh."
            )


def _is_a_post(position: Position) -> bool:
    signs = SigningRule.objects.filter(office_id=position.office_id, position_id=position.id)
    return bool(position.echelon) or signs.exists()


def _meeting(row: Assignment) -> QuerySet[Assignment]:
    """Other assignments to the same position that share a day with it."""
    found = _rows(row.office_id).filter(position_id=row.position_id).exclude(id=row.id)
    found = found.filter(Q(to_date=None) | Q(to_date__gte=row.from_date))
    return found.filter(from_date__lte=row.to_date) if row.to_date else found

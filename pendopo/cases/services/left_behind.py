# SPDX-License-Identifier: EUPL-1.2
"""Files that came back to the applicant and are not mended: told once more, then closed.

No law says after how many days; the office's policy does. Who closes here has told the applicant
before, and left her the days that the policy gives. Closing itself is the engine's own command.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet

from pendopo.base import clock
from pendopo.base.ids import first_at
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.each import EachAnswer, Wanted, advance_each
from pendopo.cases.services.settings.changing import NOT_YOURS, may_settle
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import CloseAbandoned, Reason
from pendopo.domain.events import Event
from pendopo.domain.wording import format_date
from pendopo.offices.models import Office
from pendopo.standards import versions
from pendopo.standards.national import outside_roles

WAYS: Mapping[str, str] = {
    "whatsapp": "WhatsApp",
    "surat": "surat",
    "telepon": "telepon",
    "desa": "perangkat desa",
}
"""How an applicant is told: what the event keeps, and what the reason of closing says."""


@dataclass(frozen=True, slots=True)
class Notice:
    """When an applicant was told that the file will be closed, how, and by whom (her key)."""

    at: datetime
    way: str
    actor: str


def left_behind(office: Office) -> QuerySet[models.Case]:
    """Open files that have waited for whoever asked for them for longer than the policy's days.

    The longest waiting first; lazy, so that a page of them may be taken.
    """
    before = clock.now() - timedelta(days=office.policy_values.returned_days)
    return _waiting(office.code).filter(changed_at__lte=before).order_by("changed_at", "id")


def waits_for_its_applicant(row: models.Case) -> bool:
    """Whether the turn is of whoever asked for it, however long. Three queries."""
    return _waiting(row.office_id).filter(id=row.id).exists()


def notices_of(office: str, rows: Sequence[models.Case]) -> dict[str, Notice]:
    """Reference → its last notice, of those given since the file came back. One query."""
    since = {row.reference: row.changed_at for row in rows}
    if not since:
        return {}
    told = models.Event.objects.filter(
        office_id=office,
        stream="office",
        stream_key=office,
        name=oe.NOTICED,
        id__gte=first_at(min(since.values())),
    )
    found = {}
    for event in told.order_by("seq"):
        data, at = json.loads(event.data), datetime.fromisoformat(event.happened_at)
        if at >= since.get(data["reference"], at + timedelta(1)):
            found[data["reference"]] = Notice(at, data["way"], event.actor)
    return found


def closable_on(office: Office, notice: Notice) -> date:
    """The day from which a file may be closed after this notice."""
    told = notice.at.astimezone(ZoneInfo(office.zone)).date()
    return told + timedelta(days=office.policy_values.notice_days)


def note_notice(*, reference: str, way: str, actor: Actor) -> models.Event | NotRecorded | NotFound:
    """Note that the applicant was told today, so that the days until closing begin.

    For those who keep the office's settings.
    """
    with transaction.atomic():
        office = Office.objects.select_for_update().get(code=actor.office)
        if not may_settle(office, actor):
            return NotRecorded((NOT_YOURS,))
        if way not in WAYS:
            return NotRecorded((Reason("choose", "Pilih bagaimana pemohon diberi tahu.", "way"),))
        if not _waiting(actor.office).filter(reference=reference).exists():
            return NotFound()
        now = clock.now()
        event = Event(oe.NOTICED, now, actor.key, {"reference": reference, "way": way})
        return append_to_tail(Stream(actor.office, "office", actor.office), event, now)


def close_left_behind(
    *, chosen: Iterable[tuple[str, int]], actor: Actor, key: str = ""
) -> tuple[tuple[Wanted, EachAnswer], ...]:
    """Close these files (reference and version seen), each for itself, with how they were told.

    One that was not told, or whose days have not passed, is refused. `key`: see `advance_each`.
    """
    asked = dict(chosen)
    office = Office.objects.get(code=actor.office)
    rows = {row.reference: row for row in left_behind(office).filter(reference__in=asked)}
    notices = notices_of(office.code, list(rows.values()))
    answers: dict[str, tuple[Wanted, EachAnswer]] = {}
    for reference, version in asked.items():
        row, notice = rows.get(reference), notices.get(reference)
        reason = _reason(office, row, notice) if row and notice else ""
        wanted = Wanted(reference, CloseAbandoned(reason), version)
        if row is None:
            answers[reference] = (wanted, NotRecorded((GONE,)))
        elif not reason:
            answers[reference] = (wanted, NotRecorded((TOO_EARLY,)))
        else:
            ((_, answer),) = advance_each(wanted=(wanted,), actor=actor, key=key)
            answers[reference] = (wanted, answer)
    return tuple(answers.values())


def _reason(office: Office, row: models.Case, notice: Notice) -> str:
    """What the closing says; empty before its day."""
    today = office.today
    if closable_on(office, notice) > today:
        return ""
    back = row.changed_at.astimezone(ZoneInfo(office.zone)).date()
    told = notice.at.astimezone(ZoneInfo(office.zone)).date()
    return (
        f"Tidak dilanjutkan pemohon: menunggu sejak {format_date(back)}, diberi tahu "
        f"{format_date(told)} lewat {WAYS[notice.way]}."
    )


def _waiting(office: str) -> QuerySet[models.Case]:
    """Open files whose turn it is of whoever asked for them, not of another body outside.

    Who that is stands in the standard, not in the row: places are asked for first. Two queries.
    """
    here = models.Case.objects.filter(
        office_id=office, ended_at=None, waiting_for__in=outside_roles()
    )
    places = set(here.values_list("standard_id", "waiting_for"))
    standings = versions.several(office, (id_ for id_, _ in places))
    wanted = Q(pk__in=[])
    for id_, role in sorted(places, key=str):
        if standings[id_].standard.first.by == role:
            wanted |= Q(standard_id=id_, waiting_for=role)
    return here.filter(wanted)


TOO_EARLY = Reason(
    "not-told",
    "Pemohon belum diberi tahu, atau waktunya sesudah diberi tahu belum lewat.",
)
GONE = Reason("not-abandoned", "Berkas ini tidak lagi menunggu pemohon; mungkin sudah diurus.")

# SPDX-License-Identifier: EUPL-1.2
"""The pickup book: who fetched what, read from the hand-overs themselves; and what lies ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pendopo.base.ids import first_at
from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook
from pendopo.cases.streams import to_domain
from pendopo.domain.books import RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.events import Json
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Office
from pendopo.screens.books.facts import HANDED, OfCase, gathered
from pendopo.screens.books.reading import letters_of
from pendopo.screens.books.told import Told
from pendopo.screens.forms.masking import shown_form
from pendopo.screens.listings import shown_applicant
from pendopo.standards import versions

LATEST_ENTRY = timedelta(days=62)
"""How long after it happened a hand-over may be written down and still be found."""


def handed_over(shelf: OpenBook, first: date, last: date, actor: Actor) -> list[Told]:
    """What was handed over in these days, in the order of time: seven queries."""
    office = shelf.office
    events = _hand_overs(office, first, last)
    keys = {UUID(event.stream_key) for event in events}
    rows = models.Case.objects.filter(office_id=office.code, id__in=keys)
    cases = gathered(office.code, office.zone, rows)
    letters = letters_of(office.code, keys)
    found = [
        _told(event, cases[id_], letters.get(id_, ()), actor)
        for event in events
        if (id_ := UUID(event.stream_key)) in cases
    ]
    inside = [one for one in found if one and first <= one.on <= last]
    return [replace(told, order=str(n)) for n, told in enumerate(inside, start=1)]


def count_handed_over(office: Office, first: date, last: date) -> int:
    """How many hand-overs there were in these days, those taken back too. One query."""
    return _range(office, first, last).count()


def _hand_overs(office: Office, first: date, last: date) -> list[models.Event]:
    """The last hand-over of each case, by when it happened. One query."""
    by_case: dict[str, models.Event] = {}
    for event in _range(office, first, last).order_by("id"):
        by_case[event.stream_key] = event
    return sorted(by_case.values(), key=lambda event: (event.happened_at, event.id))


def _range(office: Office, first: date, last: date) -> QuerySet[models.Event]:
    """Hand-overs by when they happened; ids follow when they were written down."""
    begin, end = _midnight(first, office), _midnight(last + timedelta(days=1), office)
    return models.Event.objects.filter(
        office_id=office.code,
        id__gte=first_at(begin),
        id__lt=first_at(end + LATEST_ENTRY),
        name=HANDED,
        happened_at__gte=begin.isoformat(),
        happened_at__lt=end.isoformat(),
    )


def _midnight(day: date, office: Office) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(office.zone)).astimezone(UTC)


def _told(
    event: models.Event, case: OfCase, letters: Sequence[tuple[str, date]], actor: Actor
) -> Told | None:
    """A hand-over as a line; None for one that was taken back."""
    if case.facts.collected_on is None:
        return None
    papers = cast("list[Json]", to_domain(event).data.get("papers") or [])
    return Told(
        id=None,
        on=case.facts.collected_on,
        status=RowStatus.ENTERED,
        number=", ".join(number for number, _on in letters),
        paper=str(papers[0]) if papers else "",
        case=case,
        form=shown_form(case.standard, case.values, actor.roles),
        letters=tuple(letters),
        kept_back=case.row.confidential and case.row.waiting_for not in actor.roles,
    )


@dataclass(frozen=True, slots=True)
class Ready:
    """A file whose product lies ready to be fetched. `name` is empty where it is kept back."""

    reference: str
    service: str
    name: str
    village: str
    since: datetime


def ready(office: str, actor: Actor, villages: Mapping[str, str], book: str = "") -> list[Ready]:
    """What lies ready, the longest waiting first; of one book, only what it registers.

    `villages` are their names by code.
    """
    current = [one.standard for one in versions.catalogue(office)]
    wanted = [one for one in current if not book or book in _books(one)]
    steps = {step.key for one in wanted for step in one.steps if step.do is Verb.HAND_OVER}
    rows = models.Case.objects.filter(
        office_id=office,
        ended_at=None,
        service__in=[one.slug for one in wanted],
        state__in=steps,
    ).order_by("changed_at")
    return [*_ready(office, actor, list(rows), villages)]


def _ready(
    office: str, actor: Actor, rows: Sequence[models.Case], villages: Mapping[str, str]
) -> Iterable[Ready]:
    standings = versions.several(office, (row.standard_id for row in rows))
    for row in rows:
        standard = standings[row.standard_id].standard
        if standard.step(row.state).do is Verb.HAND_OVER:
            name = shown_applicant(row, actor)
            village = villages.get(row.village, row.village)
            yield Ready(row.reference, standard.name, name, village, row.changed_at)


def _books(standard: Standard) -> frozenset[str]:
    """The books that a service writes in."""
    named = (*(p.book for p in standard.papers), *(s.book for s in standard.steps))
    return frozenset(book for book in named if book)

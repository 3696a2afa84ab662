# SPDX-License-Identifier: EUPL-1.2
"""The queue of a desk as a departure board: what is mine, what waits for others, what is ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.circumstances import Actor
from pendopo.domain.wording import format_moment
from pendopo.offices.models import Village
from pendopo.screens import plain_words as words
from pendopo.screens.desk.heaps import Heap, among, heaps_of
from pendopo.screens.listings import OLDEST_FIRST, may_see
from pendopo.screens.telling.due_words import Due, due_words, span_words
from pendopo.screens.tracking import grouped
from pendopo.screens.words import role_titles

MOST = 100
"""So many rows at most on one board; the list of all cases has the others."""


class Tab(StrEnum):
    """The three parts of the queue; together they hold every open case once."""

    MINE = "giliran-saya"
    OTHERS = "menunggu"
    READY = "siap-diambil"


TAB_WORDS: Mapping[Tab, str | Lazy] = {
    Tab.MINE: gettext_lazy("Giliran saya"),
    Tab.OTHERS: gettext_lazy("Menunggu yang lain"),
    Tab.READY: gettext_lazy("Siap diambil"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One case on the board. `applicant` is empty where the name is kept back."""

    reference: str
    ref: str
    applicant: str
    kept_back: bool
    service: str
    village: str
    waits: str
    due: Due


@dataclass(frozen=True, slots=True)
class Part:
    """One tab with the number of its cases."""

    tab: Tab
    title: str | Lazy
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of one tab, oldest promise first, and what the other tabs hold."""

    tab: Tab
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]

    @property
    def more(self) -> int:
        """How many cases of this tab are not shown."""
        return next(part.count for part in self.parts if part.here) - len(self.lines)


def board(actor: Actor, zone: str, tab: Tab = Tab.MINE, most: int = MOST) -> Board:
    """The board of an officer. Six queries at most, however many cases there are."""
    heaps = heaps_of(actor)
    wanted = [heap for heap in heaps if tab_of(heap) is tab]
    rows = _rows(actor, wanted, most)
    return Board(tab, tuple(_parts(heaps, tab)), lines(rows, wanted, actor, zone))


def cases_on(actor: Actor, tab: Tab, most: int) -> list[models.Case]:
    """The cases of one tab, oldest promise first. Four queries."""
    return _rows(actor, [heap for heap in heaps_of(actor) if tab_of(heap) is tab], most)


def _rows(actor: Actor, wanted: list[Heap], most: int) -> list[models.Case]:
    if not wanted:
        return []
    found = models.Case.objects.filter(among(wanted), office_id=actor.office, ended_at=None)
    return list(found.order_by(*OLDEST_FIRST)[:most])


def tab_of(heap: Heap) -> Tab:
    """On which tab the cases of a heap stand."""
    if heap.ready:
        return Tab.READY
    return Tab.MINE if heap.mine else Tab.OTHERS


def _parts(heaps: Iterable[Heap], here: Tab) -> Iterable[Part]:
    heaps = tuple(heaps)
    for tab, title in TAB_WORDS.items():
        count = sum(heap.count for heap in heaps if tab_of(heap) is tab)
        yield Part(tab, title, count, tab is here)


def lines(
    rows: list[models.Case], heaps: Iterable[Heap], actor: Actor, zone: str
) -> tuple[Line, ...]:
    """The rows in words. Two queries, none where there are no rows."""
    if not rows:
        return ()
    known = {(heap.standard_id, heap.step.key): heap for heap in heaps}
    villages = dict(Village.objects.filter(office_id=actor.office).values_list("code", "name"))
    roles = role_titles()
    now = clock.now()
    found = []
    for row in rows:
        heap = known[row.standard_id, row.state]
        seen = heap.mine or may_see(row, actor)
        line = Line(
            reference=row.reference,
            ref=grouped(row.reference),
            applicant=row.applicant if seen else "",
            kept_back=not seen,
            service=words.short_name(heap.standard.name),
            village=villages.get(row.village, ""),
            waits=_waits(row, heap, roles),
            due=_due(row, heap, now, zone),
        )
        found.append(line)
    return tuple(found)


def _waits(row: models.Case, heap: Heap, roles: Mapping[str, str]) -> str:
    """What is next, and whose turn it is where it is not the reader's."""
    if heap.mine or heap.ready:
        return heap.step.title or words.deed(heap.step)
    role = roles.get(row.waiting_for, words.spelled(row.waiting_for))
    return f"{role}: {words.lowered(heap.step.title) or words.WAITING[heap.step.do]}"


def _due(row: models.Case, heap: Heap, now: datetime, zone: str) -> Due:
    """When it is due; without a promise that runs, how long it has waited or been ready."""
    due = due_words(row.due_at, row.clock, now, zone)
    if heap.ready:
        since = _("siap %(span)s") % {"span": span_words(now - row.changed_at)}
        return Due(since, "done", due.moment)
    if due.state == "off":
        came = format_moment(row.filed_at, zone)
        since = _("tiba %(span)s lalu") % {"span": span_words(now - row.filed_at)}
        return Due(since, "waiting", came)
    return due

# SPDX-License-Identifier: EUPL-1.2
"""What lies ready to be fetched, as a list from which one collector takes several files.

Village officials fetch for many. What was to follow, or is due when it is fetched, stands with its
file, to be ticked as it comes over the counter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.queries import CaseFile, case_files
from pendopo.cases.services.each import Wanted
from pendopo.cases.waiting import waiting_at
from pendopo.domain import events as ev
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed
from pendopo.domain.duty_fields import RELATIONS
from pendopo.domain.events import Json
from pendopo.domain.handing_over import owed_at_hand_over
from pendopo.domain.permits import may_pass
from pendopo.domain.typed import Setting
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Village
from pendopo.screens.case_view import added_asks
from pendopo.screens.deeds.many_answers import Asked
from pendopo.screens.listings import may_see
from pendopo.screens.plain_words import choice, short_name
from pendopo.screens.scenes import Scene
from pendopo.screens.signing.differing import differing
from pendopo.screens.telling.due_words import span_words
from pendopo.screens.tracking import grouped

HANDED = ev.VERB_EVENTS[Verb.HAND_OVER]


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that must come before the paper may leave."""

    ask: str
    label: str


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """One file that can be handed over. `bringer` is who brought it in a bundle."""

    reference: str
    ref: str
    version: int
    step: str
    applicant: str
    kept_back: bool
    village_code: str
    village: str
    service: str
    purpose: str
    numbers: tuple[str, ...]
    since: str
    bringer: str
    owed: tuple[Owed, ...]
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Heap:
    """The rows of one village, the longest waiting first."""

    village: str
    rows: tuple[ReadyRow, ...]


@dataclass(frozen=True, slots=True)
class ReadyList:
    """What lies ready: by village, of the village that is asked for or of all."""

    heaps: tuple[Heap, ...]
    villages: tuple[tuple[str, str], ...]
    village: str
    relations: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many files are shown."""
        return sum(len(heap.rows) for heap in self.heaps)


@dataclass(frozen=True, slots=True)
class Fetched(Asked):
    """One file that is fetched, with the asks that came over the counter now."""

    step: str
    received: tuple[str, ...] = ()


def ready_list(actor: Actor, village: str = "") -> ReadyList:
    """What this officer may hand over. As many queries for sixty files as for two."""
    rows = sorted(_rows(actor), key=lambda row: row.changed_at)
    shown = [row for row in rows if village in ("", row.village_code)]
    named = {row.village_code: row.village for row in rows if row.village}
    heaps: dict[str, list[ReadyRow]] = {}
    for row in shown:
        heaps.setdefault(row.village, []).append(row)
    return ReadyList(
        heaps=tuple(Heap(name, tuple(mine)) for name, mine in sorted(heaps.items())),
        villages=tuple(sorted(named.items(), key=lambda pair: pair[1])),
        village=village,
        relations=tuple((key, choice(key)) for key in RELATIONS),
    )


def _rows(actor: Actor) -> Iterator[ReadyRow]:
    files = case_files(waiting_at(actor.office, {Verb.HAND_OVER}), actor)
    villages = dict(Village.objects.filter(office_id=actor.office).values_list("code", "name"))
    bundles = {file.row.bundle_id for file in files if file.row.bundle_id}
    rows = models.Bundle.objects.filter(office_id=actor.office, id__in=bundles)
    bringers = {row.id: row.bringer for row in rows}
    for file in files:
        step = file.standard.step(file.row.state)
        if may_pass(step, file.case, file.circumstances):
            bringer = bringers.get(file.row.bundle_id, "") if file.row.bundle_id else ""
            yield _row(file, villages, bringer)


def _row(file: CaseFile, villages: Mapping[str, str], bringer: str) -> ReadyRow:
    row, actor = file.row, file.circumstances.actor
    kept_back = not may_see(row, actor)
    return ReadyRow(
        reference=row.reference,
        ref=grouped(row.reference),
        version=row.version,
        step=row.state,
        applicant="" if kept_back else row.applicant,
        kept_back=kept_back,
        village_code=row.village,
        village=villages.get(row.village, ""),
        service=short_name(file.standard.name),
        purpose="" if kept_back else differing(file.standard, file.values, actor.roles),
        numbers=numbers_of(file),
        since=_("siap sejak %(span)s") % {"span": span_words(file.world.now - row.changed_at)},
        bringer=bringer,
        owed=tuple(_owed(file)),
        changed_at=row.changed_at,
    )


def numbers_of(file: CaseFile) -> tuple[str, ...]:
    """The numbers that a file has in the books, each once."""
    return tuple(dict.fromkeys(entry.number for entry in file.case.entries if entry.number))


def _owed(file: CaseFile) -> Iterator[Owed]:
    labels = ask_labels(file)
    for ask in owed_at_hand_over(file.standard, file.case):
        yield Owed(ask, labels.get(ask, ask))


def ask_labels(file: CaseFile) -> dict[str, str]:
    """The words for each ask of a file, without a query."""
    nowhere = Setting(file.world.today)
    added = added_asks(file.history)
    scene = Scene(file.standard, file.case, file.circumstances, nowhere, added=added)
    return scene.ask_labels()


def wanted_of(fetched: Iterable[Fetched], collector: str, relation: str) -> Iterator[Wanted]:
    """What is wanted of each file: the same for all, but for what came with it."""
    for one in fetched:
        data: dict[str, Json] = {
            "collector": collector,
            "relation": relation,
            "received": list(one.received),
        }
        yield Wanted(one.reference, Act((Deed(one.step, data),)), one.version)

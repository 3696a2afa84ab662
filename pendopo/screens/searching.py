# SPDX-License-Identifier: EUPL-1.2
"""Finding a file: by a piece of a name and a village, by a number, by an identity number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Replace

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import by_identity, uploads_of
from pendopo.domain.circumstances import Actor
from pendopo.domain.standard import Standard
from pendopo.offices.models import Village
from pendopo.screens import plain_words as words
from pendopo.screens.due_words import day_words
from pendopo.screens.listings import may_see, open_to
from pendopo.screens.search_words import Kind, Search
from pendopo.screens.tracking import grouped
from pendopo.screens.words import role_titles
from pendopo.standards import versions

MOST = 50
_PIECES = 6
_OPEN_FIRST = (F("ended_at").desc(nulls_first=True), "-filed_at", "-id")


@dataclass(frozen=True, slots=True)
class Found:
    """One file that was found, with what one looks for in it: its number, its signed sheet.

    `sheets` are the keys and titles of its papers; `photos` those of signed sheets.
    """

    reference: str
    ref: str
    applicant: str
    kept_back: bool
    service: str
    village: str
    filed: str
    standing: str
    ended: bool
    numbers: tuple[str, ...]
    photos: tuple[models.Upload, ...]
    sheets: tuple[tuple[str, str], ...]


def has_file(actor: Actor, reference: str) -> bool:
    """Whether the office has a file of this reference."""
    return models.Case.objects.filter(office_id=actor.office, reference=reference).exists()


def found_by(search: Search, actor: Actor, zone: str, most: int = MOST) -> tuple[Found, ...]:
    """The files that are meant, open ones first, then the latest. Eight queries at most."""
    rows = list(_rows(search, actor).order_by(*_OPEN_FIRST)[:most])
    return _told(rows, actor, zone) if rows else ()


def _rows(search: Search, actor: Actor) -> QuerySet[models.Case]:
    cases = models.Case.objects.filter(office_id=actor.office)
    match search.kind:
        case Kind.NOTHING:
            return cases.none()
        case Kind.REFERENCE:
            return cases.filter(reference=search.text)
        case Kind.IDENTITY:
            return cases.filter(open_to(actor), id__in=_identified(search, actor))
        case Kind.NUMBER:
            return cases.filter(id__in=_numbered(search.text, actor))
        case Kind.WORDS:
            return cases.filter(open_to(actor), _named(search.text, actor))


def _identified(search: Search, actor: Actor) -> list[UUID]:
    return [
        row.id
        for kind, value in search.identities
        for row in by_identity(actor.office, kind, value)
    ]


def _numbered(text: str, actor: Actor) -> QuerySet[models.BookRow, UUID | None]:
    """The cases of lines whose number holds this, however it is spaced; `045` is line 45."""
    bare = "".join(text.split())
    lines = models.BookRow.objects.filter(office_id=actor.office, case_id__isnull=False)
    lines = lines.annotate(bare=Replace(F("number"), Value(" "), Value("")))
    wanted = Q(bare__icontains=bare)
    if bare.isdigit():
        wanted = Q(urut=int(bare)) | Q(urut=None) & wanted
    return lines.filter(wanted).values_list("case_id", flat=True)


def _named(text: str, actor: Actor) -> Q:
    """Every piece must be of the name, the village or the service; one at least of the name."""
    villages = dict(Village.objects.filter(office_id=actor.office).values_list("code", "name"))
    services = {one.slug: one.standard.name for one in versions.catalogue(actor.office)}
    pieces = text.split()[:_PIECES]
    of_name = Q()
    every = Q()
    for piece in pieces:
        of_name |= Q(applicant__icontains=piece)
        every &= (
            Q(applicant__icontains=piece)
            | Q(village__in=_holding(villages, piece))
            | Q(service__in=_holding(services, piece))
        )
    return every & of_name


def _holding(names: Mapping[str, str], piece: str) -> list[str]:
    """The keys whose names hold a piece of a word."""
    return [key for key, name in names.items() if piece.casefold() in name.casefold()]


def _told(rows: list[models.Case], actor: Actor, zone: str) -> tuple[Found, ...]:
    office, ids = actor.office, [row.id for row in rows]
    standings = versions.several(office, (row.standard_id for row in rows))
    villages = dict(Village.objects.filter(office_id=office).values_list("code", "name"))
    roles, now = role_titles(), clock.now()
    numbers, uploads = _numbers_of(office, ids), uploads_of(office, rows)
    found = []
    for row in rows:
        standard = standings[row.standard_id].standard
        known = may_see(row, actor)
        found.append(
            Found(
                reference=row.reference,
                ref=grouped(row.reference),
                applicant=row.applicant if known else "",
                kept_back=not known,
                service=words.short_name(standard.name),
                village=villages.get(row.village, ""),
                filed=day_words(row.filed_at, now, zone),
                standing=standing_of(row, standard, roles),
                ended=row.ended_at is not None,
                numbers=numbers.get(row.id, ()),
                photos=tuple(_of_sheets(uploads.get(row.id, ()), standard)) if known else (),
                sheets=tuple((paper.key, paper.title) for paper in standard.papers),
            )
        )
    return tuple(found)


def standing_of(row: models.Case, standard: Standard, roles: Mapping[str, str]) -> str:
    """Where a case stands, from its row: how it ended, or what it waits for and of whom."""
    if row.ended_at:
        return words.ended(row.state)
    step = standard.step(row.state)
    role = roles.get(row.waiting_for, words.spelled(row.waiting_for))
    return f"{role}: {step.title.lower() or words.WAITING[step.do]}"


def _numbers_of(office: str, ids: list[UUID]) -> dict[UUID | None, tuple[str, ...]]:
    found: dict[UUID | None, tuple[str, ...]] = {}
    for line in models.BookRow.objects.filter(office_id=office, case_id__in=ids).order_by("id"):
        found[line.case_id] = (*found.get(line.case_id, ()), line.number)
    return found


def _of_sheets(uploads: Iterable[models.Upload], standard: Standard) -> Iterable[models.Upload]:
    """Photos of signed sheets: what answers no ask, or a paper."""
    papers = {paper.key for paper in standard.papers}
    return (one for one in uploads if not one.ask or one.ask in papers)

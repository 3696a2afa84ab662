# SPDX-License-Identifier: EUPL-1.2
"""Finding a file: by a piece of a name and a village, by a number, by an identity number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Replace

from pendopo.cases import models
from pendopo.cases.queries import by_identity, uploads_of
from pendopo.cases.services.writing import LETTER, bare_number
from pendopo.domain.circumstances import Actor
from pendopo.offices.models import Village
from pendopo.screens.desk.case_rows import CaseRow, case_rows
from pendopo.screens.desk.search_words import Kind, Search
from pendopo.screens.listings import open_to
from pendopo.screens.photos.places import SIGNED
from pendopo.standards import versions

MOST = 50
_PIECES = 6
_OPEN_FIRST = (F("ended_at").desc(nulls_first=True), "-filed_at", "-id")


@dataclass(frozen=True, slots=True)
class Found:
    """One file that was found, with the photos of its signed sheets."""

    row: CaseRow
    photos: tuple[models.Upload, ...]


def has_file(actor: Actor, reference: str) -> bool:
    """Whether the office has a file of this reference."""
    return models.Case.objects.filter(office_id=actor.office, reference=reference).exists()


def found_by(search: Search, actor: Actor, zone: str, most: int = MOST) -> tuple[Found, ...]:
    """The files that are meant, open ones first, then the latest. Eight queries at most."""
    rows = cases_meant(search, actor, most)
    return _told(rows, actor, zone) if rows else ()


def cases_meant(search: Search, actor: Actor, most: int) -> list[models.Case]:
    """The cases that are meant, open ones first, then the latest."""
    return list(_rows(search, actor).order_by(*_OPEN_FIRST)[:most])


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
            of_letter = Q(open_to(actor), id__in=_lettered(search.text, actor))
            return cases.filter(Q(id__in=_numbered(search.text, actor)) | of_letter)
        case Kind.WORDS:
            return cases.filter(open_to(actor), _named(search.text, actor))


def _identified(search: Search, actor: Actor) -> list[UUID]:
    return [
        row.id
        for kind, value in search.identities
        for row in by_identity(actor.office, kind, value)
    ]


def _lettered(text: str, actor: Actor) -> list[UUID]:
    """The cases whose form holds a letter of this whole number, however it is spaced."""
    return [row.id for row in by_identity(actor.office, LETTER, bare_number(text))]


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
    uploads = uploads_of(actor.office, rows)
    return tuple(
        Found(told, () if told.kept_back else _of_sheets(uploads.get(told.id, ())))
        for told in case_rows(rows, actor, zone)
    )


def _of_sheets(uploads: Iterable[models.Upload]) -> tuple[models.Upload, ...]:
    """Photos of signed sheets, and those that answer nothing that was asked for."""
    return tuple(one for one in uploads if not one.ask or one.ask.startswith(SIGNED))

# SPDX-License-Identifier: EUPL-1.2
"""The standards of an office as rows: which is in force, and what each of them says.

A version is published once and never changes; only the moment at which another took its
place is added. So what was compiled from it stays right for as long as the process runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from pendopo.base import clock
from pendopo.base.ids import new_id
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Kind, Verb
from pendopo.offices.models import Office
from pendopo.standards.components import is_complete
from pendopo.standards.models import StandardVersion
from pendopo.standards.schema import Service
from pendopo.standards.stored import Compiled, compiled


@dataclass(frozen=True, slots=True)
class Standing:
    """A published version: whose, which, since when, and what it says."""

    id: UUID
    office: str
    slug: str
    number: int
    sha256: str
    effective_date: date
    published_at: datetime
    superseded_at: datetime | None
    adopted: bool
    compiled: Compiled

    @property
    def standard(self) -> Standard:
        """What the engine runs."""
        return self.compiled.standard

    @property
    def service(self) -> Service:
        """The words of the file."""
        return self.compiled.service

    @property
    def in_force(self) -> bool:
        """Whether new cases are filed on it."""
        return self.superseded_at is None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be published for one service of an office."""

    office: str
    slug: str
    sha256: str
    text: str
    document: str
    effective_date: date
    decree_id: UUID | None = None
    adopted: bool = False


def current(office: str, slug: str) -> Standing | None:
    """The version in force, or None where the office has no such service."""
    row = _rows(office).filter(slug=slug, superseded_at=None).first()
    return _standing(row) if row else None


def version(office: str, id: UUID) -> Standing:
    """One version, whether in force or not. Raises StandardVersion.DoesNotExist."""
    return _standing(_rows(office).get(id=id))


def several(office: str, ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """These versions by their ids. One query, and one for each that this process never read."""
    return {row.id: _standing(row) for row in _rows(office).filter(id__in=set(ids))}


def catalogue(office: str) -> tuple[Standing, ...]:
    """All versions in force, in the order of the office's list, adopted ones last."""
    listed = Office.objects.values_list("services", flat=True).get(code=office)
    place = {slug: n for n, slug in enumerate(listed)}
    rows = _rows(office).filter(superseded_at=None)
    standings = [_standing(row) for row in rows]
    return tuple(
        sorted(standings, key=lambda s: (s.adopted, place.get(s.slug, len(place)), s.slug))
    )


def roles_doing(office: str, verb: Verb) -> frozenset[str]:
    """The roles whose step does this in some service in force. One query."""
    standings = map(_standing, _rows(office).filter(superseded_at=None))
    return frozenset(step.by for one in standings for step in one.standard.steps if step.do is verb)


def catalogues_across_offices(offices: Iterable[str]) -> tuple[Standing, ...]:
    """All versions in force of a few offices, for the public. One query, once they were read."""
    rows = StandardVersion.objects.filter(office_id__in=list(offices), superseded_at=None)
    ordered = rows.defer("text", "document").order_by("office_id", "adopted", "slug")
    return tuple(_standing(row) for row in ordered)


def of_kind(office: str, kind: Kind) -> tuple[Standing, ...]:
    """The versions in force of one kind: how code finds the complaint or the information."""
    return tuple(s for s in catalogue(office) if s.standard.kind is kind)


def history(office: str, slug: str) -> tuple[Standing, ...]:
    """All versions of a service, the newest first."""
    return tuple(_standing(row) for row in _rows(office).filter(slug=slug).order_by("-number"))


def numbers(office: str) -> dict[str, int]:
    """Slug → how many versions there ever were of it. One query."""
    rows = StandardVersion.objects.filter(office_id=office).order_by()
    return dict(rows.values_list("slug").annotate(n=Count("id")))


def source(office: str, id: UUID) -> str:
    """The YAML text of a version as it was published."""
    return str(StandardVersion.objects.values_list("text", flat=True).get(office_id=office, id=id))


def publish(draft: Draft) -> Standing | None:
    """Publish a version, in a transaction of the caller; None when it is in force already."""
    before = _rows(draft.office).filter(slug=draft.slug, superseded_at=None).first()
    if before and (before.sha256, before.adopted) == (draft.sha256, draft.adopted):
        return None
    now = clock.now()
    if before:
        _supersede(before, now)
    row = StandardVersion(
        office_id=draft.office,
        id=new_id(),
        slug=draft.slug,
        number=_next_number(draft.office, draft.slug),
        sha256=draft.sha256,
        text=draft.text,
        document=draft.document,
        complete=is_complete(compiled(draft.document).service),
        adopted=draft.adopted,
        decree_id=draft.decree_id,
        effective_date=draft.effective_date,
        published_at=now,
    )
    row.save(force_insert=True)
    return _standing(row)


def withdraw(office: str, slug: str) -> bool:
    """Take a service out of force; running cases go on. False when none was in force."""
    row = _rows(office).filter(slug=slug, superseded_at=None).first()
    if row:
        _supersede(row, clock.now())
    return row is not None


def digests(office: str) -> Mapping[str, str]:
    """Slug → digest of the versions in force."""
    rows = StandardVersion.objects.filter(office_id=office, superseded_at=None)
    return dict(rows.values_list("slug", "sha256"))


def _supersede(row: StandardVersion, at: datetime) -> None:
    rows = StandardVersion.objects.filter(office_id=row.office_id, id=row.id, superseded_at=None)
    rows.update(superseded_at=at)


def _next_number(office: str, slug: str) -> int:
    rows = StandardVersion.objects.filter(office_id=office, slug=slug)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _rows(office: str) -> QuerySet[StandardVersion]:
    """Without their long texts, which are fetched once a process when first compiled."""
    return StandardVersion.objects.filter(office_id=office).defer("text", "document")


def _standing(row: StandardVersion) -> Standing:
    return Standing(
        id=row.id,
        office=row.office_id,
        slug=row.slug,
        number=row.number,
        sha256=row.sha256,
        effective_date=row.effective_date,
        published_at=row.published_at,
        superseded_at=row.superseded_at,
        adopted=row.adopted,
        compiled=_compiled(row.office_id, row.id, row.sha256),
    )


@lru_cache(maxsize=1024)
def _compiled(office: str, id: UUID, sha256: str) -> Compiled:
    rows = StandardVersion.objects.filter(office_id=office, id=id)
    return compiled(rows.values_list("document", flat=True).get())

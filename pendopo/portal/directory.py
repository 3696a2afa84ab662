# SPDX-License-Identifier: EUPL-1.2
"""Which offices there are, how many services each of them has, and their decree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, Value, When

from pendopo.offices.models import Office
from pendopo.screens.finding import asked_for, likeness, words_of
from pendopo.standards.models import DecreeVersion, StandardVersion
from pendopo.standards.office_schema import Decree

_MOST_LIKE = 5
SHOWN = 48
"""So many offices fit on one page; more are found by searching."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One office in the list of all."""

    code: str
    name: str
    regency: str
    province: str
    services: int


@dataclass(frozen=True, slots=True)
class Area:
    """A province, or a regency, and how many offices lie in it."""

    name: str
    offices: int


@dataclass(frozen=True, slots=True)
class Directory:
    """The offices that were looked for: the first of them, and how many there are.

    `guessed`: nothing has the words as they were typed; these have words like them. `areas`:
    where they lie, provinces before regencies, where there are more than a page holds.
    """

    offices: tuple[Listed, ...]
    found: int
    known: int
    guessed: bool = False
    areas: tuple[Area, ...] = ()


def directory_across_offices(sought: str = "") -> Directory:
    """The offices whose name, regency, province or code has every word. Four queries at most.

    With a search one or two more, and as many for words like those that nothing has.
    """
    known = Office.objects.count()
    if not sought:
        return _directory(_ordered(Office.objects.all(), ""), known, known)
    for rows in _meant(sought):
        if found := rows.count():
            return _directory(_ordered(rows, sought), found, known)
    like = _words_like_across_offices(sought)
    rows = Office.objects.filter(*(_has_one(words) for words in like))
    found = rows.count() if like and all(like) else 0
    return _directory(_ordered(rows, sought), found, known, guessed=True)


def _meant(sought: str) -> Iterator[QuerySet[Office]]:
    """Those of the regency or province of just this name; else those that have every word."""
    yield Office.objects.filter(Q(regency__iexact=sought) | Q(province__iexact=sought))
    yield Office.objects.filter(*map(_has, sought.split()))


def _directory(
    rows: QuerySet[Office], found: int, known: int, *, guessed: bool = False
) -> Directory:
    shown = list(rows[:SHOWN]) if found else []
    services = _services_across_offices([office.code for office in shown])
    listed = tuple(_listed(office, services.get(office.code, 0)) for office in shown)
    areas = _areas(rows) if found > SHOWN else ()
    return Directory(listed, found, known, guessed, areas)


def _areas(rows: QuerySet[Office]) -> tuple[Area, ...]:
    """Where these lie: in which provinces or, when that is one, in which regencies."""
    counted = rows.order_by("province", "regency").values_list("province", "regency")
    lying = list(counted.annotate(offices=Count("code")))
    several = len({province for province, _, _ in lying}) > 1
    areas: dict[str, int] = {}
    for province, regency, offices in lying:
        name = province if several else regency
        areas[name] = areas.get(name, 0) + offices
    return tuple(Area(name, offices) for name, offices in areas.items())


def _ordered(rows: QuerySet[Office], sought: str) -> QuerySet[Office]:
    """Those called so first, then those that lie in what is called so."""
    called = Case(When(name__icontains=sought, then=Value(0)), default=Value(1))
    return rows.order_by(called, "province", "regency", "name")


def _words_like_across_offices(sought: str) -> tuple[tuple[str, ...], ...]:
    """For each word that was typed those known ones that it is most like; it may be none."""
    named = Office.objects.values_list("name", "regency", "province")
    known = words_of(" ".join({text for row in named for text in row}))
    return tuple(_most_like(word, known) for word in asked_for(sought))


def _most_like(asked: str, known: Iterable[str]) -> tuple[str, ...]:
    fits = {one: fit for one in known if (fit := likeness(asked, one))}
    best = max(fits.values(), default=0.0)
    return tuple(one for one, fit in fits.items() if fit == best)[:_MOST_LIKE]


def offices_across_offices() -> tuple[Office, ...]:
    """All of them, for an installation of a few. One query."""
    return tuple(Office.objects.order_by("province", "regency", "name"))


def _has(word: str) -> Q:
    """An office with this word in its name or place, or whose code begins so."""
    return (
        Q(name__icontains=word)
        | Q(regency__icontains=word)
        | Q(province__icontains=word)
        | Q(code__startswith=word)
    )


def _has_one(words: Iterable[str]) -> Q:
    return reduce(or_, map(_has, words), Q())


def _services_across_offices(codes: list[str]) -> dict[str, int]:
    rows = StandardVersion.objects.filter(office_id__in=codes, superseded_at=None)
    counted = rows.order_by().values("office_id").annotate(services=Count("id"))
    return {row["office_id"]: row["services"] for row in counted}


def _listed(office: Office, services: int) -> Listed:
    return Listed(office.code, office.name, office.regency, office.province, services)


def decree_in_force(office: str) -> Decree | None:
    """The decree that the office's standards follow. One query once it was read."""
    rows = DecreeVersion.objects.filter(office_id=office, superseded_at=None)
    row = rows.values_list("id", "sha256").first()
    return _decree(office, *row) if row else None


@lru_cache(maxsize=256)
def _decree(office: str, id: UUID, sha256: str) -> Decree:
    """A published decree never changes, so it is read once a process."""
    rows = DecreeVersion.objects.filter(office_id=office, id=id, sha256=sha256)
    return Decree.model_validate(json.loads(rows.values_list("document", flat=True).get()))

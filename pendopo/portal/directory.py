# SPDX-License-Identifier: EUPL-1.2
"""Which offices there are, how many services each of them has, and their decree."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, Value, When

from pendopo.offices.models import Office
from pendopo.screens.finding import asked_for, likeness, words_of
from pendopo.standards.models import DecreeVersion, StandardVersion
from pendopo.standards.office_schema import Decree

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
class Directory:
    """The offices that were looked for: the first of them, and how many there are.

    `meant`: the words that were taken instead, where those that were typed are nowhere.
    """

    offices: tuple[Listed, ...]
    found: int
    known: int
    meant: str = ""


def directory_across_offices(sought: str = "") -> Directory:
    """The offices whose name, regency, province or code has every word. Three queries.

    With a search one more; where nothing has the words, two more for words like them.
    """
    known = Office.objects.count()
    if not sought:
        return _directory(_ordered(Office.objects.all(), ""), known, known)
    rows, meant = Office.objects.filter(*_matches(sought.split())), ""
    found = rows.count()
    if not found and (meant := _words_like_across_offices(sought)):
        rows = Office.objects.filter(*_matches(meant.split()))
        found = rows.count()
    return _directory(_ordered(rows, meant or sought), found, known, meant)


def _directory(rows: QuerySet[Office], found: int, known: int, meant: str = "") -> Directory:
    shown = list(rows[:SHOWN])
    services = _services_across_offices([office.code for office in shown])
    listed = tuple(_listed(office, services.get(office.code, 0)) for office in shown)
    return Directory(listed, found, known, meant if found else "")


def _ordered(rows: QuerySet[Office], sought: str) -> QuerySet[Office]:
    """Those called so first, then those that lie in what is called so."""
    called = Case(When(name__icontains=sought, then=Value(0)), default=Value(1))
    return rows.order_by(called, "province", "regency", "name")


def _words_like_across_offices(sought: str) -> str:
    """For each word the known one that it is most like; "" where one is like none."""
    named = Office.objects.values_list("name", "regency", "province")
    known = {word for row in named for text in row for word in words_of(text)}
    meant = [_most_like(word, known) for word in asked_for(sought)]
    return " ".join(meant) if all(meant) else ""


def _most_like(asked: str, known: Iterable[str]) -> str:
    fit, word = max(((likeness(asked, one), one) for one in known), default=(0.0, ""))
    return word if fit else ""


def offices_across_offices() -> tuple[Office, ...]:
    """All of them, for an installation of a few. One query."""
    return tuple(Office.objects.order_by("province", "regency", "name"))


def _matches(sought: Iterable[str]) -> list[Q]:
    return [
        Q(name__icontains=word)
        | Q(regency__icontains=word)
        | Q(province__icontains=word)
        | Q(code__startswith=word)
        for word in sought
    ]


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

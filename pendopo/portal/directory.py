# SPDX-License-Identifier: EUPL-1.2
"""Which offices there are, how many services each of them has, and their decree."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Q

from pendopo.offices.models import Office
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
    """The offices that were looked for: the first of them, and how many there are."""

    offices: tuple[Listed, ...]
    found: int
    known: int


def directory_across_offices(sought: str = "") -> Directory:
    """The offices whose name, regency, province or code has every word. Three queries."""
    rows = Office.objects.filter(*_matches(sought.split())).order_by("province", "regency", "name")
    shown = list(rows[:SHOWN])
    services = _services_across_offices([office.code for office in shown])
    known = Office.objects.count()
    found = rows.count() if sought else known
    return Directory(tuple(_listed(o, services.get(o.code, 0)) for o in shown), found, known)


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

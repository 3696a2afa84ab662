# SPDX-License-Identifier: EUPL-1.2
"""The standards in force, earlier ones, one read, two compared; and what the check finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pendopo.bureau.doors import Desk, bureau_page
from pendopo.domain.vocabulary import Source
from pendopo.standards import versions
from pendopo.standards.components import lacking
from pendopo.standards.findings import findings
from pendopo.standards.plain import (
    Part,
    beside,
    components,
    differences,
    source_label,
    source_meaning,
)
from pendopo.standards.problems import Problem, Severity
from pendopo.standards.versions import Standing

UNUSUAL = (Source.INFERRED, Source.NATIONAL)
"""Where a line may come from beside the decree itself."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service in the list. `lacks` is how many of the 14 components the decree does not print."""

    standing: Standing
    lacks: int
    earlier: int


@dataclass(frozen=True, slots=True)
class Found:
    """What the check finds in one file, worst first."""

    file: str
    problems: tuple[Problem, ...]


@bureau_page
@require_safe
def standards(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All in force, and those that were once. Three queries, once they were read."""
    office = desk.office.code
    rows = versions.numbers(office)
    current = versions.catalogue(office)
    in_force = {one.slug for one in current}
    context = {
        "services": [
            Service(one, len(lacking(one.service)), rows[one.slug] - 1) for one in current
        ],
        "past": sorted(set(rows) - in_force),
    }
    return render(request, "bureau/standards/list.html", context)


@bureau_page
@require_safe
def standard(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """One version, the newest unless `versi` says which."""
    found = _history(desk, slug)
    standing = _numbered(found, request.GET.get("versi", "")) or found[0]
    context = {
        "standing": standing,
        "history": found,
        "components": _told(components(standing)),
        "beside": _told(beside(standing)),
        "lacks": lacking(standing.service),
        "sources": [(source_label(one), source_meaning(one)) for one in UNUSUAL],
    }
    return render(request, "bureau/standards/read.html", context)


@bureau_page
@require_safe
def compared(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Two versions; the two newest unless it is said which."""
    found = _history(desk, slug)
    after = _numbered(found, request.GET.get("ke", "")) or found[0]
    before = _numbered(found, request.GET.get("dari", "")) or found[min(1, len(found) - 1)]
    context = {
        "before": before,
        "after": after,
        "history": found,
        "differences": differences(before, after),
    }
    return render(request, "bureau/standards/compare.html", context)


@bureau_page
@require_safe
def checked(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the check finds in this office's files as they lie on the server."""
    found = findings(settings.PENDOPO_STANDARDS, desk.office.code)
    counts = Counter(one.severity for one in found.problems)
    context = {
        "found": found,
        "files": _by_file(found.problems),
        "counts": [(one, counts[one]) for one in Severity if counts[one]],
        "errors": counts[Severity.ERROR],
        "root": settings.PENDOPO_STANDARDS,
        "names": {one.slug: one.service.name for one in versions.catalogue(desk.office.code)},
    }
    return render(request, "bureau/standards/check.html", context)


def _history(desk: Desk, slug: str) -> tuple[Standing, ...]:
    found = versions.history(desk.office.code, slug)
    if not found:
        raise Http404
    return found


def _numbered(found: Iterable[Standing], number: str) -> Standing | None:
    return next((one for one in found if str(one.number) == number), None)


def _told(parts: Iterable[Part]) -> list[dict[str, object]]:
    """Parts with the words of their sources; a printed line needs none."""
    return [
        {
            "part": part,
            "lines": [
                (line, "" if line.source is Source.PRINTED else source_label(line.source))
                for line in part.lines
            ],
        }
        for part in parts
    ]


def _by_file(problems: Iterable[Problem]) -> list[Found]:
    order = list(Severity)
    by_file: dict[str, list[Problem]] = {}
    for one in problems:
        by_file.setdefault(one.file, []).append(one)
    found = [
        Found(file, tuple(sorted(some, key=lambda p: order.index(p.severity))))
        for file, some in by_file.items()
    ]
    return sorted(found, key=lambda one: order.index(one.problems[0].severity))

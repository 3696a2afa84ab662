# SPDX-License-Identifier: EUPL-1.2
"""The first page of the bureau, and what was changed: who, when, before, after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pendopo.bureau import words
from pendopo.bureau.care import concerns
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.cases.settings_history import Changed, change_rows, changes
from pendopo.counter.desks import local
from pendopo.domain.circumstances import ActorKind
from pendopo.screens.sheets.page import names_of

A_PAGE = 50
"""Changes on one page."""
A_FEW = 5
"""Changes on the first page of the bureau."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with what stood there and what stands there now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One change as a page shows it. `new` and `gone` say that the row came or went."""

    what: str
    row: str
    at: datetime
    who: str
    new: bool
    gone: bool
    differences: tuple[Difference, ...]


@bureau_page
@require_safe
def bureau(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All rooms, and the latest changes."""
    lines = _lines(desk, changes(change_rows(desk.office.code)[:A_FEW]))
    return render(request, "bureau/bureau.html", {"lines": lines, "concerns": concerns()})


@bureau_page
@require_safe
def history(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All changes, the latest first. Four queries."""
    page = Paginator(change_rows(desk.office.code), A_PAGE).get_page(request.GET.get("page"))
    lines = _lines(desk, changes(page.object_list))
    return render(request, "bureau/changes.html", {"lines": lines, "page": page})


def _lines(desk: Desk, found: tuple[Changed, ...]) -> tuple[Line, ...]:
    names = names_of(desk.office.code, {one.actor for one in found})
    return tuple(_line(desk, one, names.get(one.actor) or _nobody(one.actor)) for one in found)


def _nobody(actor: str) -> str:
    """Who did it where it was no officer: somebody at the office's own computer."""
    by_command = actor.startswith(f"{ActorKind.SYSTEM}:")
    return gettext("perintah di komputer server") if by_command else ""


def _line(desk: Desk, one: Changed, who: str) -> Line:
    told = one.after or one.before or {}
    return Line(
        what=words.what(one.what),
        row=words.value(told.get("name") or told.get("title") or told.get("layer") or one.row),
        at=local(one.at, desk),
        who=who,
        new=one.before is None and one.after is not None,
        gone=one.after is None and one.before is not None,
        differences=tuple(_differences(one)),
    )


def _differences(one: Changed) -> Iterator[Difference]:
    before, after = one.before or {}, one.after or {}
    for name in one.fields:
        was, now = words.value(before.get(name)), words.value(after.get(name))
        yield Difference(words.field(name), was, now)

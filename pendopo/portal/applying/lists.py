# SPDX-License-Identifier: EUPL-1.2
"""The overview of a list: its members, one more, one less."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from pendopo.cases.models import Application
from pendopo.cases.services.applications import Typed, typed_in
from pendopo.domain.standard import Group
from pendopo.domain.typed import small_number
from pendopo.portal.applying.answers import answer_text
from pendopo.portal.applying.doors import let_in, to_start
from pendopo.portal.applying.keeping import CHECKING, around, keep, leaves, row_with, with_seen
from pendopo.portal.applying.planner import Page, may_grow, row_count
from pendopo.portal.applying.way import Stop, Way, with_rows, without_row
from pendopo.screens.forms.reading import PREFIX

ADD, REMOVE = "tambah", "hapus"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member of a list: what to call it, what tells it from the others, where to mend it."""

    number: int
    label: str
    name: str
    address: str


def list_page(request: HttpRequest, way: Way, stop: Stop, page: Page) -> HttpResponse:
    """The members, each with what tells it from the others."""
    group = way.standard.group(page.group)
    lines = [_line(way, group, n) for n in range(1, row_count(group, way.rows) + 1)]
    context = {
        "group": group,
        "lines": lines,
        "removable": len(lines) > group.at_least,
        "may_grow": may_grow(group, way.rows),
        **around(request, way, stop),
    }
    return render(request, "portal/apply/list.html", context)


def list_sent(request: HttpRequest, way: Way, stop: Stop, page: Page) -> HttpResponse:
    """A member more or less, or on to what comes next."""
    group = way.standard.group(page.group)
    removed = request.POST.get(REMOVE, "")
    count = row_count(group, way.rows)
    if ADD in request.POST and may_grow(group, way.rows):
        return _member_added(request, way, group, count + 1)
    number = small_number(removed)
    if number and group.at_least < count and number <= count:
        return _changed_list(request, way, stop, group, number)

    def change(typed: Typed) -> Typed:
        return with_seen(typed, (stop.key,), seen=not leaves(request))

    return keep(request, way, stop, change)


def _line(way: Way, group: Group, number: int) -> MemberLine:
    own = [p for p in way.pages if (p.group, p.member) == (group.key, str(number))]
    said = (text for page in own for f in page.fields if (text := answer_text(way, page, f)))
    address = way.address(Stop("apply-question", own[0].key))
    return MemberLine(number, f"{group.label} {number}", next(said, ""), address)


def _member_added(request: HttpRequest, way: Way, group: Group, number: int) -> HttpResponse:
    def change(typed: Typed) -> Typed:
        return replace(typed, fields=with_rows(way.standard, typed.fields, group.key, number))

    row = row_with(request, way, change)
    if not isinstance(row, Application):
        return to_start(way, expired=True)
    kept = way.with_typed(typed_in(row), row)
    first = next(p.key for p in kept.pages if (p.group, p.member) == (group.key, str(number)))
    address = kept.address(Stop("apply-question", first))
    return let_in(HttpResponseRedirect(address), row)


def _changed_list(
    request: HttpRequest, way: Way, stop: Stop, group: Group, number: int
) -> HttpResponse:
    def change(typed: Typed) -> Typed:
        fields = without_row(typed.fields, group.key, number)
        return replace(typed, fields=fields, seen=_seen_without(typed.seen, group.key, number))

    row = row_with(request, way, change)
    if not isinstance(row, Application):
        return to_start(way, expired=True)
    checking = f"?{CHECKING}=1" if CHECKING in request.POST else ""
    return let_in(HttpResponseRedirect(way.address(stop) + checking), row)


def _seen_without(seen: tuple[str, ...], group: str, number: int) -> tuple[str, ...]:
    """The places that were sent, those of members behind the removed one under new numbers."""
    marked = without_row({f"{PREFIX}/{place}": "" for place in seen}, group, number)
    return tuple(name.removeprefix(f"{PREFIX}/") for name in marked)

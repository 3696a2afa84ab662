# SPDX-License-Identifier: EUPL-1.2
"""The pages of questions: what is sent is kept first, and judged then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pendopo.cases.services.applications import Typed
from pendopo.domain.forms import Trouble
from pendopo.domain.vocabulary import FieldType
from pendopo.portal.applying.doors import to_start, way_page
from pendopo.portal.applying.keeping import around, elsewhere, keep, leaves, with_seen
from pendopo.portal.applying.lists import list_page, list_sent
from pendopo.portal.applying.planner import Page
from pendopo.portal.applying.questions import question_page
from pendopo.portal.applying.way import Stop, Way, named, with_rows
from pendopo.screens.forms.natural_days import full_day

_LONGEST = 6_000
"""Letters of one answer, which is more than any may have: the check says so, not we."""


@way_page
def question(request: HttpRequest, way: Way, key: str) -> HttpResponse:
    """One page of questions, or the overview of a list."""
    stop, page = Stop("apply-question", key), way.page(key)
    if page is None:
        return elsewhere(way)
    if request.method != "POST":
        return _opened(request, way, stop, page)
    if page.is_list:
        return list_sent(request, way, stop, page)
    texts = _texts(request, way, page)
    filled = way.with_typed(replace(way.typed, fields=_laid_in(way, page, texts)))
    troubles = () if leaves(request) else filled.troubles_of(page)

    def change(typed: Typed) -> Typed:
        fields = _laid_in(way, page, texts, typed.fields)
        seen = not troubles and not leaves(request)
        return with_seen(replace(typed, fields=fields), page.places, seen=seen)

    def refused(kept: Way) -> HttpResponse:
        return _shown(request, kept, stop, page, troubles)

    return keep(request, way, stop, change, refused if troubles else None)


def _opened(request: HttpRequest, way: Way, stop: Stop, page: Page) -> HttpResponse:
    if way.row is None and stop != way.stops[0]:
        return to_start(way, expired=True)
    if page.is_list:
        return list_page(request, way, stop, page)
    return _shown(request, way, stop, page)


def _shown(
    request: HttpRequest,
    way: Way,
    stop: Stop,
    page: Page,
    troubles: tuple[Trouble, ...] = (),
) -> HttpResponse:
    context = {"page": question_page(way, page, troubles), **around(request, way, stop)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if troubles else HTTPStatus.OK
    return render(request, "portal/apply/question.html", context, status=status)


def _texts(request: HttpRequest, way: Way, page: Page) -> dict[str, str]:
    """What the page sent, days written out while it is known what "kemarin" means."""
    found: dict[str, str] = {}
    for f in page.fields:
        text = request.POST.get(named(page, f))
        if text is None:
            continue
        text = text.replace("\0", "")[:_LONGEST]
        day = f.type is FieldType.DATE
        found[named(page, f)] = full_day(text, way.world.today) if day else text
    return found


def _laid_in(
    way: Way, page: Page, texts: Mapping[str, str], fields: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The fields with those of the page; members before this one have their places."""
    laid = {**(way.typed.fields if fields is None else fields), **texts}
    if page.group and way.standard.group(page.group).is_list:
        return with_rows(way.standard, laid, page.group, int(page.member))
    return laid

# SPDX-License-Identifier: EUPL-1.2
"""Addresses that ask for what no database can hold."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import RequestFactory

from pendopo.base.addresses import without_nul


def seen(query: str) -> QueryDict:
    """What a page is asked after the middleware."""
    heard: list[QueryDict] = []

    def page(request: HttpRequest) -> HttpResponse:
        heard.append(request.GET)
        return HttpResponse()

    without_nul(page)(RequestFactory().get(f"/?{query}"))
    return heard[0]


@pytest.mark.parametrize("query", ["q=a%00b&q=c&page=2", "q=ab&q=c&pa%0%000ge=2"])
def test_a_nul_is_left_out_and_all_else_stays(query: str) -> None:
    assert dict(seen(query).lists()) == {"q": ["ab", "c"], "page": ["2"]}


def test_an_ordinary_query_is_the_one_that_came() -> None:
    assert seen("q=a%20b").urlencode() == "q=a+b"

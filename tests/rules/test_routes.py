# SPDX-License-Identifier: EUPL-1.2
"""Addresses: words of small letters and hyphens, each with a name, none of them twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

from tests.rules.repository import said

PARAMETER = re.compile(r"<(?:[a-z]+:)?[a-z_]+>")
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AS_OTHERS_WANT_THEM = {"robots.txt", "sitemap.xml", ".well-known", "security.txt", "openapi.json"}
"""Names that browsers, crawlers and programs look for."""


def _routes(
    resolver: URLResolver | None = None, before: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _routes(one, path)
        elif not _answers_the_rest(one):
            yield path, one


def _answers_the_rest(route: URLPattern) -> bool:
    """The last route of a part may catch what no other did, to answer it in the part's way."""
    return isinstance(route.pattern, RegexPattern) and not str(route.pattern)


def _segments(path: str) -> Iterator[str]:
    return (part for part in PARAMETER.sub("", path).split("/") if part)


def test_every_address_is_written_in_kebab_case() -> None:
    found = [
        f"/{path}: «{part}»"
        for path, _ in _routes()
        for part in _segments(path)
        if part not in AS_OTHERS_WANT_THEM and not SEGMENT.fullmatch(part)
    ]
    assert not found, said(found, "write small letters, digits and hyphens between the slashes.")


def test_every_address_has_a_name() -> None:
    found = [f"/{path}" for path, route in _routes() if not route.name]
    assert not found, said(found, "give the route a name=…, so that templates need not spell it.")


def test_no_address_stands_twice() -> None:
    """One view may go by two names: by ours, and by that which a library looks for."""
    found = {(PARAMETER.sub("<>", path), route.callback) for path, route in _routes()}
    shapes = Counter(path for path, _ in found)
    twice = [f"/{path}" for path, times in shapes.items() if times > 1]
    assert not twice, said(twice, "let one view answer there; it may tell methods apart.")


def test_there_are_addresses_to_look_at() -> None:
    assert {"", "healthz"} <= {path for path, _ in _routes()}

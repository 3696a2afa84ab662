# SPDX-License-Identifier: EUPL-1.2
"""Doors: every page of the counter says who may come in, and nothing is done by a stray form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.repository import files, name, said
from tests.rules.test_routes import _routes

BELOW = ("loket/", "kantor/")
WITHOUT_A_DOOR: set[str] = set()
"""Names of pages below it that anybody may open. Give the reason beside each."""
INLINE = {
    "a script in the page": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "a style in the page": re.compile(r"<style\b|\sstyle=[\"']", re.IGNORECASE),
    "a script in an attribute": re.compile(r"\son[a-z]+=[\"']|javascript:", re.IGNORECASE),
    "an address of somebody else": re.compile(r"<(?:script|link|img|iframe)[^>]*https?://"),
}
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL | re.IGNORECASE)


def _templates() -> Iterator[tuple[Path, str]]:
    for path in files():
        if path.suffix == ".html" and "templates" in path.parts:
            yield path, path.read_text(encoding="utf-8")


def test_every_page_of_the_counter_has_a_door() -> None:
    found = [
        f"/{path} ({route.name})"
        for path, route in _routes()
        if path.startswith(BELOW)
        and route.name not in WITHOUT_A_DOOR
        and not getattr(route.callback, "is_desk_page", False)
    ]
    assert not found, said(found, "decorate the view with pendopo.counter.doors.desk_page.")


def test_every_page_of_the_bureau_is_for_its_keepers() -> None:
    found = [
        f"/{path} ({route.name})"
        for path, route in _routes()
        if path.startswith("kantor/") and not getattr(route.callback, "is_bureau_page", False)
    ]
    assert not found, said(found, "decorate the view with pendopo.bureau.doors.bureau_page.")


def test_there_are_doors_to_look_at() -> None:
    assert sum(path.startswith(BELOW) for path, _ in _routes()) > 3


def test_no_page_does_without_the_token_of_its_form() -> None:
    found = [
        f"/{path}"
        for path, route in _routes()
        if not path.startswith("api/") and getattr(route.callback, "csrf_exempt", False)
    ]
    assert not found, said(found, "take csrf_exempt off; only programs come without a form.")


def test_every_form_that_is_sent_carries_its_token() -> None:
    found = [
        f"{name(path)}: <form{match[1]}>"
        for path, text in _templates()
        for match in FORM.finditer(text)
        if "post" in match[1].lower() and "csrf" not in match[2]
    ]
    assert not found, said(found, "write {% csrf_token %} into the form.")


@pytest.mark.parametrize("what", INLINE)
def test_no_page_holds_what_the_policy_forbids(what: str) -> None:
    found = [
        f"{name(path)}: {match[0]}"
        for path, text in _templates()
        for match in INLINE[what].finditer(text)
    ]
    assert not found, said(found, f"{what} is blocked by the browser; put it into a file.")


@pytest.mark.parametrize(
    "text", ["<script>x</script>", '<p style="x">', '<a onclick="x">', '<img src="https://x/">']
)
def test_what_is_forbidden_is_known_where_it_stands(text: str) -> None:
    assert any(pattern.search(text) for pattern in INLINE.values())

# SPDX-License-Identifier: EUPL-1.2
"""A real browser before the counter, without a server.

What the browser asks for is answered by Django's test client, within the test's transaction, and
its cookies stay there. An answer can be held back, as by a slow network, and given later.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.template import Template
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    Route,
    expect,
    sync_playwright,
)

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is made for this: it needs a third of the time that one with windows needs."""
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
NO_CHROMIUM = "no chromium here: apt-get install chromium-headless-shell"
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)
expect.set_options(timeout=30_000)  # a machine that does much else is slow, not wrong
SITE = "http://localhost:8000"
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FORWARDED = ("accept", "referer", "content-type", "user-agent")


@dataclass(slots=True)
class Window:
    """A page of the browser, and the client that answers it."""

    page: Page
    client: Client
    connection: BaseDatabaseWrapper
    heard: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    held: dict[str, list[Route]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)
    """The templates that the page before us was made of."""

    def open(self, address: str) -> Page:
        """Go there."""
        self.page.goto(SITE + address)
        return self.page

    def hold(self, path: str) -> None:
        """From now on nothing sent to this path is answered, until `release`."""
        self.held[path] = []

    def release(self, path: str) -> None:
        """Answer what was held back, in turn."""
        for route in self.held.pop(path):
            self._answer(route)

    def sent_to(self, path: str) -> int:
        """How many forms were sent there."""
        return self.asked.count(("POST", path))

    def answer(self, route: Route) -> None:
        """Answer the browser, hold it, or be out of reach."""
        path = urlsplit(route.request.url).path
        if path.startswith(settings.STATIC_URL):
            return self._static(route, path)
        self.asked.append((route.request.method, path))
        if path in self.cut:
            route.abort("internetdisconnected")
        elif path in self.held and route.request.method == "POST":
            self.held[path].append(route)
        else:
            self._answer(route)

    def _answer(self, route: Route) -> None:
        _keep_to(self.connection)
        request = route.request
        headers = {k: v for k, v in request.headers.items() if k in _FORWARDED}
        parts = urlsplit(request.url)
        address = parts._replace(scheme="", netloc="").geturl()
        kind = headers.pop("content-type", "application/octet-stream")
        response = self.client.generic(
            request.method,
            address,
            request.post_data_buffer or b"",
            content_type=kind,
            headers={**headers, "host": "localhost:8000"},
        )
        self._remember(request, response)
        led = response.headers.get("Location")
        if led and request.is_navigation_request():
            # The browser would follow a redirect past everybody who answers for the server.
            page = f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(led)}">'
            return route.fulfill(body=page, content_type="text/html")
        told = dict(response.items())
        return route.fulfill(status=response.status_code, headers=told, body=response.content)

    def _remember(self, request: Request, response: HttpResponse) -> None:
        """What a script fetched stands on the page beside what was there."""
        if request.is_navigation_request():
            self.drawn = set()
        used: list[Template] = getattr(response, "templates", [])
        self.drawn |= {one.name for one in used if one.name}

    def _static(self, route: Route, path: str) -> None:
        found = find(path.removeprefix(settings.STATIC_URL))
        if found is None:
            return route.abort()
        file = Path(str(found))
        return route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])


def _keep_to(connection: BaseDatabaseWrapper) -> None:
    """Django gives everything that runs within a loop, as a browser does, a connection of its own.

    A test has one, with its transaction, and all who act in it have to see the same rows.
    """
    connections[connection.alias] = connection


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium; the test's connection stays what it was."""
    own = connections["default"]
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        _keep_to(own)
        yield playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )


Open = Callable[..., Window]


@contextmanager
def windows(browser: Browser) -> Iterator[Open]:
    """Opens windows for a client, each a browser of its own, and closes them in the end."""
    contexts: list[BrowserContext] = []

    def window(client: Client, width: int = 1280, **more: Any) -> Window:
        contexts.append(browser.new_context(viewport={"width": width, "height": 850}, **more))
        page = contexts[-1].new_page()
        shown = Window(page, client, connections["default"])
        page.on("console", lambda message: shown.heard.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda fault: shown.heard.append(f"{page.url}: {fault}"))
        page.route("**/*", lambda route: shown.answer(route))
        return shown

    yield window
    for one in contexts:
        # What a script still asks for finds nobody who answers, and must not be waited for.
        for page in one.pages:
            page.unroute_all(behavior="ignoreErrors")
        one.close()


_UNFOLD = """document.querySelectorAll('details:not([open])').forEach(one => {
    one.open = true;
    one.dataset.unfolded = '';
})"""
_FOLD = """document.querySelectorAll('[data-unfolded]').forEach(one => {
    one.open = false;
    delete one.dataset.unfolded;
})"""


def faults(page: Page) -> list[str]:
    """What axe finds on the page with everything unfolded; it is folded again afterwards."""
    page.evaluate(_UNFOLD)
    page.evaluate("document.fonts.ready")
    found = Axe().run(page).response["violations"]
    page.evaluate(_FOLD)
    return [f"{page.url}: {one['help']}: {n['html'][:200]}" for one in found for n in one["nodes"]]


def is_too_wide(page: Page) -> bool:
    """Whether one has to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

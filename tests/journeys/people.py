# SPDX-License-Identifier: EUPL-1.2
"""Who works at the two offices today, and who comes: a browser for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.gallery import NARROW, PHONE, WIDE, Gallery
from tests.journeys.person import Person
from tests.journeys.visitor import Visitor
from tests.pictures import HEIGHT

PANDAAN, KESAMBEN = "Kecamatan Pandaan", "Kecamatan Kesamben"
CODES = {PANDAAN: "35.14.11", KESAMBEN: "35.17.12"}
PATIENCE = 30_000
"""Milliseconds that somebody waits for a page, on a computer that is busy with other tests."""


@dataclass(slots=True)
class People:
    """Opens a window for each person; `heard` is what the browsers complained of."""

    chromium: Browser
    site: str
    gallery: Gallery
    signed_in: dict[tuple[str, str], Any]
    heard: list[str] = field(default_factory=list)
    windows: list[BrowserContext] = field(default_factory=list)

    def officer(self, name: str, office: str = PANDAAN) -> Person:
        """An officer at a desk, signed in on the page for demonstrations."""
        return self._officer(name, office, WIDE)

    def officer_on_a_phone(self, name: str, office: str = PANDAAN) -> Person:
        """An officer who is out, with a phone."""
        return self._officer(name, office, NARROW)

    def visitor(self, office: str = PANDAAN, *, scripts: bool = True) -> Visitor:
        """Somebody at home with a small phone, whose browser may run no scripts."""
        page = self._page(PHONE, java_script_enabled=scripts)
        return Visitor("", page, self.gallery, CODES[office])

    def stranger(self) -> Person:
        """Somebody at a desk at home, who is nobody here and may become anybody."""
        return Person("", self._page(WIDE), self.gallery)

    def show_last(self, journey: str) -> None:
        """Pictures of what everybody saw last."""
        for number, window in enumerate(self.windows, 1):
            for page in window.pages:
                self.gallery.keeps_last(page, f"{journey}-{number}")

    def leave(self) -> None:
        """Close all windows."""
        for window in self.windows:
            window.close()
        self.windows.clear()

    def _officer(self, name: str, office: str, width: int) -> Person:
        who = (office, name)
        page = self._page(width, storage_state=self.signed_in.get(who))
        person = Person(name, page, self.gallery)
        if who not in self.signed_in:
            person.signs_in(office)
            self.signed_in[who] = person.page.context.storage_state()
        return person

    def _page(self, width: int, **more: Any) -> Page:
        window = self.chromium.new_context(
            base_url=self.site,
            viewport={"width": width, "height": HEIGHT},
            locale="id-ID",
            has_touch=width != WIDE,
            **more,
        )
        window.set_default_timeout(PATIENCE)
        self.windows.append(window)
        page = window.new_page()
        page.on("console", lambda said: self._hear(f"{page.url}: {said.text}", said.type))
        page.on("pageerror", lambda fault: self._hear(f"{page.url}: {fault}"))
        return page

    def _hear(self, said: str, kind: str = "error") -> None:
        # A form that is answered with what to mend, or with what somebody else did meanwhile, is
        # no fault, though a browser says so.
        answered = any(f"status of {one}" in said for one in (409, 422))
        if kind in ("error", "warning") and not answered:
            self.heard.append(said)

# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the screens that a journey meets, and what a screen must be."""

from __future__ import annotations

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pictures import SCREENS, keep_screen

WIDE, NARROW, PHONE = 1280, 390, 360
_TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@dataclass(slots=True)
class Gallery:
    """What was shown so far. A screen is looked at once, in both widths, however often shown.

    A page of the portal is looked at as it stands, on the telephone of who shows it.
    """

    shown: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def keeps(self, page: Page, name: str) -> None:
        """A picture of the screen in both widths; faults are gathered, and told at the end."""
        if name in self.shown:
            return
        self.shown.add(name)
        before = page.viewport_size
        for width in (WIDE, NARROW):
            self._looks(page, name, width)
        if before:
            page.set_viewport_size(before)

    def keeps_of_a_visitor(self, page: Page, name: str, *, scripts: bool) -> None:
        """A picture of a page of the portal. Without scripts it cannot be held against axe."""
        if name in self.shown:
            return
        self.shown.add(name)
        before = page.viewport_size
        self._looks(page, f"portal/{name}", PHONE, accessible=scripts)
        if before:
            page.set_viewport_size(before)

    def keeps_last(self, page: Page, name: str) -> None:
        """A picture of where a journey went wrong."""
        page.screenshot(path=SCREENS / "went-wrong" / f"{name}.png", full_page=True)

    def told(self) -> list[str]:
        """The faults that were not told yet."""
        told, self.faults = self.faults, []
        return told

    def _looks(self, page: Page, name: str, width: int, *, accessible: bool = True) -> None:
        keep_screen(page, f"journeys/{name}", width)
        if page.evaluate(_TOO_WIDE):
            self.faults.append(f"{name} at {width}: one has to scroll sideways")
        if not accessible:
            return
        for one in Axe().run(page).response["violations"]:
            for node in one["nodes"]:
                self.faults.append(f"{name} at {width}: {one['help']}: {node['html'][:160]}")

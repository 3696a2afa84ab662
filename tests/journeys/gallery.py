# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the screens that a journey meets, and what a screen must be.

Every template is held against axe where its package is tested (`tests/counter/looking.py`,
`tests/portal`, `tests/bureau`); a journey need not do it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.pictures import SCREENS, keep_screen

WIDE, NARROW, PHONE = 1280, 390, 360
_TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@dataclass(slots=True)
class Gallery:
    """What was shown so far. A screen is looked at once, however often it is shown."""

    shown: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def keeps(self, page: Page, name: str) -> None:
        """A picture of the screen as who shows it sees it; faults are told at the end."""
        if name in self.shown:
            return
        self.shown.add(name)
        before = page.viewport_size
        width = before["width"] if before else WIDE
        keep_screen(page, f"journeys/{name}", width)
        if page.evaluate(_TOO_WIDE):
            self.faults.append(f"{name} at {width}: one has to scroll sideways")
        if before:
            page.set_viewport_size(before)

    def keeps_last(self, page: Page, name: str) -> None:
        """A picture of where a journey went wrong."""
        page.screenshot(path=SCREENS / "went-wrong" / f"{name}.png", full_page=True)

    def told(self) -> list[str]:
        """The faults that were not told yet."""
        told, self.faults = self.faults, []
        return told

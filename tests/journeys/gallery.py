# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every screen and paper that a journey meets, and what a screen must be.

They are kept in the folder that PENDOPO_TEST_GALLERY names, for people to look at.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
WIDE, NARROW = 1280, 390
HEIGHT = 850
_TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


def folder() -> Path:
    """Where the pictures go."""
    return Path(os.environ.get("PENDOPO_TEST_GALLERY") or ROOT / "var" / "gallery")


@dataclass(slots=True)
class Gallery:
    """What was shown so far. A screen is looked at once, in both widths, however often shown."""

    place: Path = field(default_factory=folder)
    shown: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def keeps(self, page: Page, name: str) -> None:
        """A picture of the screen in both widths; faults are gathered, and told at the end."""
        if name in self.shown:
            return
        self.shown.add(name)
        before = page.viewport_size
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate("document.fonts.ready")
            self._looks(page, name, width)
        if before:
            page.set_viewport_size(before)

    def keeps_last(self, page: Page, name: str) -> None:
        """A picture of where a journey went wrong."""
        page.screenshot(path=self._file("went-wrong", f"{name}.png"), full_page=True)

    def told(self) -> list[str]:
        """The faults that were not told yet."""
        told, self.faults = self.faults, []
        return told

    def keeps_sheet(self, picture: bytes, name: str) -> None:
        """A picture of one page of a paper."""
        self._file("papers", f"{name}.png").write_bytes(picture)

    def _looks(self, page: Page, name: str, width: int) -> None:
        # A window as high as the page, so that what sticks to an edge stands where it ends.
        high = max(HEIGHT, page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": high})
        page.screenshot(path=self._file("screens", f"{name}-{width}.png"))
        if page.evaluate(_TOO_WIDE):
            self.faults.append(f"{name} at {width}: one has to scroll sideways")
        for one in Axe().run(page).response["violations"]:
            for node in one["nodes"]:
                self.faults.append(f"{name} at {width}: {one['help']}: {node['html'][:160]}")

    def _file(self, kind: str, name: str) -> Path:
        path = self.place / kind / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

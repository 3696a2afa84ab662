# SPDX-License-Identifier: EUPL-1.2
"""Looking at pages one after the other: each must fit its window and say nothing to the browser's
console, and each template must be accessible. A picture of each page is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.test import Client

from tests.counter.browsing import Open, Window, faults, is_too_wide
from tests.pictures import ROOT, keep_screen

TEMPLATES = ROOT / "pendopo" / "templates"
ELSEWHERE = ("portal/", "bureau/", "parts/", "413.html")
"""Templates of other packages, whose tests look at them, and parts of pages."""
ANSWERS = ("status of 4", "status of 5")
"""What a browser says of a page that tells of a trouble; it is no fault of that page."""


@dataclass(slots=True)
class Looking:
    """What was seen so far, in windows of one width."""

    window: Open
    width: int
    folder: str = "loket"
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def visits(self, client: Client, **pages: str) -> Window:
        """Open these addresses in one window; each is kept by its name."""
        shown = self.window(client, self.width)
        for name, address in pages.items():
            shown.open(address).locator("main").wait_for()
            self.looks(shown, name)
        return shown

    def looks(self, shown: Window, name: str) -> None:
        """At the page as it is now."""
        name = name.replace("_", "-")
        keep_screen(shown.page, f"{self.folder}/{name}", self.width)
        if shown.drawn - self.seen:  # what was looked at once needs no second look
            self.faults += [f"{name}: {one}" for one in faults(shown.page)]
        self.seen |= shown.drawn
        if is_too_wide(shown.page):
            self.faults.append(f"{name}: one has to scroll sideways")
        self.faults += [one for one in shown.heard if not any(said in one for said in ANSWERS)]
        shown.heard.clear()

    def not_seen(self, within: str = "") -> list[str]:
        """The templates that no page had: of one folder, or all that are looked at nowhere else."""
        every = (path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
        ours = {
            one
            for one in every
            if (one.startswith(within) if within else not one.startswith(ELSEWHERE))
        }
        return sorted(ours - self.seen)

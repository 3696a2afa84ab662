# SPDX-License-Identifier: EUPL-1.2
"""Where tests leave pictures of every screen and paper, for people to look at.

`make test` makes them anew while it runs on SQLite. The folders are kept out of git.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Error, Page

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "var" / "gallery"
PAPERS = ROOT / "var" / "papers"
HEIGHT = 850
_HIGH = "document.documentElement.scrollHeight"
_ALL_THERE = """Promise.all([document.fonts.ready, ...[...document.images].map(one => {
    one.loading = "eager";
    return one.decode().catch(() => null);
})]).then(() => null)"""


def keep_screen(page: Page, name: str, width: int) -> None:
    """A picture of the whole page, in a window as high as it.

    So what sticks to an edge of the window stands where the page ends.
    """
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate(_ALL_THERE)
    high = max(HEIGHT, page.evaluate(_HIGH))
    page.set_viewport_size({"width": width, "height": high})
    path = SCREENS / f"{name}-{width}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        page.screenshot(path=path)
    except Error:
        # On a busy computer the window that was just resized may have nothing to show yet.
        page.screenshot(path=path)


def named(address: str) -> str:
    """An address as the name of its picture."""
    return re.sub(r"[^\w.]+", "-", address).strip("-") or "depan"


def keep_paper(picture: bytes, name: str) -> None:
    """A picture of one page of a paper."""
    PAPERS.mkdir(parents=True, exist_ok=True)
    (PAPERS / f"{name}.png").write_bytes(picture)

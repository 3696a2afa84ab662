# SPDX-License-Identifier: EUPL-1.2
"""Every screen of the counter as a browser shows it, narrow and wide; a picture of each is kept.

A template that stands on no page of these tours is named at the end.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.counter import tours, tours_of_trouble
from tests.counter.browsing import Open, needs_chromium
from tests.counter.looking import Looking
from tests.real_offices import real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
    pytest.mark.one_engine,
    needs_chromium,
]
NARROWEST, WIDE = 360, 1280


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.ROOT_URLCONF = "tests.counter.tours_of_trouble"


@pytest.mark.parametrize("width", [NARROWEST, WIDE])
def test_every_template_is_accessible_and_fits(window: Open, width: int) -> None:
    look = Looking(window, width)
    for tour in (*tours.TOURS, *tours_of_trouble.TOURS):
        tour(look)
    assert look.faults == []
    missing = look.not_seen()
    assert missing == [], "\n".join(missing)

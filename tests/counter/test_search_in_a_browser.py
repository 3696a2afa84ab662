# SPDX-License-Identifier: EUPL-1.2
"""Search as a browser shows it: what is found so far, while it is typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pendopo.base import clock
from tests.cases.counter import handed_in
from tests.counter import browsing
from tests.counter.browsing import faults, needs_chromium
from tests.counter.real_desks import desk
from tests.real_offices import real_offices

__all__ = ["real_offices"]
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]


def test_what_is_found_so_far_stands_there_while_it_is_typed(
    real_offices: None, stopped_clock: clock.Clock
) -> None:
    for name in ("Siti Rekaan", "Joko Rekaan"):
        handed_in(nama=name)
    with browsing.browser() as chromium, browsing.windows(chromium) as window:
        shown = window(desk("petugas-loket"))
        page = shown.open("/loket/cari/")
        page.locator("#cari-besar").press_sequentially("rekaan")
        expect(page.locator(".found-files > li")).to_have_count(2)
        page.locator("#cari-besar").press_sequentially(" joko")
        expect(page.locator(".found-files > li")).to_have_count(1)
        expect(page.locator("#cari-besar")).to_be_focused()
        assert page.url.endswith("/loket/cari/")
        assert faults(page) == []
        assert shown.heard == []

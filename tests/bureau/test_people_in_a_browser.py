# SPDX-License-Identifier: EUPL-1.2
"""The rooms about people in a browser: what is asked twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pendopo.offices.models import Assignment
from tests.counter.browsing import Open, needs_chromium
from tests.counter.desk_room import desk
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
    pytest.mark.one_engine,
    needs_chromium,
]


def test_a_second_thought_is_asked_for_beside_what_it_is_about(window: Open) -> None:
    page = window(desk("sekretaris-camat")).open("/kantor/penugasan/baru/")
    expect(page.get_by_text("Pastikan dahulu")).to_have_count(0)
    page.get_by_label("Petugas", exact=True).select_option(index=1)
    page.get_by_label("Camat Pandaan").check()
    page.get_by_role("button", name="Simpan").click()
    page.get_by_label("Pastikan dahulu").check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Tersimpan.")).to_be_visible()
    assert Assignment.objects.filter(office_id=PANDAAN, position__key="camat").count() == 2

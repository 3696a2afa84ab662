# SPDX-License-Identifier: EUPL-1.2
"""The rooms about people as a browser shows them: accessible, and no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from pendopo.offices.models import Assignment, Officer, SigningRule
from tests.counter import browsing
from tests.counter.browsing import Open, faults, is_too_wide, needs_chromium
from tests.counter.desk_room import desk
from tests.real_offices import PANDAAN, real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
    pytest.mark.one_engine,
    needs_chromium,
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as one:
        yield one


@pytest.fixture
def window(chromium: Browser) -> Iterator[Open]:
    with browsing.windows(chromium) as one:
        yield one


def addresses() -> Iterator[str]:
    """Every page that is opened without a form."""
    officer = Officer.objects.filter(office_id=PANDAAN, user=None)[0].id
    assignment = Assignment.objects.filter(office_id=PANDAAN)[0].id
    rule = SigningRule.objects.filter(office_id=PANDAAN, position__key="sekretaris-camat").get().id
    for below in ("", "baru/", f"{officer}/", f"{officer}/ubah/", f"{officer}/akun/"):
        yield f"/kantor/petugas/{below}"
    yield f"/kantor/petugas/{officer}/akun/tutup/"
    yield f"/kantor/petugas/{officer}/akun/sandi/"
    for below in ("", "baru/", "kasi-kesos/"):
        yield f"/kantor/jabatan/{below}"
    for below in ("", "baru/", f"{assignment}/"):
        yield f"/kantor/penugasan/{below}"
    for below in ("", "baru/", f"{rule}/", f"{rule}/hapus/"):
        yield f"/kantor/penandatanganan/{below}"
    for room in ("tidak-masuk", "kunci"):
        yield from (f"/kantor/{room}/", f"/kantor/{room}/baru/")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible_and_fits(window: Open, width: int) -> None:
    shown, found = window(desk("sekretaris-camat"), width), []
    for address in addresses():
        page = shown.open(address)
        found += [*faults(page), *([address] if is_too_wide(page) else [])]
    assert (found, shown.heard) == ([], [])


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

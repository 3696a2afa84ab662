# SPDX-License-Identifier: EUPL-1.2
"""A cheap telephone without scripts: accessible, not too wide, and the whole way can be gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from pendopo.screens.tracking import code_of
from tests.cases import counter, letters
from tests.counter.browsing import (
    Window,
    browser,
    faults,
    is_too_wide,
    needs_chromium,
    windows,
)
from tests.portal.following import WRONG_CODE, ready, returned, row

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]
WIDTHS = (360, 1280)


@pytest.fixture
def chromium(real_offices: None) -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def pressed(page: Page, words: str) -> Page:
    """Press what says this, and wait for the page that follows."""
    with page.expect_navigation(url=lambda url: True):
        page.get_by_role("button", name=words).first.click()
    page.wait_for_load_state()
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_she_tracks_mends_and_sends_without_scripts(chromium: Browser, width: int) -> None:
    reference, waiting = returned(), letters.wedding()
    letters.checked(waiting)
    with windows(chromium) as open_window:
        window: Window = open_window(Client(), width, java_script_enabled=False)
        page = window.open("/lacak/")
        page.fill("#f-nomor", reference.lower())
        page.fill("#f-kode", WRONG_CODE)
        pressed(page, "Lihat berkas")
        assert "belum cocok" in page.inner_text("main")
        page.fill("#f-kode", code_of(reference).lower())
        pressed(page, "Lihat berkas")
        page.get_by_role("heading", name="Perlu Anda lengkapi").wait_for()
        page.get_by_role("link", name="Perbaiki isian").click()
        page.fill("[name='isi/nama']", "Wati Rekaan Sari")
        pressed(page, "Periksa dahulu")
        pressed(page, "Simpan perbaikan")
        page.get_by_text("Isian sudah diperbaiki.").wait_for()
        page.get_by_role("link", name="Kirim kembali ke kantor").click()
        pressed(page, "Kirim sekarang")
        page.get_by_role("heading", name="Sedang diperiksa kelengkapannya").wait_for()
        assert not window.heard or all("403" in one for one in window.heard)
    assert row(reference).applicant == "Wati Rekaan Sari"
    assert row(reference).state == "verifikasi"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(chromium: Browser, width: int) -> None:
    back, fetch = returned(), ready()
    end = counter.carried_to_the_end().row.reference
    client = Client()
    for reference in (back, fetch, end):
        client.post("/lacak/", {"nomor": reference, "kode": code_of(reference)})
    paths = ("janji/", "tindakan/amend/", "tindakan/withdraw/", "langkah/ajukan/", "foto/kk/")
    addresses = ["/lacak/", "/cek/", f"/lacak/{fetch}/", f"/lacak/{end}/", f"/lacak/{back}/"]
    addresses += [f"/lacak/{back}/{path}" for path in paths]
    with windows(chromium) as open_window:
        # axe is a script itself; the pages bring none.
        window: Window = open_window(client, width)
        found, wide = [], []
        for address in addresses:
            page = window.open(address)
            found += faults(page)
            wide += [address] if is_too_wide(page) else []
            assert not page.locator("script").count()
    assert (found, wide) == ([], [])

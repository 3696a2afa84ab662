# SPDX-License-Identifier: EUPL-1.2
"""A small telephone without scripts: every kind of page is accessible, fits, and can be walked."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from pendopo.cases.models import Case
from pendopo.screens.tracking import grouped
from tests.counter.browsing import SITE, Open, Window, faults, is_too_wide, needs_chromium
from tests.pictures import keep_screen, named
from tests.portal.applying.walk import Walker, example
from tests.real_offices import PANDAAN

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_engine,
    needs_chromium,
    pytest.mark.usefixtures("real_offices"),
]
NARROW = 360
BASE = f"/{PANDAAN}/skck/ajukan/"
LEFT_AND_WIDTH = """found => found.map(one => one.getBoundingClientRect())
    .map(one => [one.left, one.width])"""


def onward(page: Page, button: str = "Lanjut") -> None:
    page.get_by_role("button", name=button, exact=True).click()


def test_a_letter_is_applied_for_without_scripts(window: Open) -> None:
    page = window(Client(), NARROW, java_script_enabled=False).open(BASE)
    page.get_by_role("link", name="Mulai mengisi").click()
    page.get_by_label("Nama").fill("Wulan Sekarjati")
    page.get_by_label("Desa/Kelurahan").select_option("Kutorejo")
    onward(page)
    page.get_by_label("Melamar kerja").check()
    assert page.locator(".pick").evaluate_all(LEFT_AND_WIDTH) == [[20, 320]] * 8
    onward(page)
    page.get_by_label("Polsek").check()
    onward(page)
    page.get_by_label("Nomor surat").fill("470/12/2026")
    page.get_by_label("Tanggal surat").fill("kemarin")
    onward(page)
    onward(page)
    onward(page)
    expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_visible()
    expect(page.get_by_text("Minggu, 22 November 2026")).to_be_visible()
    onward(page, "Kirim")
    expect(page.get_by_role("heading", name="Terkirim")).to_be_visible()
    assert grouped(Case.objects.get().reference) in page.content()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Terkirim")).to_be_visible()


def seen(window: Window, address: str) -> list[str]:
    """What axe finds, what the browser complains of, and whether one scrolls sideways."""
    page = window.open(address)
    wide = [f"{address} is too wide"] if is_too_wide(page) else []
    keep_screen(page, f"portal/{named(address)}", NARROW)
    return [*faults(page), *window.heard, *wide]


def test_every_kind_of_page_is_accessible_on_a_small_telephone(window: Open) -> None:
    walker = Walker(PANDAAN, "skck")
    walker.begin()
    shown = window(walker.client, NARROW)
    found = [*seen(shown, BASE), *seen(shown, BASE + "isi/nama/"), *seen(shown, "/lanjut/")]
    walker.walk(example(PANDAAN, "skck"))
    for page in ("isi/keperluan/", "isi/surat-desa-nomor/", "foto/", "periksa/", "simpan/"):
        found += seen(shown, BASE + page)
    walker.get(BASE + "periksa/")
    walker.check_and_send()
    found += seen(shown, BASE + "terkirim/")
    assert not found


def test_what_lacks_is_where_the_cursor_stands(window: Open) -> None:
    shown = window(Client(), NARROW)
    page = shown.open(BASE + "isi/nama/")
    onward(page)
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert faults(page) == []
    summary.get_by_role("link", name="Isi «Nama».").click()
    expect(page.locator("#f-nama")).to_be_focused()
    assert page.url.startswith(SITE)

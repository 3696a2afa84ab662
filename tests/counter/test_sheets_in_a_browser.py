# SPDX-License-Identifier: EUPL-1.2
"""Papers and their words as a browser shows them: accessible, fitting, looked at while typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pytest_django import Settings

from tests.cases import counter, letters
from tests.counter import browsing
from tests.counter.browsing import WIDTHS, Open, faults, is_too_wide, needs_chromium
from tests.counter.desk_room import desk
from tests.real_offices import real_offices

__all__ = ["real_offices"]
pytestmark = [
    pytest.mark.usefixtures("real_offices", "stopped_clock"),
    pytest.mark.one_engine,
    needs_chromium,
]


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as one:
        yield one


@pytest.fixture
def window(chromium: Browser) -> Iterator[Open]:
    with browsing.windows(chromium) as one:
        yield one


@pytest.mark.parametrize("width", WIDTHS)
def test_papers_and_wordings_are_accessible_and_fit(window: Open, width: int) -> None:
    incomplete = letters.wedding(**{"tempat-akad": ""})
    reference = letters.wedding()
    letters.checked(reference)
    foreign = counter.handed_in().row.reference
    shown, found = window(desk("camat"), width), []
    for address in (
        f"/loket/surat/{incomplete}/surat/",
        f"/loket/surat/{reference}/surat/",
        f"/loket/surat/{reference}/surat/?lembar=1",
        f"/loket/surat/{foreign}/pengantar/",
        f"/loket/surat/{reference}/surat/kalimat/",
        "/loket/naskah/",
        "/loket/naskah/dispensasi-nikah/surat/letter/",
        "/loket/naskah/kepala-desa-bpd/pengantar/transmittal/",
        "/loket/naskah/dispensasi-nikah/surat/countersign/",
    ):
        page = shown.open(address)
        found += [*faults(page), *([address] if is_too_wide(page) else [])]
    assert (found, shown.heard) == ([], [])


def test_what_is_typed_is_checked_and_shown_by_itself(window: Open) -> None:
    reference = letters.wedding()
    shown = window(desk("petugas-loket"))
    page = shown.open(f"/loket/surat/{reference}/surat/kalimat/")
    picture = page.locator("#hasil img")
    page.get_by_label("Isi surat").fill("Untuk {calon.suami.nma}.")
    expect(page.locator("#periksa")).to_contain_text("calon.suami.nma")
    page.get_by_label("Isi surat").fill("Untuk .")
    expect(page.locator("#periksa .troubles")).to_have_count(0)
    expect(picture).to_have_attribute("src", re.compile(r"\?pratinjau=1&v="))
    box = page.get_by_label("Isi surat")
    box.evaluate("box => box.setSelectionRange(6, 6)")
    page.get_by_text("Isian yang terisi sendiri").click()
    page.get_by_text("{calon.suami.nama}", exact=True).click()
    expect(box).to_have_value("Untuk {calon.suami.nama}.")
    expect(box).to_be_focused()
    page.get_by_role("button", name="Simpan untuk surat ini").click()
    expect(page.locator("main")).to_contain_text("kalimatnya diubah")


def test_without_scripts_words_are_looked_at_and_kept(window: Open) -> None:
    shown = window(desk("camat"), java_script_enabled=False)
    page = shown.open("/loket/naskah/dispensasi-nikah/surat/letter/")
    page.get_by_label("Isi surat").fill("Untuk {calon.suami.nama}.")
    page.get_by_role("button", name="Lihat hasilnya").click()
    expect(page.locator("#hasil img")).to_have_attribute("src", re.compile(r"\?v="))
    expect(page.get_by_label("Isi surat")).to_have_value("Untuk {calon.suami.nama}.")
    page.get_by_role("button", name="Simpan untuk kantor").click()
    expect(page.locator("main")).to_contain_text("disimpan; berlaku mulai sekarang")

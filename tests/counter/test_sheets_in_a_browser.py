# SPDX-License-Identifier: EUPL-1.2
"""The words of papers in a browser: looked at while they are typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from tests.cases import letters
from tests.counter.browsing import Open, needs_chromium
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

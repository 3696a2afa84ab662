# SPDX-License-Identifier: EUPL-1.2
"""Files come in through a real browser: by keys alone, without a jump of the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pendopo.base import clock
from pendopo.cases.models import Bundle, Case
from tests.cases.counter import handed_in
from tests.counter.browsing import Open, Window, needs_chromium
from tests.counter.real_desks import desk
from tests.real_offices import real_offices

__all__ = ["real_offices"]

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]

MOST_KEYS = 18
"""Keys beside what has to be typed in any case, for the commonest letter."""


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def loket(window: Open) -> Window:
    """Whoever keeps the counter in Pandaan."""
    return window(desk("petugas-loket"))


class Keys:
    """A keyboard that counts: `say` is what has to be typed anyway, `press` is what we ask."""

    def __init__(self, page: Page) -> None:
        self._board, self.pressed = page.keyboard, 0

    def say(self, text: str) -> None:
        self._board.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._board.press(key)
        self.pressed += len(keys)


def at(page: Page, name: str) -> None:
    """The cursor is in this field; a village's stands in the field that finds it."""
    expect(page.locator(f'[id="f-{name}"]')).to_be_focused()


def test_a_letter_is_taken_in_by_keys_alone(loket: Window) -> None:
    page, keys = loket.open("/loket/"), None
    keys = Keys(page)
    keys.press("F2")
    expect(page.locator("#f-q")).to_be_focused()
    keys.press("s", "k", "Enter")
    at(page, "nama")
    keys.say("Wulan Sekarjati")
    keys.press("Enter")
    at(page, "desa")
    keys.press("k", "u", "Enter")
    at(page, "keperluan")
    keys.press("m", "Enter")
    at(page, "surat-desa-nomor")
    keys.say("470/12/2026")
    keys.press("Enter")
    keys.say("kemarin")
    keys.press("Enter")
    expect(page.get_by_text("Minggu, 22 November 2026")).to_be_visible()
    keys.press("Alt+a", "Control+Enter")
    expect(page.locator("h1.ref")).to_be_visible()
    case = Case.objects.get()
    assert (case.applicant, case.state) == ("Wulan Sekarjati", "tanda-tangan")
    assert keys.pressed <= MOST_KEYS
    assert loket.heard == []


def test_a_number_key_opens_what_is_asked_most(loket: Window) -> None:
    handed_in()
    page = loket.open("/loket/baru/")
    page.keyboard.press("1")
    expect(page.locator("h1")).to_have_text("Pengantar SKCK")


def test_the_page_follows_what_is_typed_without_a_jump(loket: Window) -> None:
    page = loket.open("/loket/baru/dispensasi-nikah/")
    page.fill('[id="f-tanggal-akad"]', "1-12-2026")
    page.fill('[id="f-calon/istri/tanggal-lahir"]', "2-2-2006")
    page.locator('[id="f-calon/istri/status"]').focus()
    expect(page.get_by_text("Model N5 – Calon istri").first).to_be_visible()
    expect(page.get_by_text("20 tahun")).to_be_visible()
    at(page, "calon/istri/status")
    page.get_by_label("Mengetahui pada surat pemohon").check()
    expect(page.locator('[id="f-calon/istri/alamat"]')).to_be_hidden()
    page.get_by_label("Surat dibuat kantor").check()
    expect(page.locator('[id="f-calon/istri/alamat"]')).to_be_visible()
    assert not Case.objects.exists()


def test_a_verdict_that_was_given_stays_when_the_list_changes(loket: Window) -> None:
    page = loket.open("/loket/baru/dispensasi-nikah/")
    page.locator('[id="f-verifikasi.verdicts.n1"] .late').first.click()
    page.fill('[id="f-verifikasi.verdicts.n1.reason"]', "belum bermaterai")
    page.select_option('[id="f-calon/suami/status"]', "duda")
    expect(page.get_by_text("Model N6 – Calon suami").first).to_be_visible()
    expect(page.locator('[name="verifikasi.verdicts.n1"][value="kurang"]')).to_be_checked()
    expect(page.locator('[id="f-verifikasi.verdicts.n1.reason"]')).to_have_value("belum bermaterai")


def test_labels_follow_the_kind_of_village(loket: Window) -> None:
    page = loket.open("/loket/baru/skck/")
    page.fill('[id="f-desa"]', "kuto")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nomor surat kelurahan")).to_be_visible()


def test_a_village_can_be_chosen_by_the_middle_of_its_name(loket: Window) -> None:
    page = loket.open("/loket/baru/skck/")
    page.fill('[id="f-desa"]', "torejo")
    expect(page.locator('[role="option"]').first).to_have_text(re.compile("Kutorejo"))
    page.keyboard.press("Escape")
    expect(page.locator('[id="f-desa"]')).to_have_value("")


def test_rows_of_a_list_are_added_and_struck_out_in_place(loket: Window) -> None:
    page = loket.open("/loket/baru/ahli-waris/")
    page.fill('[id="f-ahli-waris/1/nama"]', "Joko Rekaan")
    page.get_by_role("button", name="Tambah Ahli waris", exact=True).click()
    at(page, "ahli-waris/2/nama")
    page.keyboard.type("Arum Rekaan")
    page.get_by_role("button", name="Hapus Ahli waris 1").click()
    expect(page.locator('[id="f-ahli-waris/1/nama"]')).to_have_value("Arum Rekaan")
    expect(page.get_by_text("Fotokopi KTP-el – Ahli waris 2")).to_have_count(0)
    expect(page.locator('[id="f-ahli-waris/2/nama"]')).to_have_count(0)


def test_an_earlier_file_fills_the_form(loket: Window) -> None:
    handed_in()
    page = loket.open("/loket/baru/sktm/")
    page.fill('[id="f-nama"]', "wati rek")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ada 1 berkas atas nama ini.")).to_be_visible()
    page.keyboard.press("Alt+l")
    page.get_by_role("button", name=re.compile("Wati Rekaan")).click()
    expect(page.locator('[id="f-desa"]')).to_have_value("Kutorejo")
    expect(page.locator('[id="f-nama"]')).to_have_value("wati rek")


def test_a_village_officer_brings_many_by_keys_alone(loket: Window) -> None:
    page = loket.open("/loket/bundel/baru/")
    board = page.keyboard
    board.type("Galih Sasmita")
    board.press("Enter")
    board.type("ku")
    board.press("Enter")
    page.select_option("#f-layanan", "skck")
    expect(page.locator('[name="b/skck/1/isi/nama"]')).to_be_visible()
    page.focus('[name="b/skck/1/isi/nama"]')
    for number in range(1, 6):
        board.type(f"Pemohon {'Rekaan ' * number}")
        board.press("Enter")
        board.press("Enter")
        board.type("Me")
        board.press("Enter")
        board.type(f"470/{number}/2026")
        board.press("Enter")
        board.type("kemarin")
        board.press("Enter")
    expect(page.locator("[data-grid-row]")).to_have_count(6)
    board.press("Control+Enter")
    expect(page.get_by_text("5 berkas diterima.")).to_be_visible()
    assert Case.objects.filter(bundle_id=Bundle.objects.get().id).count() == 5
    assert loket.heard == []

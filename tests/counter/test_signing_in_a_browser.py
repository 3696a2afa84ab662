# SPDX-License-Identifier: EUPL-1.2
"""The signer's pages as a browser shows them: on a telephone first, under one thumb."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from pendopo.base import clock
from pendopo.cases import models
from tests.cases import counter
from tests.cases.folders import at_the_signature, out
from tests.counter.browsing import Open, Window, is_too_wide, needs_chromium
from tests.counter.real_desks import desk
from tests.counter.signing_forms import LIST, state
from tests.real_offices import real_offices

__all__ = ["real_offices"]

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]
THUMB = 44
"""The least height of what a thumb has to hit, in pixels."""


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture
def phone(window: Open) -> Window:
    """The Camat's telephone."""
    return window(desk("camat"), 390, has_touch=True)


def test_pages_of_signing_fit_the_smallest_phone(window: Open) -> None:
    """They are used on it most; all pages are looked at in two other widths."""
    first, second = at_the_signature(foto="menyusul"), at_the_signature()
    out(second)
    signers, clerks = (LIST, f"{LIST}{first}/"), (LIST, "/loket/map/", "/loket/map/1/")
    for position, addresses in (("camat", signers), ("petugas-loket", clerks)):
        shown = window(desk(position), 320)
        assert [one for one in addresses if is_too_wide(shown.open(one))] == []
        assert shown.heard == []


def test_the_names_of_the_places_keep_apart(window: Open) -> None:
    page = window(desk("camat"), 360).open(LIST)
    spans = page.evaluate("""[...document.querySelectorAll(".places li:not(.wide) a")].map(a => {
        const words = document.createRange(); words.selectNodeContents(a);
        const box = words.getBoundingClientRect(); return [box.left, box.right];
    })""")
    assert len(spans) == 5
    assert all(after[0] - before[1] >= 8 for before, after in pairwise(spans))


def test_one_thumb_consents_to_many(phone: Window) -> None:
    references = [at_the_signature() for _ in range(4)]
    page = phone.open(LIST)
    consent = page.get_by_role("button", name="Setuju ditandatangani")
    expect(consent).to_be_disabled()
    page.get_by_role("button", name="Pilih semua").click()
    expect(page.locator(".chosen")).to_have_text("4 dipilih")
    page.locator(".pick").first.click()
    expect(page.locator(".chosen")).to_have_text("3 dipilih")
    consent.click()
    expect(page.locator(".message")).to_have_text("3 berkas disetujui untuk ditandatangani.")
    approved = models.Event.objects.filter(name="paper.approved").count()
    assert (approved, {state(one) for one in references}) == (3, {"tanda-tangan"})


def test_what_a_thumb_has_to_hit_is_large_and_low(phone: Window) -> None:
    for _ in range(12):
        at_the_signature()
    page = phone.open(LIST)
    consent = page.get_by_role("button", name="Setuju ditandatangani").bounding_box()
    row = page.locator(".pick").first.bounding_box()
    opener = page.locator(".open").first.bounding_box()
    assert consent and row and opener
    assert min(consent["height"], row["height"], opener["height"], opener["width"]) >= THUMB
    assert consent["y"] > 850 * 0.75


def test_consent_and_return_lie_side_by_side(phone: Window) -> None:
    reference = at_the_signature()
    for address, role in ((LIST, "button"), (f"{LIST}{reference}/", "link")):
        page = phone.open(address)
        consent = page.get_by_role("button", name="Setuju ditandatangani").bounding_box()
        back = page.locator(".thumb").get_by_role(role, name="Kembalikan").bounding_box()
        assert consent and back
        assert consent["y"] == back["y"]
        assert min(consent["height"], back["height"]) >= THUMB
        assert back["x"] + back["width"] <= 390


def test_nothing_jumps_when_the_first_file_is_chosen(phone: Window) -> None:
    for _ in range(12):
        at_the_signature()
    page = phone.open(LIST)
    bar = page.locator(".thumb")
    before = (bar.bounding_box(), page.locator(".item").nth(2).bounding_box())
    page.locator(".pick").first.click()
    assert (bar.bounding_box(), page.locator(".item").nth(2).bounding_box()) == before


def test_from_file_to_file_without_going_back_to_the_list(
    phone: Window, stopped_clock: clock.Clock
) -> None:
    references = [at_the_signature() for _ in range(2)]
    page = phone.open(LIST)
    page.locator(".open").first.click()
    page.get_by_role("button", name="Setuju ditandatangani").click()
    expect(page.locator(".message")).to_contain_text("disetujui")
    assert page.url.endswith(f"{references[1]}/")
    page.get_by_role("link", name="Kembalikan").click()
    expect(page.locator("#f-reasons")).to_be_focused()
    page.locator("#f-reasons").fill("Nama desa keliru.")
    page.get_by_role("button", name="Kembalikan dengan alasan ini").click()
    expect(page.locator(".message")).to_have_text("1 berkas dikembalikan.")
    assert state(references[1]) == "verifikasi"


def test_the_list_is_sifted_by_choosing(phone: Window) -> None:
    at_the_signature()
    counter.done(
        counter.act(counter.waiting_for_a_paraf(), "kasi-trantib", "paraf", outcome="diparaf")
    )
    page = phone.open(LIST)
    page.get_by_label("Layanan").select_option(label="Pengantar SKCK")
    expect(page.locator(".item")).to_have_count(1)


def test_the_rest_of_a_folder_is_told_with_one_press(window: Open) -> None:
    references = [at_the_signature() for _ in range(3)]
    out(*references)
    page = window(desk("petugas-loket")).open("/loket/map/1/")
    notes = page.get_by_label("Alasan kembali")
    expect(notes.first).to_be_hidden()
    page.get_by_role("radio", name="Kembali").first.check()
    notes.first.fill("Foto tidak jelas.")
    page.get_by_role("button", name="Sisanya ditandatangani").click()
    page.get_by_role("button", name="Catat map kembali").click()
    expect(page.locator(".message")).to_have_text("Map nomor 1 sudah kembali.")
    assert [state(one) for one in references] == ["verifikasi", "serahkan", "serahkan"]

# SPDX-License-Identifier: EUPL-1.2
"""The signer's pages as a browser shows them: on a telephone first, under one thumb."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from pendopo.base import clock
from pendopo.cases import models
from pendopo.domain.commands import Approve
from tests.cases import counter
from tests.cases.folders import at_the_signature, back, filled, out
from tests.cases.test_folder_returns import Brought, Result
from tests.counter import browsing
from tests.counter.browsing import Open, Window, faults, is_too_wide, needs_chromium
from tests.counter.real_desks import desk
from tests.counter.signing_forms import LIST, state
from tests.real_offices import real_offices

__all__ = ["real_offices"]

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]
WIDTHS = (320, 360, 390, 1280)
THUMB = 44
"""The least height of what a thumb has to hit, in pixels."""


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Both real offices, on Monday 23 November 2026 at 09.40 WIB."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as one:
        yield one


@pytest.fixture
def window(chromium: Browser) -> Iterator[Open]:
    with browsing.windows(chromium) as one:
        yield one


@pytest.fixture
def phone(window: Open) -> Window:
    """The Camat's telephone."""
    return window(desk("camat"), 390, has_touch=True)


def looked_at(page: Page) -> list[str]:
    return [*faults(page), *([page.url] if is_too_wide(page) else [])]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_signers_pages_are_accessible_and_fit(window: Open, width: int) -> None:
    first, second = at_the_signature(foto="menyusul"), at_the_signature()
    counter.done(counter.do(second, "camat", Approve()))
    shown = window(desk("camat"), width)
    found = [*looked_at(shown.open(LIST)), *looked_at(shown.open(f"{LIST}{first}/"))]
    page = shown.open(LIST)
    page.locator(f"[value={first}]").check()
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator("h1")).to_have_text("Kembalikan 1 berkas")
    found += looked_at(page)
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator(".troubles")).to_be_visible()
    found += looked_at(page)
    page = shown.open(LIST)
    page.locator(f"[value={first}]").check()
    page.locator(".other summary").click()
    page.get_by_role("button", name="Sudah saya tanda tangani").click()
    expect(page.locator("h1")).to_contain_text("dengan pena")
    found += looked_at(page)
    assert not found
    assert [one for one in shown.heard if "422" not in one] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_counters_pages_of_signing_are_accessible_and_fit(window: Open, width: int) -> None:
    first, second, third = (at_the_signature() for _ in range(3))
    shown = window(desk("petugas-loket"), width)
    found = [*looked_at(shown.open("/loket/map/")), *looked_at(shown.open(LIST))]
    filled(third)
    found += looked_at(shown.open("/loket/map/1/"))
    folder = out(first, second)
    found += looked_at(shown.open("/loket/map/2/"))
    back(folder, Brought(first, Result.SIGNED), Brought(second, Result.UNSIGNED))
    found += [*looked_at(shown.open("/loket/map/2/")), *looked_at(shown.open("/loket/map/"))]
    found += looked_at(shown.open("/loket/serah/"))
    assert not found
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

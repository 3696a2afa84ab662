# SPDX-License-Identifier: EUPL-1.2
"""The counter in a browser: by keyboard, sent once, and losing nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from pendopo.base import clock
from pendopo.cases.models import Draft
from pendopo.cases.services.drafts import draft_of
from pendopo.offices.models import Officer
from tests.counter.browsing import Open, Window, needs_chromium
from tests.counter.conftest import At
from tests.counter.test_held_forms import SENT, lose_session

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]


@pytest.fixture(autouse=True)
def _with_a_form(settings: Settings, stopped_clock: clock.Clock) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.counter.test_held_forms"
    SENT.clear()
    yield


@pytest.fixture
def at(window: Open, at_desk: At) -> Window:
    """Rini's window, at the form."""
    shown = window(at_desk("Rini"))
    shown.open("/loket/uji/")
    return shown


def status(page: Page) -> str:
    return page.locator(".saved").inner_text()


def test_the_menu_floats_and_closes_with_escape(at: Window) -> None:
    page = at.page
    page.locator(".account summary").click()
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keluar")).to_be_hidden()


# By keyboard


def test_two_letters_lead_to_a_place(at: Window) -> None:
    at.page.keyboard.press("g")
    at.page.keyboard.press("h")
    expect(at.page).to_have_url(re.compile("/loket/hadir/$"))


def test_letters_that_somebody_types_lead_nowhere(at: Window) -> None:
    at.page.fill("[name=ket]", "")
    at.page.locator("[name=ket]").press_sequentially("gh?g h")
    expect(at.page).to_have_url(re.compile("/loket/uji/$"))
    assert at.page.locator("[name=ket]").input_value() == "gh?g h"


def test_a_question_mark_shows_the_keys_of_the_page(at: Window) -> None:
    at.page.keyboard.press("?")
    dialog = at.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Hadir")
    expect(dialog).to_contain_text("g h")
    at.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


# Sent once


PRESSED_AGAIN = """() => {
  const form = document.querySelector("main form");
  form.addEventListener("submit", () => setTimeout(() => {
    const button = form.querySelector("button:not(.link)");
    sessionStorage.said = `${button.textContent} ${button.disabled}`;
    form.requestSubmit();
    console.log("pressed again");
  }, 50), { once: true });
}"""


def test_a_slow_answer_is_said_and_a_second_press_does_nothing(at: Window) -> None:
    page = at.page
    page.fill("[name=nama]", "Wati")
    page.evaluate(PRESSED_AGAIN)
    at.hold("/loket/uji/")
    with page.expect_console_message(lambda said: said.text == "pressed again"):
        page.get_by_role("button", name="Kirim").click(no_wait_after=True)
    assert at.sent_to("/loket/uji/") == 1
    at.release("/loket/uji/")
    expect(page).to_have_url(re.compile("/loket/$"))
    assert page.evaluate("sessionStorage.said") == "sedang dikirim… true"
    assert SENT == [("Rini Contoh", "Wati")]


def test_after_going_back_the_same_form_is_not_done_twice(at: Window) -> None:
    page = at.page
    page.fill("[name=nama]", "Wati")
    page.get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile("/loket/$"))
    page.go_back()
    page.fill("[name=nama]", "Wati")
    page.get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile("/loket/$"))
    assert len(SENT) in (1, 2)  # a browser may have made the page anew, with a key of its own


# Nothing typed is lost


def test_what_is_typed_is_kept_and_offered_to_the_next_browser(
    at: Window, window: Open, at_desk: At
) -> None:
    at.page.locator("[name=nama]").press_sequentially("Wati")
    expect(at.page.locator(".saved")).to_have_text("Tersimpan sementara pukul 09.40")
    at.page.close()

    other = window(at_desk("Rini")).open("/loket/uji/")
    expect(other.locator(".draft")).to_contain_text("belum dikirim")
    other.get_by_role("link", name="Lanjutkan").click()
    expect(other.locator("[name=nama]")).to_have_value("Wati")
    other.get_by_role("button", name="Kirim").click()
    expect(other).to_have_url(re.compile("/loket/$"))
    assert SENT == [("Rini Contoh", "Wati")]
    assert not Draft.objects.exists()


def test_an_attribute_is_enough_for_a_draft(at: Window) -> None:
    page = at.open("/loket/uji/atribut/")
    page.locator("[name=nama]").press_sequentially("Wati")
    expect(page.locator(".saved")).to_contain_text("Tersimpan")
    page.reload()
    page.get_by_role("link", name="Lanjutkan").click()
    expect(page.locator("[name=nama]")).to_have_value("Wati")
    expect(page.locator(".draft")).to_have_count(0)
    at.open("/loket/uji/atribut/").get_by_role("button", name="buang").click()
    expect(page).to_have_url(re.compile("/loket/uji/atribut/$"))
    expect(page.locator(".draft")).to_have_count(0)
    assert not Draft.objects.exists()


def test_a_field_outside_its_form_is_kept_with_it(at: Window) -> None:
    """And one called method does not hide how the form is sent."""
    field = '<input name="method" form="uji" aria-label="Cara">'
    at.page.evaluate(
        """field => {
          document.querySelector("main form").id = "uji";
          document.querySelector("main").insertAdjacentHTML("beforeend", field);
        }""",
        field,
    )
    at.page.locator("[name=method]").press_sequentially("basah")
    expect(at.page.locator(".saved")).to_contain_text("Tersimpan")
    rini = Officer.objects.get(name__startswith="Rini")
    draft = draft_of(rini, "uji/nama")
    assert draft is not None
    assert draft.typed["method"] == ["basah"]
    at.page.fill("[name=nama]", "Wati")
    at.page.evaluate(PRESSED_AGAIN)
    at.page.get_by_role("button", name="Kirim").click()
    expect(at.page).to_have_url(re.compile("/loket/$"))
    assert at.sent_to("/loket/uji/") == 1


def test_out_of_reach_it_says_so_and_goes_on_trying(at: Window) -> None:
    at.cut.add("/loket/draf/")
    at.page.locator("[name=nama]").press_sequentially("Wati")
    expect(at.page.locator(".saved")).to_contain_text("Belum tersimpan")
    at.cut.clear()
    expect(at.page.locator(".saved")).to_contain_text("Tersimpan sementara", timeout=60_000)
    assert Draft.objects.count() == 1


def test_a_draft_that_is_not_wanted_is_thrown_away(at: Window) -> None:
    at.page.locator("[name=nama]").press_sequentially("Wati")
    expect(at.page.locator(".saved")).to_contain_text("Tersimpan")
    at.page.reload()
    at.page.get_by_role("button", name="buang").click()
    expect(at.page).to_have_url(re.compile("/loket/uji/$"))
    expect(at.page.locator(".draft")).to_have_count(0)
    assert not Draft.objects.exists()


def test_a_session_that_is_lost_in_the_middle_loses_nothing(at: Window) -> None:
    page = at.page
    page.fill("[name=nama]", "Wati")
    page.fill("[name=ket]", "dua\nbaris")
    lose_session(at.client)
    page.get_by_role("button", name="Kirim").click()
    expect(page.locator("main")).to_contain_text("Yang Anda isi tersimpan")
    page.get_by_role("button", name="Rini Contoh").click()
    expect(page.locator("main")).to_contain_text("Isian Anda pukul 09.40 dikembalikan")
    expect(page.locator("[name=ket]")).to_have_value("dua\nbaris")
    assert not SENT
    page.get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile("/loket/$"))
    assert SENT == [("Rini Contoh", "Wati")]


def test_typing_on_after_the_session_ended_says_what_will_happen(at: Window) -> None:
    lose_session(at.client)
    at.page.locator("[name=nama]").press_sequentially("Wati")
    expect(at.page.locator(".saved")).to_contain_text("sesi berakhir")


def test_without_scripts_everything_goes(window: Open, at_desk: At) -> None:
    shown = window(at_desk("Rini"), java_script_enabled=False)
    page = shown.open("/loket/uji/")
    page.fill("[name=nama]", "Wati")
    page.get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile("/loket/$"))
    page.locator(".account summary").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.locator("h1")).to_have_text("Masuk ke loket")
    assert SENT == [("Rini Contoh", "Wati")]

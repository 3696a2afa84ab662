# SPDX-License-Identifier: EUPL-1.2
"""The pages as a browser shows them: accessible, not too wide, nothing blocked, short on paper.

The pages are made beforehand and handed to the browser, so that no server is needed and what
they are made of never leaves this process.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.counter.browsing import CHROMIUM, needs_chromium
from tests.pictures import keep_screen, named
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_engine,
    needs_chromium,
]

STATIC = Path(settings.STATICFILES_DIRS[0])
SITE = "http://localhost:8000"
WIDTHS = (360, 1280)
TEMPLATES = (
    "/",
    "/?q=kartu+kluarga",
    "/?q=paspor",
    f"/{KESAMBEN}/?q=surat+kehilangan",
    f"/{KESAMBEN}/",
    f"/{PANDAAN}/dispensasi-nikah/",
    f"/{KESAMBEN}/kk/",
    "/tidak-ada/",
)
"""One page of each template, and one of a service whose text is missing."""
PATHS = (
    *TEMPLATES,
    f"/{PANDAAN}/",
    f"/{PANDAAN}/?q=zzz",
    f"/{PANDAAN}/pengaduan/",
    f"/{PANDAAN}/sosialisasi/",
    f"/{PANDAAN}/pengantar-pengajuan-dana-desa/",
    f"/{KESAMBEN}/pengaduan/",
    "/keamanan/",
)
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
Made = dict[str, tuple[int, dict[str, str], bytes]]


@pytest.fixture
def made(client: Client, real_offices: None) -> Made:
    """Every page with its status and headers, made before the browser begins."""
    responses = {address: client.get(address) for address in PATHS}
    return {a: (r.status_code, dict(r.items()), r.content) for a, r in responses.items()}


@pytest.fixture
def made_large(client: Client, made: Made) -> Made:
    """The same pages in large print."""
    client.get("/huruf/besar/")
    responses = {address: client.get(address) for address in TEMPLATES}
    return {a: (r.status_code, dict(r.items()), r.content) for a, r in responses.items()}


@pytest.fixture
def browser(made: Made, made_large: Made) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )


def window(browser: Browser, made: Made, width: int, heard: list[str]) -> Page:
    """A window of that width. What the browser complains of is heard."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.route("**/*", lambda route: _answer(route, made))
    return page


def show(page: Page, address: str) -> Page:
    """The page of that address with everything on it unfolded."""
    page.goto(SITE + address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate("document.fonts.ready")
    return page


def _answer(route: Route, made: Made) -> None:
    address = route.request.url.removeprefix(SITE)
    if address in made:
        status, headers, body = made[address]
        route.fulfill(status=200 if status == 404 else status, headers=headers, body=body)
        return
    file = STATIC / address.removeprefix(settings.STATIC_URL)
    if file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
    else:
        route.abort()


def _faults(found: dict[str, Any], address: str) -> list[str]:
    return [
        f"{address}: {one['help']}: {node['html'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_template_is_accessible(browser: Browser, made: Made, width: int) -> None:
    axe, page = Axe(), window(browser, made, width, [])
    found = []
    for address in TEMPLATES:
        found += _faults(axe.run(show(page, address)).response, address)
        keep_screen(page, f"portal/{named(address)}", width)
    assert not found


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_their_window_and_keep_to_the_policy(
    browser: Browser, made: Made, width: int
) -> None:
    heard: list[str] = []
    page = window(browser, made, width, heard)
    wide = "document.documentElement.scrollWidth > window.innerWidth"
    too_wide = [address for address in PATHS if show(page, address).evaluate(wide)]
    assert (too_wide, heard) == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_large_print_fits_and_is_accessible(browser: Browser, made_large: Made, width: int) -> None:
    axe, page = Axe(), window(browser, made_large, width, [])
    wide = "document.documentElement.scrollWidth > window.innerWidth"
    assert not [address for address in TEMPLATES if show(page, address).evaluate(wide)]
    address = f"/{PANDAAN}/dispensasi-nikah/"
    assert not _faults(axe.run(show(page, address)).response, address)
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    assert page.evaluate(size) >= 20


DRAWN = """() => {
    const drawing = [...document.querySelectorAll('svg.way')].find(one => one.clientWidth);
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')];
    const boxes = texts.map(one => one.getBoundingClientRect());
    const out = texts.filter((one, n) =>
        boxes[n].left < frame.left - 1 || boxes[n].right > frame.right + 1);
    const struck = texts.filter((one, n) => boxes.some((other, m) => m > n
        && boxes[n].left < other.right - 1 && other.left < boxes[n].right - 1
        && boxes[n].top < other.bottom - 3 && other.top < boxes[n].bottom - 3));
    const sizes = texts.filter(one => !one.matches('.number'))
        .map(one => parseFloat(getComputedStyle(one).fontSize) * frame.width
            / drawing.viewBox.baseVal.width);
    return [[...out, ...struck].map(one => one.textContent), Math.min(...sizes)];
}"""
"""The words of the drawing that leave it or strike others, and its smallest letters in pixels."""


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("slug", ["dispensasi-nikah", "pengaduan", "sosialisasi"])
def test_the_words_of_the_drawing_stay_in_it_and_can_be_read(
    browser: Browser, made: Made, width: int, slug: str
) -> None:
    page = show(window(browser, made, width, []), f"/{PANDAAN}/{slug}/")
    astray, smallest = page.evaluate(DRAWN)
    assert not astray
    assert smallest >= 12.5


def test_everything_works_without_scripts(browser: Browser, made: Made) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.route("**/*", lambda route: _answer(route, made))
    page.goto(SITE + f"/{PANDAAN}/dispensasi-nikah/")
    box = page.get_by_role("checkbox").first
    box.check()
    assert box.is_checked()
    page.get_by_text("Dasar hukum", exact=True).click()
    assert page.get_by_text(
        "Undang-Undang Nomor 1 tahun 1974 tentang Perkawinan;", exact=True
    ).is_visible()
    assert not page.get_by_role("button", name="Cetak").is_visible()


def test_the_four_lines_fit_a_small_telephone(browser: Browser, made: Made) -> None:
    page = show(window(browser, made, 360, []), f"/{PANDAAN}/dispensasi-nikah/")
    box = page.locator(".promise").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640


def test_a_service_fits_on_two_sheets(browser: Browser, made: Made) -> None:
    page = window(browser, made, 1280, [])
    for address in (f"/{PANDAAN}/pengantar-pengajuan-dana-desa/", f"/{KESAMBEN}/kk/"):
        page.goto(SITE + address)
        with pikepdf.open(BytesIO(page.pdf(format="A4"))) as sheets:
            assert len(sheets.pages) <= 2


def test_a_list_can_be_printed_with_one_tap(browser: Browser, made: Made) -> None:
    page = show(window(browser, made, 360, []), f"/{KESAMBEN}/kk/")
    page.evaluate("window.print = () => document.title = 'printed'")
    page.get_by_role("button", name="Cetak").click()
    assert page.title() == "printed"

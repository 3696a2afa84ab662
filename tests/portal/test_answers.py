# SPDX-License-Identifier: EUPL-1.2
"""How pages are sent, how much they weigh, and what is said when there is none."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path
from pytest_django import Settings

from pendopo.urls import urlpatterns as real_urlpatterns
from tests.portal.reading import Page
from tests.real_offices import KESAMBEN, PANDAAN

STATIC = Path(settings.STATICFILES_DIRS[0])
FIRST_PAGE_MOST, LATER_PAGE_MOST = 60_000, 15_000
"""Bytes over a slow telephone line: page, style sheet, letters and pictures, compressed."""
REQUESTS_MOST = 6
ADDRESSES = (
    "/",
    "/?q=nikah",
    f"/{PANDAAN}/",
    f"/{PANDAAN}/?q=surat+kehilangan",
    f"/{PANDAAN}/dispensasi-nikah/",
    f"/{PANDAAN}/sosialisasi/",
    f"/{KESAMBEN}/kk/",
)
"""One of each kind, and those that are longest."""


def _raises(fault: Exception) -> object:
    def view(_request: object) -> None:
        raise fault

    return view


urlpatterns = [
    *real_urlpatterns,
    path("terlarang/", _raises(PermissionDenied())),  # type: ignore[arg-type]
    path("rusak/", _raises(RuntimeError("rahasia"))),  # type: ignore[arg-type]
    path("aneh/", _raises(SuspiciousOperation())),  # type: ignore[arg-type]
]


def test_an_unchanged_page_is_not_sent_again(client: Client, real_offices: None) -> None:
    address = f"/{PANDAAN}/skck/"
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_another_language_is_another_page(client: Client, real_offices: None) -> None:
    first = client.get("/")
    client.get("/bahasa/en/")
    assert client.get("/")["ETag"] != first["ETag"]
    assert "Cookie" in first["Vary"]


def test_browsers_keep_a_page_but_ask_each_time(client: Client, real_offices: None) -> None:
    assert client.get(f"/{PANDAAN}/")["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("address", ["/", f"/{PANDAAN}/", f"/{PANDAAN}/skck/", "/keamanan/"])
def test_pages_are_only_read(client: Client, real_offices: None, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_are_light(client: Client, real_offices: None, address: str) -> None:
    """The first with all that it fetches, the later ones alone: the rest is kept by then."""
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= LATER_PAGE_MOST
    fetched = everything_fetched(Page(gzip.decompress(response.content).decode()))
    assert 1 + len(fetched) <= REQUESTS_MOST
    assert len(response.content) + sum(map(weight, fetched)) <= FIRST_PAGE_MOST


def everything_fetched(page: Page) -> set[Path]:
    """The files that a browser asks for to show the page; the style sheet fetches the letters."""
    addresses = [one["href"] for one in page.all("link") if "rel" in one]
    addresses += [one["href"].partition("#")[0] for one in page.all("use")]
    addresses += [one["src"] for tag in ("script", "img") for one in page.all(tag)]
    return {STATIC / one.removeprefix(settings.STATIC_URL) for one in addresses}


def weight(file: Path) -> int:
    """As it is sent: compressed, unless it is so already."""
    content = file.read_bytes()
    return len(content if file.suffix == ".woff2" else gzip.compress(content))


def test_everything_a_page_fetches_is_there_and_our_own(client: Client, real_offices: None) -> None:
    page = Page(client.get(f"/{PANDAAN}/skck/").content.decode())
    fetched = [one["href"] for one in page.all("link") if "rel" in one]
    fetched += [one["href"] for one in page.all("use")]
    fetched += [one["src"] for one in page.all("script")]
    for address in fetched:
        assert address.startswith(settings.STATIC_URL)
        assert (STATIC / address.removeprefix(settings.STATIC_URL).partition("#")[0]).is_file()


def test_every_picture_of_a_page_is_in_the_sprite(client: Client, real_offices: None) -> None:
    sprite = (STATIC / "sprite.svg").read_text(encoding="utf-8")
    for address in ("/", f"/{PANDAAN}/", f"/{PANDAAN}/skck/"):
        for use in Page(client.get(address).content.decode()).all("use"):
            assert f'id="{use["href"].partition("#")[2]}"' in sprite


def test_no_page_carries_a_style_or_a_script_of_its_own(client: Client, real_offices: None) -> None:
    for address in ("/", f"/{PANDAAN}/", f"/{PANDAAN}/skck/", "/tidak-ada/"):
        page = Page(client.get(address).content.decode())
        assert not page.all("style")
        assert all(script.get("src") for script in page.all("script"))
        for _tag, attributes in page.tags:
            assert not [key for key in attributes if key == "style" or key.startswith("on")]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/tidak-ada/", 404, "Halaman ini tidak ada"),
        ("/terlarang/", 403, "Halaman ini bukan untuk umum"),
        ("/aneh/", 400, "Permintaan ini tidak terbaca"),
        ("/rusak/", 500, "Bukan salah Anda"),
    ],
)
def test_where_there_is_no_page_kind_words_lead_on(
    settings: Settings, db: None, address: str, status: int, words: str
) -> None:
    settings.ROOT_URLCONF = __name__
    response = Client(raise_request_exception=False).get(address)
    text = Page(response.content.decode()).text
    assert response.status_code == status
    assert words in text and "Ke daftar kecamatan" in text
    assert "rahasia" not in text

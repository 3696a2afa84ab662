# SPDX-License-Identifier: EUPL-1.2
"""Indonesian unless English was chosen; the decree always in its own words."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.portal.reading import Page
from tests.real_offices import KESAMBEN, PANDAAN

CATALOGUE = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES"
WRITTEN = re.compile(
    r'^msgid "(?P<one>.*)"\n(?:msgid_plural ".*"\nmsgstr\[0\]|msgstr) "(?P<said>.*)"$', re.MULTILINE
)


def english(client: Client) -> Client:
    """A reader who chose English once."""
    client.get("/bahasa/en/")
    return client


def test_choosing_a_language_sets_a_cookie_and_leads_back(client: Client) -> None:
    response = client.get("/bahasa/en/", {"ke": "/35.14.11/?q=nikah"})
    assert (response.status_code, response["Location"]) == (302, "/35.14.11/?q=nikah")
    cookie = response.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["samesite"], bool(cookie["httponly"])) == ("en", "Lax", True)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://contoh.invalid/", "//contoh.invalid", "/\\contoh.invalid", "javascript:0", "x", ""],
)
def test_the_way_back_never_leads_elsewhere(client: Client, elsewhere: str) -> None:
    assert client.get("/bahasa/en/", {"ke": elsewhere})["Location"] == "/"


def test_large_print_is_kept_in_a_cookie_and_can_be_left_again(client: Client, db: None) -> None:
    assert 'class="large"' not in client.get("/").content.decode()
    response = client.get("/huruf/besar/", {"ke": "/keamanan/"})
    assert (response.status_code, response["Location"]) == (302, "/keamanan/")
    large = client.get("/keamanan/").content.decode()
    assert '<html lang="id" class="large">' in large
    assert "/huruf/biasa/?ke=%2Fkeamanan%2F" in [a["href"] for a in Page(large).all("a")]
    client.get("/huruf/biasa/")
    assert 'class="large"' not in client.get("/").content.decode()


def test_large_print_is_another_page_for_those_who_keep_pages(client: Client, db: None) -> None:
    first = client.get("/")
    client.get("/huruf/besar/")
    assert client.get("/")["ETag"] != first["ETag"] and "Cookie" in client.get("/")["Vary"]


def test_letters_are_of_no_other_size(client: Client, db: None) -> None:
    assert client.get("/huruf/raksasa/").status_code == 404
    assert client.get("/huruf/besar/", {"ke": "//contoh.invalid"})["Location"] == "/"


def test_a_language_that_is_not_spoken_is_not_found(client: Client, db: None) -> None:
    assert client.get("/bahasa/fr/").status_code == 404


@pytest.mark.django_db
def test_an_english_browser_alone_changes_nothing(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "en"})
    assert response["Content-Language"] == "id"
    assert "Apa janji kantor kecamatan Anda?" in response.content.decode()


def test_a_page_in_english_says_so_and_offers_the_way_back(
    client: Client, real_offices: None
) -> None:
    page = Page(english(client).get(f"/{PANDAAN}/skck/").content.decode())
    assert page.all("html")[0]["lang"] == "en"
    assert "If this promise is not kept" in page.text
    assert f"/bahasa/id/?ke=%2F{PANDAAN}%2Fskck%2F" in [a["href"] for a in page.all("a")]


@pytest.mark.parametrize(
    "words",
    [
        "Pengantar SKCK",
        "Foto ukuran 4 X 6 (6 Lembar)",
        "Petugas menerima dan melakukan verifikasi",
        "Fotokopi Kartu Keluarga",
        "Mungkin tidak perlu.",
        "Undang-Undang RI Nomor 2 tahun 2002",
        "Tercetak 3 orang",
    ],
)
def test_the_decree_s_words_stay_indonesian_and_are_marked(
    client: Client, real_offices: None, words: str
) -> None:
    page = Page(english(client).get(f"/{PANDAAN}/skck/").content.decode())
    assert page.language_of(words) == "id"


def test_our_own_words_are_all_english(client: Client, real_offices: None) -> None:
    """Indonesian marks that would show a text that was forgotten."""
    tell_tale = re.compile(r"\b(yang|dan|atau|bila|kantor|tidak|di|ke|dari|untuk|belum)\b")
    for path in ("/", f"/{PANDAAN}/", f"/{KESAMBEN}/", f"/{KESAMBEN}/ikd/", "/keamanan/"):
        page = Page(english(client).get(path).content.decode())
        ours = [words for words, language in page.spoken if language == "en"]
        assert not [words for words in ours if tell_tale.search(words)], path


def test_the_compiled_catalogue_is_the_one_that_is_written() -> None:
    written = (CATALOGUE / "django.po").read_text(encoding="utf-8").partition("\n\n")[2]
    written = written.replace('"\n"', "")  # gettext breaks long words over lines
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    found = list(WRITTEN.finditer(written))
    assert len(found) == written.count("\nmsgid ") + written.startswith("msgid ")
    for one in found:
        assert one["said"]
        text, said = (_unescaped(one[name]) for name in ("one", "said"))
        assert said in (compiled.gettext(text), compiled.ngettext(text, text, 1))


def _unescaped(words: str) -> str:
    """As gettext reads what stands between quotes."""
    signs = {"n": "\n"}
    return re.sub(r"\\(.)", lambda sign: signs.get(sign[1], sign[1]), words)

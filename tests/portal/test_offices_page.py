# SPDX-License-Identifier: EUPL-1.2
"""The page of all offices."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertContains, assertNotContains

from pendopo.offices.models import Office
from pendopo.portal.directory import SHOWN
from tests.portal.reading import Page

pytestmark = pytest.mark.django_db


def many(office: Office, count: int) -> None:
    """So many more offices like the first, with a code and a name of their own."""
    for n in range(count):
        office.code = f"99.05.{n:02d}"
        office.name = f"Kecamatan Rekaan {n:02d}"
        office.prefix = f"{chr(65 + n // 26)}{chr(65 + n % 26)}X"
        office.save(force_insert=True)


def test_every_office_is_listed_with_its_regency_and_its_services(
    client: Client, real_offices: None
) -> None:
    text = Page(client.get("/").content.decode()).text
    assert "Kecamatan Pandaan Kabupaten Pasuruan, Jawa Timur · 17 layanan" in text
    assert "Kecamatan Kesamben Kabupaten Jombang, Jawa Timur" in text


def test_an_office_leads_to_its_page(client: Client, office: Office) -> None:
    assertContains(client.get("/"), f'href="/{office.code}/"')


def test_a_demonstration_says_that_it_is_one(
    client: Client, office: Office, settings: Settings
) -> None:
    settings.PENDOPO_DEMO = True
    assertContains(client.get("/"), "bukan situs resmi kantor.")
    settings.PENDOPO_DEMO = False
    assertNotContains(client.get("/"), "bukan situs resmi kantor.")


def test_a_few_offices_need_no_search_box(client: Client, office: Office) -> None:
    assertNotContains(client.get("/"), 'role="search"')


def test_among_many_one_searches_by_name_or_regency(client: Client, office: Office) -> None:
    many(office, 20)
    assertContains(client.get("/"), 'role="search"')
    found = Page(client.get("/", {"q": "rekaan 07"}).content.decode()).text
    assert "1 kecamatan ditemukan" in found and "Kecamatan Rekaan 07" in found
    assert (
        "21 kecamatan ditemukan" in Page(client.get("/", {"q": "kabupaten"}).content.decode()).text
    )


def test_more_than_a_page_holds_is_said(client: Client, office: Office) -> None:
    many(office, SHOWN + 2)
    assertContains(client.get("/"), f"Ini {SHOWN} yang pertama.")


def test_a_search_without_a_match_tells_what_to_do(client: Client, office: Office) -> None:
    response = client.get("/", {"q": "tidak ada"})
    assertContains(response, "Tidak ada yang cocok. Periksa ejaannya")
    assertContains(response, 'value="tidak ada"')


def test_what_was_typed_is_never_taken_for_markup(client: Client, office: Office) -> None:
    assertNotContains(client.get("/", {"q": '"><script>'}), "<script>")


def test_without_any_office_the_page_tells_what_will_stand_here(client: Client) -> None:
    assertContains(client.get("/"), "Belum ada kantor di sini.")


def test_the_number_of_queries_does_not_grow_with_the_offices(
    client: Client, office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many(office, 30)
    with django_assert_num_queries(3):
        client.get("/")

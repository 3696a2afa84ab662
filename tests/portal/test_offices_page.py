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


def found(client: Client, sought: str) -> str:
    """The words of the page of a search."""
    return Page(client.get("/", {"q": sought}).content.decode()).text


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
    assertContains(client.get("/"), '<a href="/masuk/">Coba sebagai petugas</a>')
    settings.PENDOPO_DEMO = False
    assertNotContains(client.get("/"), "bukan situs resmi kantor.")
    assertNotContains(client.get("/"), "Coba sebagai petugas")


def test_among_a_few_offices_one_searches_their_services(
    client: Client, real_offices: None
) -> None:
    assertContains(client.get("/"), "Apa keperluan Anda?")
    text = found(client, "mau nikah")
    assert "Dispensasi Nikah Kecamatan Pandaan ·" in text
    assert "Kecamatan Kesamben · " in text
    assert "SKCK" not in text


def test_a_slip_of_the_finger_is_understood_and_said(client: Client, real_offices: None) -> None:
    text = found(client, "kartu kluarga")
    assert "Tidak ada yang persis «kartu kluarga». Ini yang paling mirip." in text
    assert "Penerbitan Kartu Keluarga Kecamatan Kesamben · " in text


def test_an_office_is_found_beside_its_services(client: Client, real_offices: None) -> None:
    text = found(client, "pandaan")
    assert "1 kecamatan ditemukan Kecamatan Pandaan Kabupaten Pasuruan" in text


def test_where_a_few_offices_have_nothing_one_is_told_whom_to_ask(
    client: Client, real_offices: None
) -> None:
    response = client.get("/", {"q": "paspor"})
    text = Page(response.content.decode()).text
    assert "Belum ketemu untuk «paspor»" in text and "Tanyakan langsung." in text
    assertContains(response, "tel:+62343631745")
    assertContains(response, "https://wa.me/6285804492728")


def test_the_queries_of_a_search_do_not_grow_with_the_services(
    client: Client, real_offices: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for sought, queries in (("nikah", 6), ("pandaan", 7), ("zzz", 6)):
        client.get("/", {"q": sought})
        with django_assert_num_queries(queries):
            client.get("/", {"q": sought})


def test_among_many_one_searches_by_name_or_regency(client: Client, office: Office) -> None:
    many(office, 20)
    assertContains(client.get("/"), 'role="search"')
    text = found(client, "rekaan 07")
    assert "1 kecamatan ditemukan" in text and "Kecamatan Rekaan 07" in text
    assert "21 kecamatan ditemukan" in found(client, "kabupaten")


def test_who_is_called_so_comes_before_who_lies_there(client: Client, office: Office) -> None:
    many(office, 20)
    Office.objects.filter(code="99.05.03").update(name="Kecamatan Sukamulya", regency="Kab. Z")
    Office.objects.filter(code="99.05.04").update(regency="Kab. Sukamulya")
    text = found(client, "sukamulya")
    assert text.index("Kecamatan Sukamulya") < text.index("Kecamatan Rekaan 04")


def test_an_office_is_found_in_spite_of_a_slip(client: Client, office: Office) -> None:
    many(office, 20)
    text = found(client, "rejowngi")
    assert "Tidak ada yang persis «rejowngi». Ini yang paling mirip. 1 kecamatan" in text
    assert "Kecamatan Rejowangi" in text


def test_of_words_that_are_alike_the_one_in_the_right_place_is_taken(
    client: Client, office: Office
) -> None:
    many(office, 20)
    Office.objects.filter(code="99.05.03").update(name="Kecamatan Kesambi", regency="Kota Angin")
    Office.objects.filter(code="99.05.04").update(name="Kecamatan Kesamba", regency="Kota Batu")
    text = found(client, "kec kesambo angn")
    assert "Kecamatan Kesambi" in text and "Kecamatan Kesamba" not in text


def test_more_than_a_page_holds_is_said(client: Client, office: Office) -> None:
    many(office, SHOWN + 2)
    assertContains(client.get("/", {"q": "rekaan"}), f"Ini {SHOWN} yang pertama.")


def test_where_there_are_very_many_one_goes_by_province_then_by_regency(
    client: Client, office: Office
) -> None:
    many(office, SHOWN * 2)
    Office.objects.filter(code__lt="99.05.60").update(province="Provinsi Angin")
    Office.objects.filter(code__lt="99.05.10").update(regency="Kota Layang")
    first = client.get("/")
    assertContains(first, 'href="/?q=Provinsi%20Angin">Provinsi Angin</a>')
    assertContains(first, 'href="/?q=Provinsi%20Rekaan">Provinsi Rekaan</a>')
    assertNotContains(first, 'class="office"')
    assertContains(client.get("/", {"q": "Provinsi Angin"}), 'href="/?q=Kota%20Layang"')
    assert "11 kecamatan ditemukan" in found(client, "Kota Layang")


def test_a_place_of_just_that_name_is_meant_before_others_that_have_the_words(
    client: Client, office: Office
) -> None:
    many(office, 20)
    Office.objects.filter(code="99.05.03").update(name="Kecamatan Timur", province="Angin Barat")
    Office.objects.filter(code="99.05.04").update(province="Angin Timur")
    text = found(client, "angin timur")
    assert "1 kecamatan ditemukan" in text and "Kecamatan Rekaan 04" in text


def test_a_search_without_a_match_tells_what_to_do(client: Client, office: Office) -> None:
    many(office, 20)
    response = client.get("/", {"q": "tidak ada"})
    assertContains(response, "Periksa ejaannya")
    assertContains(response, "Layanan dicari di halaman kecamatannya.")
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

# SPDX-License-Identifier: EUPL-1.2
"""The page of one office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from pendopo.base import clock
from pendopo.domain.vocabulary import Kind
from pendopo.offices.models import Office
from pendopo.standards import versions
from tests.portal.reading import Page
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.django_db


def page(client: Client, office: str = PANDAAN, **query: str) -> Page:
    response = client.get(f"/{office}/", query)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_the_services_stand_in_the_order_of_the_decree(client: Client, real_offices: None) -> None:
    listed = Office.objects.get(code=PANDAAN).services
    html = client.get(f"/{PANDAAN}/").content.decode()
    links = [a["href"] for a in Page(html.partition('id="layanan"')[2]).all("a")]
    services = [link.split("/")[2] for link in links if link.startswith(f"/{PANDAAN}/")]
    assert [slug for slug in services if slug] == listed


def test_each_service_has_the_four_lines_of_its_promise(client: Client, real_offices: None) -> None:
    assert (
        "Pengantar SKCK (Surat Keterangan Catatan Kepolisian) Bawa 6 macam Lama 10 menit "
        "Biaya Gratis Dapat Surat Pengantar SKCK"
    ) in page(client).text


def test_a_text_that_is_missing_is_said_without_alarm(client: Client, real_offices: None) -> None:
    text = page(client, KESAMBEN).text
    assert "Penerbitan Kartu Keluarga naskah belum lengkap" in text
    assert "Lama belum tercetak" in text
    assert "naskah belum lengkap" not in page(client, PANDAAN).text


def test_a_national_right_is_not_called_incomplete(client: Client, real_offices: None) -> None:
    text = page(client, KESAMBEN).text
    assert "Pengaduan, Saran dan Masukan hak setiap orang menurut aturan nasional" in text


def test_a_service_is_found_by_an_everyday_word(client: Client, real_offices: None) -> None:
    text = page(client, q="surat kelakuan").text
    assert "1 layanan cocok dengan «surat kelakuan»." in text
    assert "cocok dengan « surat kelakuan baik »" in text


def test_a_slip_of_the_finger_finds_it_too_and_is_said(client: Client, real_offices: None) -> None:
    text = page(client, KESAMBEN, q="kartu kluarga").text
    assert "Tidak ada yang persis «kartu kluarga». Ini yang paling mirip." in text
    assert "Penerbitan Kartu Keluarga" in text and "Pengantar SKCK" not in text


def test_a_search_without_a_match_tells_what_to_do(client: Client, real_offices: None) -> None:
    found = page(client, KESAMBEN, q="zzz")
    assert "Belum ketemu untuk «zzz»" in found.text and "Lihat semua layanan" in found.text
    main = client.get(f"/{KESAMBEN}/", {"q": "zzz"}).content.decode().partition("</main>")[0]
    ask = Page(main.partition('class="nothing"')[2].partition('id="jam"')[0])
    assert "https://wa.me/6285804492728" in [a["href"] for a in ask.all("a")]


def test_what_was_perhaps_meant_is_offered(client: Client, real_offices: None) -> None:
    text = page(client, KESAMBEN, q="surat kehilangan").text
    assert "Belum ketemu untuk «surat kehilangan» Mungkin yang Anda maksud:" in text
    assert text.index("Mungkin yang Anda maksud:") < text.index("« KTP hilang »")


def test_a_page_of_a_search_is_not_for_search_engines(client: Client, real_offices: None) -> None:
    assert {"name": "robots", "content": "noindex"} in page(client, q="nikah").all("meta")
    assert {"name": "robots", "content": "noindex"} not in page(client).all("meta")


@pytest.mark.parametrize("office", [PANDAAN, KESAMBEN])
def test_complaints_and_information_are_found_by_their_kind(
    client: Client, real_offices: None, office: str
) -> None:
    html = client.get(f"/{office}/").content.decode()
    errands = Page(html.partition('<nav class="errands')[2].partition("</nav>")[0])
    kinds = {one.slug: one.standard.kind for one in versions.catalogue(office)}
    links = [a["href"] for a in errands.all("a")]
    assert links[:2] == ["/lacak/", "/cek/"]
    assert [kinds[link.split("/")[2]] for link in links[2:]] == [Kind.COMPLAINT, Kind.INFORMATION]


def test_the_counter_is_open_in_the_morning_and_closed_at_noon(
    client: Client, real_offices: None, stopped_clock: clock.Clock
) -> None:
    assert "Buka sampai pukul 12.00 WIB" in page(client).text
    stopped_clock.advance(timedelta(hours=3))
    assert "Tutup, buka lagi pukul 13.00 WIB" in page(client).text


def test_today_stands_out_in_the_hours_of_the_week(client: Client, real_offices: None) -> None:
    found = page(client)
    assert [row for row in found.all("tr") if row.get("aria-current") == "date"]
    assert "Senin 08.00–12.00 13.00–15.00" in found.text and "Minggu tutup" in found.text


def test_contacts_are_followed_with_one_tap(client: Client, real_offices: None) -> None:
    links = [a["href"] for a in page(client, KESAMBEN).all("a")]
    assert {"tel:+623216257601", "https://wa.me/6285804492728"} <= set(links)


def test_the_numbers_that_ring_stand_at_the_foot_of_every_page(
    client: Client, real_offices: None
) -> None:
    for path in (f"/{KESAMBEN}/", f"/{KESAMBEN}/skck/"):
        foot = client.get(path).content.decode().partition('<footer class="foot">')[2]
        assert "tel:+623216257601" in foot and "wa.me" in foot


def test_the_decree_is_named_with_its_date_motto_and_principles(
    client: Client, real_offices: None
) -> None:
    text = page(client, KESAMBEN).text
    assert "Nomor 188/24/415.56/2024, 8 Maret 2024" in text
    assert "Moto Pelayanan Kecamatan Kesamben adalah IKHLAS" in text
    assert "Prinsip pelayanan Sederhana" in text


def test_an_office_without_decree_and_services_says_what_will_stand_here(
    client: Client, office: Office
) -> None:
    text = page(client, office.code).text
    assert "Belum ada layanan di sini." in text and "Keputusan Camat" not in text


def test_only_a_demonstration_calls_its_hours_an_estimate(client: Client, office: Office) -> None:
    assertContains(client.get(f"/{office.code}/"), "Perkiraan; keputusan tidak mencetak jam.")
    Office.objects.update(demo=False)
    assertNotContains(client.get(f"/{office.code}/"), "Perkiraan; keputusan tidak mencetak jam.")
    assertNotContains(client.get(f"/{office.code}/"), "bukan situs resmi kantor.")


@pytest.mark.parametrize("code", ["99.99.99", "99.01.0", "pandaan"])
def test_an_office_that_is_not_there_is_not_found(
    client: Client, office: Office, code: str
) -> None:
    assert client.get(f"/{code}/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_services(
    client: Client, real_offices: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for query in ({}, {"q": "nikah"}, {"q": "surat kehilangan"}):
        client.get(f"/{PANDAAN}/", query)
        with django_assert_num_queries(7):
            client.get(f"/{PANDAAN}/", query)

# SPDX-License-Identifier: EUPL-1.2
"""The page of one service."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pendopo.domain.vocabulary import Kind
from pendopo.standards import versions
from pendopo.standards.models import StandardVersion
from tests.portal.reading import Page
from tests.real_offices import KESAMBEN, PANDAAN

pytestmark = pytest.mark.django_db


def page(client: Client, slug: str, office: str = PANDAAN) -> Page:
    response = client.get(f"/{office}/{slug}/")
    assert response.status_code == 200
    return Page(response.content.decode())


def test_every_service_of_both_offices_has_a_page(client: Client, real_offices: None) -> None:
    standings = [one for office in (PANDAAN, KESAMBEN) for one in versions.catalogue(office)]
    assert len(standings) > 25
    for standing in standings:
        found = page(client, standing.slug, standing.office)
        assert standing.service.name in found.text
        assert len(found.all("h1")) == 1


def test_headings_never_skip_a_level(client: Client, real_offices: None) -> None:
    for path in ("/", f"/{PANDAAN}/", f"/{PANDAAN}/dispensasi-nikah/", f"/{KESAMBEN}/kk/"):
        found = Page(client.get(path).content.decode())
        levels = [int(tag[1]) for tag, _ in found.tags if tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_promise_comes_first_in_four_lines(client: Client, real_offices: None) -> None:
    text = page(client, "skck").text
    places = [text.index(line) for line in ("Bawa apa", "Berapa lama", "Berapa biaya", "Dapat apa")]
    assert places == sorted(places)
    assert places[-1] < text.index("Yang dibawa")


def test_everything_to_bring_can_be_ticked(client: Client, real_offices: None) -> None:
    found = page(client, "skck")
    assert [box["type"] for box in found.all("input")] == ["checkbox"] * 6
    assert len(found.all("label")) == 6


def test_the_decree_s_own_lines_are_there_with_their_items(
    client: Client, real_offices: None
) -> None:
    assert "Foto ukuran 4 X 6 (6 Lembar)" in page(client, "skck").text
    assert "kontak yang dapat dihubungi dan alamat email;" in page(client, "data-informasi").text


def test_a_line_that_asks_for_nothing_is_a_condition(client: Client, real_offices: None) -> None:
    text = page(client, "ikd", KESAMBEN).text
    assert "Syarat lain Penduduk sudah melakukan perekaman KTP-el" in text


def test_the_sentences_of_the_decree_stand_beside_who_does_what(
    client: Client, real_offices: None
) -> None:
    text = page(client, "skck").text
    assert "Petugas menerima dan melakukan verifikasi kelengkapan berkas persyaratan;" in text
    assert "Petugas loket: Periksa kelengkapan berkas . Bila tidak lengkap : kembali" in text


def test_a_word_of_advice_has_its_date_and_source(client: Client, real_offices: None) -> None:
    text = page(client, "skck").text
    assert "Apakah saya perlu surat ini? Mungkin tidak perlu." in text
    assert "Sejak November 2024. Dasar: Laporan pers" in text


def test_whom_a_letter_is_for_stands_where_one_asks_whether_it_is_needed(
    client: Client, real_offices: None
) -> None:
    text = page(client, "dispensasi-nikah").text
    assert "Apakah saya perlu surat ini? Hanya bila kurang dari 10 hari kerja" in text
    assert text.count("Hanya bila kurang dari 10 hari kerja") == 1


def test_of_what_is_no_letter_nobody_asks_whether_the_letter_is_needed(
    client: Client, real_offices: None
) -> None:
    text = page(client, "ktp", KESAMBEN).text
    assert "Sebelum berangkat Sebagian layanan" in text and "perlu surat ini" not in text


def test_one_can_apply_from_here_and_follow_what_was_applied_for(
    client: Client, real_offices: None
) -> None:
    found = page(client, "skck")
    links = [a["href"] for a in found.all("a")]
    assert f"/{PANDAAN}/skck/ajukan/" in links and {"/lacak/", "/cek/"} <= set(links)
    assert found.text.index("Dapat apa") < found.text.index("Ajukan dari sini")
    assert "Sampaikan dari sini" in page(client, "pengaduan").text


def test_the_way_is_drawn_and_told_in_the_same_words(client: Client, real_offices: None) -> None:
    html = client.get(f"/{PANDAAN}/skck/").content.decode()
    drawn = html.partition('<svg class="way narrow"')[2].partition("</svg>")[0]
    told = html.partition('<ol class="numbered legs">')[2].partition("</ol>")[0]
    for words in ("Pemohon", "Petugas loket", "Pejabat yang berwenang", "Beri stempel"):
        assert words in drawn and words in told
    assert 'role="img"' in drawn and "<title" in drawn and "<desc" in drawn


def test_where_to_complain_is_as_the_decree_says(client: Client, real_offices: None) -> None:
    found = page(client, "skck", KESAMBEN)
    assert "mailto:kec.kesamben123@gmail.com" in [a["href"] for a in found.all("a")]


@pytest.mark.parametrize("office", [PANDAAN, KESAMBEN])
def test_every_page_but_its_own_leads_to_the_service_for_complaints(
    client: Client, real_offices: None, office: str
) -> None:
    (complaint,) = versions.of_kind(office, Kind.COMPLAINT)
    address = f"/{office}/{complaint.slug}/"
    assert address in [a["href"] for a in page(client, "skck", office).all("a")]
    assert address not in [a["href"] for a in page(client, complaint.slug, office).all("a")]


def test_without_a_printed_place_to_complain_the_office_is_reached(
    client: Client, real_offices: None
) -> None:
    found = page(client, "kk", KESAMBEN)
    assert "Tempat mengadu untuk layanan ini tidak tercetak. Hubungi kantor:" in found.text
    assert "https://wa.me/6285804492728" in [a["href"] for a in found.all("a")]


def test_the_other_components_are_one_tap_away(client: Client, real_offices: None) -> None:
    found = page(client, "skck")
    assert len(found.all("details")) == len(found.all("summary")) == 14
    assert "Jumlah pelaksana 3 Orang, terdiri dari :" in found.text
    assert "Dasar hukum Undang-Undang RI Nomor 2 tahun 2002" in found.text


def test_contradictions_of_the_decree_are_noted(client: Client, real_offices: None) -> None:
    text = page(client, "skck").text
    assert "Tercetak 3 orang, tetapi rinciannya berjumlah 4." in text


def test_an_incomplete_text_lists_what_is_missing(client: Client, real_offices: None) -> None:
    text = page(client, "ktp", KESAMBEN).text
    assert "8 dari 14 komponen tidak ada di naskah keputusan yang kami baca: Dasar hukum;" in text
    one = page(client, "dispensasi-nikah", KESAMBEN).text
    assert "Satu dari 14 komponen tidak ada" in one


def test_a_service_of_which_only_the_name_is_printed_says_so(
    client: Client, real_offices: None
) -> None:
    text = page(client, "kk", KESAMBEN).text
    assert "Keputusan hanya menyebut nama layanan ini" in text
    assert "Tahapannya tidak tercetak di keputusan." in text
    assert "Keputusan, kata demi kata" not in text


def test_a_national_right_does_not_lean_on_the_decree(client: Client, real_offices: None) -> None:
    text = page(client, "pengaduan", KESAMBEN).text
    assert "Layanan ini tidak tercetak di keputusan kantor ini" in text
    assert "Nomor 188/24/415.56/2024" not in text


def test_the_service_that_comes_after_is_linked(client: Client, real_offices: None) -> None:
    links = [a["href"] for a in page(client, "ktp", KESAMBEN).all("a")]
    assert f"/{KESAMBEN}/perekaman-ktp/" in links


def test_a_printed_sheet_names_the_decree_and_the_address_of_the_page(
    client: Client, real_offices: None
) -> None:
    text = page(client, "skck").text
    assert "Keputusan Camat Nomor 065 / 06.2 / 424.311 / 2023, 22 Juni 2023." in text
    assert f"http://testserver/{PANDAAN}/skck/" in text


@pytest.mark.parametrize("path", [f"/{PANDAAN}/tidak-ada/", "/99.99.99/skck/"])
def test_a_service_that_is_not_there_is_not_found(
    client: Client, real_offices: None, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_a_service_that_was_withdrawn_is_not_found(client: Client, real_offices: None) -> None:
    assert versions.withdraw(PANDAAN, "skck")
    assert client.get(f"/{PANDAAN}/skck/").status_code == 404
    assert StandardVersion.objects.filter(office_id=PANDAAN, slug="skck").exists()


def test_the_number_of_queries_is_small_and_fixed(
    client: Client, real_offices: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for slug in ("skck", "perangkat-desa"):
        client.get(f"/{PANDAAN}/{slug}/")
        with django_assert_num_queries(9):
            client.get(f"/{PANDAAN}/{slug}/")

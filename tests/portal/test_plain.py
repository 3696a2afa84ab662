# SPDX-License-Identifier: EUPL-1.2
"""What machines read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from pendopo.base import clock
from pendopo.offices.models import Office
from pendopo.portal import sitemap
from pendopo.standards import versions
from tests.real_offices import KESAMBEN, PANDAAN

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _address(settings: Settings) -> None:
    settings.PENDOPO_URL = "https://pendopo.contoh.go.id"


def test_health_is_ok_while_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_health_fails_when_the_database_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get("/healthz").status_code == 503


def test_a_demonstration_is_kept_out_of_search_engines(client: Client, settings: Settings) -> None:
    settings.PENDOPO_DEMO = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
    settings.PENDOPO_DEMO = False
    real = client.get("/robots.txt").content.decode()
    assert "Disallow: /\n" not in real
    assert "Sitemap: https://pendopo.contoh.go.id/sitemap.xml" in real


def addresses(client: Client, path: str) -> list[str]:
    """The addresses in a map, without our own beginning."""
    root = ElementTree.fromstring(client.get(path).content)
    found = [one.text or "" for one in root.iter(f"{SITEMAPS}loc")]
    assert all(one.startswith("https://pendopo.contoh.go.id/") for one in found)
    return [one.removeprefix("https://pendopo.contoh.go.id") for one in found]


def test_the_sitemap_holds_every_office_and_service_once(
    client: Client, real_offices: None
) -> None:
    found = addresses(client, "/sitemap.xml")
    services = [
        f"/{office}/{one.slug}/"
        for office in (PANDAAN, KESAMBEN)
        for one in versions.catalogue(office)
    ]
    assert sorted(found) == sorted(["/", f"/{PANDAAN}/", f"/{KESAMBEN}/", *services])
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert {one.text for one in root.iter(f"{SITEMAPS}lastmod")} == {"2026-11-23"}


def test_an_office_without_services_is_in_the_sitemap_too(client: Client, office: Office) -> None:
    assert addresses(client, "/sitemap.xml") == ["/", f"/{office.code}/"]


def test_what_is_too_much_for_one_file_is_one_file_for_each_province(
    client: Client, real_offices: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = addresses(client, "/sitemap.xml")
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 10)
    assert addresses(client, "/sitemap.xml") == ["/sitemap-35.xml"]
    assert ["/", *addresses(client, "/sitemap-35.xml")] == whole
    assert client.get("/sitemap-36.xml").status_code == 404


def test_a_map_takes_the_same_few_queries_whatever_it_holds(
    client: Client, real_offices: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):
        client.get("/sitemap.xml")


def test_security_txt_names_a_contact_and_has_not_expired(client: Client) -> None:
    text = client.get("/.well-known/security.txt").content.decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields["Contact"] == "https://pendopo.contoh.go.id/keamanan/"
    assert fields["Canonical"] == "https://pendopo.contoh.go.id/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"].replace("Z", "+00:00"))
    assert timedelta() < expires.astimezone(UTC) - clock.now() < timedelta(days=366)


def test_the_contact_of_security_txt_is_a_page(client: Client) -> None:
    response = client.get("/keamanan/")
    assert "Jangan menyertakan data orang lain." in response.content.decode()

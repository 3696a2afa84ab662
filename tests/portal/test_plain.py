# SPDX-License-Identifier: EUPL-1.2
"""What machines read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import Settings

from pendopo.base import clock
from tests.real_offices import PANDAAN

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


def test_the_sitemap_holds_every_office_and_service_once(
    client: Client, real_offices: None
) -> None:
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [
        one.text or "" for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(found) == len(set(found))
    for path in ("/", f"/{PANDAAN}/", f"/{PANDAAN}/skck/"):
        assert f"https://pendopo.contoh.go.id{path}" in found
    days = {one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod")}
    assert days == {"2026-11-23"}


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

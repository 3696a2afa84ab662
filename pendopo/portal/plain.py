# SPDX-License-Identifier: EUPL-1.2
"""What machines read: is it alive, what may be indexed, and where to report a weakness."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pendopo.base import clock
from pendopo.portal.answers import public_page
from pendopo.standards.models import StandardVersion

_TEXT = "text/plain; charset=utf-8"
_VALID_FOR = timedelta(days=180)
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST_ADDRESSES = 50_000
"""So many addresses one sitemap may hold (sitemaps.org)."""


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 `ok` as long as the database answers, 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", content_type=_TEXT, status=503)
    return HttpResponse("ok\n", content_type=_TEXT)


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration stays out of search engines: people would take it for the office."""
    barred = ["/"] if settings.PENDOPO_DEMO else ["/api/", "/bahasa/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in barred)]
    lines += ["", f"Sitemap: {_address(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type=_TEXT)


@public_page
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. It expires, as it must; whoever keeps the software running renews it."""
    lines = (
        f"Contact: {_address(reverse('security'))}",
        f"Expires: {clock.now() + _VALID_FOR:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: id, en",
        f"Canonical: {_address(reverse('security-txt'))}",
        "",
    )
    return HttpResponse("\n".join(lines), content_type=_TEXT)


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every office and every service in force, with the day it last changed."""
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": _SITEMAPS}))
    for path, changed in _addresses_across_offices():
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", _address(path))
        if changed:
            xml.addQuickElement("lastmod", changed)
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return response


def _addresses_across_offices() -> Iterator[tuple[str, str]]:
    yield reverse("offices"), ""
    rows = StandardVersion.objects.filter(superseded_at=None).order_by("office_id", "slug")
    before = ""
    columns = rows.values_list("office_id", "slug", "published_at")
    for code, slug, published_at in columns[: _MOST_ADDRESSES // 2]:
        if code != before:
            yield reverse("office", args=[code]), ""
            before = code
        yield reverse("service", args=[code, slug]), f"{published_at:%Y-%m-%d}"


def _address(path: str) -> str:
    return f"{settings.PENDOPO_URL}{path}"

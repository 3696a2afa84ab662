# SPDX-License-Identifier: EUPL-1.2
"""The map of the site for search engines: every office and every service in force.

One file may hold fifty thousand addresses (sitemaps.org). Where there are more, the map lists one
file for each province, by the first two digits of the Kemendagri code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator

from pendopo.offices.models import Office
from pendopo.portal.answers import public_page
from pendopo.standards.models import StandardVersion

_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ADDRESSES = 50_000
Address = tuple[str, str]
"""A path, and the day it last changed or ""."""


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address, or the files that hold them where there are too many for one."""
    services = StandardVersion.objects.filter(superseded_at=None).count()
    if 1 + Office.objects.count() + services > MOST_ADDRESSES:
        return _written("sitemapindex", "sitemap", _provinces_across_offices())
    return _written("urlset", "url", ((reverse("offices"), ""), *_addresses_across_offices("")))


@public_page
def province_sitemap(request: HttpRequest, province: str) -> HttpResponse:
    """The offices of one province with their services."""
    addresses = tuple(_addresses_across_offices(province))
    if not addresses:
        raise Http404
    return _written("urlset", "url", addresses)


def _provinces_across_offices() -> Iterator[Address]:
    codes = Office.objects.order_by("code").values_list("code", flat=True)
    for province in dict.fromkeys(code[:2] for code in codes):
        yield reverse("province-sitemap", args=[province]), ""


def _addresses_across_offices(province: str) -> Iterator[Address]:
    """Each office, followed by its services. Two queries."""
    rows = StandardVersion.objects.filter(superseded_at=None, office__code__startswith=province)
    services: dict[str, list[Address]] = {}
    columns = rows.order_by("office_id", "slug").values_list("office_id", "slug", "published_at")
    for code, slug, published_at in columns:
        address = (reverse("service", args=[code, slug]), f"{published_at:%Y-%m-%d}")
        services.setdefault(code, []).append(address)
    offices = Office.objects.filter(code__startswith=province).order_by("code")
    for code in offices.values_list("code", flat=True):
        yield reverse("office", args=[code]), ""
        yield from services.get(code, ())


def _written(around: str, each: str, addresses: Iterable[Address]) -> HttpResponse:
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement(around, AttributesImpl({"xmlns": _NAMES}))
    for path, changed in addresses:
        xml.startElement(each, AttributesImpl({}))
        xml.addQuickElement("loc", f"{settings.PENDOPO_URL}{path}")
        if changed:
            xml.addQuickElement("lastmod", changed)
        xml.endElement(each)
    xml.endElement(around)
    xml.endDocument()
    return response

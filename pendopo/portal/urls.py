# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the portal. An office is named by its Kemendagri code: /35.14.11/."""

from __future__ import annotations

from django.urls import include, path, register_converter

from pendopo.portal import check, hues, language, plain, sitemap, views
from pendopo.portal.applying import later


class OfficeCode:
    """`35.14.11`, as Kemendagri writes it."""

    regex = r"\d{2}\.\d{2}\.\d{2}"

    def to_python(self, value: str) -> str:
        """The code itself."""
        return value

    def to_url(self, value: str) -> str:
        """The code itself."""
        return value


class ProvinceMap:
    """`sitemap-35.xml`, by the first part of an office's code; at the root, as crawlers want it."""

    regex = r"sitemap-\d{2}\.xml"

    def to_python(self, value: str) -> str:
        """The two digits."""
        return value[8:10]

    def to_url(self, value: str) -> str:
        """The name of the file."""
        return f"sitemap-{value}.xml"


register_converter(OfficeCode, "office")
register_converter(ProvinceMap, "sitemap")
register_converter(hues.Hue, "hue")

urlpatterns = [
    path("", views.offices, name="offices"),
    path("<office:code>/", views.office, name="office"),
    path("<office:code>/<slug:slug>/ajukan/", include("pendopo.portal.apply_urls")),
    path("lanjut/", later.come_back, name="come-back"),
    path("<office:code>/<slug:slug>/", views.service, name="service"),
    path("", include("pendopo.portal.follow_urls")),
    path("cek/<str:mark>/", check.check, name="check"),
    path("bahasa/<slug:language>/", language.choose, name="language"),
    path("huruf/<slug:size>/", language.print_size, name="print-size"),
    path("warna/<hue:hue>/", hues.hue, name="hue"),
    path("keamanan/", views.security, name="security"),
    path("healthz", plain.health, name="health"),
    path("robots.txt", plain.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("<sitemap:province>", sitemap.province_sitemap, name="province-sitemap"),
    path(".well-known/security.txt", plain.security_txt, name="security-txt"),
]

# SPDX-License-Identifier: EUPL-1.2
"""What machines read: is it alive, what may be indexed, and where to report a weakness."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pendopo.base import clock
from pendopo.portal.answers import public_page

_TEXT = "text/plain; charset=utf-8"
_VALID_FOR = timedelta(days=180)


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
    barred = ["/"] if settings.PENDOPO_DEMO else ["/api/", "/bahasa/", "/huruf/"]
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


def _address(path: str) -> str:
    return f"{settings.PENDOPO_URL}{path}"

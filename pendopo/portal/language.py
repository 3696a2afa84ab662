# SPDX-License-Identifier: EUPL-1.2
"""Choosing the language or large print: a plain link that sets a cookie and leads back."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

SIZES = ("besar", "biasa")
SIZE_COOKIE = "huruf"
"""Read by the template of every public page."""


@never_cache
@require_safe
def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Remember a language for a year and go back to the page that was being read."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response


@never_cache
@require_safe
def print_size(request: HttpRequest, size: str) -> HttpResponse:
    """Remember for a year whether pages are shown in large print (`besar`) and go back."""
    if size not in SIZES:
        raise Http404
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        SIZE_COOKIE,
        size,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def in_large_print(request: HttpRequest) -> bool:
    """Whether the reader chose it."""
    return request.COOKIES.get(SIZE_COOKIE) == SIZES[0]


def _back(request: HttpRequest) -> str:
    """Only ever to a page of ours."""
    wanted = request.GET.get("ke", "/")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours and wanted.startswith("/") else "/"

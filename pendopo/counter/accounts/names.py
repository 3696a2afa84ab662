# SPDX-License-Identifier: EUPL-1.2
"""The user names that signed in at this computer: a quick change of person on a shared one."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "pendopo_names"
MOST = 6
_YEAR = 365 * 24 * 60 * 60


def names_on(request: HttpRequest) -> tuple[str, ...]:
    """The names, the last one first."""
    kept = request.get_signed_cookie(COOKIE, default="", max_age=_YEAR)
    return tuple(filter(None, (kept or "").split("|")))[:MOST]


def remember(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Put this name first."""
    names = dict.fromkeys((name, *names_on(request)))
    response.set_signed_cookie(
        COOKIE,
        "|".join(list(names)[:MOST]),
        max_age=_YEAR,
        path="/masuk/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )

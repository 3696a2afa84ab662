# SPDX-License-Identifier: EUPL-1.2
"""A leading colour as a stylesheet of two lines: pages may not hold styles themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pendopo.offices.hues import stylesheet

_A_WEEK = 7 * 24 * 60 * 60


class Hue:
    """`00576b`."""

    regex = r"[0-9a-f]{6}"

    def to_python(self, value: str) -> str:
        """The colour itself."""
        return value

    def to_url(self, value: str) -> str:
        """The colour itself."""
        return value


@require_safe
@cache_control(public=True, max_age=_A_WEEK)
def hue(_request: HttpRequest, hue: str) -> HttpResponse:
    """The colour in the address, made dark enough to be read. No query."""
    return HttpResponse(stylesheet(hue), content_type="text/css; charset=utf-8")

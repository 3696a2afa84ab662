# SPDX-License-Identifier: EUPL-1.2
"""How public pages are sent: read only, small, and asked for again only when they changed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """A page that anybody may read. It bears no secret, so that it may be compressed.

    A browser keeps it but asks each time: the counter may have closed, or a standard changed.
    """
    kept = cache_control(public=True, no_cache=True)(view)
    return require_safe(gzip_page(conditional_page(kept)))

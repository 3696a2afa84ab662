# SPDX-License-Identifier: EUPL-1.2
"""The web application as a server runs it, with the static files in front."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pendopo.settings")

_HOUR = 60 * 60

_application = get_wsgi_application()
# Django reads the addresses, and with them every view, at the first request. Here they are read
# before the server's processes part: once for all of them, and a fault in them is told at once.
_ = get_resolver().url_patterns

# `pendopo serve` has collected and compressed the files; another server runs
# `pendopo django collectstatic` once. A browser asks again after an hour.
application = WhiteNoise(
    _application,
    root=str(settings.STATIC_ROOT),
    prefix=settings.STATIC_URL,
    max_age=_HOUR,
)

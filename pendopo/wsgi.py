# SPDX-License-Identifier: EUPL-1.2
"""The web application as a server runs it, with the static files in front."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pendopo.settings")

_HOUR = 60 * 60

# `pendopo serve` has collected and compressed the files; another server runs
# `pendopo django collectstatic` once. A browser asks again after an hour.
application = WhiteNoise(
    get_wsgi_application(),
    root=str(settings.STATIC_ROOT),
    prefix=settings.STATIC_URL,
    max_age=_HOUR,
)

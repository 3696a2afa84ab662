# SPDX-License-Identifier: EUPL-1.2
"""All addresses: what programs ask for, then what people read."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from pendopo.api.urls import nothing_else

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("pendopo.api.urls")),
    re_path(r"^api/", nothing_else),
    path("", include("pendopo.portal.urls")),
]

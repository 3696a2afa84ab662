# SPDX-License-Identifier: EUPL-1.2
"""All addresses: what programs ask for, then what people read."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from pendopo.api.urls import nothing_else

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("pendopo.api.urls")),
    path("api/", nothing_else, name="beside-the-api"),
    path("api/<path:stray>", nothing_else, name="astray-below-api"),
    path("loket/", include("pendopo.counter.urls")),
    path("kantor/", include("pendopo.bureau.urls")),
    path("", include("pendopo.counter.accounts.urls")),
    path("", include("pendopo.portal.urls")),
]

handler400 = "pendopo.counter.faults.bad_request"
handler403 = "pendopo.counter.faults.permission_denied"
handler404 = "pendopo.counter.faults.page_not_found"
handler500 = "pendopo.counter.faults.server_error"

# SPDX-License-Identifier: EUPL-1.2
"""What an address asks for, without what no database can hold."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

NUL = "%00"
QUERY = "QUERY_STRING"
API = "/api/"


def without_nul(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Leave NUL out of the query of every address: PostgreSQL refuses a text that has one.

    Nobody types it; whoever sends it gets the page that the rest of the address asks for. A
    program is told what is wrong instead (`pendopo.api`).
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        # Nothing has read the query yet, and leaving one out may bring the next together.
        while NUL in request.META.get(QUERY, "") and not request.path.startswith(API):
            request.META[QUERY] = request.META[QUERY].replace(NUL, "")
        return get_response(request)

    return answer

# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the API, to be mounted at /api/v1/. Every answer under it is the API's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, path, re_path

from pendopo.api.app import api
from pendopo.api.docs import docs_page
from pendopo.api.failures import problem_for
from pendopo.api.problems import answer, not_found, refuse

View = Callable[..., HttpResponseBase]


def answering(view: View) -> View:
    """The view with what ninja leaves to others: 405, HEAD, and characters that no row can hold."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            _readable(request)
            if request.method == "HEAD":
                request.method = "GET"
            response = view(request, *args, **kwargs)
        except Exception as fault:
            return answer(problem_for(fault))
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            allowed = response.headers.get("Allow", "")
            text = f"Alamat ini menerima: {allowed}."
            return answer(refuse(405, text, {"Allow": allowed}))
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]
    return answered


def _readable(request: HttpRequest) -> None:
    if "\0" in request.path:
        raise not_found()
    if any("\0" in word for key, words in request.GET.lists() for word in (key, *words)):
        raise refuse(400, "Ada karakter yang tidak dapat dicari; ketik ulang.")


def unknown_path(request: HttpRequest, stray: str = "") -> HttpResponseBase:
    """The answer for an address that the API does not have."""
    raise not_found()


nothing_else = answering(unknown_path)
"""For whatever is not the API's, here or elsewhere below /api/."""

_patterns, _app_name, _namespace = api.urls
for pattern in _patterns:
    if isinstance(pattern, URLPattern):
        pattern.callback = answering(pattern.callback)

urlpatterns: list[URLPattern | URLResolver] = [
    path("docs", answering(docs_page), name="api-docs"),
    path("", (_patterns, _app_name, _namespace)),
    re_path(r"", nothing_else),
]

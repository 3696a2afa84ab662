# SPDX-License-Identifier: EUPL-1.2
"""The Content-Security-Policy header, from the setting SECURE_CSP as Django 6 has it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

HEADER = "Content-Security-Policy"


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give every answer the policy, unless a view has set a stricter one itself."""
    policy = "; ".join(f"{name} {' '.join(words)}" for name, words in settings.SECURE_CSP.items())

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault(HEADER, policy)
        return response

    return answer

# SPDX-License-Identifier: EUPL-1.2
"""Addresses of other parts of the counter, which may not be there."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def address(route: str, *args: object) -> str:
    """Where a route leads; empty where there is no such route."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""

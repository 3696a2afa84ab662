# SPDX-License-Identifier: EUPL-1.2
"""Forms that were sent when the session had ended, or by somebody else's session, are kept.

A form carries a signed `writer`: the officer for whom it was made. What comes without a session
of that officer is not done but kept for her, sealed, and given back after she signed in.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.urls import reverse

from pendopo.cases.services.drafts import HELD, keep_draft
from pendopo.offices.models import Officer

RETURN = "isian"
"""The parameter of an address that asks for a page with a draft filled in."""
UNTOLD = ("csrfmiddlewaretoken", "form_key", "writer", "draft")
"""Fields that say nothing of what was typed."""
_GOOD_FOR = timedelta(days=7)
_SALT = "counter.writer"
BELOW = ("/loket/", "/kantor/")
"""Where officers work; the first is their home."""


def writer_mark(officer: Officer) -> str:
    """What a form carries to say for whom it was made."""
    return TimestampSigner(salt=_SALT).sign(f"{officer.office_id}:{officer.id}")


def writer_of(request: HttpRequest) -> Officer | None:
    """For whom this form was made; None where it does not say so, or says it falsely."""
    try:
        told = TimestampSigner(salt=_SALT).unsign(request.POST.get("writer", ""), max_age=_GOOD_FOR)
    except BadSignature:
        return None
    office, _, officer_id = told.partition(":")
    return Officer.objects.filter(office_id=office, id=officer_id).first()


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    """What was typed, without what every form carries."""
    return {name: request.POST.getlist(name) for name in request.POST if name not in UNTOLD}


def hold(request: HttpRequest, writer: Officer) -> str | None:
    """Keep this form for its writer; the address that gives it back, None if it is too much."""
    key = secrets.token_urlsafe(12)
    kept = keep_draft(
        writer,
        HELD + key,
        typed_in(request),
        path=request.path,
        page=_page_of(request),
        left_out=any(request.FILES.values()),
    )
    return reverse("held", args=[key]) if kept else None


def with_draft(page: str, key: str) -> str:
    """The address of that page with the draft filled in."""
    parts = urlsplit(page)
    query = "&".join(filter(None, (parts.query, urlencode({RETURN: key}))))
    return parts._replace(query=query).geturl()


def _page_of(request: HttpRequest) -> str:
    """The page on which the form stood, as the browser says; else where it was sent."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    own = came_from.netloc == request.get_host() and came_from.path.startswith(BELOW)
    if not own:
        return request.path
    query = "&".join(p for p in came_from.query.split("&") if p and not p.startswith(f"{RETURN}="))
    return came_from._replace(scheme="", netloc="", query=query, fragment="").geturl()

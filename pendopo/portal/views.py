# SPDX-License-Identifier: EUPL-1.2
"""The pages: all offices, one office, one service."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from pendopo.domain.vocabulary import Kind
from pendopo.offices.models import Office
from pendopo.portal.answers import public_page
from pendopo.portal.directory import (
    SHOWN,
    Directory,
    directory_across_offices,
    offices_across_offices,
)
from pendopo.portal.language import in_large_print
from pendopo.portal.listing import listing, listing_across_offices
from pendopo.portal.pages import place_of, reach, service_page
from pendopo.standards import versions

FEW_OFFICES = 12
"""Up to so many the eye finds faster than a search box does."""
FEW_SERVICES = 8
_LONGEST_SEARCH = 60


@public_page
def offices(request: HttpRequest) -> HttpResponse:
    """All offices, or what was looked for: offices and, where there are few, their services."""
    sought = _sought(request)
    directory = directory_across_offices(sought)
    few = directory.known <= FEW_OFFICES
    context = {
        "directory": directory,
        "sought": sought,
        "few": few,
        "cut": directory.found > SHOWN,
        "demo": settings.PENDOPO_DEMO,
        **(_few_offices(directory, sought) if few and sought else {}),
    }
    return render(request, "portal/offices.html", context)


def _few_offices(directory: Directory, sought: str) -> dict[str, object]:
    """The services that were looked for, and whom to ask where nothing was found."""
    known = offices_across_offices()
    services = listing_across_offices(known, sought)
    nothing = not (services.rows or directory.offices)
    return {"services": services, "reached": tuple(map(reach, known)) if nothing else ()}


@public_page
def office(request: HttpRequest, code: str) -> HttpResponse:
    """One office: its services, its hours, how to reach it, its decree."""
    found = get_object_or_404(Office, code=code)
    sought = _sought(request)
    context = {
        "place": place_of(found),
        "base": settings.PENDOPO_URL,
        "listing": listing(found, sought),
        "reached": [reach(found)],
        "sought": sought,
        "search": bool(sought) or len(found.services) > FEW_SERVICES,
    }
    return render(request, "portal/office.html", context)


@public_page
def service(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One service: the promise, what to bring, how it goes, where to complain."""
    found = get_object_or_404(Office, code=code)
    standing = versions.current(found.code, slug)
    if standing is None:
        raise Http404
    page = service_page(found, standing, large=in_large_print(request))
    context = {
        "place": place_of(found),
        "page": page,
        "complaints": versions.of_kind(found.code, Kind.COMPLAINT),
        "base": settings.PENDOPO_URL,
    }
    return render(request, "portal/service.html", context)


@public_page
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weakness."""
    return render(request, "portal/security.html")


def _sought(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:_LONGEST_SEARCH]

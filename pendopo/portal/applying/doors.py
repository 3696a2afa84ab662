# SPDX-License-Identifier: EUPL-1.2
"""How a page of an application is opened and answered: by whom, kept by nobody, never lost.

The browser holds a signed cookie that opens this one application of this one service. The pages
are not kept by any browser or proxy. A full disk or a busy database gives back what was typed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods

from pendopo.base.network import client_address
from pendopo.base.room import has_no_room
from pendopo.base.sealing import Unreadable
from pendopo.cases.models import Application
from pendopo.cases.services.applications import KEPT_DAYS, Typed, application_of, typed_in
from pendopo.offices.models import Office
from pendopo.portal.applying.way import Way, way_of
from pendopo.standards import versions

logger = logging.getLogger(__name__)

COOKIE = "ajukan"
EXPIRED = "habis"
"""What the start page is told when there is nothing (any more) to go on with."""
_SEND_AGAIN = "csrfmiddlewaretoken"

View = Callable[..., HttpResponse]


def quiet_page(view: View) -> View:
    """A page with somebody's data: no browser keeps it. It may be compressed, since what others
    could slip into it never comes with the cookie (SameSite)."""
    kept = cache_control(private=True, no_store=True)(_given_back(view))
    page = require_http_methods(["GET", "HEAD", "POST"])(gzip_page(kept))
    page.stale = _stale  # type: ignore[attr-defined]  # read where a form's token is refused
    return page


def way_page(view: View) -> View:
    """A page of the way: `way` has what this browser's cookie opens, `way.row` None for nothing.

    Whoever has sent it already is led to what was said of it.
    """
    return quiet_page(_opened(view, after_sending=False))


def sent_page(view: View) -> View:
    """The same for pages that are there once it was sent."""
    return quiet_page(_opened(view, after_sending=True))


def _opened(view: View, *, after_sending: bool) -> View:
    @wraps(view)
    def opened(request: HttpRequest, code: str, slug: str, **more: object) -> HttpResponse:
        get_object_or_404(Office, code=code)
        standing = versions.current(code, slug)
        if standing is None:
            raise Http404
        row = opened_by(request, code, slug)
        if row is not None and row.case_id and not after_sending:
            return HttpResponseRedirect(reverse("apply-sent", args=[code, slug]))
        return view(request, way_of(standing, row, read_typed(row)), **more)

    return opened


def read_typed(row: Application | None) -> Typed:
    """What was typed; nothing where the key that sealed it is gone."""
    try:
        return typed_in(row) if row else Typed()
    except Unreadable:
        logger.error("portal: an application cannot be opened with the key at hand")
        return Typed()


def opened_by(request: HttpRequest, office: str, service: str) -> Application | None:
    """The application that the cookie of this browser opens, as long as it is kept."""
    given = request.get_signed_cookie(
        COOKIE, default="", salt=_salt(office, service), max_age=_seconds()
    )
    try:
        return application_of(office, service, UUID(given)) if given else None
    except ValueError:
        return None


def let_in(response: HttpResponse, row: Application) -> HttpResponse:
    """Give this browser the cookie that opens the application, for as long as it is kept."""
    response.set_signed_cookie(
        COOKIE,
        str(row.id),
        salt=_salt(row.office_id, row.service),
        max_age=_seconds(),
        path=reverse("apply", args=[row.office_id, row.service]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def let_out(response: HttpResponse, office: str, service: str) -> HttpResponse:
    """Take the cookie away, so that whoever has the telephone next opens nothing."""
    response.delete_cookie(COOKIE, path=reverse("apply", args=[office, service]), samesite="Lax")
    return response


def to_start(way: Way, *, expired: bool = False) -> HttpResponseRedirect:
    """Back to the first page, which says why where there was something before."""
    address = reverse("apply", args=[way.office, way.standing.slug])
    return HttpResponseRedirect(f"{address}?{EXPIRED}=1" if expired else address)


def client_of(request: HttpRequest) -> str:
    """Who calls, for counting tries."""
    return client_address(request.META, settings.PENDOPO_PROXIES)


def drain(request: HttpRequest) -> None:
    """Read what is still coming, and drop it: a browser that is cut off shows no answer."""
    try:
        while request.read(65_536):
            pass
    except (OSError, ValueError):
        return


def _given_back(view: View) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        try:
            return view(request, *args, **more)
        except (OSError, OperationalError, InterfaceError) as fault:
            full = has_no_room(fault)
            if not full and not isinstance(fault, (OperationalError, InterfaceError)):
                raise
            logger.error("portal: an application could not be kept (%s)", type(fault).__name__)
            if full:
                return _again(request, "full", HTTPStatus.INSUFFICIENT_STORAGE)
            return _again(request, "busy", HTTPStatus.SERVICE_UNAVAILABLE)

    return answered


def _stale(request: HttpRequest) -> HttpResponse:
    """A form whose cookie has gone meanwhile: given back, and good again with one press."""
    return _again(request, "stale", HTTPStatus.FORBIDDEN)


def _again(request: HttpRequest, why: str, status: HTTPStatus) -> HttpResponse:
    """The page that holds what was typed, and a button that sends it again."""
    sent = [
        (name, text)
        for name in request.POST
        if name != _SEND_AGAIN
        for text in request.POST.getlist(name)
    ]
    context = {"again": sent, "why": why, "posted": request.method == "POST"}
    return render(request, "portal/apply/again.html", context, status=status)


def _salt(office: str, service: str) -> str:
    return f"apply/{office}/{service}"


def _seconds() -> int:
    return KEPT_DAYS * 24 * 60 * 60

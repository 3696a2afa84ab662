# SPDX-License-Identifier: EUPL-1.2
"""What went wrong, told gently and at the counter's own desk; what was typed is given back.

These pages ask the database for nothing: it may be what failed.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views import defaults
from django.views.csrf import csrf_failure as djangos_csrf_failure

from pendopo.base.room import has_no_room
from pendopo.base.sealing import NoKey, Unreadable
from pendopo.counter.desks import desk_of
from pendopo.counter.holding import BELOW, UNTOLD, hold, writer_of

logger = logging.getLogger(__name__)
_OURS = (*BELOW, "/masuk/", "/keluar/", "/akun/")
_FROM_ELSEWHERE = ("Origin checking failed", "Referer checking failed")
"""How Django's reasons begin for a form that another site sent."""
_AGAIN_AFTER = "5"
"""Seconds after which a browser, or a person, may well try again."""


def answer_to(request: HttpRequest, fault: BaseException) -> HttpResponse | None:
    """The page for a fault of the machine that can be told; None for any other."""
    match fault:
        case OSError() | OperationalError() if has_no_room(fault):
            logger.error("counter: no room left where the data is kept")
            return _page(request, "no-room", HTTPStatus.INSUFFICIENT_STORAGE)
        case OperationalError() | InterfaceError():
            logger.error("counter: the database did not answer", exc_info=fault)
            response = _page(request, "busy", HTTPStatus.SERVICE_UNAVAILABLE)
            response.headers["Retry-After"] = _AGAIN_AFTER
            return response
        case Unreadable() | NoKey():
            logger.error("counter: sealed values cannot be opened with the key at hand")
            return _page(request, "other-key", HTTPStatus.SERVICE_UNAVAILABLE)
        case _:
            return None


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500: at the counter with what was typed, elsewhere as the public reads it."""
    fault = sys.exc_info()[1]
    if not _is_ours(request):
        return defaults.server_error(request)
    known = answer_to(request, fault) if fault else None
    return known or _page(request, "broken", HTTPStatus.INTERNAL_SERVER_ERROR)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400: what came was cut off, or larger than a form can be. It cannot be read again.

    A view that takes files may have an answer of its own (`unreadable`).
    """
    own = _own_answer(request, "unreadable")
    if own is not None:
        return own
    if not _is_ours(request):
        return _unread(request, exception)
    html = render_to_string("counter/faults/unreadable.html")
    return HttpResponse(html, status=HTTPStatus.BAD_REQUEST)


def _unread(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same for the public; whose photo was too large is told so."""
    if not isinstance(exception, RequestDataTooBig):
        return defaults.bad_request(request, exception)
    response = defaults.bad_request(request, exception, template_name="413.html")
    response.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return response


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404."""
    return _told(request, exception, defaults.page_not_found, "not-found", HTTPStatus.NOT_FOUND)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    return _told(request, exception, defaults.permission_denied, "not-mine", HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before the last sign-in is not done, but given back to whom it was made for.

    A view of the public may have an answer of its own (`stale`). What the page of another site
    sent is never given back: one press would do it in the name of whoever was led there.
    """
    own = None if reason.startswith(_FROM_ELSEWHERE) else _own_answer(request, "stale")
    if own is not None:
        return own
    if not _is_ours(request):
        return djangos_csrf_failure(request, reason)
    writer = writer_of(request)
    kept = hold(request, writer) if writer else None
    if kept is None:
        return render(request, "counter/faults/stale-form.html", status=HTTPStatus.FORBIDDEN)
    if writer is not None and writer.user_id == request.user.pk:
        return HttpResponseRedirect(kept)
    context = {"writer": writer, "kept": kept}
    return render(request, "counter/other-writer.html", context, status=HTTPStatus.CONFLICT)


def _own_answer(request: HttpRequest, fault: str) -> HttpResponse | None:
    """What the view that was asked for says itself of this fault; None where it says nothing."""
    match = request.resolver_match
    own: Callable[[HttpRequest], HttpResponse] | None = getattr(match and match.func, fault, None)
    return own(request) if own else None


def _is_ours(request: HttpRequest) -> bool:
    return request.path.startswith(_OURS)


def _told(
    request: HttpRequest,
    exception: Exception,
    public: Callable[[HttpRequest, Exception], HttpResponse],
    name: str,
    status: HTTPStatus,
) -> HttpResponse:
    if not _is_ours(request):
        return public(request, exception)
    if request.user.is_authenticated:
        request.desk = desk_of(request.user)  # type: ignore[attr-defined]  # for the templates
    return render(request, f"counter/faults/{name}.html", status=status)


def _page(request: HttpRequest, name: str, status: HTTPStatus) -> HttpResponse:
    """Made without the request, whose session and messages may need the database."""
    sent = request.POST if request.method == "POST" else {}
    fields = [(one, value) for one in sent for value in request.POST.getlist(one)]
    context = {
        "csrf_token": get_token(request),
        "path": request.path,
        "again": [one for one in fields if one[0] != UNTOLD[0]],
        "sent": bool(sent),
    }
    return HttpResponse(render_to_string(f"counter/faults/{name}.html", context), status=status)

# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: a page of the counter is for an officer who holds a position today."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from pendopo.base import clock
from pendopo.counter.desks import Desk, desk_of
from pendopo.counter.faults import answer_to
from pendopo.counter.giving_back import with_draft_in
from pendopo.counter.holding import RETURN, hold, writer_of

__all__ = ["Desk", "desk_of", "desk_page"]

Rest = ParamSpec("Rest")
_SEEN = "seen"
_SELDOM = 10 * 60
"""Seconds between two writings of the session, which slides on with the work."""


def desk_page(
    view: Callable[Concatenate[HttpRequest, Desk, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """A page for officers: the view is given the desk. Others are asked to sign in first.

    Moments are written by the clock on the office's wall. A form that comes without a session,
    or by that of somebody else, is kept for its writer. A page that is asked for with a draft is
    given with it filled in.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        try:
            found = _let_in(request)
            if isinstance(found, HttpResponse):
                return found
            with timezone.override(found.office.zone):
                if request.method != "GET" or RETURN not in request.GET:
                    return view(request, found, *args, **kwargs)
                return with_draft_in(request, found, lambda: view(request, found, *args, **kwargs))
        except Exception as fault:
            known = answer_to(request, fault)
            if known is None:
                raise
            return known

    guarded.is_desk_page = True  # type: ignore[attr-defined]  # for tests/rules
    return cast("Callable[Concatenate[HttpRequest, Rest], HttpResponse]", never_cache(guarded))


def _let_in(request: HttpRequest) -> HttpResponse | Desk:
    user = request.user
    if not user.is_authenticated:
        return redirect_to_login(_kept(request) or request.get_full_path(), "sign-in")
    if user.provisional:
        return redirect_to_login(request.get_full_path(), "password")
    desk = request.desk = desk_of(user)  # type: ignore[attr-defined]  # for the templates
    if desk is None or not desk.actor.roles:
        return render(request, "counter/no-position.html", status=403)
    _slide(request)
    return _if_somebody_else_s(request, desk) or desk


def _kept(request: HttpRequest) -> str | None:
    """Where the form is given back, if this was one; None where nothing could be kept."""
    writer = writer_of(request) if request.method == "POST" else None
    return hold(request, writer) if writer else None


def _slide(request: HttpRequest) -> None:
    """The session lasts from the last work on, not from the first."""
    now = int(clock.now().timestamp())
    if now - request.session.get(_SEEN, 0) > _SELDOM:
        request.session[_SEEN] = now


def _if_somebody_else_s(request: HttpRequest, desk: Desk) -> HttpResponse | None:
    """A form that was made for another officer is not done in this one's name."""
    writer = writer_of(request) if request.method == "POST" else None
    if writer is None or writer == desk.officer:
        return None
    context = {"writer": writer, "kept": hold(request, writer)}
    return render(request, "counter/other-writer.html", context, status=409)

# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: a page of the counter is for an officer who holds a position today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from pendopo.domain.circumstances import Actor
from pendopo.offices import access
from pendopo.offices.assignments import held_on
from pendopo.offices.models import Office, Officer

Rest = ParamSpec("Rest")


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer at work: the office, who it is, and what she may do today.

    `titles` name the positions held today, in the order of the office.
    """

    office: Office
    officer: Officer
    actor: Actor
    titles: tuple[str, ...] = ()


def desk_of(user: Any) -> Desk | None:
    """The desk of somebody who signed in; None for a user who is no officer. Two queries."""
    officer = Officer.objects.select_related("office").filter(user_id=user.pk).first()
    if officer is None:
        return None
    held = list(held_on(officer.office_id, officer.office.today).filter(officer_id=officer.id))
    titles = tuple(dict.fromkeys(one.full_title for one in held))
    return Desk(officer.office, officer, access.actor_holding(officer, held), titles)


def desk_page(
    view: Callable[Concatenate[HttpRequest, Desk, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """A page for officers: the view is given the desk. Others are asked to sign in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), "sign-in")
        desk = desk_of(request.user)
        if desk is None or not desk.actor.roles:
            return render(request, "counter/no-position.html", {"desk": desk}, status=403)
        request.desk = desk  # type: ignore[attr-defined]  # for the templates
        return view(request, desk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, Rest], HttpResponse]", never_cache(guarded))

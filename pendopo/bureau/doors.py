# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: a page of the bureau is for an officer who keeps the office's settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pendopo.counter.doors import Desk, desk_page

__all__ = ["Desk", "bureau_page"]

Rest = ParamSpec("Rest")


def bureau_page(
    view: Callable[Concatenate[HttpRequest, Desk, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """A page for those who keep the settings. Other officers are told who does, with a 403."""

    def kept(
        request: HttpRequest, desk: Desk, /, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        if not desk.settles:
            return render(request, "bureau/not-yours.html", status=403)
        return view(request, desk, *args, **kwargs)

    guarded = wraps(view)(desk_page(kept))
    guarded.is_desk_page = True  # type: ignore[attr-defined]  # for tests/rules
    guarded.is_bureau_page = True  # type: ignore[attr-defined]  # for tests/rules
    return cast("Callable[Concatenate[HttpRequest, Rest], HttpResponse]", guarded)

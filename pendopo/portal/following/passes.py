# SPDX-License-Identifier: EUPL-1.2
"""The pass: for half an hour a browser is known as one in which a case's code was typed.

It is a signed cookie that no script reads, sent below `/lacak/` alone, so that a code never
stands in an address. A cheap phone goes from hand to hand: it ends by itself, and by a button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from pendopo.base import clock
from pendopo.base.network import client_address
from pendopo.cases.queries import CaseFile, case_file
from pendopo.screens.entering import TooOften, WrongPair, enter
from pendopo.screens.tracking import grouped, read_reference

COOKIE = "lacak"
BELOW = "/lacak/"
GOOD_FOR = timedelta(minutes=30)
CODE = "kode"
"""The field in which the code is typed: on the first form, and on every one after a pause."""
MOST = 4
"""So many cases one browser may follow at once."""
_SALT = "portal.pass"
UNTOLD = ("csrfmiddlewaretoken", "form_key", CODE, "kirim")
"""Fields that say nothing of what was typed."""

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Follower:
    """Whoever has typed the code of this case. `again`: it was typed with what was sent just now.

    What was sent then is looked at once more before anything is done.
    """

    file: CaseFile
    client: str
    again: bool = False

    @property
    def reference(self) -> str:
        """The case's reference."""
        return self.file.row.reference


def held_by(request: HttpRequest) -> dict[str, datetime]:
    """The cases that this browser may follow now, and since when it was last seen."""
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT)
        seen = {str(key): datetime.fromisoformat(at) for key, at in told}
    except (signing.BadSignature, TypeError, ValueError):
        return {}
    return {key: at for key, at in seen.items() if clock.now() - at < GOOD_FOR}


def remember(request: HttpRequest, response: HttpResponse, reference: str) -> None:
    """Let this browser follow the case for a while from now on."""
    others = [(key, at) for key, at in held_by(request).items() if key != reference]
    _write(response, [(reference, clock.now()), *others][:MOST])


def forget(request: HttpRequest, response: HttpResponse, reference: str) -> None:
    """From now on the code is asked for again."""
    _write(response, [(key, at) for key, at in held_by(request).items() if key != reference])


def _write(response: HttpResponse, held: list[tuple[str, datetime]]) -> None:
    if not held:
        response.delete_cookie(COOKIE, path=BELOW)
        return
    response.set_cookie(
        COOKIE,
        signing.dumps([(key, at.isoformat()) for key, at in held], salt=_SALT),
        max_age=int(GOOD_FOR.total_seconds()),
        path=BELOW,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def followed(view: View) -> View:
    """The door of a case's pages: `view(request, follower, …)` for whoever has typed its code.

    Without a pass the code is asked for; what was sent is kept on that page and not done.
    """

    @wraps(view)
    def guarded(request: HttpRequest, reference: str, **more: Any) -> HttpResponse:
        known = read_reference(reference)
        if known is None:
            raise Http404
        if known != reference:
            return redirect(request.path.replace(reference, known, 1))
        client = client_address(request.META, settings.PENDOPO_PROXIES)
        has_pass = known in held_by(request)
        if not has_pass:
            answer = _typed_code(request, client, known)
            if answer is not None:
                return answer
        file = case_file(known, None)
        if file is None:
            return ask_code(request, known, wrong=True)
        if not has_pass and not typed_in(request.POST):
            response: HttpResponse = redirect(request.get_full_path())
        else:
            response = view(request, Follower(file, client, again=not has_pass), **more)
        if not getattr(response, "closes", False):
            remember(request, response, known)
        return response

    door = never_cache(guarded)
    door.is_followed = True  # type: ignore[attr-defined]
    return door


def _typed_code(request: HttpRequest, client: str, reference: str) -> HttpResponse | None:
    """What to answer to somebody without a pass; None where the right code came along."""
    code = request.POST.get(CODE, "")
    if not code:
        return ask_code(request, reference)
    match enter(client, reference, code):
        case TooOften(seconds):
            return too_often(request, seconds)
        case WrongPair():
            return ask_code(request, reference, wrong=True)
        case _:
            return None


def ask_code(request: HttpRequest, reference: str, *, wrong: bool = False) -> HttpResponse:
    """Ask for the code of this case; what was sent stays on the page and goes with it."""
    kept = typed_in(request.POST)
    context = {
        "reference": reference,
        "ref": grouped(reference),
        "kept": [(name, value) for name, values in kept.items() for value in values],
        "files": bool(request.FILES),
        "posts": request.method == "POST",
        "wrong": wrong,
        "path": request.path,
    }
    return render(request, "portal/follow/code.html", context, status=403)


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """Tried too often: when to try again, and whom to ask meanwhile."""
    context = {"minutes": max(1, round(seconds / 60))}
    response = render(request, "portal/follow/later.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


def typed_in(sent: Mapping[str, Any]) -> dict[str, list[str]]:
    """What was typed, without what every form carries."""
    lists = getattr(sent, "lists", None)
    pairs = lists() if lists else ()
    return {name: list(values) for name, values in pairs if name not in UNTOLD}

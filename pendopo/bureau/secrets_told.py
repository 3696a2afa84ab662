# SPDX-License-Identifier: EUPL-1.2
"""A password or a key that is told once: from the deed that made it to the page that shows it."""

from __future__ import annotations

from django.http import HttpRequest

from pendopo.base.sealing import seal, unseal
from pendopo.counter.doors import Desk

_KEY = "told-once"


def keep_secret(request: HttpRequest, desk: Desk, text: str) -> None:
    """Hold it, sealed, in the session of who made it, until the page that follows is shown."""
    request.session[_KEY] = seal(desk.office.code, _KEY, text)


def tell_secret(request: HttpRequest, desk: Desk) -> str:
    """What was held, and it is held no longer; "" where there is nothing (any more)."""
    sealed = request.session.pop(_KEY, "")
    return unseal(desk.office.code, _KEY, sealed) if sealed else ""

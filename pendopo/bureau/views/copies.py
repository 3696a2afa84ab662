# SPDX-License-Identifier: EUPL-1.2
"""The copies of everything: the last and the next, one at once, and the trial of restoring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pendopo.base.daily import State, Told, begin, state_of
from pendopo.bureau.care import found_copies, tool_is_missing
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.cases.services.safekeeping import BACKUP, TRIAL
from pendopo.counter.desks import local
from pendopo.counter.posting import post_once


@bureau_page
@require_safe
def copies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All of it. While something runs, the page looks again by itself."""
    copy, trial = state_of(BACKUP), state_of(TRIAL)
    found = found_copies()
    context = {
        "copies": found,
        "last": found[0] if found else None,
        "copy": copy,
        "trial": trial,
        "tried": _tried(trial.told, desk),
        "running": bool(copy.running_since or trial.running_since),
        "folder": settings.PENDOPO_BACKUPS,
        "key_file": settings.PENDOPO_VAR / "secret",
        "hour": settings.PENDOPO_BACKUP_HOUR,
        "days": settings.PENDOPO_BACKUP_DAYS,
        "weeks": settings.PENDOPO_BACKUP_WEEKS,
        "no_tool": tool_is_missing(),
    }
    return render(request, "bureau/care/copies.html", context)


@bureau_page
@require_POST
def copy_now(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make a copy beside this request; never two at once."""
    return _beside(request, desk, BACKUP, _("Salinan sudah dibuat dan diperiksa."))


@bureau_page
@require_POST
def try_now(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Restore the newest copy into a throw-away database, beside this request."""
    return _beside(request, desk, TRIAL, _("Salinan terakhir dapat dipulihkan, semuanya cocok."))


def _beside(request: HttpRequest, desk: Desk, name: str, well: str) -> HttpResponse:
    """Begin once this request has written what it writes, and tell how far it came meanwhile."""
    ended: list[State] = []

    def run() -> None:
        begin(name)
        ended.append(state_of(name))

    def do() -> HttpResponse:
        transaction.on_commit(run)
        return redirect("bureau-copies")

    before = state_of(name)
    if before.running_since:
        messages.info(request, _("Sedang dikerjakan; tidak dimulai dua kali."))
        return redirect("bureau-copies")
    answer = post_once(request, desk, do)
    if ended and not ended[0].running_since and ended[0].done_at != before.done_at:
        messages.success(request, well)
    return answer


def _tried(told: Told, desk: Desk) -> Mapping[str, Any] | None:
    """What the last good trial found; `made` is when its copy was made."""
    made = told.get("made")
    if not isinstance(made, str):
        return None
    return {**told, "made": local(datetime.fromisoformat(made), desk)}

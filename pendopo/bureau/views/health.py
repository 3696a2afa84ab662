# SPDX-License-Identifier: EUPL-1.2
"""How the installation fares: nothing secret, nothing of another office."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import pendopo
from pendopo.base import clock
from pendopo.base.daily import states
from pendopo.bureau.care import concerns, deed_name, found_copies
from pendopo.bureau.doors import Desk, bureau_page
from pendopo.cases import models
from pendopo.offices.models import Officer

_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@bureau_page
@require_safe
def health(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Version, database, disk, the day's work and how much there is. A dozen short queries."""
    found, deeds = found_copies(), states()
    context = {
        "version": pendopo.__version__,
        "engine": f"{_ENGINES[connection.vendor]} {_release()}",
        "demo": settings.PENDOPO_DEMO,
        "disk": _disk(),
        "copies_size": sum(one.size for one in found),
        "last_copy": found[0] if found else None,
        "work": [{"name": deed_name(one.name), "state": one} for one in deeds],
        "now": clock.now(),
        "counts": _counts(desk.office.code),
        "concerns": concerns(deeds),
    }
    return render(request, "bureau/care/health.html", context)


def _release() -> str:
    """`3.40.1` or `15.20`."""
    version = connection.get_database_version()
    return ".".join(str(part) for part in version)


def _disk() -> Mapping[str, int] | None:
    """Bytes of the disk where everything is kept, and how much of a hundred is in use."""
    try:
        usage = shutil.disk_usage(settings.PENDOPO_VAR)
    except OSError:
        return None
    used = round(100 - 100 * usage.free / usage.total)
    return {"free": usage.free, "total": usage.total, "used": used}


def _counts(office: str) -> Mapping[str, int]:
    """How much there is of this office."""
    cases = models.Case.objects.filter(office_id=office)
    return {
        "running": cases.filter(ended_at=None).count(),
        "ended": cases.exclude(ended_at=None).count(),
        "events": models.Event.objects.filter(office_id=office).count(),
        "lines": models.BookRow.objects.filter(office_id=office).count(),
        "uploads": models.Upload.objects.filter(office_id=office).count(),
        "officers": Officer.objects.filter(office_id=office).count(),
    }

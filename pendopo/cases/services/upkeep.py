# SPDX-License-Identifier: EUPL-1.2
"""What is thrown away once a day: files that came to nothing, answers and drafts that are old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from pendopo.base import clock
from pendopo.base.daily import every_day
from pendopo.cases import models
from pendopo.cases.services import applications
from pendopo.cases.services.drafts import KEPT_FOR, forget_old_drafts
from pendopo.cases.services.idempotency import forget_before
from pendopo.cases.services.kept_files import sweep_uploads
from pendopo.offices.models import Office

UNCLAIMED_FOR = KEPT_FOR
"""So long a photo that came to no case is kept: as long as the draft that may still name it."""
_AT_ONCE = 500
REPEATED_FOR = timedelta(days=30)
"""So long the same request is answered as before; no form is sent again later than that."""


@every_day("uploads")
def forget_unclaimed() -> int:
    """Delete what was brought and came to no case, and files that no row knows. How many files.

    The photos of an application go when it goes, however old they are.
    """
    before = clock.now() - UNCLAIMED_FOR
    swept = 0
    for office in _offices():
        old = models.Upload.objects.filter(office_id=office, case_id=None, created_at__lt=before)
        held = set(applications.still_bringing(office))
        names = old.values_list("created_by", flat=True).distinct()
        # In batches: strangers bring them, and a statement names no more than so many.
        for some in _batches((one for one in list(names) if one not in held), _AT_ONCE):
            old.filter(created_by__in=some).delete()
        swept += sweep_uploads(office)
    return swept


@every_day("answers")
def forget_answers() -> int:
    """Delete the answers to requests that nobody repeats any more."""
    return forget_before(clock.now() - REPEATED_FOR)


@every_day("drafts")
def forget_drafts() -> int:
    """Delete drafts that are too old to be offered, officers' and those of applicants."""
    of_applicants = sum(applications.forget_old_drafts(office) for office in _offices())
    return forget_old_drafts(clock.now()) + of_applicants


def _batches(names: Iterable[str], size: int) -> Iterator[list[str]]:
    left = iter(names)
    while some := list(islice(left, size)):
        yield some


def _offices() -> list[str]:
    """Every office by its code. One query."""
    return list(Office.objects.order_by("code").values_list("code", flat=True))

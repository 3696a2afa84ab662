# SPDX-License-Identifier: EUPL-1.2
"""What is thrown away once a day: files that came to nothing, answers and drafts that are old."""

from __future__ import annotations

from datetime import timedelta

from pendopo.base import clock
from pendopo.base.daily import every_day
from pendopo.cases import models
from pendopo.cases.services.drafts import KEPT_FOR, forget_old_drafts
from pendopo.cases.services.idempotency import forget_before
from pendopo.cases.services.kept_files import sweep_uploads
from pendopo.offices.models import Office

UNCLAIMED_FOR = KEPT_FOR
"""So long a photo that came to no case is kept: as long as the draft that may still name it."""
REPEATED_FOR = timedelta(days=30)
"""So long the same request is answered as before; no form is sent again later than that."""


@every_day("uploads")
def forget_unclaimed() -> int:
    """Delete what was brought and came to no case, and files that no row knows. How many files."""
    before = clock.now() - UNCLAIMED_FOR
    swept = 0
    for office in Office.objects.order_by("code").values_list("code", flat=True):
        models.Upload.objects.filter(office_id=office, case_id=None, created_at__lt=before).delete()
        swept += sweep_uploads(office)
    return swept


@every_day("answers")
def forget_answers() -> int:
    """Delete the answers to requests that nobody repeats any more."""
    return forget_before(clock.now() - REPEATED_FOR)


@every_day("drafts")
def forget_drafts() -> int:
    """Delete drafts that are too old to be offered."""
    return forget_old_drafts(clock.now())

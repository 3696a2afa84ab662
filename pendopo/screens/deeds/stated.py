# SPDX-License-Identifier: EUPL-1.2
"""A time that somebody states on a form: a day and an hour of the office's own clock."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from pendopo.domain.wording import localize
from pendopo.screens.deeds.commands import read_moment


def stated_moment(day: str, hour: str, now: datetime, zone: str) -> datetime | str | None:
    """The moment stated; None where nothing was; or what is wrong with it.

    An hour alone is of today. `09.40` is as good as `09:40`.
    """
    day, hour = day.strip(), hour.strip().replace(".", ":")
    if not day and not hour:
        return None
    if not hour:
        return _("Tulis juga jamnya, misalnya 09.40.")
    when = day or localize(now, zone).date().isoformat()
    at = read_moment(f"{when}T{hour:0>5}", zone)
    return _("Jamnya tidak terbaca; tulis seperti 09.40.") if isinstance(at, str) else at

# SPDX-License-Identifier: EUPL-1.2
"""Papers as they leave the printer: PDF for keeping, PNG for looking at."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from django.utils.translation import gettext as _

from pendopo.papers import sheet
from pendopo.papers.press import PRESS, CannotPrint, Job
from pendopo.papers.values import Paper

__all__ = ["CannotPrint", "pdf", "png"]

_LARGEST_PPI: Final = 400


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2a with tags (PDF/UA-1). The same value gives the same bytes.

    Raises CannotPrint, with words for the officer, when it cannot be made; ValueError for a
    caller's mistake, such as a `made_on` that is no ISO date.
    """
    job = Job(sheet.as_json(paper), "pdf", timestamp=_timestamp(paper.common.made_on))
    return PRESS.set(job).content or b""


def png(paper: Paper, page: int = 1, ppi: int = 110) -> tuple[bytes, int]:
    """One page as a picture, and how many pages there are.

    Raises CannotPrint as `pdf` does, and for a page that the paper does not have.
    """
    if not 10 <= ppi <= _LARGEST_PPI:
        raise ValueError(f"ppi is 10 to {_LARGEST_PPI}, not {ppi}")
    made = PRESS.set(Job(sheet.as_json(paper), "png", ppi=ppi, page=max(page, 0)))
    if page < 1 or made.content is None:
        raise CannotPrint(_("Naskah ini tidak mempunyai halaman %(page)s.") % {"page": page})
    return made.content, made.pages


def _timestamp(made_on: str) -> int:
    """Seconds of noon of that day in UTC, so that no zone makes it another; 0 where unknown."""
    if not made_on:
        return 0
    day = date.fromisoformat(made_on)
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())

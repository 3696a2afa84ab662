# SPDX-License-Identifier: EUPL-1.2
"""Papers as Word documents: the copy that a clerk may go on writing."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _

from pendopo.papers import packed
from pendopo.papers.values import (
    ControlSheet,
    Correspondence,
    Countersign,
    Disposition,
    Letter,
    Listing,
    Minutes,
    Paper,
    Slip,
    Transmittal,
)
from pendopo.papers.word import sheets
from pendopo.papers.word.page import Page

__all__ = ["docx"]


def docx(paper: Paper) -> bytes:
    """A copy for Word of what `printing.pdf` prints. The same value gives the same bytes.

    Raises ValueError for forms that are filled in by hand or printed over another sheet: there
    is nothing in them to edit.
    """
    made = io.BytesIO()
    _page(paper).document.save(made)
    return packed.settled(made.getvalue())


def _page(paper: Paper) -> Page:
    match paper:
        case Letter():
            return sheets.letter(paper)
        case Correspondence():
            return sheets.correspondence(paper)
        case Transmittal():
            return sheets.transmittal(paper)
        case Minutes():
            return sheets.minutes(paper)
        case Listing():
            return sheets.listing(paper)
        case Slip():
            return sheets.slip(paper)
        case Disposition() | ControlSheet() | Countersign():
            raise ValueError(_("Lembar ini hanya untuk dicetak; salinan Word tidak tersedia."))

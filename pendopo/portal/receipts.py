# SPDX-License-Identifier: EUPL-1.2
"""Receipts made for the public: so many an hour, for the press is the office's as well."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from pendopo.papers.printing import CannotPrint, pdf, png
from pendopo.papers.values import Paper
from pendopo.screens.attempts import Allowance, count_one, wait_for

RECEIPTS = Allowance("receipt", 60, timedelta(minutes=15))
"""From one address, which a whole village may share. Setting one takes a good half second."""


def receipt_made(client: str, paper: Paper, kind: Literal["pdf", "png"], ppi: int) -> bytes | None:
    """The receipt as a file or a picture; None where it cannot be made now."""
    if wait_for(RECEIPTS, client):
        return None
    count_one(RECEIPTS, client)
    try:
        return pdf(paper) if kind == "pdf" else png(paper, ppi=ppi)[0]
    except CannotPrint:
        return None

# SPDX-License-Identifier: EUPL-1.2
"""A paper as whoever holds it reads it: its words, and what its code leads to."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import zxingcpp

_SHARP = 200 / 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF, read back. `words` are in one line; `codes` are what its QR codes say."""

    words: str
    codes: tuple[str, ...]


def read(pdf: bytes) -> Sheet:
    """Read a PDF with another program than the one that made it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
        shown = [page.render(scale=_SHARP).to_pil().convert("L") for page in document]
    finally:
        document.close()
    codes = tuple(code.text for picture in shown for code in zxingcpp.read_barcodes(picture))
    return Sheet(" ".join(words.split()), codes)

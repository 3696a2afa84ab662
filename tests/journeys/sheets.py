# SPDX-License-Identifier: EUPL-1.2
"""A paper as whoever holds it reads it: its words, and what its code leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

_SHARP = 200 / 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF, read back. `words` are in one line; `codes` are what its QR codes say."""

    words: str
    codes: tuple[str, ...]
    pictures: tuple[bytes, ...]


def read(pdf: bytes) -> Sheet:
    """Read a PDF with another program than the one that made it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
        shown = [page.render(scale=_SHARP).to_pil() for page in document]
    finally:
        document.close()
    codes = tuple(code for picture in shown for code in _codes(picture))
    return Sheet(" ".join(words.split()), codes, tuple(_png(picture) for picture in shown))


def _codes(picture: Image.Image) -> Iterator[str]:
    for found in zxingcpp.read_barcodes(picture.convert("L")):
        yield found.text


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()

# SPDX-License-Identifier: EUPL-1.2
"""Papers read back as a person would: their words, their pages, and their QR with a camera."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
import zxingcpp
from PIL import Image

_SCALE = 200 / 72


def pages(pdf: bytes) -> list[str]:
    """The words of each page, a line each, as they can be copied."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [text.replace("\r\n", "\n") for text in texts]


def text(pdf: bytes) -> str:
    """All words in one line, so that a broken line hides nothing."""
    return " ".join(" ".join(pages(pdf)).split())


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        points = [page.get_size() for page in document]
    return [(round(wide / 72 * 25.4), round(high / 72 * 25.4)) for wide, high in points]


def picture(pdf: bytes, page: int = 0) -> Image.Image:
    """A page as a scanner of 200 dots an inch sees it, in grey."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return document[page].render(scale=_SCALE).to_pil().convert("L")


def codes(image: Image.Image) -> list[str]:
    """What the QR codes of a picture lead to."""
    return [code.text for code in zxingcpp.read_barcodes(image)]

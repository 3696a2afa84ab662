# SPDX-License-Identifier: EUPL-1.2
"""The region's arms, kept as PNG, JPEG or SVG, as each kind of paper can draw them."""

from __future__ import annotations

import base64
import io
import json
from functools import lru_cache
from typing import Final

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from pendopo.papers.press import PRESS, CannotPrint, Job

_PIXELS: Final = 900
"""The longer side; 25 mm at 900 dpi. Offices keep photographs of ten times that."""
_LARGEST: Final = 50_000_000
_PPI: Final = 300


@lru_cache(maxsize=8)
def png(picture: bytes) -> bytes:
    """The picture as PNG, for Word. Raises CannotPrint."""
    paper = json.dumps({"kind": "arms", "drawing": drawing(picture)})
    return PRESS.set(Job(paper, "png", ppi=_PPI)).content or b""


@lru_cache(maxsize=8)
def drawing(picture: bytes) -> str:
    """The picture as SVG, whatever it was kept as; empty for none. Raises CannotPrint."""
    if not picture:
        return ""
    if _is_svg(picture):
        return picture.decode("utf-8", errors="replace")
    try:
        return _framed(picture)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError) as trouble:
        raise CannotPrint(
            _("Gambar lambang daerah tidak dapat dibaca. Unggah lagi sebagai PNG, JPEG atau SVG.")
        ) from trouble


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:2000]


def _framed(content: bytes) -> str:
    """A picture of dots inside an SVG, which is how it travels in JSON."""
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _LARGEST:
            raise ValueError("too many pixels")
        opened.thumbnail((_PIXELS, _PIXELS))
        picture = opened.convert("RGBA")
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    data = base64.b64encode(kept.getvalue()).decode("ascii")
    size = f'width="{picture.width}" height="{picture.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="data:image/png;base64,{data}"/></svg>'
    )

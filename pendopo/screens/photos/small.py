# SPDX-License-Identifier: EUPL-1.2
"""Small pictures of photos that came in, for lists of them."""

from __future__ import annotations

import io

from PIL import Image

THUMB = 240
"""The longer side, in pixels."""


def small_picture(content: bytes) -> bytes:
    """A photo (JPEG or PNG) made small, as JPEG."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
        picture.draft("RGB", (THUMB, THUMB))
        small = picture.convert("RGB")
        small.thumbnail((THUMB, THUMB))
        small.save(out, "JPEG", quality=80)
    return out.getvalue()

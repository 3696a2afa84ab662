# SPDX-License-Identifier: EUPL-1.2
"""QR codes as SVG: of sheets and slips, and of pages that show one on the screen."""

from __future__ import annotations

import io
from typing import Final

import segno

QUIET_ZONE: Final = 4
"""Light modules around the code; readers expect four."""


def svg(text: str) -> str:
    """The QR code of `text` as an SVG without size, style or script.

    Error correction M at least: a fold or a drop of ink is survived. Raises ValueError when the
    text is empty, or longer than a code can hold.
    """
    if not text:
        raise ValueError("A QR code needs a text.")
    code = segno.make(text, error="m", micro=False)
    drawn = io.BytesIO()
    code.save(
        drawn,
        kind="svg",
        border=QUIET_ZONE,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        nl=False,
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue().decode("ascii")

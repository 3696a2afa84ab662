# SPDX-License-Identifier: EUPL-1.2
"""QR codes as SVG, for screens."""

from __future__ import annotations

import re

import pytest

from pendopo.papers import qr


def test_a_code_has_a_quiet_zone_and_nothing_that_a_strict_page_refuses() -> None:
    drawn = qr.svg("https://rejowangi.example/cek/7K3F9QX2MB")
    assert drawn.startswith("<svg xmlns=")
    (side,) = {*re.findall(r'viewBox="0 0 (\d+) \1"', drawn)}
    assert int(side) == 29 + 2 * qr.QUIET_ZONE
    assert "M4 4.5h7" in drawn
    assert not re.search(r"style=|class=|<script|onload", drawn)


def test_the_same_words_are_the_same_code() -> None:
    assert qr.svg("RJW 7K3 F9Q") == qr.svg("RJW 7K3 F9Q") != qr.svg("RJW 7K3 F9R")


@pytest.mark.parametrize("text", ["", "x" * 4000])
def test_a_text_that_no_code_can_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        qr.svg(text)

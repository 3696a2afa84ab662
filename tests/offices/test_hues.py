# SPDX-License-Identifier: EUPL-1.2
"""A leading colour is any colour, made dark enough to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.offices.hues import (
    LEAST_CONTRAST,
    SWATCHES,
    contrast,
    held,
    least_contrast,
    read_hue,
    stylesheet,
)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_can_be_read_once_it_is_held(number: int) -> None:
    hue = held(f"{number:06x}")
    assert least_contrast(hue) >= LEAST_CONTRAST
    assert held(hue) == hue


@pytest.mark.parametrize("hue", SWATCHES)
def test_the_colours_to_choose_from_need_no_mending(hue: str) -> None:
    assert held(hue) == hue


@pytest.mark.parametrize(
    ("text", "hue"), [("#00576B", "00576b"), (" 00576b ", "00576b"), ("biru", None), ("#fff", None)]
)
def test_a_colour_is_read_as_browsers_write_it(text: str, hue: str | None) -> None:
    assert read_hue(text) == hue


def test_paper_stays_grey() -> None:
    assert stylesheet("1d4f91").startswith("@media screen")

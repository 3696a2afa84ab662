# SPDX-License-Identifier: EUPL-1.2
"""The rooms about the office in a browser: what a script or a stylesheet does there."""

from __future__ import annotations

import pytest

from pendopo.base import clock
from pendopo.offices.models import Office
from tests.counter.browsing import Open, needs_chromium
from tests.counter.real_desks import AtPosition, at_position
from tests.real_offices import PANDAAN

__all__ = ["at_position"]

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, needs_chromium]


def test_a_colour_is_worn_by_the_page_that_was_looked_at(
    window: Open, at_position: AtPosition, stopped_clock: clock.Clock
) -> None:
    page = window(at_position("camat")).open("/kantor/warna/")
    page.check('[name="swatch"][value="7a2e5d"]')
    page.click('[name="do"][value="look"]')
    page.wait_for_selector('link[href="/warna/7a2e5d/"]', state="attached")
    colour = "getComputedStyle(document.querySelector('.buttons .button')).backgroundColor"
    assert page.evaluate(colour) == "rgb(122, 46, 93)"
    assert Office.objects.get(code=PANDAAN).hue == ""

# SPDX-License-Identifier: EUPL-1.2
"""The portal is read on Monday 23 November 2026 at 09.40 WIB, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from pendopo.base import clock
from tests.real_offices import real_offices

__all__ = ["real_offices"]


@pytest.fixture(autouse=True)
def _monday_morning(stopped_clock: clock.Clock) -> Iterator[None]:
    """The clock stands still, and texts are in the language of the source."""
    with translation.override("id"):
        yield

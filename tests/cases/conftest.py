# SPDX-License-Identifier: EUPL-1.2
"""Cases happen in a real office, on Monday 23 November 2026 at 09.40 WIB."""

from __future__ import annotations

import pytest

from pendopo.base import clock
from tests.real_offices import real_offices

__all__ = ["real_offices"]


@pytest.fixture(autouse=True)
def _open_counter(real_offices: None, stopped_clock: clock.Clock) -> None:
    """Every test of this folder has both offices and a stopped clock."""

# SPDX-License-Identifier: EUPL-1.2
"""A program before the API of two real offices, on Monday 23 November 2026 at 09.40 WIB."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from pendopo.base import clock
from tests.api.program import Program
from tests.real_offices import real_offices

__all__ = ["real_offices"]


@pytest.fixture(autouse=True)
def _open_counter(
    real_offices: None, stopped_clock: clock.Clock, settings: Settings, tmp_path: Path
) -> None:
    """Both offices, a stopped clock, and a folder of this test's own for what is uploaded."""
    settings.PENDOPO_VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture
def program() -> Program:
    """Somebody who calls the API over Django's test client."""
    return Program()

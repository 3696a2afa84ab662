# SPDX-License-Identifier: EUPL-1.2
"""Administrators and other officers of the cast, each in a browser of her own."""

from __future__ import annotations

import pytest

from pendopo.standards.loading import load_national
from tests.counter.conftest import At, _passwords_are_read_quickly, at_desk, chromium, window
from tests.real_offices import read_all

__all__ = ["At", "_passwords_are_read_quickly", "at_desk", "chromium", "window"]


@pytest.fixture
def nation(db: None) -> None:
    """The lists of the nation: what roles are called, what books there are, the year's days off."""
    load_national(read_all()[0])

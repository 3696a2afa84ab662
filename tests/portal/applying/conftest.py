# SPDX-License-Identifier: EUPL-1.2
"""Applications are made at the two real offices, with a folder of their own for photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.counter.conftest import chromium, window

__all__ = ["chromium", "window"]


@pytest.fixture(autouse=True)
def _own_folder(settings: object, tmp_path: Path) -> None:
    """Photos are kept where nobody else's are."""
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]

# SPDX-License-Identifier: EUPL-1.2
"""One real server for the tests of this folder, on the engine of this run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.served import Server, running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation in demo mode that serves until the module's tests are done."""
    with running(tmp_path_factory.mktemp("live")) as server:
        yield server

# SPDX-License-Identifier: EUPL-1.2
"""A program before the API of two real offices, on Monday 23 November 2026 at 09.40 WIB.

A module of many tests asks for `offices_of_module`: its offices are then stored once, in a
transaction that is rolled back after its last test.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from pendopo.base import clock
from tests import people
from tests.api.program import Program
from tests.real_offices import load_real_offices


@pytest.fixture(scope="module")
def offices_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Pandaan and Kesamben, for all tests of a module; each test undoes only its own deeds."""
    with django_db_blocker.unblock(), clock.stopped(people.NOW), transaction.atomic():
        load_real_offices()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _open_counter(
    request: pytest.FixtureRequest,
    db: None,
    stopped_clock: clock.Clock,
    settings: Settings,
    tmp_path: Path,
) -> None:
    """Both offices, a stopped clock, and a folder of this test's own for what is uploaded."""
    settings.PENDOPO_VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "uploads"
    if "offices_of_module" not in request.fixturenames:
        load_real_offices()


@pytest.fixture
def program() -> Program:
    """Somebody who calls the API over Django's test client."""
    return Program()

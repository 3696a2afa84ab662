# SPDX-License-Identifier: EUPL-1.2
"""What every test may count on: repeatable examples, offices of the cast, a stopped clock.

The engine of a whole run is chosen by DATABASE_URL, as for the program itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import settings

from pendopo.base import clock, guards
from pendopo.offices.models import Office
from pendopo.offices.seeding import seed_office
from tests import people

settings.register_profile("pendopo", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("pendopo")


LONG = ("tests/live/", "tests/journeys/", "tests/robot/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that takes the database by a fixture is a database test all the same.

    The longest tests begin, so that no process is left alone with them at the end.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    for item in items:
        if "db" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("django_db"):
            item.add_marker("django_db")


@pytest.fixture(autouse=True)
def _guarded_tables_can_be_emptied(
    request: pytest.FixtureRequest, _django_db_marker: None
) -> Iterator[None]:
    """Lift the guards before Django empties the tables of a test that committed.

    Append-only tables refuse it, as they should; Django's flush itself puts the guards back.
    """
    for fixture in {"transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue(fixture)
    marker = request.node.get_closest_marker("django_db")
    by_marker = marker is not None and marker.kwargs.get("transaction", False)
    yield
    if by_marker or {"transactional_db", "live_server"} & set(request.fixturenames):
        guards.lift(connection)


@pytest.fixture
def stopped_clock() -> Iterator[clock.Clock]:
    """The clock of the cast: Monday 23 November 2026, 09.40 WIB."""
    with clock.stopped(people.NOW) as hand:
        yield hand


@pytest.fixture
def office(db: None) -> Office:
    """The office of the cast, with its officers."""
    seed_office(people.OFFICE, demo=True)
    return Office.objects.get(code=people.OFFICE.code)


@pytest.fixture
def other_office(db: None) -> Office:
    """Another office, whose officers may see nothing of the first."""
    seed_office(people.OTHER_OFFICE, demo=True)
    return Office.objects.get(code=people.OTHER_OFFICE.code)

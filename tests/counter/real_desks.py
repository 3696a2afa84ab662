# SPDX-License-Identifier: EUPL-1.2
"""Officers of the two real offices at their desks, by position; their people are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from pendopo.offices.assignments import held_on
from pendopo.offices.models import Officer, User
from tests.people import TODAY
from tests.real_offices import PANDAAN, load_real_offices

AtPosition = Callable[..., Client]


def desk(position: str, office: str = PANDAAN) -> Client:
    """A browser in which the first holder of a position has signed in."""
    return desk_of(held_on(office, TODAY).filter(position__key=position)[0].officer)


def desk_of(officer: Officer) -> Client:
    """A browser in which this officer has signed in."""
    if officer.user is None:
        officer.user = User.objects.create_user(str(officer.id))
        officer.save(update_fields=["user"])
    client = Client()
    client.force_login(officer.user)
    return client


@pytest.fixture
def at_position(db: None) -> AtPosition:
    """Sign in whoever holds a position: `at_position("petugas-loket")`, of Pandaan if not said."""
    load_real_offices()
    return desk

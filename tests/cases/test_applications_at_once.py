# SPDX-License-Identifier: EUPL-1.2
"""One application sent from two windows at the same time, each with a connection of its own."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from pendopo.cases.models import Application, Case
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.applications import (
    Typed,
    begin_application,
    keep_typed,
    send_application,
    typed_in,
)
from pendopo.standards import versions
from tests.cases.counter import FORM, SERVICE
from tests.cases.test_folders_at_once import at_once
from tests.real_offices import PANDAAN

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="a test database in memory is of one connection"
    ),
]


def begun() -> Application:
    standing = versions.current(PANDAAN, SERVICE)
    assert standing is not None
    return begin_application(
        office=PANDAAN, service=SERVICE, standard_id=standing.id, typed=Typed()
    )


def test_two_presses_at_once_make_one_case() -> None:
    row = begun()

    def send(_: int) -> Recorded | NotRecorded | NotFound | UUID:
        return send_application(row=row, values=FORM, data={"channel": "portal"})

    answers = at_once(2, send)
    assert sorted(isinstance(one, Recorded) for one in answers) == [False, True]
    assert Case.objects.count() == 1


def test_two_windows_that_keep_at_once_lose_nothing() -> None:
    row = begun()

    def keep(number: int) -> object:
        def change(typed: Typed) -> Typed:
            return Typed({**typed.fields, f"isi/{number}": "Wati Rekaan"})

        return keep_typed(row=row, change=change)

    at_once(4, keep)
    row.refresh_from_db()
    assert set(typed_in(row).fields) == {f"isi/{n}" for n in range(4)}

# SPDX-License-Identifier: EUPL-1.2
"""Triggers refuse what happens behind the ORM; `log verify` finds what a lifted one let through."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import Settings

from pendopo.base import guards
from pendopo.cases.verification import verify
from tests.cases import counter

TAMPERINGS = {
    "an event's data": "UPDATE cases_event SET data = '{}' WHERE seq = 2",
    "an event's time": "UPDATE cases_event SET happened_at = '2020-01-01' WHERE seq = 3",
    "an event's actor": "UPDATE cases_event SET actor = 'officer:x' WHERE seq = 4",
    "an event's hash": "UPDATE cases_event SET hash = previous WHERE seq = 2",
    "an event gone": "DELETE FROM cases_event WHERE seq = 5",
    "the last event gone": "DELETE FROM cases_event WHERE seq = 6",
    "a book's number": "UPDATE cases_bookrow SET number = '9 / XI / 2026'",
    "a book's row gone": "DELETE FROM cases_bookrow",
}
UNGUARDED = {
    "a case's state": "UPDATE cases_case SET state = 'stempel'",
    "a book's status": "UPDATE cases_bookrow SET status = 'batal'",
    "a counter put back": "UPDATE cases_bookyear SET last = 7",
}


def run(statement: str) -> None:
    """Run SQL as somebody with a database tool would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_the_database_refuses_changes_behind_the_orm(statement: str) -> None:
    counter.carried_to_the_end()
    with pytest.raises(IntegrityError):
        run(statement)
    assert verify().faults == ()


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_what_a_lifted_guard_let_through_is_found(statement: str) -> None:
    counter.carried_to_the_end()
    connection.check_constraints()  # PostgreSQL alters no table that has deferred checks to do
    guards.lift(connection)
    if statement.startswith("DELETE FROM cases_event"):
        run("DELETE FROM cases_eventprivate")
    run(statement)
    assert verify().faults != ()


@pytest.mark.parametrize("statement", UNGUARDED.values(), ids=UNGUARDED.keys())
def test_columns_that_may_change_are_compared_with_the_events(statement: str) -> None:
    counter.carried_to_the_end()
    run(statement)
    assert verify().faults != ()


def test_a_changed_personal_part_does_not_match_its_digest() -> None:
    counter.carried_to_the_end()
    run('UPDATE cases_eventprivate SET body = \'{"values": {"nama": "Orang Lain"}}\'')
    assert any("sidik" in fault.text for fault in verify().faults)


def test_a_sound_log_has_no_faults() -> None:
    counter.carried_to_the_end()
    report = verify()
    assert (report.events, report.streams, report.rows) == (6, 1, 1)
    assert report.faults == ()


def test_what_another_key_sealed_is_a_fault_and_no_crash(settings: Settings) -> None:
    counter.carried_to_the_end()
    settings.PENDOPO_SECRETS = ((1, "x" * 40),)
    assert any("kunci lain atau isi berubah" in fault.text for fault in verify().faults)


def test_a_personal_part_that_is_no_json_any_more_is_a_fault() -> None:
    counter.carried_to_the_end()
    run("UPDATE cases_eventprivate SET body = 'x'")
    assert any("tidak dapat dibuka" in fault.text for fault in verify().faults)

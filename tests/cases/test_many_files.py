# SPDX-License-Identifier: EUPL-1.2
"""Many files read at once are what each of them is read alone, for the queries of a few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file, case_files
from pendopo.cases.services.presence import note_absence, note_return
from pendopo.domain.circumstances import Actor
from tests.cases import counter


@pytest.fixture
def rini() -> Actor:
    return counter.officer("petugas-loket")


def rows() -> list[models.Case]:
    return list(models.Case.objects.order_by("filed_at", "id"))


def at_several_places(clock_hand: clock.Clock) -> None:
    """Files at their check, at the signature, sent back, and one that is over."""
    counter.handed_in()
    clock_hand.advance(timedelta(minutes=20))
    checked = counter.handed_in().row.reference
    counter.act(checked, "petugas-loket", "verifikasi", verdicts=counter.verdicts(foto="menyusul"))
    clock_hand.advance(timedelta(minutes=20))
    back = counter.handed_in().row.reference
    counter.act(back, "petugas-loket", "verifikasi", verdicts=counter.verdicts(foto="kurang"))
    counter.carried_to_the_end()


def test_many_are_read_as_each_of_them_alone(stopped_clock: clock.Clock, rini: Actor) -> None:
    at_several_places(stopped_clock)
    read = case_files(rows(), rini)
    assert len(read) == 4
    assert read == tuple(case_file(row.reference, rini) for row in rows())


def test_absences_touch_those_files_that_were_filed_before_they_ended(
    stopped_clock: clock.Clock, rini: Actor
) -> None:
    counter.handed_in()
    note_absence(position="camat", actor=rini)
    stopped_clock.advance(timedelta(minutes=10))
    counter.handed_in()
    stopped_clock.advance(timedelta(minutes=10))
    note_return(position="camat", actor=rini)
    stopped_clock.advance(timedelta(minutes=10))
    counter.handed_in()
    read = case_files(rows(), rini)
    assert [len(file.world.away) > 0 for file in read] == [True, True, False]
    assert read == tuple(case_file(row.reference, rini) for row in rows())


def test_each_file_has_its_own_uploads(rini: Actor) -> None:
    first, second = counter.handed_in().row, counter.handed_in().row
    kept = models.Upload.objects.create(
        office_id=first.office_id,
        case_id=second.id,
        kind="jpeg",
        sha256="0" * 64,
        size=1,
        created_at=clock.now(),
        created_by=rini.key,
    )
    read = {file.row.reference: file.uploads for file in case_files(rows(), rini)}
    assert read == {first.reference: (), second.reference: (kept,)}


def test_twenty_files_cost_the_queries_of_two(
    rini: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        counter.handed_in()
    case_files(rows()[:1], rini)
    with django_assert_max_num_queries(16):
        assert len(case_files(rows(), rini)) == 20


def test_no_files_cost_nothing(
    rini: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(0):
        assert case_files([], rini) == ()

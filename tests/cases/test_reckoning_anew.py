# SPDX-License-Identifier: EUPL-1.2
"""A changed calendar gives running files another due time, and leaves those alone that ended."""

from __future__ import annotations

from datetime import date, time, timedelta

from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.reckoning_anew import Anew, reckon_all_anew, reckon_anew
from pendopo.offices.models import KnownYear, LocalClosure, NationalHoliday
from tests.cases import counter
from tests.cases.counter import TODAY
from tests.real_offices import KESAMBEN, PANDAAN


def checked() -> models.Case:
    """A file whose ten minutes run."""
    row = counter.handed_in().row
    counter.done(
        counter.act(row.reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts())
    )
    return models.Case.objects.get(reference=row.reference)


def close_from_now(office: str = PANDAAN, day: date = TODAY) -> None:
    LocalClosure.objects.create(
        office_id=office,
        date=day,
        from_time=time(9, 40),
        to_time=time(11, 40),
        reason="Listrik padam",
    )


def test_a_running_file_is_due_later_where_the_office_was_closed_meanwhile() -> None:
    row = checked()
    close_from_now()
    assert reckon_anew(PANDAAN) == Anew(running=1, changed=1)
    again = models.Case.objects.get(reference=row.reference)
    assert row.due_at and again.due_at == row.due_at + timedelta(hours=2)


def test_what_is_kept_is_what_the_page_of_the_file_says(stopped_clock: clock.Clock) -> None:
    counter.waiting_for_a_paraf()
    checked()
    stopped_clock.advance(timedelta(days=3))
    close_from_now(day=date(2026, 11, 25))
    reckon_anew(PANDAAN)
    for row in models.Case.objects.all():
        file = case_file(row.reference, counter.officer("camat"))
        assert file and (row.due_at, row.clock) == (file.reckoning.due_at, file.reckoning.state)


def test_what_has_ended_stays_as_it_was_reckoned_then() -> None:
    row = counter.carried_to_the_end().row
    close_from_now()
    assert reckon_anew(PANDAAN) == Anew(running=0, changed=0)
    assert models.Case.objects.get(reference=row.reference).due_at == row.due_at


def test_another_office_s_calendar_does_not_matter() -> None:
    checked()
    close_from_now(KESAMBEN)
    assert reckon_anew(PANDAAN) == Anew(running=1, changed=0)


def test_many_files_are_reckoned_in_the_queries_of_a_few(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        checked()
    close_from_now()
    with django_assert_max_num_queries(21):
        assert reckon_anew(PANDAAN).changed == 5


def test_a_day_off_that_the_nation_gives_later_is_counted_in_every_office() -> None:
    counter.waiting_for_a_paraf()
    year = KnownYear.objects.get(year=TODAY.year)
    NationalHoliday.objects.create(
        year=year, date=date(2026, 11, 24), name="Pemungutan suara", kind="national"
    )
    assert reckon_all_anew() == 1
    assert reckon_all_anew() == 0, "what is right already is left alone"

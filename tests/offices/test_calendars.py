# SPDX-License-Identifier: EUPL-1.2
"""The calendar of an office, made of rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.domain.hours import NATIONAL_HOURS, RAMADAN_HOURS, Layer, Season, Span, WeekHours
from pendopo.offices.calendars import calendar_of
from pendopo.offices.hours import kept_seasons, kept_week, read_seasons, read_week
from pendopo.offices.models import LocalClosure, Office
from pendopo.offices.policy import OfficePolicy
from pendopo.offices.seeding import seed_office, seed_year
from tests import people

MORNING = WeekHours.five_days([Span.of("08.00", "12.00")], [Span.of("08.00", "11.00")])
RAMADAN = Season("Ramadan", date(2026, 2, 18), date(2026, 3, 19), RAMADAN_HOURS)


@pytest.mark.parametrize("week", [NATIONAL_HOURS, RAMADAN_HOURS, MORNING])
def test_a_week_is_kept_and_read_again(week: WeekHours) -> None:
    assert read_week(kept_week(week)) == week


def test_closed_days_are_not_kept() -> None:
    assert list(kept_week(MORNING)) == ["senin", "selasa", "rabu", "kamis", "jumat"]


def test_seasons_are_kept_with_their_layer_and_read_again() -> None:
    seasons = (RAMADAN, replace(RAMADAN, layer=Layer.COUNTER_HOURS, hours=MORNING))
    assert read_seasons(kept_seasons(seasons)) == seasons


@pytest.mark.django_db
def test_the_three_layers_and_the_zone_are_the_office_s(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    seed_year(people.YEAR_2026)
    seed_office(replace(people.OFFICE, counter_hours=MORNING), demo=False)
    office = Office.objects.get()
    with django_assert_num_queries(3):
        calendar = calendar_of(office)
    assert calendar.zone == "Asia/Jakarta"
    assert calendar.office_hours == NATIONAL_HOURS
    assert calendar.counter_hours == MORNING
    assert calendar.signing_hours is None
    assert calendar.known_years == {2026}


def test_holidays_of_the_nation_and_closures_of_the_office_close_it(office: Office) -> None:
    seed_year(people.YEAR_2026)
    LocalClosure.objects.create(office=office, date=date(2026, 12, 7), reason="Listrik padam")
    calendar = calendar_of(office)
    assert calendar.why_closed(date(2026, 12, 25)) == "Kelahiran Yesus Kristus"
    assert calendar.why_closed(date(2026, 12, 24)) == "Cuti bersama Natal"
    assert calendar.why_closed(date(2026, 12, 7)) == "Listrik padam"
    assert calendar.why_closed(date(2026, 12, 8)) is None


def test_a_closure_of_one_office_leaves_the_other_open(
    office: Office, other_office: Office
) -> None:
    day = date(2026, 12, 7)
    LocalClosure.objects.create(office=office, date=day, reason="Listrik padam")
    assert calendar_of(other_office).is_working_day(day)


def test_a_closure_may_take_a_part_of_the_day(office: Office) -> None:
    day = date(2026, 12, 7)
    LocalClosure.objects.create(
        office=office, date=day, from_time=time(7, 30), to_time=time(12), reason="Upacara"
    )
    calendar = calendar_of(office)
    (opened,) = calendar.open_spans(day, Layer.OFFICE_HOURS)
    assert opened[0] == calendar.moment(day, time(13))


@pytest.mark.django_db
def test_the_policy_on_shared_leave_reaches_the_calendar() -> None:
    seed_year(people.YEAR_2026)
    seed_office(replace(people.OFFICE, policy=OfficePolicy(cuti_bersama_closes=False)), demo=False)
    calendar = calendar_of(Office.objects.get())
    assert calendar.is_working_day(date(2026, 12, 24))


@pytest.mark.django_db
def test_a_season_of_the_office_stands_in_place_of_the_national_one() -> None:
    seed_year(replace(people.YEAR_2026, seasons=(RAMADAN,)))
    own = replace(RAMADAN, hours=MORNING)
    seed_office(replace(people.OFFICE, seasons=(own,)), demo=False)
    seed_office(people.OTHER_OFFICE, demo=False)
    first, second = Office.objects.all()
    assert calendar_of(first).seasons == (own,)
    assert calendar_of(second).seasons == (RAMADAN,)


def test_words_of_the_policy_have_national_defaults() -> None:
    assert OfficePolicy.read({}) == OfficePolicy()
    assert OfficePolicy.read({"day": "day"}).day == "calendar-day"
    read = OfficePolicy.read({"follow_allowed_by": ["camat"], "a_later_word": 1})
    assert read.follow_allowed_by == ("camat",)
    assert OfficePolicy.read(read.kept()) == read

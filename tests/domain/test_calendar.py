# SPDX-License-Identifier: EUPL-1.2
"""When the office is open, and why it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import (
    RAMADAN_HOURS,
    Holiday,
    HolidayKind,
    Layer,
    Season,
    Span,
    WeekHours,
)
from tests.domain.year_2026 import (
    CUTI_BERSAMA,
    MEETING_DAY,
    NATIONAL,
    RAMADAN,
    WIB,
    WIT,
    at,
    calendar,
    local,
)

OFFICE = calendar()
NEVER = WeekHours(((),) * 7)
COUNTER = WeekHours.five_days([Span.of("08.00", "12.00")], [Span.of("08.00", "11.00")])
LAYERED = replace(OFFICE, counter_hours=COUNTER)
ONE_DAY = timedelta(days=1)


def hours(cal: OfficeCalendar, day: date, layer: Layer = Layer.OFFICE_HOURS) -> str:
    spans = cal.open_spans(day, layer)
    return " ".join(f"{local(a, cal.zone)[-5:]}-{local(b, cal.zone)[-5:]}" for a, b in spans)


# Open hours


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), "07.30-12.00 13.00-16.00"),  # Monday
        (date(2026, 11, 27), "07.30-11.30 13.00-16.30"),  # Friday
        (date(2026, 11, 28), ""),  # Saturday
        (date(2026, 8, 25), ""),  # Maulid, a Tuesday
        (date(2026, 3, 4), "08.00-12.00 12.30-15.00"),  # Ramadan, Wednesday
        (date(2026, 2, 20), "08.00-11.30 12.30-15.30"),  # Ramadan, Friday
        (date(2026, 2, 18), "07.30-12.00 13.00-16.00"),  # the day before Ramadan
        (MEETING_DAY, "07.30-12.00"),  # closed from noon
    ],
)
def test_open_hours_follow_weekday_season_and_closures(day: date, expected: str) -> None:
    assert hours(OFFICE, day) == expected


def test_open_spans_are_utc() -> None:
    assert OFFICE.open_spans(date(2026, 11, 23), Layer.OFFICE_HOURS) == (
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), datetime(2026, 11, 23, 5, tzinfo=UTC)),
        (datetime(2026, 11, 23, 6, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)),
    )


def test_offices_of_two_zones_open_at_different_moments() -> None:
    west, east = calendar(WIB), calendar(WIT)
    day = date(2026, 11, 23)
    assert hours(west, day) == hours(east, day)
    opens_west = west.open_spans(day, Layer.OFFICE_HOURS)[0][0]
    opens_east = east.open_spans(day, Layer.OFFICE_HOURS)[0][0]
    assert opens_west - opens_east == timedelta(hours=2)


def test_one_moment_is_two_dates_in_two_zones() -> None:
    moment = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # 23.30 WIB, 01.30 WIT
    assert calendar(WIB).local_date(moment) == date(2026, 11, 23)
    assert calendar(WIT).local_date(moment) == date(2026, 11, 24)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak menyebut zona"):
        OFFICE.local_date(at("2026-11-23 08.00").replace(tzinfo=None))


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="'Asia/Pandaan' tidak dikenal"):
        calendar("Asia/Pandaan")


# Layers and seasons


def test_a_layer_without_hours_follows_the_office() -> None:
    for day in (date(2026, 11, 23), date(2026, 3, 4), MEETING_DAY):
        assert hours(OFFICE, day, Layer.SIGNING_HOURS) == hours(OFFICE, day)


def test_the_counter_keeps_its_own_hours() -> None:
    assert hours(LAYERED, date(2026, 11, 27), Layer.COUNTER_HOURS) == "08.00-11.00"
    assert hours(LAYERED, date(2026, 11, 27)) == "07.30-11.30 13.00-16.30"


def test_office_hours_of_a_season_narrow_the_counter() -> None:
    late = WeekHours.five_days([Span.of("13.00", "16.00")], [Span.of("13.00", "16.00")])
    counter = replace(OFFICE, counter_hours=late)
    assert hours(counter, date(2026, 3, 4), Layer.COUNTER_HOURS) == "13.00-15.00"


def test_a_season_of_the_counter_holds_as_it_is_given() -> None:
    season = Season("Ramadan", *RAMADAN, COUNTER, Layer.COUNTER_HOURS)
    own = replace(OFFICE, seasons=(*OFFICE.seasons, season))
    assert hours(own, date(2026, 3, 4), Layer.COUNTER_HOURS) == "08.00-12.00"
    assert hours(own, date(2026, 3, 4)) == "08.00-12.00 12.30-15.00"


def test_two_seasons_of_one_layer_may_not_overlap() -> None:
    again = Season("Ramadan (edaran)", RAMADAN[1], RAMADAN[1], RAMADAN_HOURS)
    with pytest.raises(ValueError, match="Dua masa jam kerja bertindihan"):
        replace(OFFICE, seasons=(*OFFICE.seasons, again))


# Days off


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 28), "Sabtu"),
        (date(2026, 11, 29), "Minggu"),
        (date(2026, 12, 25), "Kelahiran Yesus Kristus"),
        (date(2026, 12, 24), "Cuti bersama Natal"),
        (date(2026, 5, 31), "Hari Raya Waisak 2570 BE"),  # on a Sunday
        (MEETING_DAY, None),  # closed for a part only
    ],
)
def test_a_day_off_says_why(day: date, expected: str | None) -> None:
    assert OFFICE.why_closed(day) == expected


def test_a_day_off_in_a_season_names_the_season() -> None:
    season = Season("Libur awal Ramadan", date(2026, 11, 23), date(2026, 11, 24), NEVER)
    closed = replace(OFFICE, seasons=(season,))
    assert closed.why_closed(date(2026, 11, 23)) == "Libur awal Ramadan"


def test_closures_that_eat_the_whole_day_are_all_named() -> None:
    morning = Holiday(
        MEETING_DAY, "Listrik padam", HolidayKind.LOCAL_CLOSURE, Span.of("07.00", "12.00")
    )
    closed = replace(OFFICE, holidays=(morning, *OFFICE.holidays))
    assert closed.why_closed(MEETING_DAY) == "Listrik padam, Rapat kerja kecamatan"


def test_an_office_may_work_on_shared_leave() -> None:
    working = calendar(cuti_bersama_closes=False)
    assert all(working.is_working_day(day) for day in CUTI_BERSAMA)
    assert not any(OFFICE.is_working_day(day) for day in CUTI_BERSAMA)
    assert not any(working.is_working_day(day) for day in NATIONAL)


def test_2026_has_240_working_days() -> None:
    assert OFFICE.working_days_between(date(2025, 12, 31), date(2026, 12, 31)) == 240


def test_an_unknown_year_has_only_its_fixed_holidays() -> None:
    days = [date(2027, 1, 1) + n * ONE_DAY for n in range(365)]
    weekdays = [day for day in days if day.weekday() < 5]
    closed = {day: OFFICE.why_closed(day) for day in weekdays if OFFICE.why_closed(day)}
    assert closed == {
        date(2027, 1, 1): "Tahun Baru Masehi",
        date(2027, 6, 1): "Hari Lahir Pancasila",
        date(2027, 8, 17): "Hari Proklamasi Kemerdekaan",
    }  # 1 May and 25 December 2027 are Saturdays
    assert OFFICE.why_closed(date(2027, 12, 25)) == "Kelahiran Yesus Kristus"


def test_a_listed_holiday_waits_until_its_year_is_known() -> None:
    nyepi = Holiday(date(2027, 3, 8), "Nyepi (perkiraan)")
    haul = Holiday(date(2027, 3, 9), "Haul desa", HolidayKind.LOCAL_CLOSURE)
    ahead = replace(OFFICE, holidays=(nyepi, haul))
    assert ahead.why_closed(nyepi.day) is None
    assert ahead.why_closed(haul.day) == "Haul desa"
    known = replace(ahead, known_years=frozenset({2027}))
    assert known.why_closed(nyepi.day) == "Nyepi (perkiraan)"


def test_unknown_years_are_those_without_a_decree() -> None:
    assert OFFICE.unknown_years(date(2026, 12, 1), date(2026, 12, 31)) == ()
    assert OFFICE.unknown_years(date(2025, 12, 1), date(2027, 1, 1)) == (2025, 2027)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), "2026-11-23 16.00"),
        (date(2026, 11, 27), "2026-11-27 16.30"),
        (MEETING_DAY, "2026-09-08 12.00"),
        (date(2026, 11, 28), "-"),
    ],
)
def test_closing_is_the_end_of_the_last_open_span(day: date, expected: str) -> None:
    assert local(OFFICE.closing(day)) == expected

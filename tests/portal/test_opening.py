# SPDX-License-Identifier: EUPL-1.2
"""Open or closed, what comes next, and the week as people look it up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import Holiday, HolidayKind, Span, WeekHours
from pendopo.portal.opening import Opening, opening

JAKARTA = ZoneInfo("Asia/Jakarta")
CALENDAR = OfficeCalendar.national(
    "Asia/Jakarta",
    holidays=(
        Holiday(date(2026, 12, 24), "Natal", HolidayKind.CUTI_BERSAMA),
        Holiday(date(2026, 12, 25), "Kelahiran Yesus Kristus"),
        Holiday(date(2026, 12, 26), "Hari Sabtu Rekaan"),
    ),
    known_years=frozenset({2026}),
)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11) -> Opening:
    return opening(CALENDAR, datetime(2026, month, day, hour, minute, tzinfo=JAKARTA))


@pytest.mark.parametrize(
    ("hour", "is_open", "sentence"),
    [
        (6, False, "Tutup, buka lagi pukul 07.30"),
        (9, True, "Buka sampai pukul 12.00"),
        (12, False, "Tutup, buka lagi pukul 13.00"),
        (13, True, "Buka sampai pukul 16.00"),
        (16, False, "Tutup, buka lagi besok pukul 07.30"),
    ],
)
def test_a_working_day_from_morning_to_evening(hour: int, is_open: bool, sentence: str) -> None:
    found = at(23, hour)
    assert (found.is_open, found.sentence) == (is_open, sentence)


def test_on_friday_evening_the_next_opening_has_a_date() -> None:
    assert at(27, 18).sentence == "Tutup, buka lagi Senin, 30 November pukul 07.30"


def test_a_holiday_is_named() -> None:
    assert at(24, 9, month=12).sentence == (
        "Tutup hari ini: Cuti bersama Natal. Tutup, buka lagi Senin, 28 Desember pukul 07.30"
    )


def test_the_week_begins_on_monday_and_knows_today() -> None:
    week = at(24, 9).week
    assert [day.name for day in week][::6] == ["Senin", "Minggu"]
    assert [day.today for day in week].index(True) == 1
    assert week[4].spans == ("07.30–11.30", "13.00–16.30")
    assert week[5].spans == ()


def test_on_a_weekend_the_week_that_comes_is_shown() -> None:
    assert not any(day.today for day in at(28, 9).week)


def test_a_closed_day_of_the_week_says_why() -> None:
    thursday = at(21, 9, month=12).week[3]
    assert (thursday.spans, thursday.why) == ((), "Cuti bersama Natal")


def test_days_off_after_this_week_are_announced_but_not_those_of_a_weekend() -> None:
    assert [(c.day, c.why) for c in at(14, 9, month=12).closures] == [
        ("Kamis, 24 Desember", "Cuti bersama Natal"),
        ("Jumat, 25 Desember", "Kelahiran Yesus Kristus"),
        ("Jumat, 1 Januari", "Tahun Baru Masehi"),
    ]


def test_an_office_that_never_opens_says_that_hours_are_unknown() -> None:
    closed = replace(CALENDAR, office_hours=WeekHours(((),) * 7))
    found = opening(closed, datetime(2026, 11, 23, 9, tzinfo=JAKARTA))
    assert (found.is_open, found.sentence) == (False, "Jam buka belum diumumkan.")


def test_the_counter_s_own_hours_count() -> None:
    counter = WeekHours(((Span.of("10.00", "11.00"),),) * 5 + ((), ()))
    found = opening(
        replace(CALENDAR, counter_hours=counter), datetime(2026, 11, 23, 9, tzinfo=JAKARTA)
    )
    assert found.sentence == "Tutup, buka lagi pukul 10.00"


def test_the_office_s_zone_is_named_and_english_is_spoken() -> None:
    with translation.override("en"):
        found = at(27, 18)
    assert found.zone == "WIB"
    assert found.sentence == "Closed, opens again on Monday, 30 November at 07:30"

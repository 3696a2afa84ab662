# SPDX-License-Identifier: EUPL-1.2
"""Opening hours are made of spans in order; breaks and closures are cut out of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from pendopo.domain.hours import (
    NATIONAL_HOURS,
    RAMADAN_HOURS,
    Holiday,
    HolidayKind,
    Season,
    Span,
    WeekHours,
    common,
    cut,
)

MORNING = Span.of("07.30", "12.00")
AFTERNOON = Span.of("13.00", "16.00")
DAY = Span.of("07.30", "16.00")


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span.of(*text.split("-")) for text in texts)


@pytest.mark.parametrize(
    ("away", "left"),
    [
        ([], ("07.30-16.00",)),
        (["12.00-13.00"], ("07.30-12.00", "13.00-16.00")),
        (["07.00-08.00"], ("08.00-16.00",)),
        (["15.00-17.00"], ("07.30-15.00",)),
        (["16.00-17.00"], ("07.30-16.00",)),
        (["05.00-07.30"], ("07.30-16.00",)),
        (["07.30-16.00"], ()),
        (["09.00-10.00", "09.30-11.00"], ("07.30-09.00", "11.00-16.00")),
    ],
)
def test_a_break_is_cut_out_of_the_day(away: list[str], left: tuple[str, ...]) -> None:
    assert cut([DAY], spans(*away)) == spans(*left)


def test_common_time_lies_in_both() -> None:
    office = (MORNING, AFTERNOON)
    assert common(office, spans("08.00-15.00")) == spans("08.00-12.00", "13.00-15.00")
    assert common(office, spans("12.00-13.00")) == ()


@pytest.mark.parametrize(("start", "end"), [("16.00", "07.30"), ("08.00", "08.00")])
def test_a_span_that_ends_before_it_starts_is_refused(start: str, end: str) -> None:
    with pytest.raises(ValueError, match="harus berakhir setelah mulainya"):
        Span.of(start, end)


def test_a_span_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Rentang jam"):
        Span(time(8, tzinfo=UTC), time(9))


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="7 hari, bukan 5"):
        WeekHours(((DAY,),) * 5)


@pytest.mark.parametrize("day", [(AFTERNOON, MORNING), (MORNING, DAY)])
def test_a_day_of_overlapping_or_swapped_spans_is_refused(day: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="berurutan dan tidak bertindihan"):
        WeekHours((day,) + ((),) * 6)


def test_a_season_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="Masa Ramadan berakhir sebelum mulai"):
        Season("Ramadan", date(2026, 3, 20), date(2026, 2, 19), RAMADAN_HOURS)


@pytest.mark.parametrize(
    ("hours", "total"),
    [(NATIONAL_HOURS, timedelta(hours=37.5)), (RAMADAN_HOURS, timedelta(hours=32.5))],
)
def test_the_national_week_is_as_long_as_the_regulation_says(
    hours: WeekHours, total: timedelta
) -> None:
    """Perpres 21/2023 Ps 4(1) and (2): 37 h 30 and 32 h 30 without breaks."""
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    lengths = [
        datetime.combine(monday, span.end) - datetime.combine(monday, span.start)
        for day in hours.days
        for span in day
    ]
    assert sum(lengths, timedelta()) == total


def test_shared_leave_says_that_it_is_shared_leave() -> None:
    day = date(2026, 12, 24)
    assert Holiday(day, "Natal", HolidayKind.CUTI_BERSAMA).reason == "Cuti bersama Natal"
    written_out = Holiday(day, "Cuti Bersama Natal", HolidayKind.CUTI_BERSAMA)
    assert written_out.reason == "Cuti Bersama Natal"
    assert Holiday(day, "Natal").reason == "Natal"

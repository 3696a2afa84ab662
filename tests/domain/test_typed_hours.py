# SPDX-License-Identifier: EUPL-1.2
"""Hours as they are typed: read in the ways people write them, and shown again as they were."""

from __future__ import annotations

from datetime import time

import pytest

from pendopo.domain.hours import NATIONAL_HOURS, RAMADAN_HOURS, Span
from pendopo.domain.typed_hours import (
    IllDay,
    TypedDay,
    minutes_of,
    outside,
    read_clock,
    read_day,
    said_day,
    typed_day,
)

LUNCH = ("12.00", "13.00")


@pytest.mark.parametrize("text", ["7.30", "07.30", "07:30", "7,30", "0730", " 7.30 "])
def test_a_time_is_read_as_people_write_it(text: str) -> None:
    assert read_clock(text) == time(7, 30)


@pytest.mark.parametrize("text", ["", "jam 7", "24.00", "7.60", "7.3", "07.30.00", "-1"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read_clock(text) is None


@pytest.mark.parametrize("week", [NATIONAL_HOURS, RAMADAN_HOURS])
def test_a_day_that_is_shown_is_read_back_the_same(week: object) -> None:
    for spans in week.days:  # type: ignore[attr-defined]
        assert read_day(typed_day(spans)) == spans


def test_several_breaks_are_cut_out_in_any_order() -> None:
    day = read_day(TypedDay("8", "17", (("15", "15.15"), LUNCH, ("", ""))))
    assert said_day(day) == "08.00–12.00, 13.00–15.00, 15.15–17.00"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "part", "told"),
    [
        (TypedDay("", "16.00"), "open", "Isi juga"),
        (TypedDay("7.30", ""), "close", "Isi juga"),
        (TypedDay("pagi", "16.00"), "open", "Tulis jam seperti"),
        (TypedDay("16.00", "7.30"), "close", "sesudah 16.00"),
        (TypedDay("", "", (LUNCH,)), "open", "Isi juga"),
        (TypedDay("7.30", "12.00", (LUNCH,)), "rest0", "di antara 07.30 dan 12.00"),
        (TypedDay("7.30", "16.00", (("12", ""),)), "rest0", "kedua jam istirahat"),
        (TypedDay("7.30", "16.00", (("13", "12"),)), "rest0", "berakhir sesudah"),
        (TypedDay("7.30", "16.00", (LUNCH, ("12.30", "14"))), "rest1", "Bertindih"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(typed: TypedDay, part: str, told: str) -> None:
    ill = read_day(typed)
    assert isinstance(ill, IllDay)
    assert ill.part == part and told in ill.text


def test_a_counter_may_stay_open_while_the_office_eats_but_not_before_it_opens() -> None:
    office = NATIONAL_HOURS.days[0]
    assert outside([Span.of("07.30", "16.00")], office) == ()
    assert outside([Span.of("07.00", "12.00")], office) == (Span.of("07.00", "07.30"),)
    assert outside([Span.of("08.00", "09.00")], ()) == (Span.of("08.00", "09.00"),)


def test_the_week_of_the_regulation_is_as_long_as_it_says() -> None:
    assert minutes_of(NATIONAL_HOURS.days) == 37 * 60 + 30
    assert minutes_of(RAMADAN_HOURS.days) == 32 * 60 + 30

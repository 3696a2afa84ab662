# SPDX-License-Identifier: EUPL-1.2
"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from pendopo.screens.forms.natural_days import full_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kemarin", "22-11-2026"),
        ("Kemarin ", "22-11-2026"),
        ("hari ini", "23-11-2026"),
        ("besok", "24-11-2026"),
        ("lusa", "25-11-2026"),
        ("23/11", "23-11-2026"),
        ("5-1", "05-01-2027"),
        ("30.12", "30-12-2026"),
        ("20112026", "20-11-2026"),
        ("2026-11-20", "20-11-2026"),
        ("1/2/1990", "01-02-1990"),
    ],
)
def test_what_is_clear_is_written_out(typed: str, meant: str) -> None:
    assert full_day(typed, TODAY) == meant


def test_a_day_alone_is_of_the_year_nearest_to_today() -> None:
    assert full_day("20/12", date(2027, 1, 5)) == "20-12-2026"


@pytest.mark.parametrize("typed", ["", "31/2", "32-1", "minggu depan", "12-3-85", "11/23/2026"])
def test_what_is_not_clear_is_left_as_it_was_typed(typed: str) -> None:
    assert full_day(typed, TODAY) == typed

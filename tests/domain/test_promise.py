# SPDX-License-Identifier: EUPL-1.2
"""The values of the promise clock refuse what cannot be."""

from __future__ import annotations

from datetime import datetime

import pytest

from pendopo.domain.promise import Ceiling, DayPolicy, Mark, MarkKind, Promise, Unit


def test_a_promise_of_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="paling sedikit 1, bukan 0"):
        Promise(0, Unit.MINUTE, "0 menit")


def test_a_ceiling_of_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="paling sedikit 1, bukan -1"):
        Ceiling("Tanggapan", -1, Unit.WORKING_DAY, "contoh")


def test_a_mark_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak menyebut zona"):
        Mark(datetime(2026, 11, 23, 9, 40), MarkKind.START)  # noqa: DTZ001


def test_units_are_those_of_a_standard_as_written() -> None:
    assert [unit.value for unit in Unit] == ["minute", "hour", "day", "working-day"]


def test_each_reading_of_hari_has_one_other() -> None:
    assert all(policy.other is not policy for policy in DayPolicy)
    assert all(policy.other.other is policy for policy in DayPolicy)

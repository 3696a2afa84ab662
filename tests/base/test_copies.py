# SPDX-License-Identifier: EUPL-1.2
"""The folder of backups: what is known of each copy, and which of them go."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pendopo.base.backup import place_of_files
from pendopo.base.copies import Copy, Note, copies, digest_of, kept, prune, write_note

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
NOTE = Note("2026-11-23T05:00:00+00:00", "1.0", 3, "ab", 1, 0, {"cases": 1}, {"cases": 2})


def made(folder: Path, at: datetime, name: str = "pendopo") -> Path:
    """A copy with its note and a file beside it."""
    copy = folder / f"{name}-{at:%Y%m%d-%H%M%S}.sqlite3"
    copy.write_text("isi")
    write_note(copy, NOTE)
    place_of_files(copy).mkdir()
    (place_of_files(copy) / "abc").write_text("x")
    return copy


def pruned(folder: Path, *, days: int = 7, weeks: int = 4, now: datetime = NOW) -> int:
    return prune(folder, days=days, weeks=weeks, zone=JAKARTA, now=now)


def test_a_copy_is_found_with_what_was_noted_of_it(tmp_path: Path) -> None:
    copy = made(tmp_path, NOW)
    assert copies(tmp_path) == (Copy(copy, NOW, 3, NOTE),)
    assert copies(tmp_path / "tiada") == ()


@pytest.mark.parametrize("text", ["", "{}", '{"at": 1, "strange": 2}', "[]"])
def test_a_note_that_cannot_be_read_hides_no_copy(tmp_path: Path, text: str) -> None:
    copy = made(tmp_path, NOW)
    copy.with_name(f"{copy.name}.json").write_text(text)
    assert copies(tmp_path) == (Copy(copy, NOW, 3, None),)


def test_the_last_of_each_day_and_of_each_week_stay(tmp_path: Path) -> None:
    found = []
    for day in range(60):
        for hour in (0, 4):
            at = NOW - timedelta(days=day, hours=hour)
            found.append(Copy(tmp_path / f"{at:%m%d-%H}", at, 1, None))
    stay = sorted((p.name for p in kept(found, days=7, weeks=4, zone=JAKARTA)), reverse=True)
    # Seven days back from Monday 23 November; and the last of each of four weeks.
    days = ["1123-05", "1122-05", "1121-05", "1120-05", "1119-05", "1118-05", "1117-05"]
    assert stay == [*days, "1115-05", "1108-05"]


def test_a_day_is_that_of_the_office_s_wall(tmp_path: Path) -> None:
    evening = datetime(2026, 11, 22, 16, tzinfo=UTC)  # 23.00 on Sunday
    night = evening + timedelta(hours=2)  # 01.00 on Monday
    found = [Copy(tmp_path / str(at.hour), at, 1, None) for at in (evening, night)]
    assert len(kept(found, days=2, weeks=0, zone=JAKARTA)) == 2
    assert len(kept([*found, replace(found[0], at=evening)], days=1, weeks=0, zone=UTC)) == 1


def test_what_is_too_old_goes_whole_and_other_names_stay(tmp_path: Path) -> None:
    old, new = made(tmp_path, NOW - timedelta(days=90)), made(tmp_path, NOW)
    mine = made(tmp_path, NOW - timedelta(days=90), "sebelum-pindah")
    assert pruned(tmp_path, days=1, weeks=1) == 1
    left = {path.name for path in tmp_path.iterdir()}
    assert not any(name.startswith(old.name) for name in left)
    assert {new.name, f"{new.name}.json", f"{new.name}.uploads", mine.name} <= left


def test_the_newest_stays_however_old_it_is(tmp_path: Path) -> None:
    copy = made(tmp_path, NOW - timedelta(days=400))
    assert pruned(tmp_path) == 0
    assert copy.exists()


def test_what_a_power_cut_left_half_written_goes_after_a_day(tmp_path: Path) -> None:
    for name, age in ((".pendopo-a.123", 2), (".pendopo-b.456", 0)):
        (tmp_path / name).write_text("setengah")
        at = (NOW - timedelta(days=age)).timestamp()
        os.utime(tmp_path / name, (at, at))
    (tmp_path / ".pendopo-c.789").mkdir()
    pruned(tmp_path, now=datetime.now(UTC) + timedelta(days=2))
    assert [p.name for p in tmp_path.iterdir()] == []


def test_a_note_and_a_digest_are_of_the_bytes_and_for_the_owner(tmp_path: Path) -> None:
    copy = made(tmp_path, NOW)
    assert digest_of(copy).startswith("55c123")
    assert copy.with_name(f"{copy.name}.json").stat().st_mode & 0o777 == 0o600

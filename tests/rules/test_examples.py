# SPDX-License-Identifier: EUPL-1.2
"""The examples of docs/ are what the program really says and loads."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from pendopo.cli import main
from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.hours import NATIONAL_HOURS, Holiday, HolidayKind, Span, WeekHours
from pendopo.domain.promise import DayPolicy, Mark, MarkKind, Promise, Reckoning, Unit
from pendopo.domain.reckoning import reckon
from pendopo.offices.models import Office, Officer
from pendopo.standards import versions
from pendopo.standards.checks import check_folder
from pendopo.standards.commands import check_files
from pendopo.standards.files import Folder, National, read_folder, read_national
from pendopo.standards.loading import load_all
from pendopo.standards.problems import Severity
from tests.rules.repository import ROOT, said

CLOCK_PAGE = ROOT / "docs" / "topics" / "promise-clock.md"
GUIDE = ROOT / "docs" / "panduan" / "menulis-standar.md"
RUNNING = ROOT / "docs" / "panduan" / "menjalankan.md"
BLOCK = re.compile(r"^ *```(\w+) ?([\w./-]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)

COUNTER = WeekHours.five_days(
    [Span.of("08.00", "12.00"), Span.of("13.00", "15.00")],
    [Span.of("08.00", "11.30"), Span.of("13.00", "15.00")],
)
CALENDAR = OfficeCalendar(
    zone="Asia/Jakarta",
    office_hours=NATIONAL_HOURS,
    counter_hours=COUNTER,
    holidays=(
        Holiday(date(2026, 12, 24), "Natal", HolidayKind.CUTI_BERSAMA),
        Holiday(date(2026, 12, 25), "Kelahiran Yesus Kristus"),
    ),
    known_years=frozenset({2026}),
)


def _at(local: str) -> datetime:
    """A moment, written as the office's clock shows it."""
    there = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(CALENDAR.zone))
    return there.astimezone(UTC)


def _minutes() -> Reckoning:
    back = "berkas di pemohon"
    marks = (
        Mark(_at("2026-11-20 11:05"), MarkKind.ARRIVED, "permohonan diajukan"),
        Mark(_at("2026-11-20 11:15"), MarkKind.START, "periksa: lengkap"),
        Mark(_at("2026-11-20 13:05"), MarkKind.PAUSE, back, reason=back, key="luar"),
        Mark(_at("2026-11-23 08:30"), MarkKind.RESUME, back, key="luar"),
        Mark(_at("2026-11-23 08:38"), MarkKind.STOP, "stempel"),
    )
    promise = Promise(30, Unit.MINUTE, "30 menit")
    return reckon(promise, marks, CALENDAR, DayPolicy.WORKING_DAY, _at("2026-11-23 09:00"))


def _days() -> Reckoning:
    marks = (Mark(_at("2026-12-22 14:00"), MarkKind.START, "periksa: lengkap"),)
    promise = Promise(3, Unit.DAY, "3 (tiga) hari")
    return reckon(promise, marks, CALENDAR, DayPolicy.WORKING_DAY, _at("2026-12-28 10:00"))


@pytest.mark.parametrize("reckoning", [_minutes(), _days()], ids=["minutes", "days"])
def test_the_sums_on_the_page_of_the_clock_are_the_program_s_own(reckoning: Reckoning) -> None:
    text = "\n".join([*(line.text for line in reckoning.lines), *reckoning.notes])
    page = CLOCK_PAGE.read_text(encoding="utf-8")
    assert text in page, said([text], f"put these lines into {CLOCK_PAGE.name}.")


def _guide_files() -> dict[str, str]:
    """File → text, as the guide has its reader write them; later blocks add to earlier ones."""
    found: dict[str, str] = {}
    for _, file, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        if file.endswith(".yaml"):
            found[file] = found.get(file, "") + text
    return found


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A folder of standards in which somebody followed the guide to its end."""
    shutil.copytree(ROOT / "standards" / "national", tmp_path / "national")
    for file, text in _guide_files().items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_who_follows_the_guide_writes_an_office_that_loads(guide: Path) -> None:
    national = read_national(guide / "national")
    assert isinstance(national, National)
    (folder,) = (read_folder(path) for path in guide.iterdir() if path.name != "national")
    assert isinstance(folder, Folder), said([str(one) for one in folder], "mend the guide.")
    found = [
        str(problem)
        for problem in check_folder(folder, national)
        if problem.severity is not Severity.NOTE
    ]
    assert not found, said(found, f"mend the example in {GUIDE.name}.")


def test_the_office_of_the_guide_is_there_once_it_is_loaded(guide: Path, db: None) -> None:
    loaded = load_all(guide, demo=False)
    assert not loaded.refused, said(list(loaded), f"mend the example in {GUIDE.name}.")
    assert versions.current("99.05.01", "peminjaman-aula") is not None


SLIPS = (
    ("do: verify\n", "do: verfy\n"),
    ("next: verifikasi}", "next: verifikas}"),
    ('number: "1/KEP/2026"', "number: 1"),
)
"""What the guide shows its reader: a slip of the pen, and what the checker says of it."""


@pytest.mark.parametrize(("written", "slip"), SLIPS)
def test_the_guide_shows_what_the_checker_really_says(guide: Path, written: str, slip: str) -> None:
    file = next(path for path in guide.glob("99*/*.yaml") if written in path.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(written, slip, 1), encoding="utf-8")
    told = [str(one) for one in check_files(guide) if one.severity is Severity.ERROR]
    shown = re.sub(r"\s+", " ", GUIDE.read_text(encoding="utf-8"))
    assert told, f"the checker finds nothing in «{slip}»"
    found = [one for one in told if one not in shown]
    assert not found, said(found, f"show these messages in {GUIDE.name}.")


def test_what_the_guide_types_works(office: Office) -> None:
    blocks = BLOCK.findall(RUNNING.read_text(encoding="utf-8"))
    typed = [dedent(text).replace("35.14.11", office.code) for _, _, text in blocks]
    (added,) = [text for text in typed if "pendopo officer add" in text]
    assert main(shlex.split(added.replace("\\\n", " "))[1:]) == 0
    officer = Officer.objects.get(office_id=office.code, name="Rini Contoh, S.AP.")
    keys = [one.position.key for one in officer.assignments.order_by("position__place")]
    assert keys == ["petugas-loket", "petugas-informasi"]
    for text in (text for text in typed if text.startswith("from ")):
        exec(text, {})

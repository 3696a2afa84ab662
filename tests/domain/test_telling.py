# SPDX-License-Identifier: EUPL-1.2
"""Every line of the sum can be read, and says why time was not counted."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.hours import Span, WeekHours
from pendopo.domain.promise import LineKind, MarkKind, Promise, Unit
from pendopo.domain.reckoning import reckon
from tests.domain.clocks import (
    ABSENT,
    CALENDAR,
    LATER,
    OFFICE,
    ON_LEAVE_TOO,
    WORKING,
    ceiling,
    clock,
    mark,
    pause,
    start,
    stop,
    texts,
)
from tests.domain.year_2026 import at

# The lines of the sum


def test_every_line_of_a_sum_in_minutes_can_be_read() -> None:
    reckoning = clock("1 hour", [start("2026-11-27 16.00"), stop("2026-11-30 07.50")])
    assert texts(reckoning) == [
        "Mulai Jumat, 27 November 2026 pukul 16.00 WIB: berkas lengkap",
        "Jumat, 27 November 2026 pukul 16.00–16.30: 30 menit",
        "Sabtu, 28 November 2026 tidak dihitung: kantor tidak buka hari Sabtu",
        "Minggu, 29 November 2026 tidak dihitung: kantor tidak buka hari Minggu",
        "Senin, 30 November 2026 pukul 07.30–08.00: 30 menit",
        "Selesai Senin, 30 November 2026 pukul 07.50 WIB: stempel",
        "Jatuh tempo Senin, 30 November 2026 pukul 08.00 WIB",
    ]


def test_every_line_of_a_sum_in_days_can_be_read() -> None:
    marks = [
        start("2026-12-23 09.40"),
        *pause("2026-12-28 07.00", "2026-12-28 17.00"),
        *pause("2026-12-30 15.00", "2026-12-31 09.00", ABSENT, "camat"),
    ]
    assert texts(clock("2 day", marks)) == [
        "Mulai Rabu, 23 Desember 2026 pukul 09.40 WIB: berkas lengkap",
        "Rabu, 23 Desember 2026: hari mulai, tidak dihitung",
        "Kamis, 24 Desember 2026 tidak dihitung: Cuti bersama Natal",
        "Jumat, 25 Desember 2026 tidak dihitung: Kelahiran Yesus Kristus",
        "Sabtu, 26 Desember 2026 tidak dihitung: kantor tidak buka hari Sabtu",
        "Minggu, 27 Desember 2026 tidak dihitung: kantor tidak buka hari Minggu",
        "Senin, 28 Desember 2026 tidak dihitung: berkas di pemohon",
        "Berhenti Senin, 28 Desember 2026 pukul 07.00 WIB "
        "sampai Senin, 28 Desember 2026 pukul 17.00 WIB: berkas di pemohon",
        "Hari 1: Selasa, 29 Desember 2026",
        "Hari 2: Rabu, 30 Desember 2026",
        "Berhenti Rabu, 30 Desember 2026 pukul 15.00 WIB "
        "sampai Kamis, 31 Desember 2026 pukul 09.00 WIB: Camat tidak di tempat",
        "Rabu, 30 Desember 2026 belum jatuh tempo, bergeser ke hari buka berikutnya: "
        "Camat tidak di tempat",
        "Jatuh tempo Kamis, 31 Desember 2026 pukul 16.00 WIB",
    ]


def test_a_due_day_that_is_off_moves_on_and_says_why() -> None:
    reckoning = clock("5 day", [start("2026-11-23 09.00")], policy=CALENDAR)
    assert texts(reckoning, LineKind.CARRIED) == [
        "Sabtu, 28 November 2026 belum jatuh tempo, bergeser ke hari buka berikutnya: "
        "kantor tidak buka hari Sabtu",
        "Minggu, 29 November 2026 belum jatuh tempo, bergeser ke hari buka berikutnya: "
        "kantor tidak buka hari Minggu",
    ]


def test_a_start_outside_open_days_says_which_day_it_counts_as() -> None:
    reckoning = clock("1 day", [start("2026-11-22 10.00")])
    assert texts(reckoning, LineKind.START_DAY) == [
        "Mulai di luar jam buka, maka hari mulai Senin, 23 November 2026; tidak dihitung"
    ]


def test_a_day_cut_short_is_explained() -> None:
    reckoning = clock("30 minute", [start("2026-09-08 11.50")])
    assert texts(reckoning, LineKind.SHORTENED) == [
        "Selasa, 8 September 2026 tutup pukul 12.00–16.00: Rapat kerja kecamatan"
    ]


def test_the_day_of_the_start_is_explained_after_the_start() -> None:
    on_sunday = clock("10 minute", [start("2026-11-22 10.00")])
    assert [line.kind for line in on_sunday.lines][:2] == [LineKind.START, LineKind.SKIPPED]
    on_a_short_day = clock("10 minute", [start("2026-09-08 09.00")])
    assert [line.kind for line in on_a_short_day.lines] == [
        LineKind.START,
        LineKind.MINUTES,
        LineKind.SHORTENED,
        LineKind.DUE,
    ]


def test_a_day_without_counter_hours_is_explained() -> None:
    only_mondays = WeekHours(((Span.of("08.00", "12.00"),), (), (), (), (), (), ()))
    weekly = replace(OFFICE, counter_hours=only_mondays)
    reckoning = clock("10 minute", [start("2026-11-27 09.00")], cal=weekly)
    assert texts(reckoning, LineKind.SKIPPED)[0] == (
        "Jumat, 27 November 2026 tidak dihitung: tidak ada jam loket"
    )


def test_lines_carry_their_values_for_machines() -> None:
    reckoning = clock("1 day", [start("2026-12-24 09.00")], cal=ON_LEAVE_TOO)
    day = next(line for line in reckoning.lines if line.kind is LineKind.DAY)
    skipped = next(line for line in reckoning.lines if line.kind is LineKind.SKIPPED)
    assert (day.number, str(day.day)) == (1, "2026-12-28")
    assert (skipped.reason, str(skipped.day)) == ("Kelahiran Yesus Kristus", "2026-12-25")


def test_lines_stand_in_the_order_of_time() -> None:
    marks = [start("2026-12-23 09.40"), *pause("2026-12-28 10.00", "2026-12-28 17.00")]
    moments = [line.at for line in clock("7 day", marks).lines]
    assert moments == sorted(moments)


# Notes


def test_a_year_without_a_decree_is_mentioned() -> None:
    reckoning = clock("3 working-day", [start("2026-12-30 09.00")])
    assert reckoning.notes == (
        "Libur tahun 2027 belum ditetapkan SKB; hanya akhir pekan dan libur tetap yang dihitung.",
    )


def test_a_year_without_a_decree_is_mentioned_for_a_ceiling_too() -> None:
    marks = [mark(MarkKind.ARRIVED, "2026-12-22 09.00"), start("2026-12-22 09.00")]
    assert clock("10 minute", marks).notes == ()
    reckoning = clock("10 minute", marks, ceilings=[ceiling(14)])
    assert [note[:17] for note in reckoning.notes] == ["Libur tahun 2027 "]


def test_the_hours_of_a_season_are_mentioned() -> None:
    reckoning = clock("10 minute", [start("2026-03-04 09.00")])
    assert reckoning.notes == ("Jam kerja Ramadan berlaku 19 Februari 2026 sampai 20 Maret 2026.",)


def test_the_printed_condition_is_repeated() -> None:
    condition = "jika semua pejabat di kantor dan berkas lengkap"
    promise = Promise(1, Unit.WORKING_DAY, f"1 (Satu) hari kerja {condition}", condition)
    reckoning = reckon(promise, [start("2026-11-23 09.00")], OFFICE, WORKING, at(LATER))
    assert reckoning.notes == (f"Janji ini bersyarat: {condition}.",)


def test_a_changed_calendar_gives_another_sum() -> None:
    marks = [start("2026-12-23 15.45")]
    closed, open_ = (clock("30 minute", marks, cal=cal) for cal in (OFFICE, ON_LEAVE_TOO))
    assert closed.due_at != open_.due_at

# SPDX-License-Identifier: EUPL-1.2
"""What the promise clock sees of cases that were walked: marks, pauses and the sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from pendopo.domain.case import Case
from pendopo.domain.clocking import AwaySpan, ClockSetting, ceilings_of, marks_of, reckoning_of
from pendopo.domain.commands import CloseAbandoned, TakeBack, Withdraw
from pendopo.domain.events import Json
from pendopo.domain.promise import DayPolicy, MarkKind, Reckoning, State
from pendopo.domain.standard import Duration, LegalCeiling, Moment, Pause, Standard
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import (
    BAYU,
    CALENDAR,
    FORM,
    HADI,
    HANDED,
    RINI,
    WATI,
    Desk,
    computed,
    done,
)
from tests.domain.standards_for_tests import COUNTER, LETTER, OUTSIDE, single, step
from tests.domain.year_2026 import at, local

SETTING = ClockSetting(CALENDAR, DayPolicy.WORKING_DAY, OUTSIDE)
NEXT_YEAR = at("2027-03-01 09.00")


def walked(*steps: tuple[str, str, dict[str, Json]], standard: Standard = LETTER) -> Desk:
    """A case that passed these steps at these times of 23 November, filed at 08.30."""
    desk = Desk(standard, now=at("2026-11-23 08.30"))
    done(desk.file(values={**FORM, "uraian": "Contoh."}))
    for clock, key, data in steps:
        desk.now = at(f"2026-11-23 {clock}")
        actor = {"paraf": BAYU, "tanda-tangan": HADI, "ajukan": WATI}.get(key, RINI)
        if key == "periksa":
            data = {**data, "verdicts": desk.verdicts(**data.get("verdicts", {}))}  # type: ignore[arg-type]
        done(desk.act(actor, key, **data))
    return desk


def kinds(case: Case, standard: Standard = LETTER, **more: object) -> list[tuple[str, str]]:
    """Each mark's kind with its wall clock."""
    marks = marks_of(standard, case, replace(SETTING, **more))  # type: ignore[arg-type]
    return [(mark.kind.value, local(mark.at)[-5:]) for mark in marks]


def sum_of(desk: Desk, now: datetime = NEXT_YEAR, **more: object) -> Reckoning:
    setting = replace(SETTING, **more)  # type: ignore[arg-type]
    return reckoning_of(desk.standard, desk.case, desk.values, setting, now)


STRAIGHT: tuple[tuple[str, str, dict[str, Json]], ...] = (
    ("09.00", "periksa", {}),
    ("09.01", "konsep", {}),
    ("09.02", "paraf", {}),
    ("09.04", "tanda-tangan", {}),
    ("09.05", "catat", {}),
    ("09.06", "stempel", {}),
    ("09.30", "serahkan", HANDED),
)


class TestAStraightWalk:
    def test_arrival_completeness_and_readiness_are_seen(self) -> None:
        assert kinds(walked(*STRAIGHT).case) == [
            ("arrived", "08.30"),
            ("complete", "09.00"),
            ("start", "09.00"),
            ("ready", "09.06"),
            ("stop", "09.06"),
        ]

    def test_the_promise_is_reckoned_from_start_to_stop(self) -> None:
        reckoning = sum_of(walked(*STRAIGHT))
        assert (reckoning.state, reckoning.used, reckoning.kept) == (State.STOPPED, 6, True)
        assert local(reckoning.due_at) == "2026-11-23 09.10"

    def test_the_wait_for_the_counter_is_told_beside_it(self) -> None:
        assert [str(w.kind) for w in sum_of(walked(*STRAIGHT)).waits] == ["before-start"]

    def test_waiting_to_be_collected_is_seen_where_the_promise_runs_until_then(self) -> None:
        stops = (Moment("serahkan"),)
        duration = replace(LETTER.duration, stops=stops)  # type: ignore[type-var]
        desk = walked(*STRAIGHT, standard=replace(LETTER, duration=duration))
        wait = sum_of(desk).waits[-1]
        assert (str(wait.kind), wait.open_time) == ("before-stop", timedelta(minutes=24))

    def test_a_file_that_is_still_being_checked_has_not_started(self) -> None:
        assert sum_of(walked(), at("2026-11-23 09.00")).state is State.NOT_STARTED

    def test_a_running_file_is_late_once_its_time_is_over(self) -> None:
        desk = walked(STRAIGHT[0])
        assert sum_of(desk, at("2026-11-23 09.10")).kept is None
        assert sum_of(desk, at("2026-11-23 09.11")).kept is False


class TestReturns:
    lacking: dict[str, Json] = {"verdicts": {"ktp": "kurang"}}

    def test_a_file_that_came_back_starts_when_it_is_complete(self) -> None:
        desk = walked(
            ("08.40", "periksa", self.lacking), ("10.00", "ajukan", {}), ("10.05", "periksa", {})
        )
        assert kinds(desk.case) == [
            ("arrived", "08.30"),
            ("pause", "08.40"),
            ("resume", "10.00"),
            ("complete", "10.05"),
            ("start", "10.05"),
        ]

    def test_a_returned_file_stops_the_clock(self) -> None:
        back: dict[str, Json] = {"outcome": "dikembalikan", "reasons": "Nama keliru."}
        desk = walked(
            *STRAIGHT[:3],
            ("09.05", "tanda-tangan", back),
            ("09.06", "periksa", self.lacking),
            ("10.06", "ajukan", {}),
            ("10.07", "periksa", {}),
        )
        reckoning = sum_of(desk, at("2026-11-23 10.08"))
        assert (reckoning.state, reckoning.used) == (State.RUNNING, 8)
        assert local(reckoning.started_at) == "2026-11-23 09.00"
        assert local(reckoning.due_at) == "2026-11-23 10.10"

    def test_while_it_is_with_the_applicant_it_stands(self) -> None:
        back: dict[str, Json] = {"outcome": "dikembalikan", "reasons": "Nama keliru."}
        desk = walked(
            *STRAIGHT[:3], ("09.05", "tanda-tangan", back), ("09.06", "periksa", self.lacking)
        )
        reckoning = sum_of(desk, at("2026-11-23 11.00"))
        assert (reckoning.state, reckoning.used) == (State.STANDING, 6)
        assert any("berkas di pemohon" in line.text for line in reckoning.lines)

    def test_a_step_that_was_taken_back_leaves_no_mark(self) -> None:
        desk = walked(STRAIGHT[0])
        done(desk.do(RINI, TakeBack()))
        assert kinds(desk.case) == [("arrived", "08.30")]


class TestEndings:
    def test_a_withdrawn_file_stops_its_clock(self) -> None:
        desk = walked(STRAIGHT[0])
        done(desk.do(WATI, Withdraw()))
        reckoning = sum_of(desk)
        assert (reckoning.state, reckoning.kept) == (State.STOPPED, True)
        assert any("selesai: ditarik" in line.text for line in reckoning.lines)

    def test_an_abandoned_file_stops_its_clock(self) -> None:
        desk = walked(("08.40", "periksa", TestReturns.lacking))
        done(desk.do(RINI, CloseAbandoned("Tidak kembali.")))
        assert kinds(desk.case)[-1] == ("stop", "08.41")
        assert sum_of(desk).state is State.NOT_STARTED

    def test_a_file_that_is_sent_elsewhere_is_not_called_complete(self) -> None:
        elsewhere: dict[str, Json] = {"outcome": "bukan-wewenang", "reasons": "Urusan kelurahan."}
        desk = walked(("09.00", "periksa", elsewhere))
        assert kinds(desk.case) == [("arrived", "08.30"), ("stop", "09.00")]

    def test_an_end_after_the_stop_is_no_second_stop(self) -> None:
        stops = [kind for kind, _ in kinds(walked(*STRAIGHT).case) if kind == "stop"]
        assert len(stops) == 1

    def test_a_correction_does_not_move_the_end(self) -> None:
        duration = replace(LETTER.duration, stops=(Moment("paraf", "tidak-pernah"),))  # type: ignore[type-var]
        desk = walked(*STRAIGHT, standard=replace(LETTER, duration=duration))
        desk.now = at("2026-11-30 09.00")
        done(desk.correct(RINI, nama="Wati R"))
        assert kinds(desk.case, desk.standard)[-1] == ("stop", "09.30")


class TestAbsences:
    duration = replace(LETTER.duration, pauses=(Pause("absent", ("camat",)),))  # type: ignore[type-var]
    standard = replace(LETTER, duration=duration)

    def test_the_clock_stands_while_a_named_role_is_away(self) -> None:
        desk = walked(*STRAIGHT[:3], standard=self.standard)
        away = (AwaySpan("camat", at("2026-11-23 09.03"), at("2026-11-23 11.03")),)
        reckoning = sum_of(desk, at("2026-11-23 11.05"), away=away)
        assert reckoning.used == 5
        assert any("Camat tidak di tempat" in line.text for line in reckoning.lines)

    def test_it_stands_still_while_nobody_knows_when_she_returns(self) -> None:
        desk = walked(*STRAIGHT[:3], standard=self.standard)
        away = (AwaySpan("camat", at("2026-11-23 09.03")),)
        assert sum_of(desk, at("2026-11-23 14.00"), away=away).state is State.STANDING

    def test_another_role_is_not_waited_for(self) -> None:
        desk = walked(*STRAIGHT[:3], standard=self.standard)
        away = (AwaySpan("kasi", at("2026-11-23 09.03")),)
        assert sum_of(desk, at("2026-11-23 09.05"), away=away).state is State.RUNNING

    def test_a_promise_without_pauses_runs_on(self) -> None:
        away = (AwaySpan("camat", at("2026-11-23 09.03")),)
        assert ("pause", "09.03") not in kinds(walked(STRAIGHT[0]).case, away=away)


class TestLateEntries:
    def test_it_is_reckoned_from_when_it_happened_and_marked(self) -> None:
        desk = walked()
        desk.now = at("2026-11-23 15.30")
        then = at("2026-11-23 09.00")
        done(desk.at(RINI, "periksa", then, verdicts=desk.verdicts()))
        reckoning = sum_of(desk, desk.now)
        assert local(reckoning.started_at) == "2026-11-23 09.00"
        assert reckoning.late

    def test_a_late_end_marks_its_stop(self) -> None:
        elsewhere: dict[str, Json] = {"outcome": "bukan-wewenang", "reasons": "Urusan kelurahan."}
        desk = walked()
        desk.now = at("2026-11-23 15.30")
        done(desk.at(RINI, "periksa", at("2026-11-23 09.00"), **elsewhere))
        stop = marks_of(LETTER, desk.case, SETTING)[-1]
        assert (stop.kind, stop.late) == (MarkKind.STOP, True)


class TestForwarding:
    def test_each_stay_outside_is_known_by_whom_it_was_forwarded_to_then(self) -> None:
        standard = Standard(
            "uji",
            LETTER.kind,
            "Uji",
            (),
            (),
            (
                step("ajukan", "pemohon", Verb.SUBMIT, "teruskan", via=COUNTER),
                step("teruskan", COUNTER, Verb.FORWARD, "kerja", to=("desa", "kasi")),
                step(
                    "kerja",
                    "forwarded",
                    Verb.PERFORM,
                    {"selesai": "arsip", "keliru": "teruskan"},
                    via=COUNTER,
                ),
                step("arsip", COUNTER, Verb.ARCHIVE, "selesai"),
            ),
            duration=Duration("1 jam", 1, "hour", (Moment("ajukan"),), (Moment("arsip"),)),
        )
        desk = Desk(standard, now=at("2026-11-23 09.00"))
        done(desk.file(values={}))
        done(desk.act(RINI, "teruskan", role="desa"))
        done(desk.act(RINI, "kerja", outcome="keliru", reasons="Bukan desanya."))
        done(desk.act(RINI, "teruskan", role="kasi"))
        marks = marks_of(standard, desk.case, SETTING)
        pauses = [m for m in marks if m.kind in (MarkKind.PAUSE, MarkKind.RESUME)]
        assert [(m.kind.value, m.label) for m in pauses] == [
            ("pause", "berkas di desa"),
            ("resume", "berkas di desa"),
        ]


class TestCeilings:
    ceilings = (
        LegalCeiling("ringan", "Pengaduan ringan", 5, "working-day", "contoh", ("kelas", "ringan")),
        LegalCeiling("semua", "Semua", 60, "day", "contoh"),
    )

    def test_those_of_the_chosen_class_run_with_those_of_all(self) -> None:
        standard = replace(LETTER, ceilings=self.ceilings)
        names = [c.name for c in ceilings_of(standard, {"kelas": "ringan"})]
        assert names == ["Pengaduan ringan", "Semua"]
        assert [c.name for c in ceilings_of(standard, {"kelas": "berat"})] == ["Semua"]

    def test_they_stop_with_the_case_even_without_a_promise(self) -> None:
        standard = replace(single(Verb.STAMP), ceilings=self.ceilings[1:])
        desk = Desk(standard, now=at("2026-11-23 09.00"))
        done(desk.file(values=computed(standard, {"nama": "Wati"})))
        running = reckoning_of(standard, desk.case, desk.values, SETTING, desk.now)
        assert running.state is State.NO_PROMISE
        assert running.ceilings[0].state is State.RUNNING
        done(desk.act(RINI, "kerja"))
        ended = reckoning_of(standard, desk.case, desk.values, SETTING, NEXT_YEAR)
        assert (ended.ceilings[0].state, ended.ceilings[0].kept) == (State.STOPPED, True)


def test_a_case_that_was_not_filed_has_no_marks() -> None:
    assert marks_of(LETTER, Desk().case, SETTING) == ()

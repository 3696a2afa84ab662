# SPDX-License-Identifier: EUPL-1.2
"""Filing and acting: what they do to a case, and each reason for which they do nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pendopo.domain.books import RowStatus
from pendopo.domain.case import Verdict, opened
from pendopo.domain.commands import (
    Act,
    AddRequirement,
    Amend,
    Approve,
    CloseAbandoned,
    Command,
    Correct,
    Deed,
    File,
    Refused,
    Reserve,
    TakeBack,
    Withdraw,
)
from pendopo.domain.decide import decide
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import (
    BAYU,
    FORM,
    GUARD,
    HADI,
    HANDED,
    MONDAY,
    RINI,
    SARI,
    TONO,
    WATI,
    Desk,
    at_step,
    computed,
    done,
    refused,
    world,
)
from tests.domain.standards_for_tests import COUNTER, LETTER, OPEN_TO_ALL, single, step

MINUTE = timedelta(minutes=1)


class TestFiling:
    def test_it_opens_the_case_at_the_step_after_the_first(self) -> None:
        desk = Desk()
        event = done(desk.file()).events[0]
        assert event.name == "case.filed"
        assert (desk.case.step, desk.case.version) == ("periksa", 1)
        assert event.data["asks"] == ["ktp", "foto", "pengantar", "materai", "surat-lain"]

    def test_it_keeps_the_form_among_what_can_be_erased(self) -> None:
        desk = Desk()
        event = done(desk.file()).events[0]
        assert event.private["values"] == FORM
        assert "Wati" not in str(event.data)

    def test_it_says_when_an_officer_recorded_it(self) -> None:
        event = done(Desk().file(RINI)).events[0]
        assert (event.data["recorded_for"], event.data["channel"]) == ("pemohon", "loket")

    def test_an_applicant_files_for_herself_through_the_portal(self) -> None:
        event = done(Desk().file(WATI)).events[0]
        assert "recorded_for" not in event.data
        assert event.data["channel"] == "portal"

    def test_the_way_it_came_is_kept(self) -> None:
        assert done(Desk().file(channel="desa")).events[0].data["channel"] == "desa"

    def test_a_case_is_filed_once(self) -> None:
        assert refused(at_step("periksa").file()) == {("already-filed", "")}

    def test_whoever_does_not_keep_the_counter_cannot_file_for_her(self) -> None:
        assert refused(Desk().file(GUARD)) == {("not-yours", "role")}

    def test_a_lead_time_of_the_form_is_heard_at_filing(self) -> None:
        soon = {**FORM, "tanggal-acara": "2026-11-25"}
        assert refused(Desk().file(values=soon)) == {("limit-reason", "reminders/lima-hari")}
        desk = Desk()
        event = done(desk.file(values=soon, reminders={"lima-hari": "Duka mendadak."})).events[0]
        assert event.data["reminders"] == ["lima-hari"]
        assert "Duka mendadak." in str(event.private["note"])

    def test_a_name_may_be_kept_back_where_the_standard_lets_it(self) -> None:
        open_to_all = single(Verb.RECEIVE, intake=OPEN_TO_ALL)
        event = done(Desk(open_to_all).file(anonymous=True, confidential=True)).events[0]
        assert (event.data["anonymous"], event.data["confidential"]) == (True, True)

    def test_nothing_can_be_done_before_filing(self) -> None:
        assert refused(Desk().act(RINI, "ajukan")) == {("not-filed", "")}


class TestActing:
    def test_a_step_is_done_where_the_case_stands(self) -> None:
        assert refused(at_step("periksa").act(RINI, "catat")) == {("not-here", "step")}
        assert refused(at_step("periksa").act(RINI, "menari")) == {("not-here", "step")}

    def test_a_step_is_done_by_its_own_role(self) -> None:
        assert refused(at_step("periksa").act(BAYU, "periksa")) == {("not-yours", "role")}

    def test_nothing_happens_after_the_end(self) -> None:
        assert refused(at_step("diserahkan").act(RINI, "serahkan")) == {("ended", "")}

    def test_an_action_needs_a_deed(self) -> None:
        assert refused(at_step("periksa").do(RINI, Act(()))) == {("nothing-to-do", "")}

    def test_steps_of_one_hand_are_done_at_once_with_an_event_each(self) -> None:
        desk = at_step("catat")
        deeds = (Deed("catat"), Deed("stempel"), Deed("serahkan", HANDED))
        accepted = done(desk.do(RINI, Act(deeds)))
        assert [e.name for e in accepted.events] == [
            "letter.registered",
            "letter.stamped",
            "product.handed-over",
        ]
        assert len({e.happened_at for e in accepted.events}) == 1
        assert desk.case.end == "diserahkan"

    def test_an_action_that_fails_at_its_last_step_changes_nothing(self) -> None:
        desk = at_step("catat")
        before = desk.case
        deeds = (Deed("catat"), Deed("stempel"), Deed("serahkan", {"collector": "Wati"}))
        assert ("needed", "relation") in refused(desk.do(RINI, Act(deeds)))
        assert desk.case == before

    def test_an_action_stops_at_the_step_of_another_hand(self) -> None:
        desk = at_step("konsep")
        deeds = (Deed("konsep"), Deed("paraf"), Deed("tanda-tangan"))
        assert refused(desk.ask(GUARD, Act(deeds))) == {("not-yours", "role")}
        assert refused(desk.ask(BAYU, Act(deeds))) == {("not-yours", "role")}

    def test_a_form_mended_in_the_same_action_is_what_the_check_sees(self) -> None:
        desk = at_step("periksa")
        done(desk.check(ktp="kurang"))
        values = {**FORM, "uraian": "Contoh isi surat."}
        check = {"verdicts": {"ktp": "ada"}, "forms": {"surat": "letter"}}
        action = Act((Deed("ajukan", {"values": values}), Deed("periksa", check)))
        assert len(done(desk.do(RINI, action)).events) == 2
        assert desk.case.step == "konsep"

    def test_a_return_goes_back_without_a_line_in_the_book(self) -> None:
        desk = at_step("tanda-tangan")
        event = done(
            desk.act(HADI, "tanda-tangan", outcome="dikembalikan", reasons="Nama keliru.")
        ).events[0]
        assert (event.data["returns"], event.entries, desk.case.step) == (True, (), "periksa")

    def test_only_what_lacked_is_judged_again(self) -> None:
        desk = at_step("periksa")
        done(desk.check(ktp="kurang"))
        done(desk.act(WATI, "ajukan"))
        assert refused(desk.act(RINI, "periksa", verdicts={})) == {("unjudged", "verdicts/ktp")}
        done(desk.act(RINI, "periksa", verdicts={"ktp": "ada"}))
        assert desk.case.step == "konsep"
        assert desk.case.verdict("foto") is Verdict.PRESENT

    def test_a_returned_file_keeps_its_number(self) -> None:
        """Where the register comes before the signature."""
        steps = (
            *LETTER.steps[:2],
            step("catat", COUNTER, Verb.REGISTER, "tanda-tangan", papers=("surat",)),
            replace(LETTER.step("tanda-tangan"), exits=_EXITS),
            LETTER.step("serahkan"),
        )
        standard = replace(LETTER, steps=(*steps[:1], _to("catat", steps[1]), *steps[2:]))
        desk = Desk(standard)
        done(desk.file())
        done(desk.check())
        done(desk.act(RINI, "catat"))
        number = desk.case.entries[0].number
        done(desk.act(HADI, "tanda-tangan", outcome="dikembalikan", reasons="Nama keliru."))
        done(desk.act(RINI, "periksa", verdicts={}))
        done(desk.act(RINI, "catat"))
        assert [e.number for e in desk.case.entries] == [number]
        done(desk.act(HADI, "tanda-tangan", outcome="dikembalikan", reasons="Belum juga."))
        done(desk.do(WATI, Withdraw()))
        assert [(e.number, e.mark) for e in desk.case.entries] == [(number, RowStatus.CANCELLED)]

    def test_a_reminder_does_not_hold_up_a_file_that_goes_back(self) -> None:
        desk = at_step("periksa", {**FORM, "tanggal-acara": "2026-12-01"})
        desk.now = MONDAY + timedelta(days=30)
        assert ("limit-refuse", "reminders/hari-h") in refused(desk.check())
        done(desk.check(ktp="kurang"))
        assert desk.case.step == "ajukan"


_EXITS = (("ditandatangani", "serahkan"), ("dikembalikan", "periksa"))


def _to(target: str, checking: object) -> object:
    exits = (("lengkap", target), ("tidak-lengkap", "ajukan"), ("bukan-wewenang", "dialihkan"))
    return replace(checking, exits=exits)  # type: ignore[type-var]


class TestTimes:
    def test_a_late_entry_says_when_it_happened_and_that_it_is_late(self) -> None:
        desk = at_step("periksa")
        desk.now += timedelta(hours=3)
        happened_at = desk.now - timedelta(hours=2)
        event = done(desk.at(RINI, "periksa", happened_at, verdicts=desk.verdicts())).events[0]
        assert (event.happened_at, event.late) == (happened_at, True)
        assert desk.case.trail[-1].late

    def test_an_entry_within_the_offices_patience_is_not_late(self) -> None:
        desk = at_step("periksa")
        happened_at = desk.now
        desk.now += timedelta(minutes=15)
        event = done(desk.at(RINI, "periksa", happened_at, verdicts=desk.verdicts())).events[0]
        assert not event.late

    def test_nothing_happens_in_the_future_but_for_a_watch_that_runs_ahead(self) -> None:
        desk = at_step("periksa")
        verdicts = {"verdicts": desk.verdicts()}
        late, soon = desk.now + 3 * MINUTE, desk.now + 2 * MINUTE
        assert refused(desk.at(RINI, "periksa", late, **verdicts)) == {
            ("in-the-future", "happened_at")
        }
        done(desk.at(RINI, "periksa", soon, **verdicts))
        event = done(desk.act(RINI, "konsep")).events[0]
        assert event.happened_at == soon

    def test_nothing_happens_before_the_step_before_it(self) -> None:
        desk = at_step("periksa")
        early = MONDAY - MINUTE
        assert refused(desk.at(RINI, "periksa", early)) == {("before-the-last", "happened_at")}

    def test_a_filing_may_be_entered_late_as_well(self) -> None:
        desk = Desk()
        yesterday = MONDAY - timedelta(days=1)
        values = computed(LETTER, FORM)
        event = done(desk.do(RINI, File(values, happened_at=yesterday))).events[0]
        assert (event.happened_at, event.late) == (yesterday, True)

    def test_what_passes_no_step_never_comes_before_what_happened(self) -> None:
        desk = at_step("periksa")
        done(desk.at(RINI, "periksa", desk.now + MINUTE, verdicts=desk.verdicts()))
        desk.now -= MINUTE
        event = done(desk.do(WATI, Withdraw())).events[0]
        assert event.happened_at == desk.case.trail[-1].at


EVERY_COMMAND: tuple[Command, ...] = (
    File(FORM),
    Act((Deed("serahkan", HANDED),)),
    TakeBack(),
    AddRequirement("Surat", "Perlu."),
    Amend({"nama": "Lain"}),
    Withdraw("Ya."),
    CloseAbandoned("Lama."),
    Correct({"nama": "Lain"}, "Keliru."),
    Approve(),
    Reserve("surat"),
)


def test_an_ended_case_accepts_only_taking_back_and_correcting() -> None:
    desk = at_step("diserahkan")
    accepted = {
        type(command)
        for command in EVERY_COMMAND
        for actor in (RINI, BAYU, SARI, HADI, WATI, TONO)
        if not isinstance(desk.ask(actor, command), Refused)
    }
    assert accepted == {TakeBack, Correct}


def test_an_unfiled_case_accepts_only_filing() -> None:
    case = opened(LETTER)
    for command in EVERY_COMMAND:
        decision = decide(LETTER, case, command, world(RINI))
        assert isinstance(decision, Refused) is not isinstance(command, File)


def test_the_same_question_has_the_same_answer() -> None:
    desk = at_step("tanda-tangan")
    for command in EVERY_COMMAND:
        assert desk.ask(RINI, command) == desk.ask(RINI, command)


def test_a_refusal_speaks_and_changes_nothing() -> None:
    standards: tuple[Standard, ...] = (LETTER, single(Verb.RECEIVE))
    for standard in standards:
        case = opened(standard)
        decision = decide(standard, case, TakeBack(), world(RINI))
        assert refused(decision) == {("nothing-to-take-back", "")}
        assert case == opened(standard)

# SPDX-License-Identifier: EUPL-1.2
"""What each command does to a case, and each reason for which it does nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pendopo.domain.books import NumberMode, RowStatus
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
from pendopo.domain.events import Stage
from pendopo.domain.standard import Paper, Standard
from pendopo.domain.vocabulary import PaperForm, Verb
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
    VILLAGE,
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


class TestTakingBack:
    def test_it_undoes_ones_own_last_step(self) -> None:
        desk = at_step("paraf")
        event = done(desk.do(RINI, TakeBack("Salah tekan."))).events[0]
        assert desk.case.step == "konsep"
        assert event.data == {"step": "konsep", "to": "konsep"}
        assert event.private == {"reasons": "Salah tekan."}

    def test_it_goes_on_backwards_through_ones_own_steps(self) -> None:
        desk = at_step("serahkan")
        for expected in ("stempel", "catat"):
            done(desk.do(RINI, TakeBack()))
            assert desk.case.step == expected
        assert refused(desk.do(RINI, TakeBack())) == {("not-your-step", "")}

    def test_it_goes_on_behind_what_another_took_back(self) -> None:
        desk = at_step("paraf")
        done(desk.act(BAYU, "paraf"))
        done(desk.do(BAYU, TakeBack()))
        done(desk.do(RINI, TakeBack()))
        assert desk.case.step == "konsep"

    def test_another_officers_step_is_not_taken_back(self) -> None:
        assert refused(at_step("paraf").do(TONO, TakeBack())) == {("not-your-step", "")}

    def test_a_step_on_which_somebody_acted_is_not_taken_back(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(HADI, Approve()))
        for actor in (BAYU, HADI):
            assert refused(desk.ask(actor, TakeBack())) == {("nothing-to-take-back", "")}

    def test_whoever_reserves_a_number_cannot_take_back_anothers_step(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(RINI, Reserve("surat")))
        assert refused(desk.do(RINI, TakeBack())) == {("nothing-to-take-back", "")}

    def test_the_filing_is_not_taken_back(self) -> None:
        assert refused(at_step("periksa").do(RINI, TakeBack())) == {("nothing-to-take-back", "")}

    def test_whoever_no_longer_holds_the_role_takes_nothing_back(self) -> None:
        moved = replace(RINI, roles=frozenset({"operator"}))
        assert refused(at_step("paraf").do(moved, TakeBack())) == {("not-yours", "role")}

    def test_a_handing_over_can_be_taken_back(self) -> None:
        desk = at_step("diserahkan")
        done(desk.do(RINI, TakeBack("Salah orang.")))
        assert (desk.case.state, desk.case.ended_at) == ("serahkan", None)
        assert desk.case.entry("buku-pengambilan", None) is not None

    def test_an_end_that_made_a_number_void_stays(self) -> None:
        desk = at_step("periksa")
        done(desk.do(RINI, Reserve("surat")))
        verdicts = desk.verdicts()
        redirected = {"outcome": "bukan-wewenang", "reasons": "Urusan kelurahan."}
        done(desk.act(RINI, "periksa", verdicts=verdicts, **redirected))
        assert [e.mark for e in desk.case.entries] == [RowStatus.CANCELLED]
        assert refused(desk.do(RINI, TakeBack())) == {("number-void", "")}

    def test_a_signature_recorded_by_mistake_is_taken_back_by_the_counter(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.act(RINI, "tanda-tangan", signed_by="camat"))
        done(desk.do(RINI, TakeBack("Map yang lain.")))
        assert not desk.case.paper("surat").signed


class TestAddingARequirement:
    def test_the_checker_asks_for_more_with_a_name_and_a_reason(self) -> None:
        desk = at_step("periksa")
        event = done(desk.do(RINI, AddRequirement(" Surat kuasa ", "Diwakili."))).events[0]
        assert (event.name, event.data) == ("requirement.added", {"ask": "tambahan-1"})
        assert event.private == {"what": "Surat kuasa", "reasons": "Diwakili."}
        done(desk.do(RINI, AddRequirement("Surat lain", "Perlu.")))
        assert desk.case.extra == ("tambahan-1", "tambahan-2")

    def test_it_must_be_judged_like_the_others(self) -> None:
        desk = at_step("periksa")
        verdicts = desk.verdicts()
        done(desk.do(RINI, AddRequirement("Surat kuasa", "Diwakili.")))
        reasons = refused(desk.act(RINI, "periksa", verdicts=verdicts))
        assert reasons == {("unjudged", "verdicts/tambahan-1")}
        done(desk.check(**{"tambahan-1": "tidak-perlu"}))

    def test_a_name_and_a_reason_are_needed(self) -> None:
        desk = at_step("periksa")
        assert refused(desk.do(RINI, AddRequirement(" ", "Perlu."))) == {("what-and-why", "what")}
        assert refused(desk.do(RINI, AddRequirement("Kuasa", ""))) == {("what-and-why", "reason")}

    def test_only_the_checker_may_and_only_while_checking(self) -> None:
        more = AddRequirement("Surat kuasa", "Diwakili.")
        assert refused(at_step("periksa").do(BAYU, more)) == {("not-while-checking", "")}
        assert refused(at_step("konsep").do(RINI, more)) == {("not-while-checking", "")}
        assert refused(at_step("diserahkan").do(RINI, more)) == {("not-while-checking", "")}


class TestAmending:
    def test_it_keeps_the_new_form_and_names_what_changed(self) -> None:
        desk = at_step("konsep")
        event = done(desk.amend(RINI, keperluan="kerja")).events[0]
        assert event.data["changed"] == ["keperluan"]
        assert desk.values["keperluan"] == "kerja"
        assert desk.case.step == "konsep"

    def test_an_unchanged_form_is_no_amendment(self) -> None:
        assert refused(at_step("konsep").amend(RINI)) == {("nothing-changed", "values")}

    def test_the_applicant_amends_while_the_file_is_with_her(self) -> None:
        desk = at_step("periksa")
        assert refused(desk.amend(WATI, keperluan="kerja")) == {("not-yours", "")}
        done(desk.check(ktp="kurang"))
        done(desk.amend(WATI, keperluan="kerja"))

    def test_nobody_from_outside_amends_at_an_office_step(self) -> None:
        assert refused(at_step("konsep").amend(VILLAGE, keperluan="kerja")) == {("not-yours", "")}

    def test_a_signed_file_is_not_amended(self) -> None:
        assert refused(at_step("catat").amend(RINI, keperluan="kerja")) == {("signed", "")}

    def test_an_ended_file_is_not_amended(self) -> None:
        assert refused(at_step("diserahkan").amend(RINI, nama="Wati R")) == {("ended", "")}

    def test_a_form_that_asks_for_more_is_not_slipped_past_the_check(self) -> None:
        child = {"nama-anak": "Adi", "lahir": "2015-01-01"}
        assert refused(at_step("konsep").amend(RINI, anak=[child])) == {("new-asks", "values")}
        desk = at_step("periksa")
        done(desk.amend(RINI, anak=[child]))
        assert "akta/1" in desk.case.asks

    def test_another_person_in_a_list_is_not_slipped_past_the_check(self) -> None:
        adi = {"nama-anak": "Adi", "lahir": "2015-01-01"}
        desk = at_step("periksa", {**FORM, "anak": [adi]})
        done(
            desk.act(
                RINI, "periksa", verdicts=desk.verdicts(), reminders={"anak/1": "Sudah jelas."}
            )
        )
        ida = {"nama-anak": "Ida", "lahir": "2015-01-01"}
        assert refused(desk.amend(RINI, anak=[ida])) == {("new-asks", "values")}

    def test_a_letter_that_is_being_written_does_not_lose_what_it_prints(self) -> None:
        desk = at_step("periksa", {**FORM, "uraian": "Contoh."})
        done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
        done(desk.act(RINI, "konsep"))
        assert refused(desk.amend(RINI, uraian="")) == {("field-needed", "uraian")}
        event = done(desk.amend(RINI, uraian="Contoh lain.")).events[0]
        assert [(m.paper, m.stage) for m in event.papers] == [("surat", Stage.KONSEP)]
        assert desk.case.paper("surat").version == 2


class TestWithdrawing:
    def test_the_applicant_withdraws_at_any_step(self) -> None:
        desk = at_step("tanda-tangan")
        event = done(desk.do(WATI, Withdraw("Sudah tidak perlu."))).events[0]
        assert (desk.case.end, event.data) == ("ditarik", {"to": "ditarik"})
        assert event.private == {"reasons": "Sudah tidak perlu."}

    def test_an_officer_records_it_for_her(self) -> None:
        event = done(at_step("periksa").do(BAYU, Withdraw())).events[0]
        assert event.data == {"to": "ditarik", "recorded_for": "pemohon"}

    def test_nobody_else_withdraws(self) -> None:
        assert refused(at_step("periksa").do(VILLAGE, Withdraw())) == {("not-yours", "")}

    def test_an_ended_case_is_not_withdrawn(self) -> None:
        assert refused(at_step("diserahkan").do(WATI, Withdraw())) == {("ended", "")}

    def test_a_signed_papers_number_stays_good(self) -> None:
        desk = at_step("stempel")
        done(desk.do(WATI, Withdraw()))
        assert [e.mark for e in desk.case.entries] == [RowStatus.ENTERED]

    def test_what_nobody_signs_is_void_unless_the_case_comes_to_a_good_end(self) -> None:
        card = Paper("kartu", "Kartu", (PaperForm.EXTERNAL,), book="register", product=True)
        onward = {"ya": "serah", "tidak": "ditolak"}
        standard = single(Verb.REGISTER, onward, papers=(card,))
        last = step("serah", COUNTER, Verb.ARCHIVE, "selesai")
        standard = replace(standard, steps=(*standard.steps, last))
        for good in (True, False):
            desk = Desk(standard)
            done(desk.file(values={}))
            done(desk.act(RINI, "kerja", outcome="ya"))
            done(desk.act(RINI, "serah") if good else desk.do(WATI, Withdraw()))
            mark = RowStatus.ENTERED if good else RowStatus.CANCELLED
            assert [e.mark for e in desk.case.entries] == [mark]

    def test_it_cannot_be_taken_back(self) -> None:
        desk = at_step("periksa")
        done(desk.do(RINI, Withdraw()))
        assert refused(desk.do(RINI, TakeBack())) == {("nothing-to-take-back", "")}


class TestClosingWhatWasAbandoned:
    def test_a_returned_file_is_closed_with_a_reason(self) -> None:
        desk = at_step("periksa")
        done(desk.check(ktp="kurang"))
        assert refused(desk.do(RINI, CloseAbandoned(" "))) == {("reasons-needed", "reasons")}
        event = done(desk.do(RINI, CloseAbandoned("Tiga bulan tidak kembali."))).events[0]
        assert (event.name, desk.case.end) == ("case.abandoned", "kedaluwarsa")

    def test_a_file_that_waits_for_the_office_is_not(self) -> None:
        desk = at_step("konsep")
        assert refused(desk.do(RINI, CloseAbandoned("Lama."))) == {("not-abandoned", "")}

    def test_the_applicant_does_not_close_it(self) -> None:
        desk = at_step("periksa")
        done(desk.check(ktp="kurang"))
        assert refused(desk.do(WATI, CloseAbandoned("Lama."))) == {("not-abandoned", "")}

    def test_an_ended_case_is_not_closed_again(self) -> None:
        assert refused(at_step("diserahkan").do(RINI, CloseAbandoned("Lama."))) == {("ended", "")}


class TestCorrecting:
    def test_a_slip_is_mended_under_the_same_number_after_the_end(self) -> None:
        desk = at_step("diserahkan")
        entries = desk.case.entries
        event = done(desk.correct(RINI, nama="Wati Rekaan Sari")).events[0]
        assert event.data == {"changed": ["nama"], "papers": ["surat"]}
        assert (desk.case.state, desk.case.entries) == ("diserahkan", entries)
        assert desk.values["nama"] == "Wati Rekaan Sari"

    def test_a_signed_letter_is_printed_anew(self) -> None:
        desk = at_step("periksa", {**FORM, "uraian": "Contoh."})
        done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
        for actor, here in ((RINI, "konsep"), (BAYU, "paraf"), (HADI, "tanda-tangan")):
            done(desk.act(actor, here))
        event = done(desk.correct(RINI, uraian="Contoh yang benar.")).events[0]
        assert [(m.paper, m.stage) for m in event.papers] == [("surat", Stage.NASKAH)]
        assert refused(desk.correct(RINI, uraian="")) == {("field-needed", "uraian")}

    def test_what_was_not_issued_is_amended_instead(self) -> None:
        reasons = refused(at_step("konsep").correct(RINI, nama="Wati R"))
        assert reasons == {("nothing-issued", "")}

    def test_the_office_corrects_not_the_applicant(self) -> None:
        reasons = refused(at_step("diserahkan").correct(WATI, nama="Wati R"))
        assert reasons == {("not-yours", "")}

    def test_it_needs_a_reason_and_a_change(self) -> None:
        desk = at_step("diserahkan")
        assert refused(desk.correct(RINI, " ", nama="W")) == {("reasons-needed", "reason")}
        assert refused(desk.correct(RINI)) == {("nothing-changed", "values")}

    def test_a_corrected_case_is_no_longer_taken_back(self) -> None:
        desk = at_step("diserahkan")
        done(desk.correct(RINI, nama="Wati R"))
        assert refused(desk.do(RINI, TakeBack())) == {("nothing-to-take-back", "")}


class TestApproving:
    def test_a_consent_from_afar_is_never_a_signature(self) -> None:
        desk = at_step("tanda-tangan")
        event = done(desk.do(SARI, Approve())).events[0]
        assert event.name == "paper.approved"
        assert event.data["signer"] == {
            "officer": "sari",
            "position": "sekretaris-camat",
            "line": "a.n.",
        }
        paper = desk.case.paper("surat")
        assert (paper.approved, paper.signed, desk.case.step) == (True, False, "tanda-tangan")

    def test_it_is_given_once(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(HADI, Approve()))
        assert refused(desk.do(HADI, Approve())) == {("already-approved", "")}

    def test_only_a_signer_gives_it_and_only_where_one_is_awaited(self) -> None:
        assert refused(at_step("tanda-tangan").do(RINI, Approve())) == {("not-yours", "")}
        assert refused(at_step("paraf").do(HADI, Approve())) == {("not-here", "")}
        assert refused(at_step("diserahkan").do(HADI, Approve())) == {("not-here", "")}

    def test_a_sheet_with_gaps_is_not_consented_to(self) -> None:
        desk = at_step("periksa", {**FORM, "uraian": "Contoh."})
        done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
        done(desk.act(RINI, "konsep"))
        done(desk.act(BAYU, "paraf"))
        desk.values = FORM
        assert refused(desk.do(HADI, Approve())) == {("field-needed", "uraian")}


class TestReserving:
    def test_a_number_is_reserved_before_the_signature_and_stands_when_it_is_given(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(RINI, Reserve("surat")))
        assert [e.mark for e in desk.case.entries] == [RowStatus.RESERVED]
        done(desk.act(HADI, "tanda-tangan"))
        assert [e.mark for e in desk.case.entries] == [RowStatus.ENTERED]
        done(desk.act(RINI, "catat"))
        assert [e.number for e in desk.case.entries] == ["register-surat-uji/1"]

    def test_a_reserved_number_becomes_void_when_the_case_ends_unsigned(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(RINI, Reserve("surat")))
        done(desk.do(WATI, Withdraw()))
        assert [e.mark for e in desk.case.entries] == [RowStatus.CANCELLED]

    def test_a_paper_has_one_number(self) -> None:
        desk = at_step("tanda-tangan")
        done(desk.do(RINI, Reserve("surat")))
        assert refused(desk.do(RINI, Reserve("surat"))) == {("already-numbered", "paper")}

    def test_whoever_registers_reserves(self) -> None:
        assert refused(at_step("paraf").do(BAYU, Reserve("surat"))) == {("not-yours", "")}

    def test_a_paper_without_a_book_has_none(self) -> None:
        assert refused(at_step("paraf").do(RINI, Reserve("lain"))) == {("no-number", "paper")}
        assert refused(at_step("diserahkan").do(RINI, Reserve("surat"))) == {("no-number", "paper")}

    def test_a_book_of_another_system_reserves_nothing(self) -> None:
        desk = at_step("paraf")
        desk.books = {"register-surat-uji": NumberMode.EXTERNAL}
        assert refused(desk.do(RINI, Reserve("surat"))) == {("external-book", "paper")}


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

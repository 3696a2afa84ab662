# SPDX-License-Identifier: EUPL-1.2
"""Commands that pass no step: each thing they do, and each reason for which they do nothing."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.commands import (
    AddRequirement,
    Approve,
    CloseAbandoned,
    Reserve,
    TakeBack,
    Tell,
    Withdraw,
)
from pendopo.domain.events import Stage
from pendopo.domain.standard import Paper
from pendopo.domain.vocabulary import PaperForm, Verb
from tests.domain.desk import (
    AS_CAMAT,
    AS_SEKCAM,
    BAYU,
    FORM,
    HADI,
    RINI,
    SARI,
    TONO,
    VILLAGE,
    WATI,
    Desk,
    at_step,
    done,
    refused,
)
from tests.domain.standards_for_tests import COUNTER, single, step


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


class TestTelling:
    def returned(self) -> Desk:
        desk = at_step("periksa")
        done(desk.check(ktp="kurang"))
        return desk

    def test_it_is_noted_how_the_applicant_was_told_what_lacks(self) -> None:
        desk = self.returned()
        event = done(desk.do(RINI, Tell("whatsapp"))).events[0]
        assert (event.name, event.data) == ("applicant.told", {"told_by": "whatsapp"})
        assert desk.case.step == "ajukan"
        done(desk.do(RINI, TakeBack("Salah baca.")))
        assert desk.case.step == "periksa"

    def test_only_officers_note_it_and_only_of_what_came_back(self) -> None:
        assert refused(at_step("periksa").do(RINI, Tell("lisan"))) == {("not-here", "")}
        assert refused(self.returned().do(WATI, Tell("lisan"))) == {("not-yours", "")}
        assert refused(self.returned().do(RINI, Tell("merpati"))) == {("choose", "told_by")}


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

    def test_whoever_holds_several_positions_says_in_which_she_consents(self) -> None:
        acting = replace(AS_CAMAT, officer_id="sari", line="Plt.")
        both = replace(SARI, capacities=(AS_SEKCAM, acting))
        desk = at_step("tanda-tangan")
        event = done(desk.do(both, Approve("camat"))).events[0]
        assert event.data["signer"] == {"officer": "sari", "position": "camat", "line": "Plt."}

    def test_a_position_that_does_not_sign_this_is_refused(self) -> None:
        refusal = refused(at_step("tanda-tangan").do(SARI, Approve("kasi")))
        assert refusal == {("signer-needed", "signed_by")}

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

    def test_after_the_signature_a_number_is_registered_not_reserved(self) -> None:
        assert refused(at_step("catat").do(RINI, Reserve("surat"))) == {("signed", "paper")}

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

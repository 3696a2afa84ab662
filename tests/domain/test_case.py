# SPDX-License-Identifier: EUPL-1.2
"""What a case's events tell: where it stands, what was taken back, what its papers went through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain import events as ev
from pendopo.domain.books import RowStatus
from pendopo.domain.case import Verdict, apply, opened, papers_of, replay
from pendopo.domain.commands import AddRequirement, Approve, Reserve, TakeBack, Withdraw
from pendopo.domain.events import EVENTS, VERB_EVENTS, Entry, Event, Stage, declared
from pendopo.domain.vocabulary import PaperForm, Verb
from tests.domain.desk import BAYU, HADI, MONDAY, RINI, WATI, Desk, at_step, done
from tests.domain.standards_for_tests import LETTER

LETTER_FORM = {"nama": "Wati Rekaan", "desa": "Sumberwangi", "uraian": "Contoh isi surat."}


def written() -> Desk:
    """A file whose letter the office writes itself, checked and about to be drafted."""
    desk = at_step("periksa", LETTER_FORM)
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
    return desk


def test_before_its_first_event_a_case_stands_nowhere() -> None:
    case = opened(LETTER)
    assert (case.state, case.version, case.ended, case.trail) == ("", 0, False, ())
    assert case.paper("surat").form is PaperForm.COUNTERSIGN


def test_replaying_the_events_gives_the_same_case() -> None:
    desk = at_step("diserahkan")
    assert replay(LETTER, desk.events) == desk.case
    assert desk.case.version == len(desk.events)


def test_the_trail_is_the_way_through_the_procedure() -> None:
    case = at_step("diserahkan").case
    assert [p.step for p in case.trail] == [s.key for s in LETTER.steps]
    assert [p.to for p in case.trail[:-1]] == [p.step for p in case.trail[1:]]
    assert (case.state, case.ended, case.ended_at) == ("diserahkan", True, case.trail[-1].at)


def test_an_unknown_paper_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        opened(LETTER).paper("surat-tanah")


def test_a_step_that_names_no_paper_is_about_all_of_them() -> None:
    step = replace(LETTER.step("stempel"), papers=())
    assert papers_of(LETTER, step) == ("surat",)
    assert papers_of(LETTER, LETTER.step("catat")) == ("surat",)


def test_taking_back_restores_the_step_before_but_not_the_count_of_events() -> None:
    desk = at_step("paraf")
    before = desk.case.before
    done(desk.do(RINI, TakeBack("Salah tekan.")))
    assert before is not None
    assert desk.case == replace(before, version=desk.case.version)
    assert desk.case.version == len(desk.events) == 4
    assert replay(LETTER, desk.events) == desk.case


def test_a_draft_that_was_taken_back_has_used_up_its_version() -> None:
    desk = written()
    done(desk.act(RINI, "konsep"))
    done(desk.do(RINI, TakeBack()))
    paper = desk.case.paper("surat")
    assert (paper.stage, paper.version) == (None, 1)
    done(desk.act(RINI, "konsep"))
    assert desk.case.paper("surat").version == 2


def test_a_number_stays_with_the_case_when_its_step_is_taken_back() -> None:
    desk = at_step("stempel")
    done(desk.do(RINI, TakeBack()))
    entry = desk.case.entry("register-surat-uji", "surat")
    assert desk.case.step == "catat"
    assert entry is not None and entry.number == "register-surat-uji/1"


def test_a_mended_form_stays_when_its_filing_again_is_taken_back() -> None:
    desk = at_step(
        "periksa", {**LETTER_FORM, "anak": [{"nama-anak": "Adi", "lahir": "2015-01-01"}]}
    )
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts(ktp="kurang")))
    fewer = {**LETTER_FORM}
    done(desk.act(RINI, "ajukan", values=fewer))
    assert "akta/1" not in desk.case.asks
    done(desk.do(RINI, TakeBack()))
    assert desk.case.step == "ajukan"
    assert desk.values == fewer
    assert "akta/1" not in desk.case.asks


def test_taking_back_when_nothing_can_be_is_a_mistake_of_the_caller() -> None:
    desk = at_step("periksa")
    done(desk.amend(RINI, keperluan="kerja"))
    with pytest.raises(ValueError, match="nothing to take back"):
        apply(LETTER, desk.case, Event(ev.TAKEN_BACK, MONDAY, "officer:rini"))


def test_amending_by_anyone_means_that_somebody_acted_on_the_step() -> None:
    desk = at_step("konsep")
    done(desk.amend(BAYU, keperluan="kerja"))
    assert desk.case.before is None


def test_reserving_a_number_oneself_leaves_the_step_to_be_taken_back() -> None:
    desk = at_step("konsep")
    done(desk.do(RINI, Reserve("surat")))
    assert desk.case.before is not None
    done(desk.do(RINI, TakeBack()))
    assert desk.case.step == "periksa"
    entry = desk.case.entry("register-surat-uji", "surat")
    assert entry is not None and entry.mark is RowStatus.RESERVED


def test_a_return_forgets_paraf_and_consent() -> None:
    desk = at_step("tanda-tangan")
    done(desk.do(HADI, Approve()))
    assert desk.case.paper("surat").initialled and desk.case.paper("surat").approved
    done(desk.act(HADI, "tanda-tangan", outcome="dikembalikan", reasons="Nama keliru."))
    paper = desk.case.paper("surat")
    assert not (paper.initialled or paper.approved or paper.signed)


def test_a_sheet_that_comes_back_after_its_signature_is_signed_anew() -> None:
    exits = (("sudah", "serahkan"), ("rusak", "konsep"))
    steps = tuple(replace(s, exits=exits) if s.key == "stempel" else s for s in LETTER.steps)
    desk = Desk(replace(LETTER, steps=steps))
    desk.case = replace(at_step("stempel").case, before=None)
    assert desk.case.paper("surat").signed
    done(desk.act(RINI, "stempel", outcome="rusak", reasons="Terkena tinta."))
    assert not desk.case.paper("surat").signed
    assert desk.case.entry("register-surat-uji", "surat") is not None


def test_a_sheet_that_comes_back_to_a_later_step_keeps_its_signature() -> None:
    exits = (("sudah", "diserahkan"), ("belum-distempel", "stempel"))
    steps = tuple(replace(s, exits=exits) if s.key == "serahkan" else s for s in LETTER.steps)
    desk = Desk(replace(LETTER, steps=steps))
    desk.case = replace(at_step("serahkan").case, before=None)
    done(desk.act(RINI, "serahkan", outcome="belum-distempel", reasons="Stempel tertinggal."))
    paper = desk.case.paper("surat")
    assert paper.signed and not paper.stamped


def test_a_changed_form_takes_the_consent_that_was_given_to_the_old_one() -> None:
    desk = at_step("tanda-tangan")
    done(desk.do(HADI, Approve()))
    done(desk.amend(RINI, keperluan="sekolah"))
    paper = desk.case.paper("surat")
    assert not paper.approved
    assert paper.initialled  # the village's own sheet still bears the paraf


def test_a_changed_form_makes_a_new_sheet_of_the_office_without_paraf() -> None:
    desk = written()
    done(desk.act(RINI, "konsep"))
    done(desk.act(BAYU, "paraf"))
    done(desk.amend(RINI, keperluan="sekolah"))
    paper = desk.case.paper("surat")
    assert (paper.stage, paper.initialled) == (Stage.NASKAH, False)


def test_a_letter_goes_from_konsep_to_naskah_to_terbitan() -> None:
    desk = written()
    done(desk.act(RINI, "konsep"))
    assert desk.case.paper("surat").stage is Stage.KONSEP
    done(desk.act(BAYU, "paraf"))
    assert desk.case.paper("surat").stage is Stage.NASKAH
    for step, actor in (("tanda-tangan", HADI), ("catat", RINI), ("stempel", RINI)):
        done(desk.act(actor, step))
    assert desk.case.paper("surat").stage is Stage.NASKAH
    done(desk.act(RINI, "serahkan", collector="Wati", relation="sendiri"))
    assert desk.case.paper("surat").stage is Stage.TERBITAN


def test_a_signed_letter_of_refusal_is_issued_too() -> None:
    refusing = tuple(
        replace(s, exits=(("", "ditolak"),)) if s.key == "serahkan" else s for s in LETTER.steps
    )
    desk = Desk(replace(LETTER, steps=refusing))
    done(desk.file(values=LETTER_FORM))
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
    for step, actor in (("konsep", RINI), ("paraf", BAYU), ("tanda-tangan", HADI)):
        done(desk.act(actor, step))
    for step in ("catat", "stempel"):
        done(desk.act(RINI, step))
    done(desk.act(RINI, "serahkan", collector="Wati", relation="sendiri"))
    assert (desk.case.end, desk.case.paper("surat").stage) == ("ditolak", Stage.TERBITAN)


def test_the_villages_own_sheet_has_no_stages() -> None:
    assert at_step("diserahkan").case.paper("surat").stage is None


def test_a_draft_that_is_signed_next_is_printed_clean_at_once() -> None:
    steps = tuple(
        replace(s, exits=(("", "tanda-tangan"),)) if s.key == "konsep" else s for s in LETTER.steps
    )
    standard = replace(LETTER, steps=tuple(s for s in steps if s.key != "paraf"))
    desk = Desk(standard)
    done(desk.file(values=LETTER_FORM))
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
    done(desk.act(RINI, "konsep"))
    assert [move.stage for move in desk.events[-1].papers] == [Stage.KONSEP, Stage.NASKAH]
    paper = desk.case.paper("surat")
    assert (paper.stage, paper.version) == (Stage.NASKAH, 1)


def test_what_lacks_is_told_until_the_file_is_complete() -> None:
    desk = at_step("periksa")
    done(desk.check(ktp="kurang", foto={"verdict": "salah", "reason": "Terlalu kecil."}))
    assert desk.case.lacks == ("ktp", "foto")
    done(desk.act(RINI, "ajukan"))
    assert desk.case.lacks == ("ktp", "foto")
    done(desk.check())
    assert desk.case.lacks == ()


def test_what_is_no_longer_asked_for_does_not_hold_up_the_handing_over() -> None:
    desk = Desk()
    child = {"nama-anak": "Adi", "lahir": "2015-01-01"}
    done(desk.file(values={"nama": "Wati", "desa": "Sumberwangi", "anak": [child]}))
    reminders = {"anak/1": "Sudah dijelaskan."}
    verdicts = desk.verdicts(**{"akta/1": "menyusul"})
    done(desk.act(RINI, "periksa", verdicts=verdicts, reminders=reminders))
    assert desk.case.to_follow() == ("akta/1",)
    done(desk.amend(RINI, anak=[{"nama-anak": "Adi", "lahir": "2000-01-01"}]))
    assert desk.case.to_follow() == ()


def test_a_verdict_does_not_pass_to_whoever_takes_anothers_number() -> None:
    adi = {"nama-anak": "Adi", "lahir": "2015-01-01"}
    ida = {"nama-anak": "Ida", "lahir": "2016-01-01"}
    desk = at_step("periksa", {"nama": "Wati", "desa": "Sumberwangi", "anak": [adi, ida]})
    done(desk.check(**{"akta/2": "kurang"}))
    done(desk.act(RINI, "ajukan", values={**desk.values, "anak": [ida]}))
    assert desk.case.verdict("akta/1") is None
    assert desk.case.verdict("ktp") is Verdict.PRESENT
    assert replay(LETTER, desk.events) == desk.case


def test_a_verdict_on_another_person_stays_forgotten_when_her_filing_is_taken_back() -> None:
    adi = {"nama-anak": "Adi", "lahir": "2015-01-01"}
    ida = {"nama-anak": "Ida", "lahir": "2016-01-01"}
    desk = at_step("periksa", {"nama": "Wati", "desa": "Sumberwangi", "anak": [adi]})
    done(desk.check(ktp="kurang"))
    done(desk.act(RINI, "ajukan", values={**desk.values, "anak": [ida]}))
    done(desk.do(RINI, TakeBack()))
    assert desk.case.verdict("akta/1") is None
    assert desk.case.verdict("foto") is Verdict.PRESENT


def test_a_new_draft_bears_no_paraf_of_the_old_one() -> None:
    exits = (("sudah", "serahkan"), ("ulang", "konsep"))
    order = ("ajukan", "periksa", "paraf", "konsep", "stempel", "serahkan")
    steps = tuple(
        replace(LETTER.step(key), exits=exits) if key == "stempel" else LETTER.step(key)
        for key in order
    )
    onward = {"periksa": "paraf", "paraf": "konsep", "konsep": "stempel"}
    steps = tuple(
        replace(s, exits=((s.exits[0][0], onward[s.key]),)) if s.key in onward else s for s in steps
    )
    desk = Desk(replace(LETTER, steps=steps))
    done(desk.file(values=LETTER_FORM))
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts()))
    done(desk.act(BAYU, "paraf"))
    assert desk.case.paper("surat").initialled
    done(desk.act(RINI, "konsep"))
    assert not desk.case.paper("surat").initialled


def test_a_sheet_that_two_sign_is_printed_clean_once() -> None:
    second = replace(LETTER.step("tanda-tangan"), key="ttd-kedua", exits=(("", "catat"),))
    first = replace(LETTER.step("tanda-tangan"), exits=(("", "ttd-kedua"),))
    steps = [first if s.key == "tanda-tangan" else s for s in LETTER.steps]
    steps.insert(steps.index(first) + 1, second)
    desk = Desk(replace(LETTER, steps=tuple(steps)))
    done(desk.file(values=LETTER_FORM))
    done(desk.act(RINI, "periksa", verdicts=desk.verdicts(), forms={"surat": "letter"}))
    done(desk.act(RINI, "konsep"))
    assert done(desk.act(BAYU, "paraf")).events[0].papers != ()
    assert done(desk.act(BAYU, "tanda-tangan")).events[0].papers == ()
    assert done(desk.act(HADI, "ttd-kedua")).events[0].papers == ()


def test_an_added_requirement_is_asked_for_like_the_others() -> None:
    desk = at_step("periksa")
    done(desk.do(RINI, AddRequirement("Surat kuasa", "Pemohon diwakili.")))
    assert desk.case.all_asks[-1] == "tambahan-1"


def test_a_withdrawn_case_has_ended_without_passing_a_step() -> None:
    desk = at_step("periksa")
    done(desk.do(WATI, Withdraw()))
    assert (desk.case.state, desk.case.step, len(desk.case.trail)) == ("ditarik", None, 1)
    assert desk.case.ended_at == desk.case.last_at


def test_a_void_line_is_no_longer_this_cases_number() -> None:
    line = Entry("register", RowStatus.CANCELLED, "surat", "1")
    case = replace(opened(LETTER), entries=(line,))
    assert case.entry("register", "surat") is None


def test_every_verb_has_an_event_and_every_event_its_words() -> None:
    assert set(VERB_EVENTS) == set(Verb)
    assert set(VERB_EVENTS.values()) < set(EVENTS)
    assert all(spec.says for spec in EVENTS.values())


@pytest.mark.parametrize(
    "event",
    [
        Event("case.forgotten", MONDAY, "officer:rini"),
        Event(ev.RESERVED, MONDAY, "officer:rini", {"nama": "Wati"}),
        Event(ev.RESERVED, MONDAY, "officer:rini", {}, {"values": {}}),
    ],
)
def test_an_event_that_says_more_than_it_declares_is_not_born(event: Event) -> None:
    with pytest.raises(ValueError, match=r"is not an event|does not declare"):
        declared(event)

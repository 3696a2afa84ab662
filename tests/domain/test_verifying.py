# SPDX-License-Identifier: EUPL-1.2
"""The counter's check: verdicts, what may follow later, facts and tables, and the outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.case import Verdict
from pendopo.domain.circumstances import Policy
from pendopo.domain.commands import Decision
from pendopo.domain.events import Json
from pendopo.domain.standard import Ask, Field, Paper, Standard, TableRow
from pendopo.domain.vocabulary import Due, FieldType, PaperForm, Verb
from tests.domain.desk import FORM, RINI, WATI, Desk, at_step, done, officer, refused
from tests.domain.standards_for_tests import COUNTER, LETTER, single, step

OUTCOMES = {"lengkap": "selesai", "tidak-lengkap": "ajukan"}
KTP = (Ask("ktp", "KTP"),)
CHECK = {"ktp": "ada", "foto": "ada", "pengantar": "ada", "surat-lain": "ada"}


def checked(**verdicts: Json) -> Decision:
    """A check of the letter of the tests: these verdicts over a complete file."""
    return at_step("periksa").act(RINI, "periksa", verdicts={**CHECK, **verdicts})


def two_facts(*cells: tuple[bool, bool, str]) -> Standard:
    """A check with a decision table; what each cell says names its facts."""
    table = tuple(
        TableRow((("hidup", a), ("baru", b)), outcome, (f"hidup {a}, baru {b}",))
        for a, b, outcome in cells
    )
    outcomes = {"lengkap": "simpan", "tidak-lengkap": "ajukan", "belum": "dialihkan"}
    facts = (("hidup", "Masih hidup"), ("baru", "Baru"))
    standard = single(Verb.VERIFY, outcomes, asks=KTP, facts=facts, table=table)
    return replace(
        standard, steps=(*standard.steps, step("simpan", COUNTER, Verb.ARCHIVE, "selesai"))
    )


ALL_CELLS = two_facts(
    (True, True, "lengkap"),
    (True, False, "tidak-lengkap"),
    (False, True, "belum"),
    (False, False, "belum"),
)


def decided(standard: Standard, **data: Json) -> Decision:
    desk = Desk(standard)
    done(desk.file(values={"nama": "Wati"}))
    return desk.act(RINI, "kerja", **data)


class TestVerdicts:
    def test_a_complete_file_goes_on(self) -> None:
        event = done(checked()).events[0]
        assert (event.data["outcome"], event.data["lacks"]) == ("lengkap", [])

    @pytest.mark.parametrize("verdict", ["ada", "asli-ditunjukkan", "menyusul"])
    def test_what_is_there_or_may_follow_lacks_nothing(self, verdict: str) -> None:
        assert done(checked(foto=verdict)).events[0].data["outcome"] == "lengkap"

    def test_all_that_lacks_is_told_at_once(self) -> None:
        event = done(
            checked(ktp="kurang", foto={"verdict": "salah", "reason": "Latar bukan merah."})
        ).events[0]
        assert (event.data["outcome"], event.data["to"]) == ("tidak-lengkap", "ajukan")
        assert event.data["lacks"] == ["ktp", "foto"]
        assert event.private["remarks"] == {"foto": "Latar bukan merah."}
        assert "merah" not in str(event.data)

    def test_everything_is_judged_before_anything_goes_back(self) -> None:
        desk = at_step("periksa")
        reasons = refused(desk.act(RINI, "periksa", verdicts={"ktp": "kurang", "foto": "ada"}))
        assert reasons == {
            ("unjudged", "verdicts/pengantar"),
            ("unjudged", "verdicts/surat-lain"),
        }

    def test_what_is_due_at_pickup_may_wait(self) -> None:
        desk = at_step("periksa")
        done(desk.act(RINI, "periksa", verdicts=CHECK))
        assert desk.case.verdict("materai") is None

    def test_what_is_wrong_is_told_with_a_reason(self) -> None:
        assert refused(checked(ktp="salah")) == {("reason-needed", "verdicts/ktp")}
        blank = {"verdict": "salah", "reason": "  "}
        assert refused(checked(ktp=blank)) == {("reason-needed", "verdicts/ktp")}

    def test_only_what_is_needed_in_some_files_can_be_left_out(self) -> None:
        assert refused(checked(ktp="tidak-perlu")) == {("always-needed", "verdicts/ktp")}
        done(checked(**{"surat-lain": "tidak-perlu"}))

    def test_what_was_not_asked_for_is_not_judged(self) -> None:
        assert refused(checked(ijazah="ada")) == {("unknown-ask", "verdicts/ijazah")}

    @pytest.mark.parametrize("verdict", ["oke", "", None, 3, [], {"reason": "x"}, {"verdict": []}])
    def test_a_verdict_is_one_of_six(self, verdict: Json) -> None:
        assert refused(checked(ktp=verdict)) == {("bad-verdict", "verdicts/ktp")}

    def test_everything_wrong_with_a_check_is_found_at_once(self) -> None:
        reasons = refused(checked(ktp="salah", foto="entah", ijazah="ada", pengantar="menyusul"))
        assert reasons == {
            ("reason-needed", "verdicts/ktp"),
            ("bad-verdict", "verdicts/foto"),
            ("unknown-ask", "verdicts/ijazah"),
            ("cannot-follow", "verdicts/pengantar"),
        }

    def test_what_nobody_looked_at_is_told_with_what_is_wrong(self) -> None:
        verdicts: dict[str, Json] = {key: one for key, one in CHECK.items() if key != "foto"}
        decision = at_step("periksa").act(RINI, "periksa", verdicts={**verdicts, "ktp": "salah"})
        assert refused(decision) == {
            ("reason-needed", "verdicts/ktp"),
            ("unjudged", "verdicts/foto"),
        }

    def test_an_ask_for_each_member_is_judged_for_each(self) -> None:
        children = [{"nama-anak": n, "lahir": "2015-01-01"} for n in ("Adi", "Ida")]
        desk = at_step("periksa", {**FORM, "anak": children})
        reasons = refused(desk.act(RINI, "periksa", verdicts=CHECK))
        assert reasons == {("unjudged", "verdicts/akta/1"), ("unjudged", "verdicts/akta/2")}


class TestFollowingLater:
    def test_who_allowed_it_is_kept(self) -> None:
        event = done(checked(foto="menyusul")).events[0]
        assert event.data["allowed_by"] == {"foto": COUNTER}
        assert Verdict.TO_FOLLOW in dict(done(checked(foto="menyusul")).case.verdicts).values()

    def test_the_very_paper_to_be_signed_cannot(self) -> None:
        assert refused(checked(pengantar="menyusul")) == {("cannot-follow", "verdicts/pengantar")}

    def test_whoever_may_not_allow_it_names_who_did(self) -> None:
        staff = officer("ani", "staf")
        steps = tuple(replace(s, by="staf") if s.key == "periksa" else s for s in LETTER.steps)
        desk = Desk(replace(LETTER, steps=steps))
        desk.policy = Policy(follow_allowed_by=frozenset({"kasi"}))
        done(desk.file())
        verdicts = {**CHECK, "foto": "menyusul"}
        where = ("permission-needed", "verdicts/foto")
        assert refused(desk.act(staff, "periksa", verdicts=verdicts)) == {where}
        for strange in ("camat", "Pak Bayu"):
            said = {**CHECK, "foto": {"verdict": "menyusul", "allowed_by": strange}}
            assert refused(desk.act(staff, "periksa", verdicts=said)) == {where}
        said = {**CHECK, "foto": {"verdict": "menyusul", "allowed_by": "kasi"}}
        event = done(desk.act(staff, "periksa", verdicts=said)).events[0]
        assert event.data["allowed_by"] == {"foto": "kasi"}

    def test_a_later_check_remembers_what_was_to_follow(self) -> None:
        desk = at_step("periksa")
        done(desk.check(foto="menyusul", ktp="kurang"))
        done(desk.act(WATI, "ajukan"))
        done(desk.act(RINI, "periksa", verdicts={"ktp": "ada"}))
        assert desk.case.to_follow() == ("foto",)


class TestOutcomes:
    def test_an_outcome_is_computed_not_obeyed(self) -> None:
        desk = at_step("periksa")
        contradicted = {("outcome-computed", "outcome")}
        assert refused(desk.act(RINI, "periksa", verdicts=CHECK, outcome="tidak-lengkap")) == (
            contradicted
        )
        lacking = {**CHECK, "ktp": "kurang"}
        assert refused(desk.act(RINI, "periksa", verdicts=lacking, outcome="lengkap")) == (
            contradicted
        )

    def test_another_end_needs_no_verdicts_but_reasons(self) -> None:
        desk = at_step("periksa")
        assert refused(desk.act(RINI, "periksa", outcome="bukan-wewenang")) == {
            ("reasons-needed", "reasons")
        }
        lacking: dict[str, Json] = {"ktp": "kurang"}
        assert refused(desk.act(RINI, "periksa", outcome="bukan-wewenang", verdicts=lacking)) == {
            ("reasons-needed", "reasons")
        }
        done(desk.act(RINI, "periksa", outcome="bukan-wewenang", reasons="Urusan kelurahan."))
        assert desk.case.end == "dialihkan"

    def test_another_way_on_is_no_way_round_the_check(self) -> None:
        outcomes = {**OUTCOMES, "lewat-cepat": "cepat"}
        standard = single(Verb.VERIFY, outcomes, asks=KTP)
        fast = step("cepat", COUNTER, Verb.ARCHIVE, "selesai")
        standard = replace(standard, steps=(*standard.steps, fast))
        assert refused(decided(standard, outcome="lewat-cepat")) == {("unjudged", "verdicts/ktp")}
        lacking = decided(standard, outcome="lewat-cepat", verdicts={"ktp": "kurang"})
        assert refused(lacking) == {("lacking", "verdicts")}
        done(decided(standard, outcome="lewat-cepat", verdicts={"ktp": "ada"}))

    def test_another_way_back_takes_all_that_lacks_with_it(self) -> None:
        standard = single(Verb.VERIFY, {**OUTCOMES, "tidak-terbaca": "ajukan"}, asks=KTP)
        assert refused(decided(standard, outcome="tidak-terbaca", reasons="Buram.")) == {
            ("unjudged", "verdicts/ktp")
        }
        event = done(decided(standard, outcome="tidak-terbaca", verdicts={"ktp": "kurang"})).events[
            0
        ]
        assert (event.data["outcome"], event.data["lacks"]) == ("tidak-terbaca", ["ktp"])

    def test_a_check_with_one_way_lets_nothing_lacking_through(self) -> None:
        standard = single(Verb.VERIFY, "selesai", asks=KTP)
        assert refused(decided(standard, verdicts={"ktp": "kurang"})) == {("lacking", "verdicts")}
        done(decided(standard, verdicts={"ktp": "ada"}))
        reasons = refused(decided(standard, verdicts={"ktp": "ada"}, outcome="lengkap"))
        assert reasons == {("outcome-computed", "outcome")}

    def test_a_check_without_the_usual_outcomes_asks_for_its_own(self) -> None:
        standard = single(Verb.VERIFY, {"sesuai": "selesai", "tidak": "ditolak"}, asks=KTP)
        assert refused(decided(standard, verdicts={"ktp": "ada"})) == {
            ("outcome-needed", "outcome")
        }
        done(decided(standard, verdicts={"ktp": "ada"}, outcome="sesuai"))

    def test_a_file_that_asks_for_nothing_is_complete(self) -> None:
        event = done(decided(single(Verb.VERIFY, OUTCOMES))).events[0]
        assert event.data["outcome"] == "lengkap"


class TestTables:
    @pytest.mark.parametrize(
        ("hidup", "baru", "outcome"),
        [
            (True, True, "lengkap"),
            (True, False, "tidak-lengkap"),
            (False, True, "belum"),
            (False, False, "belum"),
        ],
    )
    def test_each_cell_leads_where_it_says(self, hidup: bool, baru: bool, outcome: str) -> None:
        facts = {"hidup": hidup, "baru": baru}
        event = done(decided(ALL_CELLS, facts=facts, verdicts={"ktp": "ada"})).events[0]
        assert event.data["outcome"] == outcome
        assert event.data["facts"] == facts
        assert event.private["says"] == [f"hidup {hidup}, baru {baru}"]

    def test_a_cell_that_tells_nothing_to_mend_owes_reasons(self) -> None:
        step_ = ALL_CELLS.step("kerja")
        silent = replace(step_, table=tuple(replace(row, say=()) for row in step_.table))
        standard = replace(ALL_CELLS, steps=(ALL_CELLS.first, silent, *ALL_CELLS.steps[2:]))
        said: dict[str, Json] = {
            "facts": {"hidup": True, "baru": False},
            "verdicts": {"ktp": "ada"},
        }
        assert refused(decided(standard, **said)) == {("reasons-needed", "reasons")}
        done(decided(standard, reasons="Data belum baru.", **said))

    def test_every_fact_is_answered(self) -> None:
        verdicts: dict[str, Json] = {"ktp": "ada"}
        where = {("fact-needed", "facts/baru")}
        assert refused(decided(ALL_CELLS, facts={"hidup": True}, verdicts=verdicts)) == where
        unclear = {"hidup": True, "baru": "ya"}
        assert refused(decided(ALL_CELLS, facts=unclear, verdicts=verdicts)) == where

    def test_other_facts_are_not_known(self) -> None:
        facts = {"hidup": True, "baru": True, "kaya": False}
        reasons = refused(decided(ALL_CELLS, facts=facts, verdicts={"ktp": "ada"}))
        assert reasons == {("unknown-fact", "facts/kaya")}
        plain = decided(single(Verb.VERIFY, OUTCOMES), facts={"kaya": True})
        assert refused(plain) == {("unknown-fact", "facts/kaya")}

    def test_a_file_that_lacks_goes_back_although_its_facts_are_good(self) -> None:
        facts = {"hidup": True, "baru": True}
        event = done(decided(ALL_CELLS, facts=facts, verdicts={"ktp": "kurang"})).events[0]
        assert (event.data["outcome"], event.data["lacks"]) == ("tidak-lengkap", ["ktp"])

    def test_whoever_is_sent_elsewhere_need_not_bring_the_rest(self) -> None:
        event = done(decided(ALL_CELLS, facts={"hidup": False, "baru": True})).events[0]
        assert event.data["to"] == "dialihkan"

    def test_what_lacks_changes_neither_an_end_nor_a_return_that_the_facts_compute(self) -> None:
        lacking: dict[str, Json] = {"ktp": "kurang"}
        event = done(decided(ALL_CELLS, facts={"hidup": False, "baru": True}, verdicts=lacking))
        assert event.events[0].data["outcome"] == "belum"
        again = step("kerja", COUNTER, Verb.VERIFY, {"ulang": "ajukan", **OUTCOMES})
        check = ALL_CELLS.step("kerja")
        again = replace(again, facts=check.facts, table=check.table)
        standard = replace(ALL_CELLS, steps=(ALL_CELLS.first, again))
        event = done(decided(standard, facts={"hidup": True, "baru": False}, verdicts=lacking))
        assert event.events[0].data["outcome"] == "tidak-lengkap"

    def test_an_outcome_said_against_the_facts_is_answered(self) -> None:
        facts = {"hidup": True, "baru": True}
        verdicts: dict[str, Json] = {"ktp": "ada"}
        reasons = refused(decided(ALL_CELLS, facts=facts, verdicts=verdicts, outcome="belum"))
        assert reasons == {("outcome-computed", "outcome")}

    def test_a_cell_that_nobody_stated_decides_nothing(self) -> None:
        gap = two_facts((True, True, "lengkap"), (True, False, "tidak-lengkap"))
        facts = {"hidup": False, "baru": True}
        assert refused(decided(gap, facts=facts, verdicts={"ktp": "ada"})) == {("no-cell", "facts")}


class TestForms:
    def test_a_letter_of_the_office_needs_its_fields(self) -> None:
        desk = at_step("periksa")
        letter = {"surat": "letter"}
        assert refused(desk.act(RINI, "periksa", verdicts=CHECK, forms=letter)) == {
            ("field-needed", "uraian")
        }
        done(desk.amend(RINI, uraian="Contoh isi."))
        event = done(desk.act(RINI, "periksa", verdicts=CHECK, forms=letter)).events[0]
        assert event.data["forms"] == letter
        assert desk.case.paper("surat").form is PaperForm.LETTER

    def test_a_countersigned_sheet_needs_none(self) -> None:
        assert "forms" not in done(checked()).events[0].data

    def test_a_file_that_goes_back_needs_none_yet(self) -> None:
        desk = at_step("periksa")
        lacking = {**CHECK, "ktp": "kurang"}
        done(desk.act(RINI, "periksa", verdicts=lacking, forms={"surat": "letter"}))
        assert desk.case.step == "ajukan"

    def test_a_form_chosen_earlier_stands(self) -> None:
        desk = at_step("periksa", {**FORM, "uraian": "Contoh."})
        lacking = {**CHECK, "ktp": "kurang"}
        done(desk.act(RINI, "periksa", verdicts=lacking, forms={"surat": "letter"}))
        done(desk.act(WATI, "ajukan", values=FORM))
        assert refused(desk.act(RINI, "periksa", verdicts={"ktp": "ada"})) == {
            ("field-needed", "uraian")
        }

    @pytest.mark.parametrize("forms", [{"surat": "minutes"}, {"surat": 3}, {"lain": "letter"}])
    def test_a_form_is_one_that_the_office_allows(self, forms: dict[str, Json]) -> None:
        key = next(iter(forms))
        desk = at_step("periksa")
        assert refused(desk.act(RINI, "periksa", verdicts=CHECK, forms=forms)) == {
            ("bad-form", f"forms/{key}")
        }

    def test_a_field_for_each_member_is_named_with_its_place(self) -> None:
        letter = Paper("surat", "Surat", (PaperForm.LETTER,))
        field = Field("nik", "NIK", FieldType.NIK, group="anak", required=True, letter_only=True)
        standard = replace(LETTER, papers=(letter,), fields=(*LETTER.fields, field))
        desk = Desk(standard)
        done(desk.file(values={**FORM, "uraian": "Contoh.", "anak": [{"nama-anak": "Adi"}]}))
        assert refused(desk.act(RINI, "periksa", verdicts=CHECK)) == {
            ("field-needed", "anak/1/nik")
        }


@pytest.mark.parametrize(
    "data",
    [{"verdicts": ["ktp"]}, {"verdicts": "ada"}, {"facts": True}, {"forms": ["letter"]}],
)
def test_a_check_in_another_shape_is_answered(data: dict[str, Json]) -> None:
    assert refused(at_step("periksa").act(RINI, "periksa", **data)) == {
        ("bad-shape", next(iter(data)))
    }


def test_a_pickup_ask_that_was_found_missing_early_is_owed_at_the_end() -> None:
    asks = (Ask("materai", "Materai", due=Due.PICKUP),)
    standard = single(Verb.VERIFY, {"lengkap": "serah", "tidak-lengkap": "ajukan"}, asks=asks)
    hand_over = step("serah", COUNTER, Verb.HAND_OVER, "diserahkan")
    desk = Desk(replace(standard, steps=(*standard.steps, hand_over)))
    done(desk.file())
    done(desk.act(RINI, "kerja", verdicts={"materai": "kurang"}))
    assert desk.case.step == "ajukan"
    done(desk.act(RINI, "ajukan"))
    done(desk.act(RINI, "kerja"))
    owed = refused(desk.act(RINI, "serah", collector="Wati", relation="sendiri"))
    assert owed == {("still-to-follow", "received/materai")}

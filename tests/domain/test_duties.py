# SPDX-License-Identifier: EUPL-1.2
"""What each verb owes: that it is enforced, and that a refusal names its reason and place.

Signatures, registers and handing over stand in their own files, the check in test_verifying.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.commands import Act, Deed, Refused
from pendopo.domain.duties import _DUTIES
from pendopo.domain.duty_fields import COMMON_FIELDS, DUTY_FIELDS, fields_of
from pendopo.domain.events import EVENTS, VERB_EVENTS, Json
from pendopo.domain.standard import Ask, Standard
from pendopo.domain.vocabulary import PaperForm, Verb
from tests.domain.desk import (
    RINI,
    WATI,
    Desk,
    done,
    refused,
)
from tests.domain.one_verb import BACK, SHEET, TEXT, WRITTEN, filed, happened, said
from tests.domain.standards_for_tests import (
    AUTHORISED_SIGNER,
    COUNTER,
    LETTER,
    OPEN_TO_ALL,
    OUTSIDE,
    single,
)


def test_every_verb_has_a_duty_and_says_what_it_takes() -> None:
    assert set(_DUTIES) == set(DUTY_FIELDS) == set(Verb)


@pytest.mark.parametrize("verb", Verb)
def test_no_verb_takes_a_word_twice_or_without_saying_what_for(verb: Verb) -> None:
    step = replace(single(verb).step("kerja"), book="agenda")
    keys = [f.key for f in fields_of(step)]
    assert len(keys) == len(set(keys))
    assert all(f.says for f in fields_of(step))
    assert {f.key for f in COMMON_FIELDS} <= set(keys)


def test_a_step_with_a_book_takes_another_systems_number() -> None:
    step = single(Verb.ASSESS).step("kerja")
    assert "external" not in {f.key for f in fields_of(step)}
    assert "external" in {f.key for f in fields_of(replace(step, book="agenda"))}


class TestEveryVerb:
    def test_what_it_does_not_take_is_named(self) -> None:
        reasons = refused(said(single(Verb.STAMP), warna="biru", nada=3))
        assert reasons == {("unknown-field", "warna"), ("unknown-field", "nada")}

    @pytest.mark.parametrize("value", [3, True, ["a"], {"a": "b"}])
    def test_a_word_must_be_a_word(self, value: Json) -> None:
        assert refused(said(single(Verb.STAMP), note=value)) == {("bad-shape", "note")}

    def test_null_is_the_same_as_absent(self) -> None:
        done(said(single(Verb.STAMP), note=None, outcome=None, reasons=None))

    def test_a_return_owes_reasons(self) -> None:
        standard = single(Verb.PERFORM, BACK)
        assert refused(said(standard, outcome="dikembalikan")) == {("reasons-needed", "reasons")}
        event = happened(standard, outcome="dikembalikan", reasons=" Salah berkas. ")
        assert event.private == {"reasons": "Salah berkas."}

    @pytest.mark.parametrize("end", ["ditolak", "dialihkan"])
    def test_turning_away_owes_reasons(self, end: str) -> None:
        standard = single(Verb.PERFORM, {"baik": "selesai", "tidak": end})
        assert refused(said(standard, outcome="tidak")) == {("reasons-needed", "reasons")}
        done(said(standard, outcome="tidak", reasons="Bukan wewenang kami."))

    def test_only_what_comes_back_is_to_be_mended(self) -> None:
        standard = single(
            Verb.ASSESS, {"baik": "selesai", "kurang": BACK["dikembalikan"], "tidak": "ditolak"}
        )
        asked = {}
        for way in ("baik", "kurang", "tidak"):
            decision = said(standard, outcome=way)
            assert isinstance(decision, Refused)
            asked[way] = decision.reasons[0].text
        assert "apa yang perlu dibetulkan" in asked["kurang"]
        assert asked["baik"].startswith("Tulis pertimbangannya")
        assert asked["tidak"].endswith("supaya pemohon tahu mengapa.")

    def test_going_on_owes_none(self) -> None:
        assert happened(single(Verb.PERFORM, BACK), outcome="baik").private == {}

    def test_the_only_way_on_needs_no_word(self) -> None:
        assert happened(single(Verb.PERFORM, BACK)).data["outcome"] == "baik"

    def test_of_several_ways_on_one_is_chosen(self) -> None:
        standard = single(Verb.CONSULT, {"tuntas": "selesai", "belum": "dialihkan"})
        assert ("outcome-needed", "outcome") in refused(said(standard, result="Dijelaskan."))
        assert ("outcome-needed", "outcome") in refused(said(standard, outcome="mungkin"))

    def test_a_step_with_one_way_has_no_outcome_to_say(self) -> None:
        assert refused(said(single(Verb.STAMP), outcome="baik")) == {("no-outcome", "outcome")}

    def test_an_inner_note_is_kept_where_it_can_be_erased(self) -> None:
        event = happened(single(Verb.STAMP), note="Minta hari ini.")
        assert event.private == {"note": "Minta hari ini."}

    @pytest.mark.parametrize("verb", Verb)
    def test_its_event_holds_nothing_but_what_it_declares(self, verb: Verb) -> None:
        spec = EVENTS[VERB_EVENTS[verb]]
        event = happened(_standards()[verb], **_enough()[verb])
        assert event.name == VERB_EVENTS[verb]
        assert set(event.data) <= spec.data
        assert set(event.private) <= spec.private


def _enough() -> dict[Verb, dict[str, Json]]:
    """For each verb as much as can be said."""
    more: dict[str, Json] = {"note": "Catatan.", "reasons": "Alasan."}
    own: dict[Verb, dict[str, Json]] = {
        Verb.SUBMIT: {
            "values": {"nama": "Wati"},
            "channel": "desa",
            "brought_by": "keluarga",
            "bringer": "Joko",
        },
        Verb.VERIFY: {"verdicts": {"ktp": {"verdict": "menyusul", "reason": "Di rumah."}}},
        Verb.SIGN: {"signed_by": "camat"},
        Verb.REGISTER: {"letter_date": "2026-11-20"},
        Verb.HAND_OVER: {"collector": "Joko", "relation": "keluarga", "received": ["ktp"]},
        Verb.FORWARD: {"role": "kasi"},
        Verb.DISPOSE: {"roles": ["kasi", "operator"], "instruction": "Hadiri."},
        Verb.CONSULT: {"result": "Dijelaskan."},
        Verb.SCHEDULE: {"scheduled_at": "2026-12-01T09:00", "place": "Pendopo"},
        Verb.PERFORM: {"reference": "X-1", "result": "Terbit."},
        Verb.PAY: {"amount": "125.000", "method": "teller", "reference": "B-1"},
        Verb.PRINT: {"reference": "X-2"},
        Verb.ANSWER: {"answer": "Sudah ditangani.", "channel": "surat"},
        Verb.ARCHIVE: {"follow_up": "Ditinjau tiap bulan."},
    }
    return {verb: {**more, **own.get(verb, {})} for verb in Verb}


def _standards() -> dict[Verb, Standard]:
    asks = (Ask("ktp", "KTP"),)
    special = {
        Verb.VERIFY: single(
            Verb.VERIFY, {"lengkap": "selesai", "tidak-lengkap": "ajukan"}, asks=asks
        ),
        Verb.SIGN: single(Verb.SIGN, by=AUTHORISED_SIGNER, papers=(SHEET,)),
        Verb.REGISTER: single(Verb.REGISTER, papers=(SHEET,)),
        Verb.DRAFT: single(Verb.DRAFT, papers=(SHEET,)),
        Verb.INITIAL: single(Verb.INITIAL, papers=(SHEET,)),
        Verb.HAND_OVER: single(Verb.HAND_OVER, "diserahkan", asks=asks, book="ambil"),
        Verb.FORWARD: single(Verb.FORWARD, to=("kasi", "operator")),
        Verb.PERFORM: single(Verb.PERFORM, elsewhere="siak"),
        Verb.PRINT: single(Verb.PRINT, elsewhere="siak", papers=(SHEET,)),
    }
    return {verb: special.get(verb, single(verb)) for verb in Verb}


class TestSubmitting:
    def test_an_unknown_way_is_answered(self) -> None:
        assert refused(Desk(single(Verb.STAMP)).file(channel="merpati")) == {("choose", "channel")}

    def test_no_name_is_kept_back_where_the_standard_does_not_let_it(self) -> None:
        desk = Desk(single(Verb.STAMP))
        assert refused(desk.file(anonymous=True)) == {("not-anonymous", "anonymous")}
        assert refused(desk.file(confidential=True)) == {("not-confidential", "confidential")}
        assert "anonymous" not in done(desk.file(anonymous=False)).events[0].data

    def test_a_wish_for_secrecy_that_cannot_be_read_is_not_lost(self) -> None:
        """`ya` in place of true must not be taken for no."""
        assert refused(Desk(single(Verb.STAMP)).file(anonymous="ya")) == {
            ("bad-shape", "anonymous")
        }

    def test_whether_a_name_is_kept_back_is_settled_at_filing(self) -> None:
        """Afterwards it stands in lists and on slips already."""
        desk = Desk(single(Verb.SUBMIT, by="pemohon", via=COUNTER, intake=OPEN_TO_ALL))
        done(desk.file())
        reasons = refused(desk.act(RINI, "kerja", anonymous=True, confidential=True))
        assert reasons == {("only-at-filing", "anonymous"), ("only-at-filing", "confidential")}
        done(desk.act(RINI, "kerja", anonymous=False))

    def test_who_brought_it_is_kept_and_the_name_where_it_can_be_erased(self) -> None:
        desk = Desk(single(Verb.STAMP))
        event = done(desk.file(brought_by="keluarga", bringer=" Joko Rekaan ")).events[0]
        assert event.data["brought_by"] == "keluarga"
        assert event.private["bringer"] == "Joko Rekaan"
        assert refused(Desk(single(Verb.STAMP)).file(brought_by="tetangga")) == {
            ("choose", "brought_by")
        }

    def test_the_form_of_a_paper_can_be_chosen_when_it_is_taken_in(self) -> None:
        both = replace(SHEET, forms=(PaperForm.COUNTERSIGN, PaperForm.LETTER))
        desk = Desk(single(Verb.STAMP, papers=(both,)))
        event = done(desk.file(forms={"surat": "letter"})).events[0]
        assert event.data["forms"] == {"surat": "letter"}
        assert desk.case.paper("surat").form is PaperForm.LETTER
        other = Desk(single(Verb.STAMP, papers=(both,)))
        assert refused(other.file(forms={"surat": "minutes"})) == {("bad-form", "forms/surat")}

    @pytest.mark.parametrize(
        ("key", "said"),
        [("brought_by", "keluarga"), ("bringer", "Joko"), ("forms", {"surat": "letter"})],
    )
    def test_whoever_applies_alone_does_not_say_what_an_officer_does(
        self, key: str, said: Json
    ) -> None:
        desk = Desk(single(Verb.STAMP))
        assert refused(desk.file(WATI, **{key: said})) == {("officers-only", key)}


class TestAssessing:
    standard = single(Verb.ASSESS, BACK)

    def test_its_outcome_is_said_never_supposed(self) -> None:
        assert refused(said(self.standard, reasons="Cukup.")) == {("outcome-needed", "outcome")}

    def test_it_owes_reasons_whichever_way_it_goes(self) -> None:
        assert refused(said(self.standard, outcome="baik")) == {("reasons-needed", "reasons")}
        event = happened(self.standard, outcome="baik", reasons="Memenuhi ketentuan.")
        assert (event.data["outcome"], event.data["to"]) == ("baik", "selesai")


class TestDrafting:
    def test_a_letter_is_not_drafted_with_gaps(self) -> None:
        standard = single(Verb.DRAFT, papers=(WRITTEN,), fields=(TEXT,))
        desk = Desk(standard)
        done(desk.file(values={}))
        assert refused(desk.act(RINI, "kerja")) == {("field-needed", "uraian")}

    def test_a_villages_sheet_needs_none_of_them(self) -> None:
        desk = Desk(single(Verb.DRAFT, papers=(SHEET,), fields=(TEXT,)))
        done(desk.file(values={}))
        done(desk.act(RINI, "kerja"))


class TestForwarding:
    def test_it_goes_to_one_of_the_roles_named(self) -> None:
        standard = single(Verb.FORWARD, to=("kasi", "operator"))
        assert refused(said(standard)) == {("role-needed", "role")}
        assert refused(said(standard, role="camat")) == {("role-needed", "role")}
        assert happened(standard, role="operator").data["role"] == "operator"

    def test_the_only_role_need_not_be_named(self) -> None:
        assert happened(single(Verb.FORWARD, to=("kasi",))).data["role"] == "kasi"

    def test_without_a_choice_it_just_goes_on(self) -> None:
        assert "role" not in happened(single(Verb.FORWARD)).data
        assert refused(said(single(Verb.FORWARD), role="kasi")) == {("role-needed", "role")}


class TestDisposing:
    def test_receivers_and_instruction_are_needed(self) -> None:
        reasons = refused(said(single(Verb.DISPOSE)))
        assert reasons == {("roles-needed", "roles"), ("needed", "instruction")}

    def test_the_first_receiver_holds_the_file(self) -> None:
        desk = filed(single(Verb.DISPOSE))
        data: dict[str, Json] = {"roles": ["kasi", "operator", "kasi"], "instruction": "Hadiri."}
        event = done(desk.act(RINI, "kerja", **data)).events[0]
        assert event.data["roles"] == ["kasi", "operator"]
        assert desk.case.forwarded_to == "kasi"
        assert event.private["instruction"] == "Hadiri."

    def test_it_goes_to_those_whom_the_standard_names(self) -> None:
        standard = single(Verb.DISPOSE, to=("kasi",))
        reasons = refused(said(standard, roles=["camat"], instruction="Hadiri."))
        assert reasons == {("roles-needed", "roles")}

    @pytest.mark.parametrize("role", ["Pak Bayu, S.H.", "pemohon", ""])
    def test_a_person_or_somebody_outside_is_no_role_of_the_office(self, role: str) -> None:
        reasons = refused(said(single(Verb.DISPOSE), roles=[role], instruction="Hadiri."))
        assert reasons == {("roles-needed", "roles")}
        assert "pemohon" in OUTSIDE


class TestTellingAndAnswering:
    def test_a_consultation_has_a_result(self) -> None:
        assert refused(said(single(Verb.CONSULT))) == {("needed", "result")}
        assert happened(single(Verb.CONSULT), result="Dijelaskan.").private == {
            "result": "Dijelaskan."
        }

    def test_an_answer_has_its_words_and_its_way(self) -> None:
        assert refused(said(single(Verb.ANSWER))) == {("needed", "answer"), ("choose", "channel")}
        event = happened(single(Verb.ANSWER), answer="Sudah.", channel="whatsapp")
        assert (event.data["channel"], event.private) == ("whatsapp", {"answer": "Sudah."})

    def test_an_appointment_has_a_time_and_a_place(self) -> None:
        standard = single(Verb.SCHEDULE)
        assert refused(said(standard)) == {("needed", "scheduled_at"), ("needed", "place")}
        for strange in ("besok", "2026-12-01", "2026-13-01T09:00", "20261201T0900"):
            reasons = refused(said(standard, scheduled_at=strange, place="Pendopo"))
            assert reasons == {("bad-moment", "scheduled_at")}
        for good in ("2026-12-01T09:00", "2026-12-01 09:00:00+07:00"):
            event = happened(standard, scheduled_at=good, place="Pendopo")
            assert (event.data["scheduled_at"], event.private) == (good, {"place": "Pendopo"})

    def test_what_follows_an_archived_file_may_be_noted(self) -> None:
        assert happened(single(Verb.ARCHIVE)).private == {}
        event = happened(single(Verb.ARCHIVE), follow_up="Ditinjau.")
        assert event.private == {"follow_up": "Ditinjau."}


class TestElsewhere:
    @pytest.mark.parametrize("verb", [Verb.PERFORM, Verb.PRINT])
    def test_the_other_systems_number_is_kept(self, verb: Verb) -> None:
        standard = single(verb, elsewhere="siak", reference_required=True)
        assert refused(said(standard)) == {("reference-needed", "reference")}
        event = happened(standard, reference="SK-9")
        assert (event.data["system"], event.private) == ("siak", {"reference": "SK-9"})

    def test_what_went_wrong_there_has_no_number(self) -> None:
        standard = single(Verb.PERFORM, BACK, elsewhere="siak", reference_required=True)
        done(said(standard, outcome="dikembalikan", reasons="Data ganda."))


class TestPaying:
    def test_an_amount_and_a_method_are_needed(self) -> None:
        assert refused(said(single(Verb.PAY))) == {("bad-amount", "amount"), ("choose", "method")}

    @pytest.mark.parametrize("amount", [0, -5, "0", "12,50", "seribu", "1e5", "NaN", "9" * 16])
    def test_an_amount_is_whole_rupiah_above_nothing(self, amount: Json) -> None:
        reasons = refused(said(single(Verb.PAY), amount=amount, method="titipan"))
        assert reasons == {("bad-amount", "amount")}

    @pytest.mark.parametrize(
        "amount", [125000, "125000", "Rp125.000", "125.000,00", "Rp. 125.000,-"]
    )
    def test_it_is_read_as_people_write_it(self, amount: Json) -> None:
        event = happened(single(Verb.PAY), amount=amount, method="titipan")
        assert event.private == {"amount": "125000"}
        assert event.data["method"] == "titipan"

    def test_money_for_the_counter_is_noted_by_whoever_takes_it(self) -> None:
        desk = filed(single(Verb.PAY, by="pemohon"))
        paid: dict[str, Json] = {"amount": 5000, "method": "titipan"}
        assert refused(desk.act(WATI, "kerja", **paid)) == {("choose", "method")}
        banked = desk.act(WATI, "kerja", **{**paid, "method": "teller", "reference": "B-7"})
        assert done(banked).events[0].data["method"] == "teller"

    def test_what_went_through_a_bank_has_its_number(self) -> None:
        data: dict[str, Json] = {"amount": 5000, "method": "qris"}
        assert refused(said(single(Verb.PAY), **data)) == {("needed", "reference")}
        event = happened(single(Verb.PAY), reference="Q-7", **data)
        assert event.private == {"amount": "5000", "reference": "Q-7"}


def test_somebody_outside_acts_only_at_her_own_steps() -> None:
    standard = single(Verb.PERFORM, by="pemohon", via=COUNTER)
    event = happened(standard)
    assert event.data["recorded_for"] == "pemohon"
    unrecorded = single(Verb.PERFORM, by="pemohon")
    assert refused(said(unrecorded)) == {("not-yours", "role")}


def test_a_deed_that_names_no_data_is_read_like_an_empty_one() -> None:
    desk = filed(single(Verb.STAMP))
    assert desk.ask(RINI, Act((Deed("kerja"),))) == desk.ask(RINI, Act((Deed("kerja", {}),)))
    assert LETTER.step("stempel").do is Verb.STAMP

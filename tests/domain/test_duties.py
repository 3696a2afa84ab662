# SPDX-License-Identifier: EUPL-1.2
"""What each verb owes: that it is enforced, and that a refusal names its reason and place.

The duties of a check stand in test_verifying.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.circumstances import Policy
from pendopo.domain.commands import Act, Decision, Deed
from pendopo.domain.duties import _DUTIES
from pendopo.domain.duty_fields import COMMON_FIELDS, DUTY_FIELDS, fields_of
from pendopo.domain.events import EVENTS, VERB_EVENTS, Event, Json
from pendopo.domain.standard import Ask, Field, Paper, Standard
from pendopo.domain.vocabulary import Due, FieldType, PaperForm, Verb
from tests.domain.desk import (
    AS_CAMAT,
    BAYU,
    HADI,
    RINI,
    SARI,
    Desk,
    at_step,
    done,
    officer,
    refused,
)
from tests.domain.standards_for_tests import (
    AUTHORISED_SIGNER,
    COUNTER,
    LETTER,
    OPEN_TO_ALL,
    OUTSIDE,
    single,
    step,
)

SHEET = Paper("surat", "Surat", (PaperForm.COUNTERSIGN,), book="register", product=True)
WRITTEN = replace(SHEET, forms=(PaperForm.LETTER,))
TEXT = Field("uraian", "Uraian", FieldType.TEXT, required=True, letter_only=True)
BACK = {"baik": "selesai", "dikembalikan": "ajukan"}


def filed(standard: Standard, **books: NumberMode) -> Desk:
    """A case that stands at the step `kerja`."""
    desk = Desk(standard, books=books)
    done(desk.file(values={"nama": "Wati Rekaan"}))
    return desk


def said(standard: Standard, **data: Json) -> Decision:
    """What the engine says to the counter that does `kerja`."""
    return filed(standard).act(RINI, "kerja", **data)


def happened(standard: Standard, **data: Json) -> Event:
    return done(said(standard, **data)).events[0]


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
        Verb.SUBMIT: {"values": {"nama": "Wati"}, "channel": "desa"},
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


class TestInitialling:
    standard = single(Verb.INITIAL, BACK, by="kasi", papers=(SHEET,))

    def test_a_paraf_may_be_recorded_by_the_counter(self) -> None:
        event = happened(self.standard)
        assert event.data["signer"] == {"role": "kasi"}
        assert event.data["recorded_for"] == "kasi"

    def test_ones_own_paraf_is_recorded_for_nobody(self) -> None:
        event = done(filed(self.standard).act(BAYU, "kerja")).events[0]
        assert "recorded_for" not in event.data

    def test_sending_back_is_no_paraf(self) -> None:
        event = happened(self.standard, outcome="dikembalikan", reasons="Salah nama.")
        assert "signer" not in event.data


class TestSigning:
    standard = single(Verb.SIGN, BACK, by=AUTHORISED_SIGNER, papers=(SHEET,))

    def test_it_keeps_capacity_and_line_but_no_name(self) -> None:
        event = done(filed(self.standard).act(SARI, "kerja")).events[0]
        assert event.data["signer"] == {
            "officer": "sari",
            "position": "sekretaris-camat",
            "line": "a.n.",
        }
        assert (event.data["method"], event.data["papers"]) == ("basah", ["surat"])

    def test_the_counter_records_it_and_says_who_signed(self) -> None:
        assert refused(said(self.standard)) == {("signer-needed", "signed_by")}
        event = happened(self.standard, signed_by="camat")
        assert event.data["signer"] == {"officer": "hadi", "position": "camat", "line": ""}
        assert event.data["recorded_for"] == AUTHORISED_SIGNER

    def test_the_only_signer_of_the_day_need_not_be_named(self) -> None:
        desk = filed(self.standard)
        desk.signers = (AS_CAMAT,)
        done(desk.act(RINI, "kerja"))

    def test_who_may_not_sign_that_day_is_not_recorded(self) -> None:
        assert refused(said(self.standard, signed_by="lurah")) == {("signer-needed", "signed_by")}
        desk = filed(self.standard)
        desk.signers = ()
        assert refused(desk.act(RINI, "kerja")) == {("signer-needed", "signed_by")}

    def test_a_role_without_capacity_is_no_signature(self) -> None:
        former = officer("hadi", "camat")
        desk = filed(single(Verb.SIGN, by="camat", papers=(SHEET,)))
        assert refused(desk.act(former, "kerja")) == {("not-yours", "role")}

    def test_a_signer_who_also_keeps_the_counter_records_anothers_signature(self) -> None:
        both = replace(BAYU, roles=BAYU.roles | {COUNTER})
        event = done(filed(self.standard).act(both, "kerja", signed_by="camat")).events[0]
        assert event.data["recorded_for"] == AUTHORISED_SIGNER
        assert event.data["signer"] == {"officer": "hadi", "position": "camat", "line": ""}
        own = done(filed(self.standard).act(both, "kerja")).events[0]
        assert "recorded_for" not in own.data

    def test_a_signer_signs_in_no_capacity_but_her_own(self) -> None:
        desk = filed(self.standard)
        assert refused(desk.act(SARI, "kerja", signed_by="camat")) == {
            ("signer-needed", "signed_by")
        }

    def test_how_it_was_signed_is_one_of_two(self) -> None:
        desk = filed(self.standard)
        assert refused(desk.act(HADI, "kerja", method="cap jempol")) == {
            ("unknown-method", "method")
        }

    def test_an_electronic_one_waits_until_the_office_can(self) -> None:
        desk = filed(self.standard)
        data: dict[str, Json] = {"method": "elektronik"}
        assert refused(desk.act(HADI, "kerja", **data)) == {("no-electronic-signing", "method")}
        desk.policy = Policy(electronic_signing=True)
        reasons = refused(desk.act(RINI, "kerja", signed_by="camat", **data))
        assert reasons == {("not-the-signer", "method")}
        assert done(desk.act(HADI, "kerja", **data)).events[0].data["method"] == "elektronik"

    def test_a_letter_with_gaps_is_not_signed(self) -> None:
        desk = Desk(single(Verb.SIGN, by="camat", papers=(WRITTEN,), fields=(TEXT,)))
        done(desk.file(values={}))
        assert refused(desk.act(HADI, "kerja")) == {("field-needed", "uraian")}

    def test_sending_back_needs_no_capacity_named(self) -> None:
        event = happened(self.standard, outcome="dikembalikan", reasons="Salah nama.")
        assert "signer" not in event.data


class TestRegistering:
    standard = single(Verb.REGISTER, papers=(SHEET,))

    def test_it_makes_a_line_whose_number_is_still_a_hole(self) -> None:
        entry = happened(self.standard).entries[0]
        assert (entry.book, entry.paper, entry.mark) == ("register", "surat", RowStatus.ENTERED)
        assert entry.number is None

    def test_a_letter_may_bear_another_date_than_its_line(self) -> None:
        event = happened(self.standard, letter_date="2026-11-20")
        assert event.data["letter_date"] == "2026-11-20"
        for strange in ("20-11-2026", "20261120", "2026-02-30", "kemarin"):
            reasons = refused(said(self.standard, letter_date=strange))
            assert reasons == {("bad-date", "letter_date")}

    def test_a_number_of_another_system_is_typed(self) -> None:
        desk = filed(self.standard, register=NumberMode.EXTERNAL)
        where = ("external-number-needed", "external/register")
        assert refused(desk.act(RINI, "kerja")) == {where}
        for strange in ("  ", "x" * 101, "a\x00b", 12, None):
            assert refused(desk.act(RINI, "kerja", external={"register": strange})) == {where}
        entry = done(desk.act(RINI, "kerja", external={"register": " 800/12  A "})).events[0]
        assert (entry.entries[0].number, entry.entries[0].external) == ("800/12 A", True)

    def test_a_book_without_numbers_has_no_line(self) -> None:
        desk = filed(self.standard, register=NumberMode.NONE)
        assert done(desk.act(RINI, "kerja")).events[0].entries == ()

    def test_a_number_that_the_file_has_is_used_again(self) -> None:
        standard = single(Verb.REGISTER, {"ya": "lagi"}, papers=(SHEET,))
        steps = (*standard.steps, step("lagi", COUNTER, Verb.REGISTER, "selesai"))
        desk = filed(replace(standard, steps=steps), register=NumberMode.EXTERNAL)
        done(desk.act(RINI, "kerja", external={"register": "800/12"}))
        entry = done(desk.act(RINI, "lagi")).events[0].entries[0]
        assert (entry.number, entry.external) == ("800/12", True)

    def test_a_step_that_names_the_papers_book_means_the_papers_line(self) -> None:
        standard = single(Verb.REGISTER, papers=(SHEET,))
        own = replace(standard.step("kerja"), book="register", papers=("surat",))
        desk = filed(replace(standard, steps=(standard.first, own)))
        assert [e.line for e in done(desk.act(RINI, "kerja")).events[0].entries] == [
            ("register", "surat")
        ]

    def test_a_step_with_its_own_book_registers_nothing_else(self) -> None:
        desk = filed(single(Verb.REGISTER, papers=(SHEET,), book="agenda"))
        assert [e.line for e in done(desk.act(RINI, "kerja")).events[0].entries] == [
            ("agenda", None)
        ]

    def test_a_return_needs_no_number(self) -> None:
        standard = single(Verb.REGISTER, BACK, papers=(SHEET,))
        desk = filed(standard, register=NumberMode.EXTERNAL)
        event = done(desk.act(RINI, "kerja", outcome="dikembalikan", reasons="Belum jadi.")).events[
            0
        ]
        assert event.entries == ()

    def test_any_step_with_a_book_makes_a_line(self) -> None:
        entries = happened(single(Verb.RECEIVE, book="agenda-masuk")).entries
        assert [e.line for e in entries] == [("agenda-masuk", None)]


class TestHandingOver:
    def test_who_collected_is_kept_and_how_she_is_related(self) -> None:
        desk = at_step("serahkan")
        reasons = refused(desk.act(RINI, "serahkan", received=["materai"]))
        assert reasons == {("needed", "collector"), ("needed", "relation")}
        data: dict[str, Json] = {"collector": "Joko", "received": ["materai"]}
        assert refused(desk.act(RINI, "serahkan", relation="tetangga", **data)) == {
            ("choose", "relation")
        }
        event = done(desk.act(RINI, "serahkan", relation="keluarga", **data)).events[0]
        assert event.private["collector"] == "Joko"
        assert event.data["relation"] == "keluarga"
        assert "Joko" not in str(event.data)

    def test_what_was_to_follow_must_have_come(self) -> None:
        desk = at_step("periksa")
        done(desk.check(foto="menyusul"))
        for actor, here in (
            (RINI, "konsep"),
            (BAYU, "paraf"),
            (HADI, "tanda-tangan"),
            (RINI, "catat"),
            (RINI, "stempel"),
        ):
            done(desk.act(actor, here))
        handed: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        assert refused(desk.act(RINI, "serahkan", **handed)) == {
            ("still-to-follow", "received/foto")
        }
        done(desk.act(RINI, "serahkan", received=["foto"], **handed))
        assert desk.case.to_follow() == ()

    def test_what_is_due_at_pickup_must_have_come(self) -> None:
        standard = single(
            Verb.HAND_OVER, "diserahkan", asks=(Ask("materai", "Materai", due=Due.PICKUP),)
        )
        handed: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        assert refused(said(standard, **handed)) == {("still-to-follow", "received/materai")}
        done(said(standard, received=["materai"], **handed))

    def test_what_is_due_at_pickup_and_came_before_is_not_asked_for_twice(self) -> None:
        desk = at_step("serahkan")
        done(desk.act(RINI, "serahkan", collector="Wati", relation="sendiri"))

    def test_what_is_received_was_asked_for(self) -> None:
        desk = at_step("serahkan")
        data: dict[str, Json] = {"collector": "Wati", "relation": "sendiri"}
        reasons = refused(desk.act(RINI, "serahkan", received=["ijazah"], **data))
        assert reasons == {("unknown-ask", "received/ijazah")}
        for strange in ("materai", ["a", 3], {"materai": True}):
            reasons = refused(desk.act(RINI, "serahkan", received=strange, **data))
            assert reasons == {("bad-shape", "received")}


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

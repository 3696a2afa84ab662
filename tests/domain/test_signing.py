# SPDX-License-Identifier: EUPL-1.2
"""Paraf and signature: the capacity, the hand, who recorded it, and what is refused."""

from __future__ import annotations

from dataclasses import replace

from pendopo.domain.circumstances import Policy
from pendopo.domain.events import Json
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import (
    AS_CAMAT,
    BAYU,
    HADI,
    RINI,
    SARI,
    Desk,
    done,
    officer,
    refused,
)
from tests.domain.one_verb import BACK, SHEET, TEXT, WRITTEN, filed, happened, said
from tests.domain.standards_for_tests import (
    AUTHORISED_SIGNER,
    COUNTER,
    single,
)


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

# SPDX-License-Identifier: EUPL-1.2
"""Steps that wait for somebody's hand: which way leads on, which back, and who is able."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.hands import (
    able,
    at_hand,
    sent_back,
    signed,
    then,
    waits_for,
    way_on,
    ways_back,
)
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import AS_CAMAT, AS_KASI, HADI, RINI, SIGNERS, at_step, done
from tests.domain.one_verb import BACK, SHEET, filed
from tests.domain.standards_for_tests import AUTHORISED_SIGNER, COUNTER, single

SIGNING = single(Verb.SIGN, BACK, by=AUTHORISED_SIGNER, papers=(SHEET,))
WITH_TWO_WAYS = single(
    Verb.SIGN, {"baik": "selesai", "sebagian": "selesai", **BACK}, by="camat", papers=(SHEET,)
)
WITH_A_REFUSAL = single(
    Verb.SIGN, {"baik": "selesai", "menolak": "ditolak"}, by="camat", papers=(SHEET,)
)


def test_a_case_at_a_signature_or_a_paraf_is_at_hand() -> None:
    for verb in (Verb.SIGN, Verb.INITIAL):
        standard = single(verb, BACK, by="camat", papers=(SHEET,))
        step = at_hand(standard, filed(standard).case)
        assert step and step.key == "kerja"


def test_a_case_elsewhere_or_over_is_not_at_hand() -> None:
    stamping = single(Verb.STAMP, by="petugas-loket", papers=(SHEET,))
    assert at_hand(stamping, filed(stamping).case) is None
    assert at_hand(SIGNING, replace(filed(SIGNING).case, step=None, end="selesai")) is None


def test_there_is_one_way_on_and_the_ways_back_beside_it() -> None:
    step = SIGNING.step("kerja")
    assert (way_on(SIGNING, step), ways_back(SIGNING, step)) == ("baik", ("dikembalikan",))


def test_a_step_without_outcomes_needs_no_name_for_its_way_on() -> None:
    plain = single(Verb.SIGN, by="camat", papers=(SHEET,))
    step = plain.step("kerja")
    assert (way_on(plain, step), ways_back(plain, step)) == ("", ())
    assert signed(plain, step).data == {"method": "basah"}


def test_where_several_ways_lead_on_one_has_to_choose() -> None:
    step = WITH_TWO_WAYS.step("kerja")
    assert way_on(WITH_TWO_WAYS, step) is None
    with pytest.raises(ValueError, match="more than one way"):
        signed(WITH_TWO_WAYS, step)


def test_turning_the_case_away_is_no_way_on() -> None:
    assert way_on(WITH_A_REFUSAL, WITH_A_REFUSAL.step("kerja")) == "baik"


def test_the_deed_of_a_signature_is_accepted_and_names_who_signed() -> None:
    deed = signed(SIGNING, SIGNING.step("kerja"), "sekretaris-camat")
    event = done(filed(SIGNING).act(RINI, deed.step, **deed.data)).events[0]
    assert event.data["signer"] == {
        "officer": "sari",
        "position": "sekretaris-camat",
        "line": "a.n.",
    }


def test_a_paraf_names_nobody_but_the_steps_own_role() -> None:
    standard = single(Verb.INITIAL, BACK, by="kasi", papers=(SHEET,))
    assert signed(standard, standard.step("kerja"), "kasi").data == {"outcome": "baik"}


def test_the_deed_of_sending_back_is_accepted_with_its_reasons() -> None:
    deed = sent_back(SIGNING.step("kerja"), "dikembalikan", "Nama keliru.")
    event = done(filed(SIGNING).act(RINI, deed.step, **deed.data)).events[0]
    assert (event.data["to"], event.private["reasons"]) == ("ajukan", "Nama keliru.")


def test_those_are_able_whose_capacity_serves_the_step() -> None:
    case = filed(SIGNING).case
    assert able(SIGNING.step("kerja"), case, SIGNERS) == SIGNERS
    kasis = single(Verb.SIGN, BACK, by="kasi", papers=(SHEET,))
    assert able(kasis.step("kerja"), filed(kasis).case, (AS_CAMAT, AS_KASI)) == ()


def test_a_paraf_needs_no_capacity() -> None:
    standard = single(Verb.INITIAL, BACK, by="kasi", papers=(SHEET,))
    assert able(standard.step("kerja"), filed(standard).case, SIGNERS) == ()


def test_the_same_hand_numbers_and_stamps_what_was_signed_but_hands_nothing_over() -> None:
    desk = at_step("catat")
    deeds = then(desk.standard, desk.case, desk.world(RINI))
    assert [deed.step for deed in deeds] == ["catat", "stempel"]
    assert then(desk.standard, desk.case, desk.world(HADI)) == ()


def test_nothing_is_done_in_passing_before_the_signature() -> None:
    desk = at_step("tanda-tangan")
    assert then(desk.standard, desk.case, desk.world(RINI)) == ()


def test_a_signature_waits_for_every_position_that_may_give_it() -> None:
    case, step = filed(SIGNING).case, SIGNING.step("kerja")
    assert waits_for(step, case, "sekretaris-camat", (), SIGNERS)
    assert not waits_for(step, case, "petugas-loket", (COUNTER,), SIGNERS)


def test_a_paraf_waits_for_the_position_that_fills_its_role() -> None:
    standard = single(Verb.INITIAL, BACK, by="kasi", papers=(SHEET,))
    case, step = filed(standard).case, standard.step("kerja")
    assert waits_for(step, case, "kasi-pemerintahan", ("kasi",), ())
    assert not waits_for(step, case, "camat", ("camat",), SIGNERS)

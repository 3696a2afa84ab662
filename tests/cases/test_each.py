# SPDX-License-Identifier: EUPL-1.2
"""The same deed for many files: none holds up another, and none happens twice."""

from __future__ import annotations

import pytest

from pendopo.cases import models
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.each import DoneBefore, Wanted, advance_each
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Approve, Deed
from tests.cases import counter
from tests.cases.folders import at_the_signature

SIGNED = Act((Deed("tanda-tangan"),))


@pytest.fixture
def camat() -> Actor:
    return counter.officer("camat")


def test_each_file_has_its_own_answer_and_the_others_stand(camat: Actor) -> None:
    good, unchecked, other = at_the_signature(), counter.handed_in().row.reference, "PDNXXXXXX"
    wanted = [Wanted(reference, SIGNED) for reference in (good, unchecked, other)]
    answers = [answer for _, answer in advance_each(wanted=wanted, actor=camat)]
    assert [type(one) for one in answers] == [Recorded, NotRecorded, NotFound]
    assert models.Case.objects.get(reference=good).state == "register"


def test_a_sending_that_comes_again_does_nothing_again(camat: Actor) -> None:
    reference = at_the_signature()
    wanted = [Wanted(reference, Approve())]
    advance_each(wanted=wanted, actor=camat, key="abc")
    version = models.Case.objects.get(reference=reference).version
    assert advance_each(wanted=wanted, actor=camat, key="abc")[0][1] == DoneBefore()
    assert models.Case.objects.get(reference=reference).version == version


def test_what_was_cut_off_in_the_middle_goes_on_where_it_was(camat: Actor) -> None:
    first, second = at_the_signature(), at_the_signature()
    advance_each(wanted=[Wanted(first, SIGNED)], actor=camat, key="abc")
    wanted = [Wanted(first, SIGNED), Wanted(second, SIGNED)]
    answers = [answer for _, answer in advance_each(wanted=wanted, actor=camat, key="abc")]
    assert [type(one) for one in answers] == [DoneBefore, Recorded]


def test_a_refusal_is_not_remembered_and_can_be_mended(camat: Actor) -> None:
    reference = at_the_signature()
    stale = [Wanted(reference, SIGNED, expected_version=1)]
    assert counter.refused(advance_each(wanted=stale, actor=camat, key="abc")[0][1]) == ["stale"]
    seen = [Wanted(reference, SIGNED, expected_version=2)]
    assert isinstance(advance_each(wanted=seen, actor=camat, key="abc")[0][1], Recorded)


def test_another_deed_from_the_same_page_is_not_taken_for_the_first(camat: Actor) -> None:
    reference = at_the_signature()
    advance_each(wanted=[Wanted(reference, Approve())], actor=camat, key="abc")
    answer = advance_each(wanted=[Wanted(reference, SIGNED)], actor=camat, key="abc")[0][1]
    assert counter.refused(answer) == ["sent-before"]


def test_two_officers_with_one_key_do_not_answer_for_each_other(camat: Actor) -> None:
    reference = at_the_signature()
    sari = counter.officer("sekretaris-camat")
    advance_each(wanted=[Wanted(reference, Approve())], actor=camat, key="abc")
    answer = advance_each(wanted=[Wanted(reference, Approve())], actor=sari, key="abc")[0][1]
    assert counter.refused(answer) == ["already-approved"]

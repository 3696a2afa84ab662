# SPDX-License-Identifier: EUPL-1.2
"""A file that is taken in and carried on in the same visit."""

from __future__ import annotations

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services.answers import NotRecorded, Recorded
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.same_visit import file_and_act
from pendopo.domain.commands import Deed
from tests.cases.counter import FORM, PANDAAN, SERVICE, officer, verdicts
from tests.real_offices import real_offices

__all__ = ["real_offices"]
pytestmark = pytest.mark.usefixtures("real_offices", "stopped_clock")

CHECKED = Deed("verifikasi", {"verdicts": verdicts()})
SIGNED = Deed("tanda-tangan", {"signed_by": "camat"})


def visit(*deeds: Deed, **changes: object) -> Recorded | NotRecorded:
    filing = Filing(PANDAAN, SERVICE, {**FORM, **changes})
    answer = file_and_act(filing=filing, deeds=deeds, actor=officer("petugas-loket"))
    assert isinstance(answer, (Recorded, NotRecorded))
    return answer


def test_a_visit_files_and_carries_on_in_one_go() -> None:
    answer = visit(CHECKED, SIGNED, Deed("register"), Deed("stempel"))
    assert isinstance(answer, Recorded)
    assert [event.name for event in answer.events] == [
        "case.filed",
        "case.verified",
        "letter.signed",
        "letter.registered",
        "letter.stamped",
    ]
    assert answer.row.state == "serahkan"
    assert models.Event.objects.filter(stream="case").count() == 5


def test_without_more_steps_it_is_simply_filed() -> None:
    answer = visit()
    assert isinstance(answer, Recorded)
    assert answer.row.state == "verifikasi"


def test_refused_at_a_later_step_nothing_is_opened() -> None:
    answer = visit(CHECKED, Deed("tanda-tangan", {"signed_by": "nobody"}))
    assert isinstance(answer, NotRecorded)
    assert [reason.code for reason in answer.reasons] == ["signer-needed"]
    assert not models.Case.objects.exists()
    assert not models.Event.objects.filter(stream="case").exists()


def test_a_number_is_not_used_up_by_a_visit_that_fails_after_it() -> None:
    visit(CHECKED, SIGNED, Deed("register"), Deed("serahkan"))
    assert not models.BookRow.objects.exists()


def test_a_faulty_form_opens_nothing() -> None:
    answer = visit(CHECKED, nama="")
    assert isinstance(answer, NotRecorded)
    assert [trouble.where for trouble in answer.troubles] == ["nama"]
    assert not models.Case.objects.exists()


def test_a_late_visit_happened_when_it_is_said_to_have() -> None:
    at = clock.now().replace(hour=1, minute=30)
    filing = Filing(PANDAAN, SERVICE, FORM, happened_at=at)
    actor = officer("petugas-loket")
    answer = file_and_act(filing=filing, deeds=(CHECKED,), actor=actor)
    assert isinstance(answer, Recorded)
    assert [(event.happened_at, event.late) for event in answer.events] == [(at, True)] * 2

# SPDX-License-Identifier: EUPL-1.2
"""A case on its way: versions, numbers, returns, what may be taken back and what is offered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.world import world_of
from pendopo.domain import commands as cm
from pendopo.domain.commands import Act, Deed
from pendopo.offices.models import Assignment, Office
from pendopo.screens.listings import Sought, cases_of
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN


def test_a_case_walks_to_the_hand_over() -> None:
    answer = counter.carried_to_the_end()
    assert (answer.row.state, answer.row.waiting_for) == ("diserahkan", "")
    assert answer.row.ended_at is not None
    assert [e.name for e in answer.events] == ["product.handed-over"]


def test_the_register_gives_the_books_next_number() -> None:
    counter.carried_to_the_end()
    counter.carried_to_the_end()
    rows = models.BookRow.objects.filter(book="register-skck").order_by("urut")
    assert [(r.urut, r.status) for r in rows] == [(1, "tercatat"), (2, "tercatat")]
    assert rows[1].number == "2 / XI / 2026"


def test_a_stale_version_is_answered_with_the_current_one() -> None:
    row = counter.handed_in().row
    counter.done(
        counter.act(row.reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts())
    )
    late = counter.act(
        row.reference, "petugas-loket", "verifikasi", version=1, verdicts=counter.verdicts()
    )
    assert isinstance(late, NotRecorded)
    assert (counter.refused(late), late.current_version) == (["stale"], 2)


def test_a_refusal_changes_nothing() -> None:
    row = counter.handed_in().row
    before = list(models.Event.objects.values_list("hash", flat=True))
    assert counter.refused(counter.act(row.reference, "camat", "verifikasi")) == ["not-yours"]
    assert counter.refused(counter.act(row.reference, "petugas-loket", "stempel")) == ["not-here"]
    assert list(models.Event.objects.values_list("hash", flat=True)) == before


def test_what_lacks_sends_the_file_back_and_the_clock_stands() -> None:
    row = counter.handed_in().row
    answer = counter.done(
        counter.act(
            row.reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts(foto="kurang")
        )
    )
    assert (answer.row.state, answer.case.lacks) == ("ajukan", ("foto",))
    assert answer.row.waiting_for == "pemohon"


def test_a_mended_file_is_judged_again_only_for_what_lacked() -> None:
    reference = counter.handed_in().row.reference
    first = counter.verdicts(foto="kurang")
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=first))
    counter.done(counter.act(reference, "petugas-loket", "ajukan"))
    answer = counter.done(
        counter.act(reference, "petugas-loket", "verifikasi", verdicts={"foto": "ada"})
    )
    assert answer.row.state == "tanda-tangan"


def test_what_may_follow_later_blocks_the_hand_over() -> None:
    reference = counter.handed_in().row.reference
    later = counter.verdicts(foto="menyusul")
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=later))
    counter.done(counter.act(reference, "kasi-pemerintahan", "tanda-tangan"))
    counter.done(counter.act(reference, "petugas-loket", "register"))
    counter.done(counter.act(reference, "petugas-loket", "stempel"))
    taken = {"collector": "Joko Rekaan", "relation": "keluarga"}
    assert "still-to-follow" in counter.refused(
        counter.act(reference, "petugas-loket", "serahkan", **taken)
    )
    counter.done(counter.act(reference, "petugas-loket", "serahkan", received=["foto"], **taken))


def test_several_steps_of_one_hand_are_one_action_with_an_event_each() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    deeds = (
        Deed("tanda-tangan", {"signed_by": "kasi-pemerintahan"}),
        Deed("register"),
        Deed("stempel"),
        Deed("serahkan", {"collector": "Wati Rekaan", "relation": "sendiri"}),
    )
    answer = counter.done(counter.do(reference, "petugas-loket", Act(deeds)))
    assert [e.name for e in answer.events] == [
        "letter.signed",
        "letter.registered",
        "letter.stamped",
        "product.handed-over",
    ]
    assert answer.row.version == 6


def test_an_action_that_fails_midway_leaves_nothing_behind() -> None:
    reference = counter.handed_in().row.reference
    deeds = (Deed("verifikasi", {"verdicts": counter.verdicts()}), Deed("stempel"))
    assert counter.refused(counter.do(reference, "petugas-loket", Act(deeds))) == ["not-here"]
    assert models.Case.objects.get(reference=reference).version == 1


def test_a_recorded_signature_names_the_signer_and_who_recorded_it() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    answer = counter.done(
        counter.act(reference, "petugas-loket", "tanda-tangan", signed_by="sekretaris-camat")
    )
    data = answer.events[0].data
    assert data["signer"]["position"] == "sekretaris-camat"  # type: ignore[index,call-overload]
    assert data["signer"]["line"] == "a.n."  # type: ignore[index,call-overload]
    assert data["recorded_for"] == "pejabat-berwenang"
    assert answer.events[0].actor == counter.officer("petugas-loket").key


def test_ones_own_last_step_can_be_taken_back_until_somebody_acts() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    assert counter.refused(counter.do(reference, "camat", cm.TakeBack())) == ["not-your-step"]
    back = counter.done(counter.do(reference, "petugas-loket", cm.TakeBack()))
    assert (back.row.state, back.row.version) == ("verifikasi", 3)


def test_a_number_taken_back_is_used_again() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    counter.done(counter.act(reference, "kasi-pemerintahan", "tanda-tangan"))
    counter.done(counter.act(reference, "petugas-loket", "register"))
    counter.done(counter.do(reference, "petugas-loket", cm.TakeBack()))
    counter.done(counter.act(reference, "petugas-loket", "register"))
    assert [r.number for r in models.BookRow.objects.filter(book="register-skck")] == [
        "1 / XI / 2026"
    ]


def test_a_late_entry_keeps_both_times(stopped_clock: clock.Clock) -> None:
    row = counter.handed_in().row
    stopped_clock.advance(timedelta(hours=3))
    happened = row.filed_at + timedelta(minutes=5)
    deed = Deed("verifikasi", {"verdicts": counter.verdicts()})
    answer = counter.done(
        counter.do(row.reference, "petugas-loket", Act((deed,), happened_at=happened))
    )
    assert answer.events[0].late
    event = models.Event.objects.filter(stream_key=str(row.id)).latest("seq")
    assert event.happened_at != event.recorded_at
    assert answer.row.due_at == happened + timedelta(minutes=10)


@pytest.mark.parametrize("minutes", [-10, 60])
def test_a_time_before_the_last_step_or_in_the_future_is_refused(minutes: int) -> None:
    row = counter.handed_in().row
    at = row.filed_at + timedelta(minutes=minutes)
    deed = Deed("verifikasi", {"verdicts": counter.verdicts()})
    answer = counter.do(row.reference, "petugas-loket", Act((deed,), happened_at=at))
    assert counter.refused(answer) in (["before-the-last"], ["in-the-future"])


def test_a_correction_after_the_hand_over_keeps_the_number() -> None:
    row = counter.carried_to_the_end().row
    fixed = cm.Correct({"nama": "Wati Rekaan Putri"}, "Nama kurang satu kata")
    answer = counter.done(counter.do(row.reference, "petugas-loket", fixed))
    assert answer.row.applicant == "Wati Rekaan Putri"
    assert answer.events[0].data["changed"] == ["nama"]
    assert models.BookRow.objects.filter(book="register-skck").count() == 1


def test_a_withdrawn_case_leaves_its_reserved_number_visible_as_batal() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.do(reference, "petugas-loket", cm.Reserve("pengantar")))
    counter.done(counter.do(reference, "petugas-loket", cm.Withdraw("Batal melamar")))
    assert models.BookRow.objects.get(book="register-skck").status == "batal"


def test_an_added_requirement_must_be_judged_too() -> None:
    reference = counter.handed_in().row.reference
    more = cm.AddRequirement("Surat pengalaman kerja", "Diminta Polres tujuan")
    counter.done(counter.do(reference, "petugas-loket", more))
    assert counter.refused(
        counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts())
    ) == ["unjudged"]
    judged = counter.verdicts(**{"tambahan-1": "ada"})
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=judged))


def test_an_approval_is_never_a_signature() -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    answer = counter.done(counter.do(reference, "kasi-pemerintahan", cm.Approve()))
    paper = answer.case.paper("pengantar")
    assert (paper.approved, paper.signed, answer.row.state) == (True, False, "tanda-tangan")


def test_the_file_offers_what_this_officer_may_do() -> None:
    reference = counter.handed_in().row.reference
    mine = case_file(reference, counter.officer("petugas-loket"))
    camats = case_file(reference, counter.officer("camat"))
    assert mine is not None and camats is not None
    assert mine.offers[0].step == "verifikasi"
    assert "verifikasi" not in {offer.step for offer in camats.offers}


def test_the_queue_shows_the_oldest_promise_first(stopped_clock: clock.Clock) -> None:
    first = counter.handed_in().row
    stopped_clock.advance(timedelta(minutes=1))
    second = counter.handed_in().row
    for row in (second, first):
        counter.done(
            counter.act(row.reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts())
        )
        stopped_clock.advance(timedelta(minutes=1))
    waiting = cases_of(counter.officer("camat"), Sought(waiting_for_me=True))
    assert [row.reference for row in waiting] == [second.reference, first.reference]


def test_another_offices_officer_cannot_touch_it() -> None:
    reference = counter.handed_in().row.reference
    stranger = counter.officer("petugas-loket", KESAMBEN)
    answer = advance(reference=reference, command=cm.Withdraw(), actor=stranger)
    assert isinstance(answer, NotFound)


def test_a_late_signature_is_judged_by_its_days_capacities(
    stopped_clock: clock.Clock,
) -> None:
    row = counter.handed_in().row
    verdicts = counter.verdicts()
    counter.done(counter.act(row.reference, "petugas-loket", "verifikasi", verdicts=verdicts))
    held = Assignment.objects.filter(position__key="kasi-pemerintahan", office_id=row.office_id)
    held.update(to_date=counter.TODAY)
    stopped_clock.advance(timedelta(days=1))
    deed = Deed("tanda-tangan", {"signed_by": "kasi-pemerintahan"})
    today = counter.do(row.reference, "petugas-loket", Act((deed,)))
    assert counter.refused(today) == ["signer-needed"]
    yesterday = Act((deed,), happened_at=row.filed_at + timedelta(hours=1))
    counter.done(counter.do(row.reference, "petugas-loket", yesterday))


def test_what_the_office_settled_about_signatures_comes_to_the_engine() -> None:
    assert not world_of(PANDAAN).policy.electronic_signing
    office = Office.objects.get(code=PANDAAN)
    office.policy = {**office.policy, "electronic_signing": True}
    office.save()
    assert world_of(PANDAAN).policy.electronic_signing

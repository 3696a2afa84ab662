# SPDX-License-Identifier: EUPL-1.2
"""What belongs to no single case: visits that went home, bundles, presence, erasure."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.bundles import Bringer, Received, hand_over_bundle, take_in
from pendopo.cases.services.erasing import erase_case
from pendopo.cases.services.filing import Filing
from pendopo.cases.services.presence import note_absence, note_return
from pendopo.cases.services.walkaways import WalkAway, note_walk_away
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.cases.verification import verify
from pendopo.domain.events import Event
from pendopo.offices.models import Absence
from tests.cases import counter
from tests.real_offices import PANDAAN

KASUN = Bringer("Joko Rekaan", "perangkat-desa", "35.14.11.2001")


def brought(*forms: dict[str, object]) -> Received:
    """A bundle of these forms, taken in by the counter."""
    filings = tuple(Filing(PANDAAN, counter.SERVICE, form) for form in forms)
    answer = take_in(bringer=KASUN, filings=filings, actor=counter.officer("petugas-loket"))
    assert isinstance(answer, Received)
    return answer


def test_a_visit_that_went_home_is_counted_without_a_name() -> None:
    visit = WalkAway(counter.SERVICE, ("kk",), "lembar", "35.14.11.2001")
    event = note_walk_away(visit=visit, actor=counter.officer("petugas-loket"))
    assert isinstance(event, models.Event)
    assert json.loads(event.data)["lacks"] == ["kk"]
    assert (event.stream, event.seq) == ("office", 1)


def test_a_visit_must_say_what_lacked() -> None:
    clerk = counter.officer("petugas-loket")
    for lacks in ((), ("paspor",)):
        visit = WalkAway(counter.SERVICE, lacks)
        assert isinstance(note_walk_away(visit=visit, actor=clerk), NotRecorded)
    unknown = note_walk_away(visit=WalkAway("tidak-ada", ("kk",)), actor=clerk)
    assert isinstance(unknown, NotFound)


def test_a_bundle_takes_in_what_stands_and_answers_the_rest_alone() -> None:
    answer = brought(counter.FORM, {**counter.FORM, "nik": "12AB"}, counter.FORM)
    kinds = [type(one) for one in answer.answers]
    assert kinds == [Recorded, NotRecorded, Recorded]
    assert models.Case.objects.filter(bundle_id=answer.bundle.id).count() == 2


def test_a_bundle_without_files_or_bringer_is_refused() -> None:
    answer = take_in(
        bringer=Bringer(" ", "tetangga"), filings=(), actor=counter.officer("petugas-loket")
    )
    assert isinstance(answer, NotRecorded)
    assert {r.where for r in answer.reasons} == {"bringer", "relation", "files"}
    assert models.Bundle.objects.count() == 0


def test_a_bundle_hands_over_what_is_ready_and_says_what_is_not() -> None:
    answer = brought(counter.FORM, counter.FORM)
    ready = counter.done(answer.answers[0]).row.reference
    counter.done(counter.act(ready, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    counter.done(counter.act(ready, "kasi-pemerintahan", "tanda-tangan"))
    counter.done(counter.act(ready, "petugas-loket", "register"))
    counter.done(counter.act(ready, "petugas-loket", "stempel"))
    handed = hand_over_bundle(
        code=answer.bundle.code,
        collector="Joko Rekaan",
        relation="perangkat-desa",
        actor=counter.officer("petugas-loket"),
    )
    assert not isinstance(handed, NotFound)
    assert {row.reference: type(one) for row, one in handed}[ready] is Recorded
    assert sorted(type(one).__name__ for _, one in handed) == ["NotRecorded", "Recorded"]
    assert verify().faults == ()


def test_who_is_out_is_noted_once_until_back() -> None:
    clerk = counter.officer("petugas-loket")
    assert isinstance(note_absence(position="camat", actor=clerk), models.Event)
    assert isinstance(note_absence(position="camat", actor=clerk), NotRecorded)
    assert isinstance(note_return(position="camat", actor=clerk), models.Event)
    assert isinstance(note_return(position="camat", actor=clerk), NotRecorded)
    assert isinstance(note_absence(position="raja", actor=clerk), NotFound)


def test_an_absence_stops_only_the_clock_whose_standard_says_so(
    stopped_clock: clock.Clock,
) -> None:
    reference = counter.handed_in().row.reference
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=counter.verdicts()))
    before = case_file(reference, counter.officer("camat"))
    note_absence(position="camat", actor=counter.officer("petugas-loket"))
    stopped_clock.advance(timedelta(hours=1))
    after = case_file(reference, counter.officer("camat"))
    assert before is not None and after is not None
    assert before.reckoning.due_at == after.reckoning.due_at


def test_erasing_leaves_steps_and_chain_and_takes_every_name() -> None:
    row = counter.carried_to_the_end().row
    clerk = counter.officer("camat")
    gone = erase_case(reference=row.reference, reason="Retensi berakhir", actor=clerk)
    assert isinstance(gone, models.Case)
    assert gone.applicant == ""
    assert not models.EventPrivate.objects.filter(stream_key=str(row.id)).exists()
    assert not models.BlindIndex.objects.filter(case_id=row.id).exists()
    file = case_file(row.reference, clerk)
    assert file is not None
    assert (file.case.state, len(file.history), dict(file.values)) == ("diserahkan", 6, {})
    assert verify().faults == ()


def test_a_running_case_is_not_erased() -> None:
    row = counter.handed_in().row
    clerk = counter.officer("camat")
    answer = erase_case(reference=row.reference, reason="Coba", actor=clerk)
    assert isinstance(answer, NotRecorded)
    assert models.EventPrivate.objects.filter(stream_key=str(row.id)).exists()


def test_a_long_reason_of_an_absence_is_cut_to_what_the_board_holds() -> None:
    note_absence(position="camat", actor=counter.officer("petugas-loket"), reason="rapat " * 50)
    assert len(Absence.objects.get(until_at=None).reason) == 160


def test_a_stream_takes_only_what_it_declares() -> None:
    stream = Stream(PANDAAN, "office", PANDAAN)
    event = Event("bundle.opened", clock.now(), "officer:x", {"code": "X"})
    with pytest.raises(ValueError, match="not an event of a stream of kind office"):
        append_to_tail(stream, event, clock.now())

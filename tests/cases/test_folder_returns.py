# SPDX-License-Identifier: EUPL-1.2
"""Map Camat: taken back, file by file, with what became of each."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.folder_returns import Brought, Result, Settled, take_back
from pendopo.cases.verification import verify
from pendopo.domain.books import NumberMode
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Approve
from pendopo.offices.models import Book
from tests.cases import counter
from tests.cases.folders import at_the_signature, back, codes, filled, office_events, out, told


@pytest.fixture
def rini() -> Actor:
    return counter.officer("petugas-loket")


class TestTakingBack:
    def test_a_signed_sheet_is_recorded_for_the_position_that_signed(self, rini: Actor) -> None:
        reference = at_the_signature()
        answer = back(out(reference), Brought(reference, Result.SIGNED))
        assert (told(answer), answer.closed) == (["signed"], True)
        event = next(
            json.loads(row.data) for row in models.Event.objects.filter(name="letter.signed")
        )
        assert event["signer"]["position"] == "camat"
        assert (event["method"], event["recorded_for"]) == ("basah", "pejabat-berwenang")

    def test_it_is_numbered_and_stamped_in_passing_and_the_number_is_said(self) -> None:
        reference = at_the_signature()
        answer = back(out(reference), Brought(reference, Result.SIGNED))
        assert answer.told[0][1] == Settled(Result.SIGNED, numbers=("1 / XI / 2026",))
        assert models.Case.objects.get(reference=reference).state == "serahkan"

    def test_nothing_is_done_in_passing_where_it_is_not_wanted(self) -> None:
        reference = at_the_signature()
        back(out(reference), Brought(reference, Result.SIGNED), in_passing=False)
        assert models.Case.objects.get(reference=reference).state == "register"

    def test_a_book_whose_numbers_come_from_elsewhere_is_left_to_do(self) -> None:
        Book.objects.filter(key="register-skck").update(mode=NumberMode.EXTERNAL.value)
        reference = at_the_signature()
        answer = back(out(reference), Brought(reference, Result.SIGNED))
        assert answer.told[0][1] == Settled(Result.SIGNED)
        assert models.Case.objects.get(reference=reference).state == "register"

    def test_a_late_signature_is_dated_then_and_numbered_now(
        self, stopped_clock: clock.Clock
    ) -> None:
        reference = at_the_signature()
        folder = out(reference)
        stopped_clock.advance(timedelta(hours=2))
        stated = stopped_clock.at - timedelta(hours=1)
        back(folder, Brought(reference, Result.SIGNED), happened_at=stated)
        late = models.Event.objects.filter(stream="case", late=True)
        assert [event.name for event in late] == ["letter.signed"]

    def test_somebody_else_may_have_signed_it(self) -> None:
        reference = at_the_signature()
        back(
            out(reference),
            Brought(reference, Result.SIGNED),
            signed_by="sekretaris-camat",
        )
        event = json.loads(models.Event.objects.get(name="letter.signed").data)
        assert event["signer"]["line"] == "a.n."

    def test_a_position_that_may_not_sign_it_is_refused_and_the_file_stays(self) -> None:
        reference = at_the_signature()
        folder = out(reference)
        answer = back(folder, Brought(reference, Result.SIGNED), signed_by="kasi-kesos")
        assert (told(answer), answer.closed) == (["signer-needed"], False)
        assert folder.items.get().result == ""

    def test_the_stated_time_is_kept_and_marked(self, stopped_clock: clock.Clock) -> None:
        reference = at_the_signature()
        folder = out(reference)
        stopped_clock.advance(timedelta(hours=2))
        stated = stopped_clock.at - timedelta(hours=1)
        back(folder, Brought(reference, Result.SIGNED), happened_at=stated)
        event = models.Event.objects.get(name="letter.signed")
        assert (event.happened_at, event.late) == (stated.isoformat(), True)

    def test_not_signed_leaves_the_file_where_it_is_and_free_for_the_next(self) -> None:
        reference = at_the_signature()
        answer = back(out(reference), Brought(reference, Result.UNSIGNED))
        assert answer.closed
        assert models.Case.objects.get(reference=reference).state == "tanda-tangan"
        assert filled(reference).number == 2

    def test_what_comes_back_with_a_note_is_sent_back_for_it(self) -> None:
        reference = at_the_signature()
        note = Brought(reference, Result.RETURNED, reasons="Nama desa keliru.")
        assert told(back(out(reference), note)) == ["returned"]
        file = case_file(reference, counter.officer("camat"))
        assert file is not None
        assert file.history[-1].private["reasons"] == "Nama desa keliru."
        assert (file.row.state, file.history[-1].event.data["recorded_for"]) == (
            "verifikasi",
            "pejabat-berwenang",
        )

    def test_a_return_without_its_reasons_is_not_recorded(self) -> None:
        reference = at_the_signature()
        answer = back(out(reference), Brought(reference, Result.RETURNED))
        assert told(answer) == ["reasons-needed"]

    def test_one_refusal_holds_up_none_of_the_others(self) -> None:
        first, second, third = (at_the_signature() for _ in range(3))
        answer = back(
            out(first, second, third),
            Brought(first, Result.SIGNED),
            Brought(second, Result.RETURNED),
            Brought(third, Result.UNSIGNED),
        )
        assert told(answer) == ["signed", "reasons-needed", "unsigned"]
        assert not answer.closed

    def test_the_rest_is_told_later_and_the_folder_closes_with_its_last_file(self) -> None:
        first, second = at_the_signature(), at_the_signature()
        folder = out(first, second)
        assert not back(folder, Brought(first, Result.SIGNED)).closed
        assert back(folder, Brought(second, Result.UNSIGNED)).closed
        results = {"signed": 1, "unsigned": 1, "returned": 0, "moved": 0}
        assert office_events()[-1] == (
            "folder.returned",
            {"number": 1, "position": "camat", "results": results},
        )

    def test_what_was_told_before_is_answered_and_not_done_again(self) -> None:
        reference = at_the_signature()
        folder = out(reference, at_the_signature())
        back(folder, Brought(reference, Result.SIGNED))
        version = models.Case.objects.get(reference=reference).version
        answer = back(folder, Brought(reference, Result.SIGNED))
        assert answer.told[0][1] == Settled(Result.SIGNED, before=True)
        assert models.Case.objects.get(reference=reference).version == version

    def test_a_file_that_moved_on_meanwhile_is_said_so_and_left_alone(self) -> None:
        reference = at_the_signature()
        folder = out(reference)
        counter.done(counter.act(reference, "sekretaris-camat", "tanda-tangan"))
        version = models.Case.objects.get(reference=reference).version
        answer = back(folder, Brought(reference, Result.SIGNED))
        assert (told(answer), answer.closed) == (["moved"], True)
        assert models.Case.objects.get(reference=reference).version == version

    def test_it_cannot_be_told_that_a_file_moved_on_when_it_has_not(self) -> None:
        reference = at_the_signature()
        assert told(back(out(reference), Brought(reference, Result.MOVED))) == ["still-here"]

    def test_what_changed_since_the_page_was_opened_is_said_gently(self) -> None:
        reference = at_the_signature()
        folder = out(reference)
        seen = models.Case.objects.get(reference=reference).version
        counter.done(counter.do(reference, "camat", Approve()))
        answer = back(folder, Brought(reference, Result.SIGNED, version=seen))
        assert told(answer) == ["stale"]

    def test_a_file_of_no_such_folder_is_refused(self) -> None:
        stranger = at_the_signature()
        answer = back(out(at_the_signature()), Brought(stranger, Result.SIGNED))
        assert told(answer) == ["not-inside"]

    def test_nothing_told_is_nothing_recorded(self, rini: Actor) -> None:
        folder = out(at_the_signature())
        assert codes(take_back(number=folder.number, brought=(), actor=rini)) == ["needed"]

    def test_a_folder_that_never_went_out_does_not_come_back(self, rini: Actor) -> None:
        reference = at_the_signature()
        folder = filled(reference)
        told = [Brought(reference, Result.SIGNED)]
        assert codes(take_back(number=folder.number, brought=told, actor=rini)) == ["not-out"]

    def test_a_cut_before_the_closing_is_mended_by_coming_back(self) -> None:
        folder = out(at_the_signature())
        models.FolderItem.objects.update(result=Result.UNSIGNED.value)
        assert back(folder).closed
        assert [name for name, _ in office_events()] == ["folder.sent", "folder.returned"]

    def test_a_folder_closes_once(self) -> None:
        folder = out(at_the_signature())
        models.FolderItem.objects.update(result=Result.UNSIGNED.value)
        back(folder)
        assert back(folder).closed
        assert [name for name, _ in office_events()].count("folder.returned") == 1

    def test_the_chains_hold(self) -> None:
        reference = at_the_signature()
        back(out(reference), Brought(reference, Result.SIGNED))
        assert verify().faults == ()

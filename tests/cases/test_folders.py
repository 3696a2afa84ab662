# SPDX-License-Identifier: EUPL-1.2
"""Map Camat: filled at the counter, out for a signature, and taken back file by file."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services import folders
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.folder_returns import Brought, Result, Settled, TakenBack, take_back
from pendopo.cases.services.folders import Filled
from pendopo.cases.verification import verify
from pendopo.cases.waiting import waiting_at
from pendopo.domain.books import NumberMode
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Approve
from pendopo.domain.hands import BY_HAND
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Book
from tests.cases import counter
from tests.real_offices import KESAMBEN, PANDAAN


@pytest.fixture
def rini() -> Actor:
    return counter.officer("petugas-loket")


def at_the_signature(**verdicts: str) -> str:
    """A file that waits for whoever may sign it."""
    reference = counter.handed_in().row.reference
    said = counter.verdicts(**verdicts)
    counter.done(counter.act(reference, "petugas-loket", "verifikasi", verdicts=said))
    return reference


def filled(*references: str, position: str = "camat") -> models.Folder:
    answer = folders.open_folder(
        position=position, references=references, actor=counter.officer("petugas-loket")
    )
    assert isinstance(answer, Filled), answer
    return answer.folder


def out(*references: str, position: str = "camat") -> models.Folder:
    folder = filled(*references, position=position)
    sent = folders.send(number=folder.number, actor=counter.officer("petugas-loket"))
    assert isinstance(sent, Filled), sent
    return sent.folder


def back(folder: models.Folder, *brought: Brought, **more: object) -> TakenBack:
    answer = take_back(
        number=folder.number,
        brought=brought,
        actor=counter.officer("petugas-loket"),
        **more,  # type: ignore[arg-type]
    )
    assert isinstance(answer, TakenBack), answer
    return answer


def told(answer: TakenBack) -> list[str]:
    """What was answered for each file: its result, or the code of why not."""
    return [
        one.result.value if isinstance(one, Settled) else one.reasons[0].code
        for _, one in answer.told
    ]


def codes(answer: object) -> list[str]:
    assert isinstance(answer, NotRecorded), answer
    return [reason.code for reason in answer.reasons]


def office_events() -> list[tuple[str, dict[str, object]]]:
    rows = models.Event.objects.filter(stream="office", office_id=PANDAAN).order_by("seq")
    return [(row.name, json.loads(row.data)) for row in rows]


class TestFilling:
    def test_folders_of_an_office_are_counted_on(self) -> None:
        assert [filled(at_the_signature()).number for _ in range(3)] == [1, 2, 3]

    def test_it_holds_its_files_in_the_order_in_which_they_were_laid_in(self, rini: Actor) -> None:
        first, second, third = (at_the_signature() for _ in range(3))
        folder = filled(second, first)
        folders.put_in(number=folder.number, references=[third], actor=rini)
        inside = folder.items.values_list("place", "case__reference", "step")
        assert list(inside) == [
            (1, second, "tanda-tangan"),
            (2, first, "tanda-tangan"),
            (3, third, "tanda-tangan"),
        ]

    def test_a_file_lies_in_one_open_folder_only(self, rini: Actor) -> None:
        here, free = at_the_signature(), at_the_signature()
        filled(here)
        answer = folders.open_folder(position="camat", references=[here, free], actor=rini)
        assert isinstance(answer, Filled)
        assert (answer.added, [r for r, _ in answer.left_out]) == ((free,), [here])
        assert "map nomor 1" in answer.left_out[0][1].text

    def test_a_file_that_waits_for_no_hand_is_left_out(self, rini: Actor) -> None:
        unchecked = counter.handed_in().row.reference
        answer = folders.open_folder(position="camat", references=[unchecked], actor=rini)
        assert codes(answer) == ["not-waiting"]
        assert not models.Folder.objects.exists()

    def test_a_file_goes_to_those_whom_the_matrix_lets_sign_it(self, rini: Actor) -> None:
        reference = at_the_signature()
        for position in ("kasi-kesos", "petugas-loket"):
            answer = folders.open_folder(position=position, references=[reference], actor=rini)
            assert codes(answer) == ["not-waiting"]
        assert filled(reference, position="kasi-pemerintahan").position == "kasi-pemerintahan"

    def test_an_empty_folder_is_not_begun(self, rini: Actor) -> None:
        assert codes(folders.open_folder(position="camat", references=[], actor=rini)) == ["needed"]

    def test_a_full_folder_takes_no_more(
        self, rini: Actor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(folders, "MOST_FILES", 2)
        references = [at_the_signature() for _ in range(3)]
        answer = folders.open_folder(position="camat", references=references, actor=rini)
        assert isinstance(answer, Filled)
        assert [(r, why.code) for r, why in answer.left_out] == [(references[2], "full")]

    def test_what_is_taken_out_can_go_into_another(self, rini: Actor) -> None:
        first, second = at_the_signature(), at_the_signature()
        folder = filled(first, second)
        folders.take_out(number=folder.number, reference=first, actor=rini)
        assert filled(first).number == 2

    def test_a_folder_that_is_emptied_is_no_more(self, rini: Actor) -> None:
        reference = at_the_signature()
        folder = filled(reference)
        folders.take_out(number=folder.number, reference=reference, actor=rini)
        assert not models.Folder.objects.exists()

    def test_who_keeps_no_counter_carries_no_folders(self) -> None:
        camat = counter.officer("camat")
        reference = at_the_signature()
        answer = folders.open_folder(position="camat", references=[reference], actor=camat)
        assert codes(answer) == ["not-yours"]

    def test_another_offices_folder_and_files_are_unknown(self, rini: Actor) -> None:
        folder = filled(at_the_signature())
        theirs = counter.officer("petugas-loket", KESAMBEN)
        assert isinstance(folders.send(number=folder.number, actor=theirs), NotFound)
        assert isinstance(take_back(number=folder.number, brought=(), actor=theirs), NotFound)
        answer = folders.open_folder(
            position="camat", references=[at_the_signature()], actor=theirs
        )
        assert codes(answer) == ["needed"]

    def test_a_position_that_the_office_lacks_is_unknown(self, rini: Actor) -> None:
        answer = folders.open_folder(position="gubernur", references=[], actor=rini)
        assert isinstance(answer, NotFound)

    def test_filling_costs_the_same_queries_for_ten_files_but_for_their_rows(
        self, rini: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        references = [at_the_signature() for _ in range(10)]
        with django_assert_max_num_queries(26 + 10 * 3):
            folders.open_folder(position="camat", references=references, actor=rini)


class TestSending:
    def test_it_is_told_on_the_offices_stream_without_names(self, rini: Actor) -> None:
        reference = at_the_signature()
        folder = out(reference)
        assert folder.sent_by == rini.key
        assert office_events() == [
            ("folder.sent", {"number": 1, "position": "camat", "references": [reference]})
        ]

    def test_a_stated_time_is_kept_and_marked_when_it_is_told_late(
        self, rini: Actor, stopped_clock: clock.Clock
    ) -> None:
        folder = filled(at_the_signature())
        stated = stopped_clock.at - timedelta(minutes=40)
        folders.send(number=folder.number, actor=rini, sent_at=stated)
        assert models.Folder.objects.get().sent_at == stated
        assert models.Event.objects.get(name="folder.sent").late

    def test_it_does_not_go_out_in_the_future(
        self, rini: Actor, stopped_clock: clock.Clock
    ) -> None:
        folder = filled(at_the_signature())
        ahead = stopped_clock.at + timedelta(hours=1)
        answer = folders.send(number=folder.number, actor=rini, sent_at=ahead)
        assert codes(answer) == ["in-the-future"]

    def test_it_goes_out_once_and_is_filled_no_more(self, rini: Actor) -> None:
        folder = out(at_the_signature())
        again = folders.send(number=folder.number, actor=rini)
        more = folders.put_in(number=folder.number, references=[at_the_signature()], actor=rini)
        less = folders.take_out(number=folder.number, reference="x", actor=rini)
        assert [codes(one) for one in (again, more, less)] == [["already-sent"]] * 3


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
        counts = {"signed": 1, "unsigned": 1, "returned": 0, "moved": 0}
        assert office_events()[-1] == (
            "folder.returned",
            {"number": 1, "position": "camat", **counts},
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


class TestParaf:
    def test_a_folder_for_a_paraf_goes_to_the_position_of_that_role(self) -> None:
        reference = counter.waiting_for_a_paraf()
        folder = out(reference, position="kasi-trantib")
        assert told(back(folder, Brought(reference, Result.SIGNED))) == ["signed"]
        event = models.Event.objects.get(name="letter.initialled")
        assert json.loads(event.data)["signer"] == {"role": "kasi-trantib"}

    def test_it_does_not_go_to_the_camat_before_it_has_its_paraf(self, rini: Actor) -> None:
        reference = counter.waiting_for_a_paraf()
        answer = folders.open_folder(position="camat", references=[reference], actor=rini)
        assert codes(answer) == ["not-waiting"]


class TestWaiting:
    def test_those_wait_that_stand_at_a_hand_oldest_promise_first(
        self, stopped_clock: clock.Clock
    ) -> None:
        counter.handed_in()
        late = at_the_signature()
        stopped_clock.advance(timedelta(minutes=1))
        later = at_the_signature()
        paraf = counter.waiting_for_a_paraf()
        counter.carried_to_the_end()
        assert [row.reference for row in waiting_at(PANDAAN, BY_HAND)] == [late, later, paraf]
        assert [row.reference for row in waiting_at(PANDAAN, {Verb.INITIAL})] == [paraf]
        assert waiting_at(KESAMBEN, BY_HAND) == []

    def test_nothing_waits_where_nothing_was_filed(self) -> None:
        assert waiting_at(PANDAAN, BY_HAND) == []

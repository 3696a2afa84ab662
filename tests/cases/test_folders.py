# SPDX-License-Identifier: EUPL-1.2
"""Map Camat: filled at the counter, and sent out for a signature or a paraf."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.services import folders
from pendopo.cases.services.answers import NotFound
from pendopo.cases.services.folder_returns import Brought, Result, take_back
from pendopo.cases.services.folders import Filled
from pendopo.cases.waiting import waiting_at
from pendopo.domain.circumstances import Actor
from pendopo.domain.hands import BY_HAND
from pendopo.domain.vocabulary import Verb
from tests.cases import counter
from tests.cases.folders import at_the_signature, back, codes, filled, office_events, out, told
from tests.real_offices import KESAMBEN, PANDAAN


@pytest.fixture
def rini() -> Actor:
    return counter.officer("petugas-loket")


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

# SPDX-License-Identifier: EUPL-1.2
"""Two clerks with one folder at the same time, each with a connection of her own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from django.db import connection, connections

from pendopo.cases import models
from pendopo.cases.services import folders
from pendopo.cases.services.folder_returns import Brought, Result, Settled, TakenBack, take_back
from pendopo.cases.services.folders import Filled, FolderAnswer
from pendopo.cases.verification import verify
from tests.cases import counter
from tests.cases.folders import at_the_signature, out

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="a test database in memory is of one connection"
    ),
]
Said = TypeVar("Said")


def at_once(count: int, do: Callable[[int], Said]) -> list[Said]:
    """Several threads through one gate; their answers in the order of the threads."""
    gate = threading.Barrier(count)
    answers: dict[int, Said] = {}

    def run(number: int) -> None:
        try:
            gate.wait(timeout=20)
            answers[number] = do(number)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(answers) == count
    return [answers[number] for number in range(count)]


def test_two_clerks_who_take_one_folder_back_record_each_sheet_once() -> None:
    references = [at_the_signature() for _ in range(6)]
    folder, actor = out(*references), counter.officer("petugas-loket")
    ways = (references, references[::-1])

    def take(number: int) -> object:
        lines = [Brought(reference, Result.SIGNED) for reference in ways[number]]
        return take_back(number=folder.number, brought=lines, actor=actor)

    answers = at_once(2, take)
    before = []
    for answer in answers:
        assert isinstance(answer, TakenBack)
        for _, told in answer.told:
            assert isinstance(told, Settled), told
            before.append(told.before)
    assert sorted(before) == [False] * 6 + [True] * 6
    assert models.Event.objects.filter(name="letter.signed").count() == 6
    assert models.Event.objects.filter(name="folder.returned").count() == 1
    assert verify().faults == ()


def test_of_two_who_lay_one_file_into_a_folder_one_is_told_where_it_lies() -> None:
    reference, actor = at_the_signature(), counter.officer("petugas-loket")

    def lay(_: int) -> FolderAnswer:
        return folders.open_folder(position="camat", references=[reference], actor=actor)

    answers = at_once(2, lay)
    assert sorted(isinstance(answer, Filled) for answer in answers) == [False, True]
    assert models.FolderItem.objects.count() == 1


def test_folders_begun_at_once_have_numbers_of_their_own() -> None:
    references, actor = [at_the_signature() for _ in range(4)], counter.officer("petugas-loket")

    def begin(number: int) -> FolderAnswer:
        wanted = [references[number]]
        return folders.open_folder(position="camat", references=wanted, actor=actor)

    answers = at_once(4, begin)
    numbers = [answer.folder.number for answer in answers if isinstance(answer, Filled)]
    assert sorted(numbers) == [1, 2, 3, 4]

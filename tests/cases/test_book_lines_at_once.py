# SPDX-License-Identifier: EUPL-1.2
"""Two officers in one book at the same time, each with a connection of her own."""

from __future__ import annotations

import pytest
from django.db import connection

from pendopo.cases import models
from pendopo.cases.services.book_lines import Line, fill_line, set_aside, write_line
from pendopo.cases.services.register_entries import carry_on_book
from pendopo.cases.verification import verify
from tests.cases import counter
from tests.cases.test_folders_at_once import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="a test database in memory is of one connection"
    ),
]
LETTER = {"sender": "Dinas Rekaan", "subject": "Undangan rapat"}


def test_officers_who_write_at_once_get_a_number_each() -> None:
    clerk = counter.officer("petugas-loket")
    rows = at_once(4, lambda _n: write_line(line=Line("agenda-masuk", LETTER), actor=clerk))
    numbers = sorted(row.number for row in rows if isinstance(row, models.BookRow))
    assert numbers == ["001", "002", "003", "004"]
    assert verify().faults == ()


def test_a_number_that_was_set_aside_is_filled_once() -> None:
    clerk = counter.officer("petugas-loket")
    row = set_aside(line=Line("agenda-masuk"), actor=clerk)
    assert isinstance(row, models.BookRow)
    answers = at_once(2, lambda _n: fill_line(line=row.id, content=LETTER, actor=clerk))
    assert sum(isinstance(answer, models.BookRow) for answer in answers) == 1
    assert verify().faults == ()


def test_a_book_is_carried_on_once() -> None:
    head = counter.officer("kasubag-umum")
    answers = at_once(2, lambda _n: carry_on_book(book="agenda-masuk", used=412, actor=head))
    assert sum(isinstance(answer, models.BookYear) for answer in answers) == 1
    assert verify().faults == ()

# SPDX-License-Identifier: EUPL-1.2
"""The rules of a book: no number missing, none twice, none out of order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.books import (
    BookRow,
    BookState,
    Entry,
    Fault,
    NumberMode,
    RowStatus,
    Span,
    carry_on,
    check_book,
    external_number,
    insert_entry,
    next_entry,
    next_row,
)
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import Sisipan

MONDAY = date(2026, 11, 23)
STATE = BookState(2026, 45, MONDAY)
DAY = timedelta(days=1)
ordered_days = st.lists(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=40).map(sorted)


def fill(days: Iterable[date]) -> list[Entry]:
    """The rows of a book that took one number on each of these days."""
    state, rows = None, []
    for day in days:
        entry = next_entry(state, day)
        assert isinstance(entry, Entry)
        assert entry.urut is not None
        state = BookState(entry.year, entry.urut, entry.entry_date)
        rows.append(entry)
    return rows


def book(entries: Iterable[Entry]) -> list[BookRow]:
    return [BookRow(entry) for entry in entries]


def sisipan(after: int, ordinal: int, day: date = MONDAY) -> BookRow:
    entry = Entry(2026, day, urut=after, sisipan=ordinal)
    return BookRow(entry, reason="surat tertinggal di map", approver="Sekretaris Kecamatan")


def sound_book(length: int = 5) -> list[BookRow]:
    return book(Entry(2026, MONDAY, urut=urut) for urut in range(1, length + 1))


def faults(rows: Iterable[BookRow], counters: dict[int, int] | None = None) -> list[Fault]:
    return [finding.fault for finding in check_book(rows, counters)]


def test_the_first_row_of_a_book_is_number_one() -> None:
    assert next_entry(None, MONDAY) == Entry(2026, MONDAY, urut=1)


def test_a_row_follows_the_last_even_on_the_same_day() -> None:
    assert next_entry(STATE, MONDAY) == Entry(2026, MONDAY, urut=46)


def test_a_new_year_begins_with_one() -> None:
    assert next_entry(STATE, date(2027, 1, 2)) == Entry(2027, date(2027, 1, 2), urut=1)


@pytest.mark.parametrize("early", [MONDAY - DAY, date(2025, 12, 31)])
def test_a_day_before_the_last_row_is_refused_with_a_way_out(early: date) -> None:
    problem = next_entry(STATE, early)
    assert isinstance(problem, Problem)
    assert "lebih awal daripada baris terakhir buku ini, 23 November 2026" in problem.message
    assert "sisipan" in problem.message


@given(ordered_days)
def test_a_book_filled_by_the_rules_is_sound(days: list[date]) -> None:
    entries = fill(days)
    counters = {entry.year: entry.urut or 0 for entry in entries}
    assert check_book(book(entries), counters) == ()
    assert len({(entry.year, entry.urut) for entry in entries}) == len(days)
    for above, below in pairwise(entries):
        assert (above.year, above.urut or 0) < (below.year, below.urut or 0)


@given(ordered_days.filter(bool), st.data())
def test_a_row_taken_out_of_a_book_is_missed(days: list[date], data: st.DataObject) -> None:
    entries = fill(days)
    counters = {entry.year: entry.urut or 0 for entry in entries}
    lost = data.draw(st.sampled_from(entries))
    entries.remove(lost)
    (finding,) = check_book(book(entries), counters)
    assert (finding.fault, finding.year, finding.urut) == (Fault.GAP, lost.year, lost.urut)


@given(ordered_days.filter(bool), st.data())
def test_a_row_entered_twice_is_found(days: list[date], data: st.DataObject) -> None:
    entries = fill(days)
    twice = data.draw(st.sampled_from(entries))
    assert faults(book([*entries, twice])) == [Fault.DUPLICATE]


def test_the_order_in_which_rows_arrive_does_not_matter() -> None:
    rows = [*sound_book(), sisipan(2, 1), sisipan(2, 2)]
    assert check_book(reversed(rows)) == check_book(rows) == ()


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        (RowStatus.RESERVED, RowStatus.ENTERED, True),
        (RowStatus.RESERVED, RowStatus.CANCELLED, True),
        (RowStatus.ENTERED, RowStatus.CANCELLED, True),
        (RowStatus.ENTERED, RowStatus.RESERVED, False),
        (RowStatus.CANCELLED, RowStatus.RESERVED, False),
        (RowStatus.CANCELLED, RowStatus.ENTERED, False),
    ],
)
def test_a_row_changes_forward_only(old: RowStatus, new: RowStatus, allowed: bool) -> None:
    assert old.may_become(new) is allowed


@pytest.mark.parametrize("status", RowStatus)
def test_a_row_never_becomes_what_it_is(status: RowStatus) -> None:
    assert not status.may_become(status)


def test_a_book_of_own_numbers_takes_none_from_outside() -> None:
    assert next_row(NumberMode.OWN, STATE, MONDAY) == Entry(2026, MONDAY, urut=46)
    assert isinstance(next_row(NumberMode.OWN, STATE, MONDAY, "B/12"), Problem)


def test_a_book_of_external_numbers_keeps_them_as_typed() -> None:
    row = next_row(NumberMode.EXTERNAL, STATE, MONDAY, "  B/400.9/  12/2026 ")
    assert row == Entry(2026, MONDAY, external="B/400.9/ 12/2026")
    assert isinstance(next_row(NumberMode.EXTERNAL, STATE, MONDAY, " "), Problem)
    assert isinstance(next_row(NumberMode.EXTERNAL, STATE, MONDAY - DAY, "B/1"), Problem)


def test_a_book_without_numbers_has_rows_all_the_same() -> None:
    assert next_row(NumberMode.NONE, None, MONDAY) == Entry(2026, MONDAY)
    assert isinstance(next_row(NumberMode.NONE, None, MONDAY, "7"), Problem)
    assert check_book(book([Entry(2026, MONDAY), Entry(2026, MONDAY)])) == ()


@pytest.mark.parametrize("typed", ["x" * 101, "B/1\u202e"])
def test_an_external_number_must_be_one_that_can_be_read(typed: str) -> None:
    assert isinstance(external_number(typed), Problem)


def insert(after: int, *taken: Sisipan, reason: str = "tertinggal", by: str = "Sekcam") -> object:
    return insert_entry(STATE, taken, after, MONDAY, reason=reason, approver=by)


def test_an_insertion_follows_those_already_made_after_that_row() -> None:
    assert insert(6) == Entry(2026, MONDAY, urut=6, sisipan=1)
    assert insert(6, Sisipan(6, 1), Sisipan(7, 4)) == Entry(2026, MONDAY, urut=6, sisipan=2)
    assert insert(45) == Entry(2026, MONDAY, urut=45, sisipan=1)


@pytest.mark.parametrize("after", [0, -1, 46])
def test_nothing_is_inserted_after_a_number_that_is_not_there(after: int) -> None:
    problem = insert(after)
    assert isinstance(problem, Problem)
    assert "1 sampai 45" in problem.message


def test_an_insertion_needs_a_reason_and_somebody_who_allowed_it() -> None:
    assert "alasan" in str(insert(6, reason=" "))
    assert "mengizinkan" in str(insert(6, by=""))


def test_missing_neighbours_are_one_finding() -> None:
    rows = book(Entry(2026, MONDAY, urut=urut) for urut in (2, 3, 7))
    messages = [finding.message for finding in check_book(rows, {2026: 9})]
    assert messages == [
        "Nomor 1 tahun 2026 tidak ada di buku.",
        "Nomor 4 sampai 6 tahun 2026 tidak ada di buku.",
        "Nomor 8 sampai 9 tahun 2026 tidak ada di buku.",
    ]


def test_a_year_whose_rows_are_all_gone_is_noticed() -> None:
    assert faults([], {2025: 3, 2026: 0}) == [Fault.GAP]


def test_an_external_number_twice_in_a_year_is_found() -> None:
    entry = Entry(2026, MONDAY, external="B/12")
    assert faults(book([entry, replace(entry, entry_date=MONDAY + DAY)])) == [Fault.DUPLICATE]
    next_year = Entry(2027, date(2027, 1, 4), external="B/12")
    assert faults(book([entry, next_year])) == []


def test_a_date_before_the_row_above_is_found() -> None:
    rows = sound_book()
    rows[2] = BookRow(replace(rows[2].entry, entry_date=MONDAY - DAY))
    (finding,) = check_book(rows)
    assert finding.fault is Fault.DATE_ORDER
    assert finding.message == (
        "Nomor 3 bertanggal 22 November 2026, lebih awal daripada nomor 2, 23 November 2026."
    )


def test_a_date_of_another_year_is_found() -> None:
    rows = [*sound_book(2), BookRow(Entry(2026, date(2027, 1, 4), urut=3))]
    assert faults(rows) == [Fault.WRONG_YEAR]


def test_a_number_may_be_inserted_into_last_years_book() -> None:
    assert faults([*sound_book(), sisipan(5, 1, date(2027, 1, 4))]) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (sisipan(9, 1), "menyisip pada nomor yang tidak ada"),
        (sisipan(3, 1, MONDAY - DAY), "lebih awal daripada nomor yang diikutinya"),
        (sisipan(3, 2), "Nomor 3 sisipan ke-1 tahun 2026 tidak ada"),
        (replace(sisipan(3, 1), reason=" "), "tidak menyebut alasan"),
        (replace(sisipan(3, 1), approver=""), "tidak menyebut siapa yang mengizinkan"),
    ],
)
def test_an_insertion_against_the_rules_is_found(row: BookRow, said: str) -> None:
    (finding,) = check_book([*sound_book(), row])
    assert finding.fault is Fault.SISIPAN
    assert said in finding.message


def test_the_same_insertion_twice_is_a_duplicate() -> None:
    assert faults([*sound_book(), sisipan(3, 1), sisipan(3, 1)]) == [Fault.DUPLICATE]


@pytest.mark.parametrize(
    "wrong",
    [{"urut": 0}, {"urut": 1, "sisipan": 0}, {"sisipan": 1}, {"urut": 1, "external": "B/1"}],
)
def test_a_row_that_no_book_can_hold_is_the_callers_mistake(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no row"):
        Entry(2026, MONDAY, **wrong)  # type: ignore[arg-type]


def test_a_book_is_carried_on_from_the_one_before() -> None:
    assert carry_on(0, 412) == Span(1, 412)
    assert carry_on(3, 412) == Span(4, 412)


@pytest.mark.parametrize(("last", "used"), [(412, 412), (412, 11), (0, 0), (0, 10**6)])
def test_a_book_is_never_set_back(last: int, used: int) -> None:
    assert isinstance(carry_on(last, used), Problem)


def test_numbers_that_stand_in_another_book_are_no_gap() -> None:
    row = BookRow(Entry(2026, date(2026, 11, 23), urut=413))
    assert check_book([row], {2026: 413}, {2026: [Span(1, 412)]}) == ()
    assert [one.fault for one in check_book([row], {2026: 413})] == [Fault.GAP]


def test_a_number_may_be_inserted_after_one_of_another_book() -> None:
    on = date(2026, 11, 23)
    inserted = BookRow(Entry(2026, on, urut=412, sisipan=1), "Terlewat", "sekretaris")
    rows = [BookRow(Entry(2026, on, urut=413)), inserted]
    assert check_book(rows, {2026: 413}, {2026: [Span(1, 412)]}) == ()
    without_reason = [rows[0], BookRow(inserted.entry)]
    found = check_book(without_reason, {2026: 413}, {2026: [Span(1, 412)]})
    assert {one.fault for one in found} == {Fault.SISIPAN}

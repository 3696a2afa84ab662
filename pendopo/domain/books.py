# SPDX-License-Identifier: EUPL-1.2
"""Which rows a book may have: the next one, an inserted one, and what is wrong with the rest.

A year of a book holds every number from 1 to its last exactly once, in order of date. A row
that was given up stays as batal; what must come between two rows is a sisipan, with a
reason and whoever allowed it. Numbers may also be another system's, or there may be none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pendopo.domain.identity import Problem
from pendopo.domain.numbering import Sisipan
from pendopo.domain.wording import format_date

_LONGEST_EXTERNAL = 100
_HIGHEST = 99_999


class NumberMode(StrEnum):
    """Whose numbers a book holds: its own, those typed from another system, or none."""

    OWN = "own"
    EXTERNAL = "external"
    NONE = "none"


class RowStatus(StrEnum):
    """What became of a number: promised to a paper, entered, or given up."""

    RESERVED = "dipesan"
    ENTERED = "tercatat"
    CANCELLED = "batal"

    def may_become(self, new: RowStatus) -> bool:
        """Whether a row may change so. Nothing comes back from batal, nor from the book."""
        return new in _CHANGES[self]


_CHANGES: Mapping[RowStatus, tuple[RowStatus, ...]] = {
    RowStatus.RESERVED: (RowStatus.ENTERED, RowStatus.CANCELLED),
    RowStatus.ENTERED: (RowStatus.CANCELLED,),
    RowStatus.CANCELLED: (),
}


@dataclass(frozen=True, slots=True)
class BookState:
    """Where a book stands: its year, the last number given in it and the date of its last row.

    `last` is 0 in a year whose rows all have another system's numbers, or none.
    """

    year: int
    last: int
    last_date: date


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of one row in a book. `urut` or `external` is its number; neither: it has none.

    `entry_date` is the day it was entered, in the office's zone (tanggal register); the date on
    the letter may be another. With `sisipan` it is that insertion after `urut`. Raises
    ValueError for a number below 1, an insertion without `urut`, or two numbers at once.
    """

    year: int
    entry_date: date
    urut: int | None = None
    sisipan: int | None = None
    external: str | None = None

    def __post_init__(self) -> None:
        below = any(number is not None and number < 1 for number in (self.urut, self.sisipan))
        homeless = self.sisipan is not None and self.urut is None
        if below or homeless or (self.urut is not None and self.external is not None):
            raise ValueError(f"no row can stand in a book as {self}")


def next_entry(last: BookState | None, on: date) -> Entry | Problem:
    """The next own number on a day: one more than the last, or 1 in a new year.

    `last` is None for a book without rows. A day before that of the last row is refused.
    """
    if problem := _too_early(last, on):
        return problem
    follows = last is not None and last.year == on.year
    return Entry(on.year, on, urut=last.last + 1 if last and follows else 1)


def next_row(
    mode: NumberMode, last: BookState | None, on: date, typed: str = ""
) -> Entry | Problem:
    """The next row of a book in its mode; `typed` is the number that another system gave."""
    match mode:
        case NumberMode.OWN | NumberMode.NONE if typed.strip():
            return Problem("Buku ini tidak memakai nomor dari luar. Kosongkan kolom nomor.")
        case NumberMode.OWN:
            return next_entry(last, on)
        case NumberMode.EXTERNAL | NumberMode.NONE:
            number = external_number(typed) if mode is NumberMode.EXTERNAL else None
            if isinstance(number, Problem):
                return number
            return _too_early(last, on) or Entry(on.year, on, external=number)


def external_number(typed: str) -> str | Problem:
    """A number as another system writes it: kept as it is, but for spaces that say nothing."""
    number = " ".join(typed.split())
    if not number:
        return Problem("Nomor dari aplikasi asalnya belum diisi. Salin persis seperti tertulis.")
    if len(number) > _LONGEST_EXTERNAL or not number.isprintable():
        return Problem(
            f"Nomor dari luar paling panjang {_LONGEST_EXTERNAL} huruf, tanpa tanda yang tidak "
            "terlihat. Salin nomornya saja."
        )
    return number


def insert_entry(
    state: BookState,
    taken: Collection[Sisipan],
    after: int,
    on: date,
    *,
    reason: str,
    approver: str,
) -> Entry | Problem:
    """A number between two rows of the year of `state`: the next sisipan after row `after`.

    `taken` are the insertions that this year of the book has. The row is dated on the day it
    is entered, perhaps in the next year; the letter bears the date that made it necessary.
    """
    if not 1 <= after <= state.last:
        return Problem(
            f"Nomor sisipan harus mengikuti nomor yang sudah ada, 1 sampai {state.last}; "
            f"nomor {after} belum ada di buku tahun {state.year}."
        )
    if not reason.strip() or not approver.strip():
        return Problem("Nomor sisipan perlu alasan dan nama pejabat yang mengizinkannya.")
    ordinal = max((one.ordinal for one in taken if one.after == after), default=0) + 1
    return Entry(state.year, on, urut=after, sisipan=ordinal)


def _too_early(last: BookState | None, on: date) -> Problem | None:
    if last is None or on >= last.last_date:
        return None
    return Problem(
        f"Tanggal {format_date(on)} lebih awal daripada baris terakhir buku ini, "
        f"{format_date(last.last_date)}. Catat dengan tanggal hari ini, atau mintalah nomor "
        "sisipan."
    )


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row as it stands in the book, whatever its status: a batal row keeps its number."""

    entry: Entry
    reason: str = ""
    approver: str = ""


class Fault(StrEnum):
    """What can be wrong with a book."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    DATE_ORDER = "date-order"
    WRONG_YEAR = "wrong-year"
    SISIPAN = "sisipan"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a year of a book; `urut` is the first number concerned, if it is one."""

    fault: Fault
    year: int
    urut: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from one to another, both of them in it."""

    first: int
    last: int


def carry_on(last: int, used: int) -> Span | Problem:
    """The numbers that stand in the book before this one, so that the next here is `used` + 1.

    `last` is the last number given here in this year, 0 for none. A book never goes back.
    """
    if used > _HIGHEST:
        return Problem(f"Nomor terakhir paling besar {_HIGHEST}; periksa lagi.")
    if used <= last:
        already = f"nomor {last} sudah diberikan" if last else "buku ini memang mulai dari 1"
        return Problem(
            f"Nomor terakhir tidak dapat diisi {used}: {already}. Isi nomor terakhir di buku "
            "lama, yang lebih besar dari itu."
        )
    return Span(last + 1, used)


def check_book(
    rows: Iterable[BookRow],
    counters: Mapping[int, int] | None = None,
    elsewhere: Mapping[int, Collection[Span]] | None = None,
) -> tuple[Finding, ...]:
    """Everything wrong with one book, by year and number; nothing for a sound one.

    `rows` are all rows of all years, in any order. `counters` gives, by year, the last number
    that was given out: without it nobody can see that the last rows are missing. `elsewhere`
    are numbers, by year, whose rows stand in another book.
    """
    lasts, away = counters or {}, elsewhere or {}
    by_year: dict[int, list[BookRow]] = {year: [] for year in lasts}
    for row in rows:
        by_year.setdefault(row.entry.year, []).append(row)
    return tuple(
        finding
        for year in sorted(by_year)
        for finding in _check_year(year, by_year[year], lasts.get(year, 0), away.get(year, ()))
    )


def _check_year(
    year: int, rows: Sequence[BookRow], last: int, elsewhere: Collection[Span]
) -> Iterator[Finding]:
    own = {row.entry.urut: row.entry for row in rows if row.entry.sisipan is None}
    dates = {urut: entry.entry_date for urut, entry in own.items() if urut is not None}
    inserted = [row for row in rows if row.entry.sisipan is not None]
    # What stands in another book has no date here; an insertion may follow it all the same.
    known = {**dict.fromkeys(_numbers(elsewhere), date.min), **dates}
    yield from _gaps(year, known, last)
    yield from _duplicates(year, [row.entry for row in rows])
    yield from _wrong_dates(year, [row.entry for row in rows if row.entry.sisipan is None])
    yield from _wrong_insertions(year, known, inserted)


def _numbers(spans: Iterable[Span]) -> Iterator[int]:
    return (number for span in spans for number in range(span.first, span.last + 1))


def _gaps(year: int, numbers: Collection[int], last: int) -> Iterator[Finding]:
    """Missing numbers, neighbours in one finding."""
    end = max(last, *numbers, 0) + 1
    for before, after in pairwise((0, *sorted(numbers), end)):
        if after - before > 1:
            span = f"{before + 1}" + (f" sampai {after - 1}" if after - before > 2 else "")
            message = f"Nomor {span} tahun {year} tidak ada di buku."
            yield Finding(Fault.GAP, year, before + 1, message)


def _duplicates(year: int, entries: Iterable[Entry]) -> Iterator[Finding]:
    for entry, times in Counter(map(_numbered, entries)).items():
        if times > 1 and (entry.urut or entry.external):
            message = f"Nomor {_name(entry)} tahun {year} ada {times} kali."
            yield Finding(Fault.DUPLICATE, year, entry.urut, message)


def _numbered(entry: Entry) -> Entry:
    """The entry without its date, for comparing numbers."""
    return replace(entry, entry_date=date.min)


def _name(entry: Entry) -> str:
    if entry.sisipan is not None:
        return f"{entry.urut} sisipan ke-{entry.sisipan}"
    return f"{entry.urut or entry.external}"


def _wrong_dates(year: int, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Rows of another year, and rows dated before the row above. Insertions come later anyway."""
    ordered = sorted(entries, key=lambda entry: entry.urut or 0)
    for entry in ordered:
        if entry.entry_date.year != year:
            message = f"Nomor {_name(entry)} bertanggal {format_date(entry.entry_date)}, padahal"
            yield Finding(Fault.WRONG_YEAR, year, entry.urut, f"{message} buku tahun {year}.")
    for above, entry in pairwise(entry for entry in ordered if entry.urut):
        if entry.entry_date < above.entry_date:
            message = (
                f"Nomor {entry.urut} bertanggal {format_date(entry.entry_date)}, lebih awal "
                f"daripada nomor {above.urut}, {format_date(above.entry_date)}."
            )
            yield Finding(Fault.DATE_ORDER, year, entry.urut, message)


def _wrong_insertions(
    year: int, dates: Mapping[int, date], rows: Iterable[BookRow]
) -> Iterator[Finding]:
    ordinals: dict[int, set[int]] = {}
    for row in rows:
        after, ordinal = row.entry.urut or 0, row.entry.sisipan or 0
        ordinals.setdefault(after, set()).add(ordinal)
        for wrong in _wrong_with(row, dates.get(after)):
            message = f"Nomor {_name(row.entry)} tahun {year} {wrong}."
            yield Finding(Fault.SISIPAN, year, after, message)
    for after, found in sorted(ordinals.items()):
        for ordinal in sorted(set(range(1, max(found))) - found):
            message = f"Nomor {after} sisipan ke-{ordinal} tahun {year} tidak ada di buku."
            yield Finding(Fault.SISIPAN, year, after, message)


def _wrong_with(row: BookRow, date_before: date | None) -> Iterator[str]:
    """What is wrong with one insertion, given the date of the row that it follows."""
    if date_before is None:
        yield "menyisip pada nomor yang tidak ada"
    elif row.entry.entry_date < date_before:
        yield "bertanggal lebih awal daripada nomor yang diikutinya"
    if not row.reason.strip():
        yield "tidak menyebut alasan"
    if not row.approver.strip():
        yield "tidak menyebut siapa yang mengizinkan"

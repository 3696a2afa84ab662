# SPDX-License-Identifier: EUPL-1.2
"""Which lines a deed makes in the office's books; the numbers are filled under the lock."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from pendopo.domain.books import NumberMode, RowStatus, external_number
from pendopo.domain.case import Case, papers_of
from pendopo.domain.commands import Reason
from pendopo.domain.events import Entry, Json
from pendopo.domain.identity import Problem
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import End, Verb

Line: TypeAlias = "tuple[str, str | None]"


def lines_due(
    step: Step,
    case: Case,
    standard: Standard,
    data: Mapping[str, Json],
    modes: Mapping[str, NumberMode],
) -> tuple[tuple[Entry, ...], tuple[Reason, ...]]:
    """The book lines that this step makes, and the external numbers still to be typed.

    A line that the case holds already is used again: a reserved number becomes recorded, and
    a file that comes back keeps the number it had.
    """
    made = [
        _entry(line, case, data, modes.get(line[0], NumberMode.OWN))
        for line in _lines(step, standard)
    ]
    entries = tuple(one for one in made if isinstance(one, Entry))
    return entries, tuple(one for one in made if isinstance(one, Reason))


def _lines(step: Step, standard: Standard) -> tuple[Line, ...]:
    """The lines of the papers that a step registers, and that of the step's own book.

    A step that names the book of one of those papers means the same line.
    """
    lines = _paper_lines(step, standard) if step.do is Verb.REGISTER else ()
    own = ((step.book, None),) if step.book and step.book not in dict(lines) else ()
    return (*lines, *own)


def _paper_lines(step: Step, standard: Standard) -> tuple[Line, ...]:
    products = () if step.book else tuple(p.key for p in standard.papers if p.product)
    papers = [standard.paper(key) for key in step.papers or products]
    return tuple((p.book, p.key) for p in papers if p.book)


def _entry(
    line: Line, case: Case, data: Mapping[str, Json], mode: NumberMode
) -> Entry | Reason | None:
    book, paper = line
    if mode is NumberMode.NONE:
        return None
    standing = case.entry(book, paper)
    if standing:
        return replace(standing, mark=RowStatus.ENTERED)
    if mode is NumberMode.OWN:
        return Entry(book, RowStatus.ENTERED, paper)
    numbers = data.get("external")
    typed = numbers.get(book) if isinstance(numbers, dict) else None
    number = external_number(typed if isinstance(typed, str) else "")
    if isinstance(number, Problem):
        return Reason("external-number-needed", f"Buku «{book}»: {number}", f"external/{book}")
    return Entry(book, RowStatus.ENTERED, paper, number, external=True)


def confirmed(case: Case, papers: Collection[object]) -> tuple[Entry, ...]:
    """The reserved numbers of papers that are being signed: what is printed there now stands."""
    return tuple(
        replace(entry, mark=RowStatus.ENTERED)
        for entry in case.entries
        if entry.mark is RowStatus.RESERVED and entry.paper in papers
    )


def voided(standard: Standard, case: Case, end: str) -> tuple[Entry, ...]:
    """The lines that become void when a case ends so: reserved ones, and those of papers unissued.

    What somebody has to sign is issued when it is signed, anything else when the case comes to
    a good end. A line that belongs to no paper only tells that the file was here.
    """
    signing = [step for step in standard.steps if step.do is Verb.SIGN]
    signable = {key for step in signing for key in papers_of(standard, step)}
    good = end in (End.HANDED_OVER, End.DONE)
    issued = {p.key for p in case.papers if p.signed or (good and p.key not in signable)}
    return tuple(
        replace(entry, mark=RowStatus.CANCELLED)
        for entry in case.entries
        if entry.mark is RowStatus.RESERVED
        or (entry.mark is RowStatus.ENTERED and entry.paper and entry.paper not in issued)
    )

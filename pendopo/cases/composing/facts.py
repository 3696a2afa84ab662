# SPDX-License-Identifier: EUPL-1.2
"""The facts of one paper of a case: its number, its date, its line in the book, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pendopo.cases import models
from pendopo.cases.composing.signatures import Signing, signing_of
from pendopo.cases.queries import CaseFile
from pendopo.domain.case import PaperState, Passed
from pendopo.domain.events import VERB_EVENTS, Stage
from pendopo.domain.identity import Problem
from pendopo.domain.numbering import NumberTemplate
from pendopo.domain.standard import Paper
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Book


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a paper now. `number` is its line with room for what is still to come.

    `dated` is the date on the letter, None while nobody knows it. `row` is its line in the book.
    """

    paper: Paper
    state: PaperState
    number: str
    dated: date | None
    row: models.BookRow | None
    signing: Signing | None

    @property
    def is_signed(self) -> bool:
        """Whether it bears its signature now."""
        return self.state.signed

    @property
    def is_draft(self) -> bool:
        """Whether DRAF stands on it: it was not given yet, or has not gone to be signed."""
        if not self.state.form.written_here:
            return False  # it goes onto somebody else's sheet
        if self.signing is None:
            return self.dated is None
        return self.state.stage in (None, Stage.KONSEP)


def facts_of(file: CaseFile, paper: str) -> Facts:
    """The facts of a paper. Raises KeyError for a paper that the standard does not have."""
    own, state = file.standard.paper(paper), file.case.paper(paper)
    row = _book_row(file, own)
    signing = signing_of(file, paper)
    return Facts(own, state, _number(file, own, row), _dated(file, own, row, signing), row, signing)


def _book_row(file: CaseFile, paper: Paper) -> models.BookRow | None:
    if paper.book is None or file.case.entry(paper.book, paper.key) is None:
        return None
    return models.BookRow.objects.filter(
        office_id=file.row.office_id, book=paper.book, case_id=file.row.id, paper=paper.key
    ).first()


def _number(file: CaseFile, paper: Paper, row: models.BookRow | None) -> str:
    """The number given, or the book's line with dots; empty for a paper of no book."""
    if row is not None:
        return row.number
    if paper.book is None:
        return ""
    book = Book.objects.filter(office_id=file.row.office_id, key=paper.book).first()
    template = NumberTemplate.parse(book.template or "{urut}") if book else None
    if book is None or template is None or isinstance(template, Problem):
        return ""
    today = file.world.today
    try:
        return template.render_blank(
            klas=paper.classification or book.classification or None,
            unit=file.world.office.unit_code,
            bulan=today.month,
            tahun=today.year,
        )
    except ValueError:
        return ""


def _dated(
    file: CaseFile, paper: Paper, row: models.BookRow | None, signing: Signing | None
) -> date | None:
    """The date that was said at registering, else that of the book's line, else of the signature.

    A paper that nobody signs is dated by the step that gave it.
    """
    said = _said_date(file, paper.key)
    if said is not None:
        return said
    if row is not None:
        return row.entry_date
    if signing is not None:
        return file.world.date_of(signing.event.happened_at) if signing.event else None
    given = given_by(file, paper.key)
    return file.world.date_of(given.at) if given else None


def _said_date(file: CaseFile, paper: str) -> date | None:
    for told in reversed(file.history):
        if told.event.name != VERB_EVENTS[Verb.REGISTER]:
            continue
        papers, said = told.event.data.get("papers"), told.event.data.get("letter_date")
        if said and (not papers or (isinstance(papers, list) and paper in papers)):
            return date.fromisoformat(str(said))
    return None


def given_by(file: CaseFile, paper: str) -> Passed | None:
    """The last standing step that names this paper: what gave one that nobody signs."""
    named = (
        passed
        for passed in reversed(file.case.trail)
        if not passed.returns and paper in file.standard.step(passed.step).papers
    )
    return next(named, None)

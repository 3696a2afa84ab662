# SPDX-License-Identifier: EUPL-1.2
"""What whoever holds a paper may ask of it: which deeds have happened to it, when, and by whom.

Nothing here says more of a person than the paper itself does. Of the applicant there are only
initials: without them a true mark could be copied onto another's sheet, and nothing would tell.
For a confidential or anonymous case, and once a case is erased, there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pendopo.cases import models
from pendopo.cases.composing.facts import Facts, facts_of, given_by
from pendopo.cases.composing.marks import PaperMark
from pendopo.cases.composing.signatures import AT_NAME, BY_NAME
from pendopo.cases.queries import CaseFile, case_file
from pendopo.domain.books import RowStatus
from pendopo.domain.case import papers_of
from pendopo.domain.duty_fields import SIGNING_METHODS
from pendopo.domain.events import CORRECTED, Stage
from pendopo.domain.vocabulary import End, Verb
from pendopo.offices.models import Book, Position

ELECTRONIC = SIGNING_METHODS[1]


class Verdict(StrEnum):
    """Where a paper stands, for whoever holds it."""

    DRAFT = "draft"
    UNSIGNED = "unsigned"
    SIGNED = "signed"
    ISSUED = "issued"
    GIVEN = "given"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that is done to a paper here; `on` is None while it has not been done."""

    verb: Verb
    on: date | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Its line in the book."""

    number: str
    book: str
    on: date
    status: RowStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """All that may be said of a paper. `printed_on` is when its last sheet was made.

    `corrected_on` is when what was issued was last mended; `electronic`: signed so.
    """

    office: str
    office_code: str
    regency: str
    demo: bool
    service: str
    title: str
    initials: str
    verdict: Verdict
    ended: str
    deeds: tuple[Deed, ...]
    line: Line | None
    printed_on: date | None
    corrected_on: date | None
    electronic: bool
    has_file: bool


class Sameness(StrEnum):
    """What a file is, beside the one that was issued."""

    SAME = "same"
    REPLACED = "replaced"
    OTHER = "other"


def standing_of(mark: PaperMark) -> Standing | None:
    """What may be said of the paper of a true mark; None for one that is not there."""
    file = case_file(mark.reference, None)
    if file is None or mark.paper not in {p.key for p in file.standard.papers}:
        return None
    facts = facts_of(file, mark.paper)
    sheets = _sheets(file, mark.paper)
    office = file.world.office
    return Standing(
        office=office.name,
        office_code=office.code,
        regency=office.regency,
        demo=office.demo,
        service=file.standard.name,
        title=facts.paper.title,
        initials=_initials(file),
        verdict=_verdict(file, facts),
        ended=file.case.end or "",
        deeds=tuple(_deeds(file, facts)),
        line=_line(file, facts),
        printed_on=file.world.date_of(sheets[-1].created_at) if sheets else None,
        corrected_on=_corrected_on(file, mark.paper),
        electronic=_is_electronic(facts),
        has_file=any(sheet.sha256 for sheet in sheets),
    )


def sameness(mark: PaperMark, sha256: str) -> Sameness:
    """Whether a file with this digest is the one that was issued last, an earlier one, or none."""
    row = models.Case.objects.filter(reference=mark.reference).first()
    issued = (
        models.PaperSheet.objects.filter(
            office_id=row.office_id, case_id=row.id, paper=mark.paper
        ).exclude(sha256="")
        if row
        else models.PaperSheet.objects.none()
    )
    digests = list(issued.order_by("number").values_list("sha256", flat=True))
    if not digests or sha256 not in digests:
        return Sameness.OTHER
    return Sameness.SAME if sha256 == digests[-1] else Sameness.REPLACED


def _sheets(file: CaseFile, paper: str) -> list[models.PaperSheet]:
    rows = models.PaperSheet.objects.filter(
        office_id=file.row.office_id, case_id=file.row.id, paper=paper
    )
    return list(rows.order_by("number").defer("content"))


def _initials(file: CaseFile) -> str:
    if file.row.confidential or file.row.anonymous:
        return ""
    people = [part for part in file.row.applicant.split("&") if part.strip()]
    return " & ".join(_of_name(person) for person in people)


def _of_name(name: str) -> str:
    words = [word for word in name.replace(".", " ").split() if word[0].isalpha()]
    return " ".join(f"{word[0].upper()}." for word in words[:4])


def _verdict(file: CaseFile, facts: Facts) -> Verdict:
    if facts.signing is None:
        return Verdict.GIVEN if facts.dated else Verdict.DRAFT
    if facts.is_signed:
        done = file.case.end in (End.HANDED_OVER, End.DONE, End.REFUSED, End.REDIRECTED)
        return Verdict.ISSUED if done else Verdict.SIGNED
    if file.case.ended:
        return Verdict.CANCELLED
    written = facts.state.form.written_here
    drafted = written and facts.state.stage in (None, Stage.KONSEP)
    return Verdict.DRAFT if drafted else Verdict.UNSIGNED


_ORDER = (Verb.RECEIVE, Verb.PAY, Verb.INITIAL, Verb.SIGN, Verb.REGISTER, Verb.STAMP)


def _deeds(file: CaseFile, facts: Facts) -> Iterator[Deed]:
    """The deeds that the standard has for this paper, in the order of the office's work."""
    key, seen = facts.paper.key, set()
    for step in file.standard.steps:
        named = step.papers if step.do not in _ON_ALL else papers_of(file.standard, step)
        if key in named and step.do in _TOLD and step.do not in seen:
            seen.add(step.do)
            yield _deed(file, facts, step.do)


_TOLD = (*_ORDER, Verb.ANSWER, Verb.HAND_OVER)
_ON_ALL = (Verb.INITIAL, Verb.SIGN, Verb.STAMP, Verb.HAND_OVER)


def _deed(file: CaseFile, facts: Facts, verb: Verb) -> Deed:
    state = facts.state
    stands = {
        Verb.INITIAL: state.initialled,
        Verb.SIGN: state.signed,
        Verb.STAMP: state.stamped,
        Verb.REGISTER: facts.row is not None and facts.row.status == RowStatus.ENTERED,
    }.get(verb, True)
    on = _when(file, facts.paper.key, verb) if stands else None
    by = _signer(file, facts) if verb is Verb.SIGN and on else ""
    if verb is Verb.REGISTER and on and facts.row is not None:
        on = facts.row.entry_date
    return Deed(verb, on, by)


def _when(file: CaseFile, paper: str, verb: Verb) -> date | None:
    """The day of the last standing step of this verb that was about the paper."""
    for passed in reversed(file.case.trail):
        step = file.standard.step(passed.step)
        if step.do is verb and not passed.returns and paper in papers_of(file.standard, step):
            return file.world.date_of(passed.at)
    return None


def _signer(file: CaseFile, facts: Facts) -> str:
    """The position that signed, with its line: nobody's name."""
    event = facts.signing.event if facts.signing else None
    told = event.data.get("signer") if event else None
    if not isinstance(told, dict):
        return ""
    position = Position.objects.filter(
        office_id=file.row.office_id, key=str(told.get("position"))
    ).first()
    title, line = position.title if position else "", str(told.get("line") or "")
    if line in (AT_NAME, BY_NAME):
        return f"{title} ({line})"
    return f"{line} {title}".strip()


def _line(file: CaseFile, facts: Facts) -> Line | None:
    row = facts.row or _row_of_step(file, facts.paper.key)
    if row is None:
        return None
    book = Book.objects.filter(office_id=file.row.office_id, key=row.book).first()
    title = book.title if book else row.book
    return Line(row.number, title, row.entry_date, RowStatus(row.status))


def _row_of_step(file: CaseFile, paper: str) -> models.BookRow | None:
    """A receipt has no number of its own: it bears that of the book in which the file stands."""
    given = given_by(file, paper)
    book = file.standard.step(given.step).book if given else None
    if file.standard.paper(paper).book or book is None:
        return None
    return models.BookRow.objects.filter(
        office_id=file.row.office_id, book=book, case_id=file.row.id, paper=""
    ).first()


def _corrected_on(file: CaseFile, paper: str) -> date | None:
    for told in reversed(file.history):
        papers = told.event.data.get("papers")
        if told.event.name == CORRECTED and isinstance(papers, list) and paper in papers:
            return file.world.date_of(told.event.happened_at)
    return None


def _is_electronic(facts: Facts) -> bool:
    event = facts.signing.event if facts.signing else None
    return event is not None and event.data.get("method") == ELECTRONIC

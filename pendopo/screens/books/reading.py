# SPDX-License-Identifier: EUPL-1.2
"""The lines of a book for one reader: a month of them costs as many queries as one line.

What a register may show to whom: every officer reads numbers, dates and what names nobody. Of
a confidential case the rest is for those whose turn it is, as in every list; of a letter whose
nature is confidential, for those who keep the agenda, write dispositions or got it. Fields with
readers of their own are for those; identity numbers are masked for all. A printed book is
read by its printer's rights, so that an open shelf never shows more than the screen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import OpenBook, contents, stream_of
from pendopo.cases.line_verification import spans_of
from pendopo.cases.streams import bodies
from pendopo.domain.book_words import Shown
from pendopo.domain.books import RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.offices.models import Position, Village
from pendopo.screens import plain_words
from pendopo.screens.books.facts import OfCase, gathered
from pendopo.screens.books.periods import Period
from pendopo.screens.books.sent_letters import Letters, letter_of, sent_letters
from pendopo.screens.books.told import Around, Told
from pendopo.screens.forms.masking import shown_form
from pendopo.screens.words import role_titles


def around_of(shelf: OpenBook) -> Around:
    """The words of the office: three queries."""
    office = shelf.office.code
    return Around(
        villages=dict(Village.objects.filter(office_id=office).values_list("code", "name")),
        positions=dict(Position.objects.filter(office_id=office).values_list("key", "title")),
        roles=role_titles(),
        natures=shelf.natures,
        classification=shelf.book.classification,
    )


def rows_in(shelf: OpenBook, period: Period) -> list[models.BookRow]:
    """The lines of a period in the order of the book: two queries.

    An inserted line stands below the one that it follows, in whichever month it was entered.
    """
    here = models.BookRow.objects.filter(
        office_id=shelf.office.code, book=shelf.book.key, year=period.year
    )
    inside = Q(entry_date__gte=period.first, entry_date__lte=period.last)
    found = list(here.filter(inside | Q(sisipan__gt=0)).select_related("case"))
    own = {row.urut for row in found if not row.sisipan}
    counter = models.BookYear.objects.filter(
        office_id=shelf.office.code, book=shelf.book.key, year=period.year
    ).first()
    spans = spans_of(counter) if counter else ()

    def belongs(row: models.BookRow) -> bool:
        if not row.sisipan or row.urut in own:
            return True
        elsewhere = any(span.first <= (row.urut or 0) <= span.last for span in spans)
        return elsewhere and row.entry_date in period

    return sorted(filter(belongs, found), key=_place)


def _place(row: models.BookRow) -> tuple[int, int, date, UUID]:
    if row.urut is None:
        return 0, 0, row.entry_date, row.id
    return row.urut, row.sisipan, row.entry_date, row.id


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside lines in other tables, by line."""

    contents: Mapping[UUID, Mapping[str, str]]
    letters: Mapping[UUID, tuple[tuple[str, date], ...]]
    charges: Mapping[UUID, Charges]
    given_up: Mapping[UUID, str]
    sent: Mapping[UUID, Letters]


@dataclass(frozen=True, slots=True)
class Charges:
    """The dispositions of one line: the positions that got it, and the last words."""

    positions: tuple[str, ...]
    instruction: str


def told_lines(
    shelf: OpenBook,
    rows: Sequence[models.BookRow],
    actor: Actor,
    around: Around,
    start: int = 0,
) -> list[Told]:
    """These lines, in their order, as this reader may see them: a fixed number of queries.

    `start` is how many lines of the period come before them.
    """
    office = shelf.office
    cases = gathered(office.code, office.zone, (row.case for row in rows if row.case_id))
    beside = _beside(shelf, rows)
    return [
        _told(shelf, row, start + n, cases, beside, actor, around)
        for n, row in enumerate(rows, start=1)
    ]


def _beside(shelf: OpenBook, rows: Sequence[models.BookRow]) -> Beside:
    office = shelf.office.code
    by_hand = [row.id for row in rows if row.case_id is None]
    return Beside(
        contents(office, by_hand) if by_hand else {},
        _letters(shelf, rows),
        charges_of(office, [row.id for row in rows]) if shelf.kind.disposes else {},
        _given_up(shelf, rows),
        _sent(shelf, rows),
    )


def _sent(shelf: OpenBook, rows: Iterable[models.BookRow]) -> Mapping[UUID, Letters]:
    """The letters of the lines' cases, by case, where the book tells to whom they went."""
    tells = any(Shown.ADDRESSEE in column.shows for column in shelf.columns)
    cases = {row.case_id for row in rows if row.case_id} if tells else set()
    return sent_letters(shelf.office.code, cases) if cases else {}


def _letters(
    shelf: OpenBook, rows: Iterable[models.BookRow]
) -> dict[UUID, tuple[tuple[str, date], ...]]:
    """What is sent on bears the number that the case's paper has in another book; by case."""
    cases = [row.case_id for row in rows if row.case_id]
    if not cases or not shelf.kind.delivers:
        return {}
    return letters_of(shelf.office.code, cases, but=shelf.book.key)


def letters_of(
    office: str, cases: Iterable[UUID], but: str = ""
) -> dict[UUID, tuple[tuple[str, date], ...]]:
    """The standing numbers of papers by case, those in one book left out: one query."""
    found = models.BookRow.objects.filter(office_id=office, case_id__in=list(cases))
    found = found.exclude(status=RowStatus.CANCELLED.value).exclude(paper="").exclude(book=but)
    letters: dict[UUID, tuple[tuple[str, date], ...]] = {}
    for row in found.order_by("id"):
        if row.case_id and row.number:
            one = (row.number, row.entry_date)
            letters[row.case_id] = (*letters.get(row.case_id, ()), one)
    return letters


def charges_of(office: str, lines: Sequence[UUID]) -> dict[UUID, Charges]:
    """The dispositions of lines: two queries."""
    rows = list(models.Disposition.objects.filter(office_id=office, row_id__in=lines))
    said = bodies(office, {row.event_id for row in rows}) if rows else {}
    found: dict[UUID, Charges] = {}
    for row in rows:
        private = said.get(row.event_id, {})
        wishes = private.get("wishes")
        words = str(private.get("instruction") or "")
        if not words and isinstance(wishes, list):
            words = ", ".join(str(wish) for wish in wishes)
        before = found.get(row.row_id, Charges((), ""))
        positions = tuple(dict.fromkeys((*before.positions, row.position)))
        found[row.row_id] = Charges(positions, words)
    return found


def _given_up(shelf: OpenBook, rows: Sequence[models.BookRow]) -> dict[UUID, str]:
    """Why lines without a case were given up: two queries, where there are any."""
    lost = {str(row.id): row for row in rows if row.status == RowStatus.CANCELLED}
    by_hand = {key: row for key, row in lost.items() if row.case_id is None}
    if not by_hand:
        return {}
    office, year = shelf.office.code, next(iter(by_hand.values())).year
    stream = stream_of(office, shelf.book.key, year)
    events = models.Event.objects.filter(
        office_id=office, stream=stream.kind, stream_key=stream.key, name=oe.CANCELLED
    )
    return _reasons(office, list(events), by_hand)


def _reasons(
    office: str, events: list[models.Event], rows: Mapping[str, models.BookRow]
) -> dict[UUID, str]:
    said = bodies(office, (event.id for event in events))
    found: dict[UUID, str] = {}
    for event in events:
        row = rows.get(str(json.loads(event.data).get("line")))
        if row:
            found[row.id] = str(said.get(event.id, {}).get("reasons") or "")
    return found


def _told(
    shelf: OpenBook,
    row: models.BookRow,
    order: int,
    cases: Mapping[UUID, OfCase],
    beside: Beside,
    actor: Actor,
    around: Around,
) -> Told:
    case = cases.get(row.case_id) if row.case_id else None
    content = beside.contents.get(row.id, {})
    charges = beside.charges.get(row.id, Charges((), ""))
    told = Told(
        id=row.id,
        on=row.entry_date,
        status=RowStatus(row.status),
        number=row.number,
        order=_order(row, order),
        paper=row.paper,
        sisipan=bool(row.sisipan),
        reason=row.reason,
        approved_by=row.approved_by,
        case=case,
        content=content,
        letters=beside.letters.get(row.case_id, ()) if row.case_id else (),
        sent=letter_of(beside.sent.get(row.case_id, {}), row.paper) if row.case_id else None,
        charged=tuple(around.position(key) for key in charges.positions),
        instruction=charges.instruction,
        given_up=beside.given_up.get(row.id, ""),
    )
    if case:
        return _of_case(told, case, actor)
    return replace(told, kept_back=_is_secret(shelf, content, charges, actor))


def _of_case(told: Told, case: OfCase, actor: Actor) -> Told:
    ended = case.row.ended_at is not None
    return replace(
        told,
        form=shown_form(case.standard, case.values, actor.roles),
        given_up=plain_words.ended(case.row.state) if ended else "",
        kept_back=case.row.confidential and case.row.waiting_for not in actor.roles,
    )


def _is_secret(shelf: OpenBook, content: Mapping[str, str], charges: Charges, actor: Actor) -> bool:
    concerned = shelf.may_write(actor) or shelf.may_dispose(actor)
    got_it = bool(set(charges.positions) & set(actor.positions))
    return shelf.is_secret(content) and not (concerned or got_it)


def _order(row: models.BookRow, place: int) -> str:
    if row.urut is None:
        return str(place)
    return f"{row.urut}.{row.sisipan}" if row.sisipan else str(row.urut)

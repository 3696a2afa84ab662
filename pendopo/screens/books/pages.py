# SPDX-License-Identifier: EUPL-1.2
"""Books as pages and sheets show them: the shelf, and a month of one book with its last line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook
from pendopo.domain.book_forms import is_tally
from pendopo.domain.book_words import BookKind, Column, Shown
from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.wording import format_date, number
from pendopo.offices.models import Book, Office
from pendopo.screens.books.cells import Cell, cell_of
from pendopo.screens.books.periods import Period, month_of
from pendopo.screens.books.pickups import count_handed_over, handed_over
from pendopo.screens.books.reading import around_of, rows_in, told_lines
from pendopo.screens.books.sayings import standing_words
from pendopo.screens.books.told import Around, Told

LINES = 300
"""So many lines on one page of the screen; a sheet holds them all."""


@dataclass(frozen=True, slots=True)
class Spine:
    """A book on the shelf: its last number, and how many lines this month has."""

    key: str
    title: str
    kind: BookKind
    last: str
    month: int
    reserved: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The books of one section."""

    section: str
    books: tuple[Spine, ...]


def shelves(office: Office) -> tuple[Shelf, ...]:
    """All books by section, in their order: five queries."""
    today = office.today
    month = month_of(today)
    books = list(Book.objects.filter(office_id=office.code).order_by("section", "title"))
    lasts = models.BookYear.objects.filter(office_id=office.code, year=today.year)
    last = dict(lasts.values_list("book", "last"))
    counts = _counts(office, month)
    reserved = _reserved(office)
    spines = [(book, _spine(office, book, month, last, counts, reserved)) for book in books]
    sections = dict.fromkeys(book.section for book in books)
    return tuple(
        Shelf(section, tuple(spine for book, spine in spines if book.section == section))
        for section in sections
    )


def _counts(office: Office, month: Period) -> dict[tuple[str, str], int]:
    rows = models.BookRow.objects.filter(
        office_id=office.code,
        year=month.year,
        entry_date__gte=month.first,
        entry_date__lte=month.last,
    )
    told = rows.values_list("book", "status").annotate(n=Count("id")).order_by()
    return {(book, status): n for book, status, n in told}


def _reserved(office: Office) -> dict[str, int]:
    """Numbers that are still promised, of whichever month. One query."""
    rows = models.BookRow.objects.filter(office_id=office.code, status=RowStatus.RESERVED.value)
    return dict(rows.values_list("book").annotate(n=Count("id")).order_by())


def _spine(
    office: Office,
    book: Book,
    month: Period,
    last: dict[str, int],
    counts: dict[tuple[str, str], int],
    reserved: dict[str, int],
) -> Spine:
    kind = BookKind(book.kind)
    lines = sum(counts.get((book.key, status.value), 0) for status in RowStatus)
    if kind.derived:
        lines = count_handed_over(office, month.first, month.last)
    own = NumberMode(book.mode) is NumberMode.OWN and not kind.derived
    return Spine(
        book.key,
        book.title,
        kind,
        str(last.get(book.key) or "") if own else "",
        lines,
        reserved.get(book.key, 0),
        counts.get((book.key, RowStatus.CANCELLED.value), 0),
    )


@dataclass(frozen=True, slots=True)
class Sought:
    """Which lines of a period are wanted: of one village, with these words."""

    village: str = ""
    words: str = ""

    @property
    def anything(self) -> bool:
        """Whether lines are left out at all."""
        return bool(self.village or self.words.strip())


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a page shows it. `words` say why it is not like the others.

    `by_hand`: it belongs to no case; `waits`: it was sent and is not back yet.
    """

    told: Told
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    words: tuple[str, ...]
    by_hand: bool
    tally: bool
    waits: bool
    disposes: bool = False

    @property
    def pairs(self) -> tuple[tuple[Column, Cell], ...]:
        """Each cell with its column."""
        return tuple(zip(self.columns, self.cells, strict=True))

    @property
    def id(self) -> UUID | None:
        """The row's; none for what is read from elsewhere."""
        return self.told.id

    @property
    def status(self) -> str:
        """dipesan, tercatat or batal."""
        return self.told.status.value

    @property
    def reference(self) -> str:
        """The case behind it, or whose paper was sent on with it."""
        if self.told.case:
            return self.told.case.row.reference
        return self.told.content.get(Shown.REFERENCE, "")


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands under the last line of a period. `totals` has a text for each column."""

    text: str
    totals: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A period of one book as somebody reads it, whole or as far as it was sought."""

    shelf: OpenBook
    period: Period
    lines: tuple[Line, ...]
    closing: Closing
    around: Around
    page: Page[models.BookRow] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the book."""
        return self.shelf.columns

    @property
    def has_totals(self) -> bool:
        """Whether any column is added up."""
        return any(column.total for column in self.columns)


def leaf(
    shelf: OpenBook,
    period: Period,
    actor: Actor,
    sought: Sought = Sought(),
    page: int | None = None,
) -> Leaf:
    """A period of a book: a fixed number of queries. With `page` no more than a page of lines."""
    around = around_of(shelf)
    if shelf.kind.derived:
        told = handed_over(shelf, period.first, period.last, actor)
        lines = [line_of(shelf, one, around) for one in told]
        closing = _closing(shelf, period, [(t.number, t.status) for t in told], lines)
        return Leaf(shelf, period, _sift(lines, sought), closing, around)
    rows = rows_in(shelf, period)
    if page is not None and not sought.anything and len(rows) > LINES:
        return _page_of(shelf, period, actor, around, rows, page)
    told = told_lines(shelf, rows, actor, around)
    lines = [line_of(shelf, one, around) for one in told]
    closing = _closing(shelf, period, _numbers(rows), lines)
    return Leaf(shelf, period, _sift(lines, sought), closing, around)


def _page_of(
    shelf: OpenBook,
    period: Period,
    actor: Actor,
    around: Around,
    rows: Sequence[models.BookRow],
    number: int,
) -> Leaf:
    """A page of a long period; what is added up is left to the sheet."""
    page = Paginator(rows, LINES).get_page(number)
    told = told_lines(shelf, list(page), actor, around, page.start_index() - 1)
    lines = tuple(line_of(shelf, one, around) for one in told)
    return Leaf(shelf, period, lines, _closing(shelf, period, _numbers(rows), ()), around, page)


def _numbers(rows: Iterable[models.BookRow]) -> list[tuple[str, RowStatus]]:
    return [(row.number, RowStatus(row.status)) for row in rows]


def line_of(shelf: OpenBook, told: Told, around: Around) -> Line:
    """A line with the cells of its book's columns."""
    cells = tuple(cell_of(column, told, around) for column in shelf.columns)
    by_hand = told.case is None
    sent = shelf.kind.delivers and told.status is RowStatus.ENTERED and by_hand
    return Line(
        told,
        shelf.columns,
        cells,
        tuple(standing_words(told, around)),
        by_hand,
        by_hand and is_tally(shelf.kind, told.content),
        sent and not told.content.get(Shown.RECEIVER),
        shelf.kind.disposes and told.status is RowStatus.ENTERED and not told.kept_back,
    )


def _sift(lines: Sequence[Line], sought: Sought) -> tuple[Line, ...]:
    """The lines that are wanted. What is kept back from a reader is not found by her either."""
    words = sought.words.casefold().split()
    return tuple(
        line
        for line in lines
        if (not sought.village or _village(line) == sought.village)
        and all(word in _words_of(line) for word in words)
    )


def _village(line: Line) -> str:
    told = line.told
    if told.kept_back:
        return ""
    return told.case.row.village if told.case else told.content.get(Shown.VILLAGE, "")


def _words_of(line: Line) -> str:
    cells = (cell.text for cell in line.cells)
    return " ".join((line.told.number, line.reference, *cells)).casefold()


def _closing(
    shelf: OpenBook,
    period: Period,
    numbers: Sequence[tuple[str, RowStatus]],
    lines: Sequence[Line],
) -> Closing:
    totals = tuple(
        _total([line.cells[n].amount for line in lines]) if column.total and lines else ""
        for n, column in enumerate(shelf.columns)
    )
    return Closing(closing_words(shelf, period, numbers), totals, len(numbers))


def _total(amounts: Iterable[Decimal | None]) -> str:
    found = [one for one in amounts if one is not None]
    return number(sum(found, Decimal(0))) if found else ""


def closing_words(shelf: OpenBook, period: Period, numbers: Sequence[tuple[str, RowStatus]]) -> str:
    """The month-end line: the last number and its date, and how many lines there are."""
    today = shelf.office.today
    if not numbers:
        return _("%(period)s: nihil.") % {"period": period.title.capitalize()}
    over = period.last < today
    day = format_date(period.last if over else today)
    last = numbers[-1][0]
    if over and last:
        head = _("Ditutup pada nomor %(number)s pada tanggal %(day)s")
    elif over:
        head = _("Ditutup pada tanggal %(day)s")
    elif last:
        head = _("Sampai tanggal %(day)s: nomor terakhir %(number)s")
    else:
        head = _("Sampai tanggal %(day)s")
    return f"{head % {'number': last, 'day': day}}, {_counted(numbers)}."


def _counted(numbers: Sequence[tuple[str, RowStatus]]) -> str:
    parts = [_("%(n)d baris") % {"n": len(numbers)}]
    for status, words in (
        (RowStatus.CANCELLED, _("%(n)d batal")),
        (RowStatus.RESERVED, _("%(n)d masih dipesan")),
    ):
        n = sum(1 for _number, one in numbers if one is status)
        if n:
            parts.append(words % {"n": n})
    return ", ".join(parts)


def of_kind(office: str, kind: BookKind) -> tuple[tuple[str, str], ...]:
    """Key and title of the office's books of one kind, for pages that lead there. One query."""
    books = Book.objects.filter(office_id=office, kind=kind.value)
    return tuple(books.values_list("key", "title"))

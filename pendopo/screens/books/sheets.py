# SPDX-License-Identifier: EUPL-1.2
"""Books on paper and as Excel: the columns that officers know, the month-end line, who closes it.

A sheet of a book shows what the screen shows to whoever prints it: what is kept back from her
is not on it either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from pendopo.cases.bookshelf import OpenBook
from pendopo.cases.composing.look import look_of
from pendopo.domain.book_words import Column, Shown
from pendopo.domain.circumstances import Actor
from pendopo.domain.filled import as_number
from pendopo.domain.typed import Ill, parse_day
from pendopo.domain.wording import format_date, format_day
from pendopo.offices.assignments import held_on
from pendopo.offices.models import AssignmentKind
from pendopo.papers import tables
from pendopo.papers.values import Common, Listing, Signature, Table
from pendopo.screens.books.cells import cell_of
from pendopo.screens.books.pages import Leaf, Line, Sought
from pendopo.screens.books.periods import Period
from pendopo.screens.books.pickups import Ready, handed_over, ready
from pendopo.screens.books.reading import around_of
from pendopo.screens.books.widths import points_for, widths_of

KEPT_BACK = "dirahasiakan"
ROOM = "\n "
"""A cell that somebody signs in needs the height of two lines."""
_DAYS = frozenset({Shown.DATE, Shown.COLLECTED, Shown.SIGNED, Shown.ANSWERED, Shown.RECEIVED})
_FREE_ROWS = 8
"""Empty rows of a daily sheet, for who comes without having been expected."""


def listing_of(found: Leaf) -> Listing:
    """A period of a book as it is printed, over as many sheets as it needs."""
    shelf, period = found.shelf, found.period
    table = _table(found.columns, (*(_row(line) for line in found.lines), *_total(found)))
    return Listing(
        _common(shelf, f"{shelf.book.title}, {period.title}", table),
        shelf.book.title.upper(),
        (shelf.office.name.upper(), _title(period)),
        table,
        (found.closing.text,),
        _closer(shelf, _closed_on(shelf, period)),
    )


def _table(columns: Sequence[Column], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(
        tuple(column.title for column in columns),
        rows,
        widths_of(columns, rows),
        "".join("r" if column.total else "l" for column in columns),
    )


def _title(period: Period) -> str:
    return _("Bulan %(month)s") % {"month": period.title} if period.month else period.title.title()


def _common(shelf: OpenBook, title: str, table: Table) -> Common:
    """A book has no letterhead: it is the office's own. Its letters are as small as they must."""
    common = look_of(shelf.office).common(title)
    points = points_for(table.widths, common.stationery.points)
    return replace(common, letterhead=None, stationery=replace(common.stationery, points=points))


def _row(line: Line) -> tuple[str, ...]:
    said = False
    row = []
    for column, cell in line.pairs:
        text = cell.text
        if cell.hidden and not said:
            text, said = KEPT_BACK, True
        row.append(ROOM if column.empty else text)
    return tuple(row)


def _total(found: Leaf) -> Sequence[tuple[str, ...]]:
    if not found.has_totals or not found.lines:
        return ()
    totals = found.closing.totals
    return ((totals[0] or _("Jumlah"), *totals[1:]),)


def _closed_on(shelf: OpenBook, period: Period) -> date:
    return min(period.last, shelf.office.today)


def _closer(shelf: OpenBook, on: date) -> tuple[Signature, ...]:
    """Whoever holds the position that closes the book, on that day; nobody where it has none."""
    if not shelf.book.head:
        return ()
    held = held_on(shelf.office.code, on).filter(position__key=shelf.book.head).first()
    heading = f"{shelf.office.seat}, {format_date(on)}"
    if held is None:
        return ()
    acting = "" if held.capacity == AssignmentKind.DEFINITIVE else f"{held.capacity} "
    title = f"{acting}{held.position.title}"
    officer = held.officer
    return (Signature((f"{title},",), officer.name, officer.rank, officer.nip, heading),)


def daily_sheet(shelf: OpenBook, day: date, actor: Actor) -> Listing:
    """The sheet on which those sign who fetch something today: handed over, ready, and free."""
    around = around_of(shelf)
    handed = handed_over(shelf, day, day, actor)
    told = [
        tuple(
            ROOM if column.empty else cell_of(column, one, around).text for column in shelf.columns
        )
        for one in handed
    ]
    waiting = [
        _waiting(shelf.columns, one) for one in ready(shelf.office.code, actor, around.villages)
    ]
    free = [tuple(ROOM for _column in shelf.columns)] * _FREE_ROWS
    numbered = [(str(n), *row[1:]) for n, row in enumerate((*told, *waiting, *free), start=1)]
    table = _table(shelf.columns, tuple(numbered))
    return Listing(
        _common(shelf, f"{shelf.book.title}, {format_date(day)}", table),
        shelf.book.title.upper(),
        (shelf.office.name.upper(), format_day(day)),
        table,
    )


def _waiting(columns: Sequence[Column], one: Ready) -> tuple[str, ...]:
    """What lies ready, with room for whoever will fetch it."""
    words = {
        Shown.NAME: one.name or KEPT_BACK,
        Shown.PAPER: one.service,
        Shown.SERVICE: one.service,
    }
    return tuple(
        next((words[shown] for shown in words if shown in column.shows), ROOM) for column in columns
    )


def spreadsheet_of(found: Leaf, sought: Sought) -> tables.Spreadsheet:
    """The lines as they are seen, for Excel; dates and sums are what they look like."""
    shelf, period = found.shelf, found.period
    own = tuple(tables.Column(column.title, _kind(column)) for column in found.columns)
    beside = (tables.Column(_("Status")), tables.Column(_("Berkas")))
    return tables.Spreadsheet(
        period.title,
        f"{shelf.book.title}, {period.title}",
        (shelf.office.name, *_sought(found, sought)),
        (*own, *beside),
        tuple(_cells(line) for line in found.lines),
        (found.closing.text,),
        look_of(shelf.office).stationery.paper().size,
        shelf.office.today.isoformat(),
    )


def _sought(found: Leaf, sought: Sought) -> Sequence[str]:
    words = []
    if sought.village:
        name = found.around.villages.get(sought.village, sought.village)
        words.append(_("Hanya desa/kelurahan %(name)s") % {"name": name})
    if sought.words.strip():
        words.append(_("Hanya yang memuat: %(words)s") % {"words": sought.words.strip()})
    return words


def _kind(column: Column) -> tables.Kind:
    if column.total:
        return tables.Kind.NUMBER
    return tables.Kind.DATE if _is_day(column) else tables.Kind.TEXT


def _is_day(column: Column) -> bool:
    return len(column.sources) == 1 and not column.instead and column.shows <= _DAYS


def _cells(line: Line) -> tuple[tables.Cell, ...]:
    own = tuple(
        KEPT_BACK if cell.hidden else _value(column, cell.text, cell.amount)
        for column, cell in line.pairs
    )
    return (*own, line.status, line.reference)


def _value(column: Column, text: str, amount: object) -> tables.Cell:
    if column.total:
        return as_number(amount)
    day = parse_day(text) if _is_day(column) else Ill("")
    return text if isinstance(day, Ill) else day

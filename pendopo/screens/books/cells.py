# SPDX-License-Identifier: EUPL-1.2
"""What stands in one cell of a book, told of one line to one reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from pendopo.domain.book_words import PUBLIC, Column, Shown, Source
from pendopo.domain.books import RowStatus
from pendopo.domain.filled import as_date, as_number
from pendopo.domain.standard import Field, Standard, Values
from pendopo.domain.vocabulary import FieldType
from pendopo.domain.wording import number as grouped
from pendopo.screens.books.sayings import say
from pendopo.screens.books.told import Around, Texts, Told
from pendopo.screens.forms.natural_days import written

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its lines, one under the other. `hidden`: there is something, not for this reader.

    `amount` is its number, where its column adds numbers up.
    """

    lines: Texts = ()
    hidden: bool = False
    amount: Decimal | None = None

    @property
    def marked(self) -> tuple[tuple[str, bool], ...]:
        """Each line, and whether it is a date or a number that must not be broken."""
        return tuple((one, one[:1].isdigit() and len(one) <= _SHORT) for one in self.lines)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def cell_of(column: Column, told: Told, around: Around) -> Cell:
    """What stands in this column of a line. Of a confidential matter only what names nobody."""
    if told.kept_back and not _is_public(column):
        return Cell(hidden=True)
    lines = _all(column.sources, told, around) or _all(column.instead, told, around)
    return Cell(lines, amount=_amount(column, told) if column.total else None)


def _is_public(column: Column) -> bool:
    sources = (*column.sources, *column.instead)
    return all(source.shown in PUBLIC for source in sources)


def _all(sources: tuple[Source, ...], told: Told, around: Around) -> Texts:
    return tuple(text for one in sources for text in texts(one, told, around) if text)


def texts(source: Source, told: Told, around: Around) -> Texts:
    """What one source says of a line: nothing, a text, or one for each member of a group."""
    if source.shown is not None:
        return say(source.shown, told, around)
    if told.case is None:
        return tuple(filter(None, (told.content.get(source.key, ""),)))
    return _of_form(source.path, told.case.standard, told.form, around)


def _of_form(path: tuple[str, ...], standard: Standard, form: Values, around: Around) -> Texts:
    """A field of the form; of a group, one line for each member, numbered where there are more."""
    head, *rest = path
    if not rest:
        return _value(_field(standard, None, head), form.get(head), around)
    given = form.get(head)
    wanted = _field(standard, head, rest[-1])
    if isinstance(given, Mapping):
        chosen = [given.get(rest[0])] if len(rest) > 1 else list(given.values())
    else:
        chosen = list(given) if isinstance(given, (list, tuple)) else []
    found = [
        text
        for member in chosen
        if isinstance(member, Mapping)
        for text in _value(wanted, member.get(rest[-1]), around)
    ]
    many = len(found) > 1 and not isinstance(given, Mapping)
    return tuple(f"{n}. {text}" if many else text for n, text in enumerate(found, start=1))


def _field(standard: Standard, group: str | None, key: str) -> Field | None:
    return next((f for f in standard.fields if (f.group, f.key) == (group, key)), None)


def _value(f: Field | None, value: object, around: Around) -> Texts:
    if f is None or value is None or value == "":
        return ()
    if isinstance(value, bool):
        return (_("ya") if value else _("tidak"),)
    return (_plain(f.type, str(value), dict(f.options), around),)


def _plain(type_: FieldType, value: str, options: Mapping[str, str], around: Around) -> str:
    """A value as a book has it."""
    if type_ is FieldType.CHOICE:
        return options.get(value, value)
    if type_ is FieldType.VILLAGE:
        return around.villages.get(value, value)
    if type_ is FieldType.DATE:
        day = as_date(value)
        return written(day) if day else value
    if type_ is FieldType.TIME:
        return value.replace(":", ".")
    if type_ is FieldType.MONEY and (amount := as_number(value)) is not None:
        return grouped(amount)
    return value


def _amount(column: Column, told: Told) -> Decimal | None:
    """The number of a cell that is added up; nothing for a line that was given up."""
    if told.status is RowStatus.CANCELLED:
        return None
    for source in (*column.sources, *column.instead):
        if (found := _number(source, told)) is not None:
            return found
    return None


def _number(source: Source, told: Told) -> Decimal | None:
    if told.case is None:
        return as_number(told.content.get(source.key))
    if source.shown is Shown.COUNT:
        return Decimal(1)
    if source.shown is Shown.AMOUNT:
        return told.case.facts.paid
    return as_number(told.form.get(source.path[0])) if len(source.path) == 1 else None

# SPDX-License-Identifier: EUPL-1.2
"""The page of one line: what it says, what happened to it, and what may be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook, setting_of
from pendopo.cases.services.book_lines import line_fields
from pendopo.domain.book_forms import asked_at_delivery
from pendopo.domain.books import RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.domain.standard import Field
from pendopo.domain.typed import Setting
from pendopo.screens.books.cells import Cell
from pendopo.screens.books.dispositions import Charged, of_line
from pendopo.screens.books.inputs import inputs_of
from pendopo.screens.books.line_history import Deed, history_of
from pendopo.screens.books.pages import Line, line_of
from pendopo.screens.books.reading import around_of, told_lines
from pendopo.screens.forms.fields import Input


class Mending(StrEnum):
    """What may be done to a line that is there."""

    FILL = "fill"
    CORRECT = "correct"
    DELIVER = "deliver"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line. `inputs` are those of each thing that may be done to it now.

    `tried` is what was tried and has to be mended: its form stands open.
    """

    shelf: OpenBook
    row: models.BookRow
    line: Line
    said: tuple[tuple[str, Cell], ...]
    history: tuple[Deed, ...]
    given: tuple[Charged, ...]
    setting: Setting
    fields: Mapping[str, tuple[Field, ...]]
    inputs: Mapping[str, tuple[Input, ...]]
    tried: str = ""
    reason: str = ""
    troubles: tuple[Trouble, ...] = ()

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended, by its place."""
        return {one.where: one.text for one in self.troubles}

    def sent_back(
        self, deed: str, typed: Mapping[str, str], reason: str, troubles: tuple[Trouble, ...]
    ) -> LinePage:
        """The same page with what was typed into one of its forms."""
        fields = self.fields.get(deed, ())
        again = inputs_of(fields, typed, self.setting, troubles)
        inputs = {**self.inputs, deed: again}
        return replace(self, inputs=inputs, tried=deed, reason=reason, troubles=troubles)


def line_page(shelf: OpenBook, line: UUID, actor: Actor) -> LinePage | None:
    """A line as somebody reads it; None where the book has none such."""
    row = (
        models.BookRow.objects.filter(office_id=shelf.office.code, book=shelf.book.key, id=line)
        .select_related("case")
        .first()
    )
    if row is None:
        return None
    around = around_of(shelf)
    (told,) = told_lines(shelf, [row], actor, around)
    found = line_of(shelf, told, around)
    setting = setting_of(shelf.office)
    mendable = shelf.may_write(actor) and found.by_hand and not told.kept_back
    fields = _fields(shelf, found) if mendable else {}
    said = ((column.title, cell) for column, cell in found.pairs if not column.disposes)
    return LinePage(
        shelf,
        row,
        found,
        tuple(said),
        () if told.kept_back else history_of(shelf, row),
        of_line(shelf.office.code, line) if shelf.kind.disposes else (),
        setting,
        fields,
        {deed: inputs_of(asked, told.content, setting) for deed, asked in fields.items()},
    )


def _fields(shelf: OpenBook, line: Line) -> dict[str, tuple[Field, ...]]:
    """What may be done to a line now, and what each deed asks."""
    content = line.told.content
    match line.told.status:
        case RowStatus.CANCELLED:
            return {}
        case RowStatus.RESERVED:
            return {Mending.FILL: shelf.fields, Mending.CANCEL: ()}
        case RowStatus.ENTERED:
            found: dict[str, tuple[Field, ...]] = {}
            if line.waits:
                found[Mending.DELIVER] = asked_at_delivery()
            found[Mending.CORRECT] = line_fields(shelf, content)
            found[Mending.CANCEL] = ()
            return found

# SPDX-License-Identifier: EUPL-1.2
"""The page on which a letter is put into hands."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pendopo.cases import models
from pendopo.cases.bookshelf import OpenBook
from pendopo.cases.services.dispositions import disposing_step, givers
from pendopo.domain.books import RowStatus
from pendopo.domain.circumstances import Actor
from pendopo.domain.standard import Step
from pendopo.offices.models import Position
from pendopo.screens import plain_words
from pendopo.screens.books.cells import Cell, cell_of
from pendopo.screens.books.dispositions import Charged, of_line
from pendopo.screens.books.reading import around_of, told_lines
from pendopo.screens.books.told import Around, Told


@dataclass(frozen=True, slots=True)
class Receiver:
    """A position that may get a letter. `usual`: an official, or one that the standard names."""

    key: str
    title: str
    usual: bool = True
    official: bool = True


@dataclass(frozen=True, slots=True)
class DispositionPage:
    """A letter in the agenda, who may get it, and what was written on it before.

    `positions` are all of the office, `usual` where the case's own step charged them. `givers` are
    those whose words may be typed; empty for whoever writes her own. `outcomes` are
    those of the step that the letter's case stands at.
    """

    shelf: OpenBook
    row: models.BookRow
    line: Told
    around: Around
    told: tuple[tuple[str, Cell], ...]
    positions: tuple[Receiver, ...]
    receivers: tuple[Receiver, ...]
    givers: tuple[Receiver, ...]
    outcomes: tuple[tuple[str, str], ...]
    given: tuple[Charged, ...]
    may_dispose: bool
    kept_back: bool = False

    @property
    def usual(self) -> tuple[Receiver, ...]:
        """Those who mostly get letters."""
        return tuple(one for one in self.receivers if one.usual)

    @property
    def others(self) -> tuple[Receiver, ...]:
        """Whoever else works here."""
        return tuple(one for one in self.receivers if not one.usual)

    @property
    def draft(self) -> str:
        """Under which what is being written is kept."""
        return f"disposisi/{self.row.id}"

    @property
    def reference(self) -> str:
        """The case that the letter belongs to."""
        return self.row.case.reference if self.row.case_id and self.row.case else ""


def disposition_page(shelf: OpenBook, line: UUID, actor: Actor) -> DispositionPage | None:
    """A letter as somebody may dispose of it; None where the book has no such line."""
    rows = models.BookRow.objects.filter(
        office_id=shelf.office.code, book=shelf.book.key, id=line
    ).select_related("case")
    row = rows.first()
    if row is None:
        return None
    around = around_of(shelf)
    (told,) = told_lines(shelf, [row], actor, around)
    positions = list(Position.objects.filter(office_id=shelf.office.code))
    step = disposing_step(row.case) if row.case_id and row.case else None
    writes = shelf.may_dispose(actor) or shelf.may_write(actor)
    return DispositionPage(
        shelf,
        row,
        told,
        around,
        tuple(
            (column.title, cell_of(column, told, around))
            for column in shelf.columns
            if not column.disposes
        ),
        _with_roles(positions, told),
        _receivers(positions, step, actor),
        () if shelf.may_dispose(actor) else _as_receivers(givers(shelf, positions)),
        _outcomes(step, actor),
        of_line(shelf.office.code, line),
        writes and row.status == RowStatus.ENTERED and not told.kept_back,
        told.kept_back,
    )


def _with_roles(positions: list[Position], told: Told) -> tuple[Receiver, ...]:
    """All positions; `usual` are those that the case's own step charged with it."""
    charged = set(told.case.facts.charged) if told.case else set()
    return tuple(
        Receiver(p.key, p.title, bool(charged & set(p.roles)), bool(p.echelon)) for p in positions
    )


def _receivers(positions: list[Position], step: Step | None, actor: Actor) -> tuple[Receiver, ...]:
    """All positions but one's own: officials first, or those that the standard names."""
    wanted = set(step.to) if step else set()
    found = [
        Receiver(one.key, one.title, bool(wanted & set(one.roles) if wanted else one.echelon))
        for one in positions
        if one.key not in actor.positions or wanted & set(one.roles)
    ]
    return tuple(sorted(found, key=lambda one: not one.usual))


def _as_receivers(positions: tuple[Position, ...]) -> tuple[Receiver, ...]:
    return tuple(Receiver(one.key, one.title) for one in positions)


def _outcomes(step: Step | None, actor: Actor) -> tuple[tuple[str, str], ...]:
    if step is None or not {step.by, step.via} & actor.roles:
        return ()
    return tuple((key, plain_words.outcome(key)) for key in step.outcomes)

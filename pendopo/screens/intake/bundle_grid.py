# SPDX-License-Identifier: EUPL-1.2
"""Many files in a grid: a table for each service, a row for each file, the fields it must have.

What a row holds is read and judged as the form of its service is; only the page is narrower.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pendopo.cases.world import World, setting
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Deed, Reason
from pendopo.domain.filled import is_given
from pendopo.domain.forms import Row, Trouble
from pendopo.domain.standard import Field, Standard
from pendopo.domain.vocabulary import FieldType
from pendopo.screens import plain_words as words
from pendopo.screens.forms.fields import Look, form_sheet, is_letter
from pendopo.screens.forms.reading import PREFIX, read_form
from pendopo.screens.forms.words import Option
from pendopo.screens.intake.order import seen_through
from pendopo.screens.intake.taking import village_kinds, visit_of
from pendopo.standards import versions

ROWS = "b/"
"""The name of a cell: this, the service, the number of the row, and the field's own name."""
COMPLETE = "lengkap"
MOST_CELLS = 8
MOST_ROWS = 60
EMPTY_ROWS = 3

Troubles = Mapping[tuple[str, int], tuple[Trouble | Reason, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row."""

    name: str
    id: str
    label: str
    type: str
    value: str
    options: tuple[Option, ...]
    said: str
    trouble: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One file to be. `complete`: all that is asked for was seen; `troubles` are of the row."""

    number: int
    cells: tuple[Cell, ...]
    complete: bool
    troubles: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether something has to be mended here."""
        return bool(self.troubles) or any(cell.trouble for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one service. `checks`: the same hand checks what was brought."""

    slug: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    checks: bool


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row as it was typed."""

    slug: str
    number: int
    values: Row
    complete: bool

    @property
    def begun(self) -> bool:
        """Whether anything stands in it that was not put there for her."""
        return any(is_given(value) for value in self.values.values())


@dataclass(frozen=True, slots=True)
class Grid:
    """An office's services that fit into rows, and how their fields look."""

    world: World
    actor: Actor
    look: Look
    standings: Mapping[str, versions.Standing]
    others: tuple[versions.Standing, ...] = ()


def grid_of(world: World, actor: Actor) -> Grid:
    """What can be taken in by rows here: services whose form is a handful of fields."""
    there = setting(world)
    look = Look(there, world.calendar, village_kinds(world.office.code), actor.roles)
    every = versions.catalogue(world.office.code)
    fit = {one.slug: one for one in every if fits(one.standard)}
    others = tuple(one for one in every if one.slug not in fit)
    return Grid(world, actor, look, fit, others)


def fits(standard: Standard) -> bool:
    """Whether one line is enough for a file: few fields, no people or things in several."""
    owed = any(
        group.at_least > 0 or any(f.required and f.group == group.key for f in standard.fields)
        for group in standard.groups
    )
    columns = columns_of(standard)
    long = any(f.type is FieldType.LONG_TEXT for f in columns)
    return not owed and not long and 0 < len(columns) <= MOST_CELLS


def columns_of(standard: Standard) -> tuple[Field, ...]:
    """The fields that every file of it must have before a letter is written."""
    return tuple(
        f
        for f in standard.fields
        if f.required and not f.letter_only and f.group is None and not f.when.all
    )


def rows_in(grid: Grid, sent: Mapping[str, str]) -> tuple[TypedRow, ...]:
    """The rows of a page, service by service, each in the order of its numbers."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for name, text in sent.items():
        slug, _, rest = name.removeprefix(ROWS).partition("/")
        number, _, own = rest.partition("/")
        if name.startswith(ROWS) and slug in grid.standings and number.isdigit() and own:
            found.setdefault((slug, int(number[:4])), {})[own] = text
    return tuple(
        _typed(grid, slug, number, found[slug, number]) for slug, number in _ordered(grid, found)
    )


def _ordered(grid: Grid, found: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    place = {slug: n for n, slug in enumerate(grid.standings)}
    return sorted(found, key=lambda one: (place[one[0]], one[1]))[: MOST_ROWS * 4]


def _typed(grid: Grid, slug: str, number: int, own: Mapping[str, str]) -> TypedRow:
    standard = grid.standings[slug].standard
    return TypedRow(slug, number, read_form(standard, own, grid.look.setting), COMPLETE in own)


def blocks_of(
    grid: Grid,
    rows: Iterable[TypedRow],
    services: Iterable[str],
    village: str = "",
    more: str = "",
    troubles: Troubles = MappingProxyType({}),
) -> tuple[Block, ...]:
    """The tables of these services, with an empty row at the end of each.

    `village` stands in rows that name none yet; `more` is the service that wants another row.
    """
    rows = tuple(rows)
    wanted = dict.fromkeys([*services, *(row.slug for row in rows)])
    return tuple(
        _block(grid, slug, [r for r in rows if r.slug == slug], village, slug == more, troubles)
        for slug in wanted
        if slug in grid.standings
    )


def _block(
    grid: Grid, slug: str, rows: list[TypedRow], village: str, more: bool, troubles: Troubles
) -> Block:
    standing = grid.standings[slug]
    empty = max(EMPTY_ROWS - len(rows), 1 if more else 0)
    last = max((row.number for row in rows), default=0)
    padded = [*rows, *(TypedRow(slug, last + n, {}, False) for n in range(1, empty + 1))]
    return Block(
        slug,
        words.short_name(standing.service.name),
        tuple(f.label for f in columns_of(standing.standard)),
        tuple(_row(grid, row, village, troubles.get((slug, row.number), ())) for row in padded),
        _checks(grid, standing),
    )


def _checks(grid: Grid, standing: versions.Standing) -> bool:
    """Whether a tick says it all: this hand checks, and no letter waits for more fields."""
    if is_letter(standing.standard, {}):
        return False
    return visit_of(standing, grid.world, grid.actor).checks_here


def _row(grid: Grid, row: TypedRow, village: str, told: tuple[Trouble | Reason, ...]) -> GridRow:
    standard = grid.standings[row.slug].standard
    keys = [f.key for f in columns_of(standard)]
    values = _with_village(standard, row.values, village)
    inputs = {one.place: one for one in form_sheet(standard, values, grid.look).plain.inputs}
    texts = {one.where: one.text for one in told}
    place = f"{ROWS}{row.slug}/{row.number}"
    return GridRow(
        row.number,
        tuple(
            Cell(
                f"{place}/{PREFIX}/{key}",
                f"f-{place}/{key}",
                inputs[key].label,
                inputs[key].type,
                inputs[key].value,
                inputs[key].options,
                inputs[key].said,
                texts.get(key, ""),
            )
            for key in keys
            if key in inputs
        ),
        row.complete,
        tuple(one.text for one in told if one.where not in keys),
    )


def _with_village(standard: Standard, values: Row, village: str) -> Row:
    """The bringer's own village, where a row does not name another."""
    key = next((f.key for f in columns_of(standard) if f.type is FieldType.VILLAGE), "")
    return {**values, key: village} if key and village and not is_given(values.get(key)) else values


def settled_row(grid: Grid, row: TypedRow, village: str) -> TypedRow:
    """The row as it is handed in: of the bringer's village unless it says another."""
    values = _with_village(grid.standings[row.slug].standard, row.values, village)
    return TypedRow(row.slug, row.number, values, row.complete)


def deeds_of(grid: Grid, row: TypedRow) -> tuple[Deed, ...]:
    """The steps that go along with a file of which all that is asked for was seen."""
    if not row.complete:
        return ()
    standing = grid.standings[row.slug]
    return seen_through(visit_of(standing, grid.world, grid.actor, {}, row.values))

# SPDX-License-Identifier: EUPL-1.2
"""Who signs which service today, in which capacity, and how the block will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pendopo.base import clock
from pendopo.cases.composing.signatures import Lines
from pendopo.cases.hands_needed import Needed, needed
from pendopo.domain.circumstances import Capacity
from pendopo.offices.access import Matrix, matrix
from pendopo.offices.models import Office, SigningRule
from pendopo.offices.presence import away_now
from pendopo.papers.values import Signature


@dataclass(frozen=True, slots=True)
class Column:
    """Somebody who signs: a position and who holds it; `away` at this moment."""

    position: str
    officer: str
    title: str
    name: str
    away: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """In which capacity a column signs a service, None for not at all; `turn` counts from 1."""

    capacity: Capacity | None
    turn: int = 0
    block: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A service with a cell for each column. `unsigned`: a step that signs has nobody today."""

    slug: str
    name: str
    cells: tuple[Cell, ...]
    unsigned: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A signature block as text, and the services that it is printed under."""

    number: int
    text: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole matrix of a day. `idle`: rules whose position nobody holds."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    blocks: tuple[Block, ...]
    unsigned: tuple[str, ...]
    idle: tuple[SigningRule, ...]


def signing_grid(office: Office) -> Grid:
    """The matrix as it holds today. Eight queries."""
    today = matrix(office.code, office.today)
    services = [one for one in needed(office.code) if one.signed_by]
    signers = {one.slug: one.signers(today) for one in services}
    out = away_now(office.code, clock.now())
    columns = _columns(today, [c for held in signers.values() for c in held], out)
    blocks: dict[Capacity, list[str]] = {}
    for one in services:
        for capacity in signers[one.slug]:
            blocks.setdefault(capacity, []).append(one.name)
    numbers = {capacity: n for n, capacity in enumerate(blocks, 1)}
    rows = tuple(_row(one, signers[one.slug], columns, numbers, today) for one in services)
    lines = Lines(office.code)
    held = {one.position_id for one in today.held}
    return Grid(
        columns=columns,
        rows=rows,
        blocks=tuple(
            Block(numbers[one], as_text(lines.block(one)), tuple(names))
            for one, names in blocks.items()
        ),
        unsigned=tuple(row.name for row in rows if row.unsigned),
        idle=tuple(rule for rule in today.rules if rule.position_id not in held),
    )


def as_text(block: Signature) -> str:
    """As it will be printed, with room for the signature."""
    below = (block.name, block.rank, f"NIP. {block.nip}" if block.nip else "")
    return "\n".join((*block.lines, "", "", *filter(None, below)))


def _columns(today: Matrix, signing: Sequence[Capacity], out: frozenset[str]) -> tuple[Column, ...]:
    """In the order of the matrix."""
    keys = dict.fromkeys((one.position, one.officer_id) for one in signing)
    order = {rule.position_id: n for n, rule in reversed(list(enumerate(today.rules)))}
    place = {one.position.key: order.get(one.position_id, 0) for one in today.held}
    known = {(one.position, one.officer_id): one for one in signing}
    titles = {(one.position.key, str(one.officer_id)): one.full_title for one in today.held}
    return tuple(
        Column(*key, titles[key], known[key].officer_name, not out.isdisjoint(key))
        for key in sorted(keys, key=lambda key: place[key[0]])
    )


def _row(
    one: Needed,
    signers: tuple[Capacity, ...],
    columns: tuple[Column, ...],
    numbers: dict[Capacity, int],
    today: Matrix,
) -> Row:
    found: dict[tuple[str, str], Cell] = {}
    for turn, capacity in enumerate(signers, 1):
        key = (capacity.position, capacity.officer_id)
        found.setdefault(key, Cell(capacity, turn, numbers[capacity]))
    cells = tuple(found.get((c.position, c.officer), Cell(None)) for c in columns)
    return Row(one.slug, one.name, cells, one.is_unsigned(today))

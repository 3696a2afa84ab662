# SPDX-License-Identifier: EUPL-1.2
"""Blank sheets for the hours without power: what is written by hand is typed in afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pendopo.domain.standard import Field, Standard
from pendopo.domain.vocabulary import FieldType
from pendopo.screens import plain_words as words
from pendopo.screens.intake.bundle_grid import columns_of, fits
from pendopo.standards import versions

ROWS = range(1, 15)
"""So many files fit on a sheet of rows."""
_OWED_ROWS, _OTHER_ROWS = 4, 2
"""So many rows of a list that must be filled in, and of one that may stay empty."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One line to be filled in by hand. `choices`: one of these is ringed; `long`: more room."""

    label: str
    choices: tuple[str, ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading: a person, a thing, or the file itself."""

    heading: str
    lines: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class OutageSheet:
    """A blank sheet of one service: a table of `columns`, or else the `parts` of one file."""

    slug: str
    name: str
    columns: tuple[str, ...]
    parts: tuple[Part, ...]
    asks: tuple[str, ...]

    @property
    def rows(self) -> range:
        """The numbers of the rows."""
        return ROWS


def outage_sheet(standing: versions.Standing) -> OutageSheet:
    """The blank sheet of a service: many files in rows where they fit, one a sheet where not."""
    standard = standing.standard
    in_rows = fits(standard)
    return OutageSheet(
        standing.slug,
        words.short_name(standing.service.name),
        tuple(f.label for f in columns_of(standard)) if in_rows else (),
        () if in_rows else tuple(_parts(standard)),
        tuple(ask.what for ask in standard.asks),
    )


def _parts(standard: Standard) -> Iterator[Part]:
    yield Part("", tuple(_lines(standard, None)))
    for group in standard.groups:
        lines = tuple(_lines(standard, group.key))
        if group.members:
            for _key, label in group.members:
                yield Part(label, lines)
        else:
            usual = _OWED_ROWS if group.at_least else _OTHER_ROWS
            for number in range(1, max(group.at_least, usual) + 1):
                yield Part(f"{group.label} {number}", lines)


def _lines(standard: Standard, group: str | None) -> Iterator[Blank]:
    for f in standard.fields:
        if f.group == group and f.derive is None and (f.required or group is not None):
            yield Blank(f.label, _choices(f), f.type is FieldType.LONG_TEXT)


def _choices(f: Field) -> tuple[str, ...]:
    return tuple(label for _key, label in f.options) if len(f.options) <= 6 else ()

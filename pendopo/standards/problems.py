# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Where = tuple[str | int, ...]
"""The way to a place in a file: words, and positions in lists counted from 0."""


class Severity(StrEnum):
    """An error refuses the load; a warning wants a look; a note is only worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word for people."""
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: "harus dibetulkan",
    Severity.WARNING: "perlu diperiksa",
    Severity.NOTE: "catatan",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `line` counts from 1; 0 where the file as a whole is meant."""

    file: str
    line: int
    where: str
    what: str
    mend: str = ""
    severity: Severity = Severity.ERROR
    id: str = "bentuk"

    def __str__(self) -> str:
        """`35.14.11-pandaan/x.yaml, baris 12 (procedure › steps): … …`"""
        place = f"{self.file}, baris {self.line}" if self.line else self.file
        inside = f" ({self.where})" if self.where else ""
        return f"{place}{inside}: {self.what} {self.mend}".rstrip()


def spell(path: Where) -> str:
    """A path for people, list positions counted from 1: `requirements › ke-2 › asks`."""
    return " › ".join(f"ke-{part + 1}" if isinstance(part, int) else part for part in path)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only what refuses the load."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted as a reader walks through the files."""
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.where, p.what)))

# SPDX-License-Identifier: EUPL-1.2
"""The controls of a form that is made from what a deed takes, and what was typed into them.

One control is one thing that may be said. `counter/desk/control.html` draws every `kind`;
`name` is under which it is sent, and its id is `f-<name>`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from pendopo.cases import models

_PILLS, _PILL_LETTERS, _LISTED = 6, 18, 8

NOTHING_TYPED: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Typed:
    """What a page sent, by name; before anything was sent, what stands there to begin with."""

    sent: Mapping[str, Sequence[str]] = field(default_factory=lambda: NOTHING_TYPED)

    def one(self, name: str, first: str = "") -> str:
        """The text of a field, trimmed; `first` while nothing was sent at all."""
        if not self.sent:
            return first
        return (self.sent.get(name) or [""])[-1].strip()

    def many(self, name: str, first: Sequence[str] = ()) -> tuple[str, ...]:
        """Every value of a field that may be sent more than once, each once."""
        values = self.sent.get(name, ()) if self.sent else first
        return tuple(dict.fromkeys(value for value in values if value))


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. `tone` is good, soon or late where it colours what it says."""

    value: str
    label: str
    chosen: bool = False
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """One thing that may be said. `parts` are the controls of a kind that holds several."""

    kind: str
    name: str
    label: str
    value: str = ""
    help: str = ""
    owed: bool = False
    options: tuple[Choice, ...] = ()
    parts: tuple[Control, ...] = ()
    trouble: str = ""

    @property
    def id(self) -> str:
        """To which a summary of troubles links."""
        return f"f-{self.name}"

    @property
    def quiet(self) -> bool:
        """Whether it is so seldom said that it stays folded until it is."""
        return self.kind == "date" and not (self.owed or self.value or self.trouble)

    @property
    def shape(self) -> str:
        """How its options are shown: pills in a row, a list, or a box that opens."""
        lengths = [len(one.label) for one in self.options]
        if len(lengths) <= _PILLS and max(lengths, default=0) <= _PILL_LETTERS:
            return "pills"
        return "list" if len(self.options) <= _LISTED else "box"

    @property
    def said(self) -> tuple[str, ...]:
        """What stands in it, in words: what must not be lost when a form has gone."""
        chosen = tuple(one.label for one in self.options if one.chosen)
        inner = tuple(f"{part.label}: {', '.join(part.said)}" for part in self.parts if part.said)
        return chosen + inner + ((self.value,) if self.value and not self.options else ())


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that is asked for, with the verdicts that may be given of it.

    `reason` and `leave` are wanted with some verdicts only. `last` is what was said before.
    `at_pickup`: it is due only when the product is fetched.
    """

    key: str
    name: str
    label: str
    notes: tuple[str, ...]
    options: tuple[Choice, ...]
    reason: Control
    leave: Control | None
    last: str = ""
    at_pickup: bool = False
    photos: tuple[models.Upload, ...] = ()
    trouble: str = ""

    @property
    def id(self) -> str:
        """To which a summary of troubles links."""
        return f"f-{self.name}"

    @property
    def verdict(self) -> str:
        """The verdict that stands chosen; empty while there is none."""
        return next((one.value for one in self.options if one.chosen), "")

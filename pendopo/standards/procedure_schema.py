# SPDX-License-Identifier: EUPL-1.2
"""The language of a procedure and its promised time: chart, steps, moments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pendopo.domain.vocabulary import Source
from pendopo.standards.grammar import EndWord, Key, SourceWord, Text, Unit, VerbWord, Word


class ChartArrow(Word):
    """One arrow of the flowchart with its printed label."""

    from_: str = Field(alias="from")
    to: str
    label: Text | None = None


class Chart(Word):
    """The printed flowchart: its nodes in order and its arrows, as they are printed."""

    nodes: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]$")], str]
    arrows: list[ChartArrow] = []
    note: Text | None = None


class Cell(Word):
    """One cell of a decision table: facts, outcome, and what is to be mended."""

    when: dict[Key, bool]
    outcome: Key
    say: list[Text] = []
    source: SourceWord = Source.PRINTED


class Forward(Word):
    """The roles a file may be forwarded to."""

    one_of: list[Key] = Field(min_length=1)


class Elsewhere(Word):
    """A deed done in another system; we keep its reference only."""

    system: Text
    reference: Literal["optional", "required"] = "optional"


class Step(Word):
    """One step: who (`by`) does what (`do`), and where it leads (`next`, `outcomes`, `ends`)."""

    says: list[int] = []
    by: Key
    do: VerbWord
    title: Text | None = None
    next: Key | None = None
    outcomes: dict[Key, Key] = {}
    ends: EndWord | None = None
    papers: list[Key] = []
    book: Key | None = None
    via: Key | None = None
    to: Forward | None = None
    facts: dict[Key, Text] = {}
    table: list[Cell] = []
    elsewhere: Elsewhere | None = None
    minutes: int | None = Field(default=None, ge=0)
    cost: int | None = Field(default=None, ge=0)
    source: SourceWord = Source.PRINTED
    note: Text | None = None


class Procedure(Word):
    """The printed explanation, the printed chart, and the steps that the engine runs."""

    text: list[Text] = []
    chart: Chart | None = None
    steps: dict[Key, Step] = Field(min_length=1)


class Absence(Word):
    """The clock stands while one of these roles is absent."""

    while_: Literal["absent"] = Field(alias="while")
    who: list[Key] = Field(min_length=1)


class DurationSource(Word):
    """Where each typed part of the duration comes from."""

    starts: SourceWord = Source.INFERRED
    stops: SourceWord = Source.INFERRED
    pauses: SourceWord = Source.INFERRED


class Duration(Word):
    """The time promised. `starts` and `stops` name steps, or a step's outcome `step/outcome`."""

    text: Text
    value: int = Field(ge=1)
    unit: Unit
    condition: Text | None = None
    starts: list[str] = Field(min_length=1)
    stops: list[str] = Field(min_length=1)
    pauses: list[Absence] = []
    source: DurationSource = DurationSource()
    note: Text | None = None

# SPDX-License-Identifier: EUPL-1.2
"""The components of a standard that stand one tap away, and the notes on the decree's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pendopo.domain.vocabulary import Source
from pendopo.portal import words
from pendopo.standards.components import is_printed
from pendopo.standards.schema import COMPONENTS, Competence, PrintedText, Service

BEHIND = (
    "duration",
    "fee",
    "product",
    "legal_basis",
    "facilities",
    "competence",
    "staffing",
    "internal_supervision",
    "service_guarantee",
    "safety_guarantee",
    "evaluation",
)
"""Three that the promise card puts in its own words, and the eight that manage a service."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a component, in the decree's words unless its source says otherwise."""

    text: str
    source: Source = Source.PRINTED

    @property
    def mark(self) -> words.Words:
        """The small word beside what the decree does not print."""
        return words.SOURCES[self.source]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a heading of the decree's own, or under none."""

    heading: str
    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One component. No blocks: the decree has nothing of it."""

    key: str
    title: words.Words
    blocks: tuple[Block, ...]


def parts(service: Service) -> tuple[Part, ...]:
    """The components in the decree's own words, whether it has them or not."""
    return tuple(
        Part(key, words.COMPONENTS[key], tuple(_blocks(getattr(service, key)))) for key in BEHIND
    )


def missing(service: Service) -> tuple[words.Words, ...]:
    """The titles of the components that the decree does not print."""
    return tuple(words.COMPONENTS[key] for key in COMPONENTS if not is_printed(service, key))


def _blocks(value: object) -> Iterator[Block]:
    if not value:
        return
    if isinstance(value, list) and isinstance(value[0], Competence):
        for one in value:
            yield Block(one.role or "", tuple(Sentence(item) for item in one.items))
    elif isinstance(value, list):
        yield Block("", tuple(Sentence(line.text, line.source) for line in _lines(value)))
    else:
        source = getattr(value, "source", None)
        known = source if isinstance(source, Source) else Source.PRINTED
        yield Block("", (Sentence(str(getattr(value, "text", value)), known),))


def _lines(value: list[object]) -> Iterator[PrintedText]:
    return (line for line in value if isinstance(line, PrintedText))


def remarks(service: Service) -> tuple[str, ...]:
    """What was noticed on reading the decree: contradictions, gaps, and how we read them."""
    return tuple(dict.fromkeys([*service.notes, *_typed_notes(service)]))


def _typed_notes(service: Service) -> Iterator[str]:
    holders: Iterable[object] = (
        *(ask for line in service.requirements or () for ask in line.asks),
        *service.procedure.steps.values(),
        service.procedure.chart,
        service.duration,
        service.fee,
        service.staffing,
        *service.papers.values(),
    )
    for holder in holders:
        if note := getattr(holder, "note", None):
            yield str(note)

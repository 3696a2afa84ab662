# SPDX-License-Identifier: EUPL-1.2
"""The way a case goes: who does what, step by step, and where it may turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import End, Source, Verb
from pendopo.portal import words

FORWARDED = "forwarded"
"""The role of a step that is done by whoever the file was forwarded to."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A way other than straight on: on which outcome ("" for the only way), and where to.

    `own`: the outcome is a word of the standard's, not one of ours. `to` is the number of the
    step that it leads to, 0 where it ends.
    """

    outcome: str
    own: bool
    then: str
    to: int = 0


@dataclass(frozen=True, slots=True)
class Leg:
    """One step. `outside`: not done by the office; `own`: the deed is in the standard's words.

    `onward`: one of its ways leads to the next step.
    """

    number: int
    who: str
    outside: bool
    deed: str
    own: bool
    turns: tuple[Turn, ...]
    mark: words.Words
    onward: bool = True


@dataclass(frozen=True, slots=True)
class Journey:
    """All steps. `mark` is said once where none of them is the decree's."""

    legs: tuple[Leg, ...]
    mark: words.Words


Title = Callable[[str], str]


def journey(standard: Standard, title: Title, outside: frozenset[str]) -> Journey:
    """The steps in the order of the file. `title` tells what a role is called."""
    numbers = {step.key: n for n, step in enumerate(standard.steps, start=1)}
    sources = {step.source for step in standard.steps}
    shared = sources.pop() if len(sources) == 1 else None
    legs = tuple(_leg(step, numbers, title, outside, shared) for step in standard.steps)
    return Journey(legs, words.SOURCES[shared] if shared else "")


def _leg(
    step: Step,
    numbers: Mapping[str, int],
    title: Title,
    outside: frozenset[str],
    shared: Source | None,
) -> Leg:
    return Leg(
        number=numbers[step.key],
        who=_("Yang menerima terusan") if step.by == FORWARDED else title(step.by),
        outside=step.by in outside,
        deed=_deed(step),
        own=bool(step.title),
        turns=tuple(_turns(step, numbers)),
        mark="" if shared else words.SOURCES[step.source],
        onward=any(numbers.get(target) == numbers[step.key] + 1 for _, target in step.exits),
    )


def _deed(step: Step) -> str:
    if step.title:
        return step.title
    if step.do is Verb.PERFORM:
        return words.spelled(step.key).capitalize()
    return str(words.DEEDS[step.do])


def _turns(step: Step, numbers: Mapping[str, int]) -> Iterator[Turn]:
    """Every way out that is not simply the next step."""
    number = numbers[step.key]
    for name, target in step.exits:
        if numbers.get(target) != number + 1:
            own = bool(name) and name not in words.OUTCOMES
            yield Turn(
                words.outcome(name), own, _then(number, target, numbers), numbers.get(target, 0)
            )


def _then(number: int, target: str, numbers: Mapping[str, int]) -> str:
    if target not in numbers:
        return str(words.ENDS[End(target)])
    back = numbers[target] < number
    sentence = _("kembali ke langkah %(n)d") if back else _("lanjut ke langkah %(n)d")
    return sentence % {"n": numbers[target]}

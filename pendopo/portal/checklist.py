# SPDX-License-Identifier: EUPL-1.2
"""What to bring, to be ticked: the asks of a standard, gathered by when they are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.domain.standard import Ask, Standard
from pendopo.domain.vocabulary import Due, Handling, Source, Verb
from pendopo.portal import words
from pendopo.portal.conditions import occasions
from pendopo.screens.plain_words import lowered


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to bring. `amount`: size and copies; `hint`: for whom and what becomes of it."""

    key: str
    what: str
    amount: str
    hint: str
    choices: tuple[str, ...]
    mark: words.Words


@dataclass(frozen=True, slots=True)
class Gathered:
    """Things asked on the same occasion; without a heading those that everybody brings."""

    heading: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to bring. `handling` and `mark` are said once where they hold for all of it."""

    gathered: tuple[Gathered, ...]
    handling: words.Words = ""
    mark: words.Words = ""


def checklist(standard: Standard) -> Checklist:
    """The asks in the order of the decree, those for everybody first and pick-up last."""
    shared = _shared(standard.asks)
    later = _later(standard)
    gathered: dict[tuple[bool, bool, str], list[Thing]] = {}
    for ask in standard.asks:
        thing = _thing(standard, ask, shared)
        for condition in occasions(standard, ask):
            at_pickup = ask.due is Due.PICKUP
            heading = _heading(later if at_pickup else "", condition)
            place = (at_pickup, bool(condition), heading)
            gathered.setdefault(place, []).append(thing)
    ordered = sorted(gathered, key=lambda place: place[:2])
    return Checklist(
        tuple(Gathered(place[2], tuple(gathered[place])) for place in ordered),
        words.HANDLING[shared.handling] if shared.handling else "",
        words.SOURCES[shared.source] if shared.source else "",
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """What holds for every ask, where there are several."""

    handling: Handling | None
    source: Source | None


def _shared(asks: Sequence[Ask]) -> _Shared:
    handlings, sources = {ask.handling for ask in asks}, {ask.source for ask in asks}
    several = len(asks) > 1
    return _Shared(
        handlings.pop() if several and len(handlings) == 1 else None,
        sources.pop() if several and len(sources) == 1 else None,
    )


def _later(standard: Standard) -> str:
    """What is not brought at once is brought when the product is fetched, if there is one."""
    fetched = any(step.do is Verb.HAND_OVER for step in standard.steps)
    return _("Saat mengambil") if fetched else _("Dibawa kemudian")


def _heading(later: str, condition: str) -> str:
    return str(capfirst(", ".join(filter(None, (later, condition)))))


def thing_of(standard: Standard, ask: Ask) -> Thing:
    """One thing by itself."""
    return _thing(standard, ask, _shared(()))


def _thing(standard: Standard, ask: Ask, shared: _Shared) -> Thing:
    named = all(choice.casefold() in ask.what.casefold() for choice in ask.alternatives)
    return Thing(
        key=ask.key,
        what=ask.what,
        amount=", ".join(_amount(ask)),
        hint=" · ".join(_hint(standard, ask, shared)),
        choices=() if named else ask.alternatives,
        mark="" if shared.source else words.SOURCES[ask.source],
    )


def _amount(ask: Ask) -> Iterator[str]:
    if ask.size:
        yield ask.size.replace("x", " × ")
    if ask.copies > 1:
        yield ngettext("%(n)d lembar", "%(n)d lembar", ask.copies) % {"n": ask.copies}


def _hint(standard: Standard, ask: Ask, shared: _Shared) -> Iterator[str]:
    group = next((g for g in standard.groups if g.key == ask.each), None)
    if group:
        yield _("tiap %(group)s") % {"group": lowered(group.label)}
    if ask.if_needed:
        yield _("bila diperlukan")
    if not shared.handling:
        yield str(words.HANDLING[ask.handling])

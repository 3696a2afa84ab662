# SPDX-License-Identifier: EUPL-1.2
"""Events: what is written is declared, and what is declared is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pendopo.cases import office_events
from pendopo.domain import events
from pendopo.domain.events import EVENTS, VERB_EVENTS, Event
from pendopo.domain.vocabulary import Verb
from tests.people import NOW
from tests.rules.repository import name, python_files, said, tree, written

DECLARATIONS = {"pendopo/domain/events.py", "pendopo/cases/office_events.py"}
NAME = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")


@cache
def _declared() -> frozenset[str]:
    beside = (event for events_of in office_events.STREAM_EVENTS.values() for event in events_of)
    return frozenset({*EVENTS, *beside})


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_an_event_has_one_name_on_one_kind_of_stream() -> None:
    names = [*EVENTS, *(one for kind in office_events.STREAM_EVENTS.values() for one in kind)]
    assert sorted(names) == sorted(set(names))
    assert all(NAME.fullmatch(one) for one in names)


def test_every_event_name_in_the_code_is_declared() -> None:
    things = {one.partition(".")[0] for one in _declared()}
    found = [
        f"{name(path)}, line {line}: «{text}»"
        for path in python_files("pendopo")
        if written(path)
        for line, text in _texts(path)
        if NAME.fullmatch(text) and text.partition(".")[0] in things and text not in _declared()
    ]
    mend = f"declare the event in {' or '.join(sorted(DECLARATIONS))}, or mend its name."
    assert not found, said(found, mend)


def test_no_event_is_written_by_a_name_typed_twice() -> None:
    found = [
        f"{name(path)}, line {line}: «{text}»"
        for path in python_files("pendopo")
        if written(path) and name(path) not in DECLARATIONS
        for line, text in _texts(path)
        if text in _declared()
    ]
    assert not found, said(found, "use the constant beside its declaration.")


def test_every_declared_event_is_written_somewhere() -> None:
    named = {
        text: constant
        for module in (events, office_events)
        for constant, text in vars(module).items()
        if isinstance(text, str) and text in _declared()
    }
    nameless = sorted(_declared() - named.keys() - set(VERB_EVENTS.values()))
    unused = [f"{text} ({one})" for text, one in named.items() if not _is_used(one)]
    found = [*nameless, *unused]
    assert not found, said(found, "write the event where it happens, or take its declaration out.")


def _is_used(constant: str) -> bool:
    return any(
        isinstance(node, ast.Attribute | ast.Name)
        and constant == (node.attr if isinstance(node, ast.Attribute) else node.id)
        for path in python_files("pendopo")
        if name(path) not in DECLARATIONS
        for node in ast.walk(tree(path))
    )


def test_every_verb_has_its_own_event() -> None:
    assert set(VERB_EVENTS) == set(Verb)
    assert len(set(VERB_EVENTS.values())) == len(Verb)
    assert set(VERB_EVENTS.values()) <= set(EVENTS)


def test_an_event_may_not_say_more_than_its_name_declares() -> None:
    event = Event(office_events.LEFT, NOW, "officer:1", {"position": "camat", "why": "sakit"})
    with pytest.raises(ValueError, match="does not declare why"):
        office_events.declared("office", event)


def test_an_event_of_another_stream_is_refused() -> None:
    event = Event(office_events.INSERTED, NOW, "officer:1", {"book": "register"})
    with pytest.raises(ValueError, match="not an event of a stream of kind office"):
        office_events.declared("office", event)

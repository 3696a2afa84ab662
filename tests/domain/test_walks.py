# SPDX-License-Identifier: EUPL-1.2
"""Every real standard walked to every end: all branches, all cells of its tables.

The walker knows no service; what it says comes from the standard and from what a step takes.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest

from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.case import replay
from pendopo.domain.clocking import ClockSetting, reckoning_of
from pendopo.domain.commands import TakeBack
from pendopo.domain.events import declared
from pendopo.domain.offers import offers
from pendopo.domain.procedure import Move, Walk, moves, walks
from pendopo.domain.promise import DayPolicy, State
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import End
from tests.domain.desk import CALENDAR, Desk, done
from tests.domain.standards_for_tests import (
    LETTER,
    names_of_real_standards,
    real_outside_roles,
    real_standards,
)
from tests.domain.walking import MANNERS, SECRET, Manner, desk_for, hand, make

NAMES = [*names_of_real_standards(), "surat-uji"]


def standard_named(name: str) -> Standard:
    return LETTER if name == "surat-uji" else real_standards()[name]


def walked(standard: Standard, walk: Walk, manner: Manner) -> Desk:
    """A case that made all these moves."""
    desk = desk_for(standard, real_outside_roles())
    for move in walk:
        if desk.case.version:
            actor = hand(standard.step(move.step), desk.case, manner)
            names = [o.name for o in offers(standard, desk.case, desk.world(actor))]
            assert "act" in names, f"{move.step} is not offered to {actor.officer_id}"
        done(make(desk, move, manner))
        assert desk.case.state == move.to
    return desk


@pytest.mark.parametrize("manner", MANNERS, ids=["plain", "recorded", "following"])
@pytest.mark.parametrize("name", NAMES)
def test_every_walk_comes_to_its_end(name: str, manner: Manner) -> None:
    standard = standard_named(name)
    for walk in walks(standard):
        desk = walked(standard, walk, manner)
        _ended_well(desk, walk)
        _kept_no_secret(desk)
        _numbered_once(desk)
        _reckoned(desk)


def _ended_well(desk: Desk, walk: Walk) -> None:
    made = [(p.step, p.outcome, p.to) for p in desk.case.trail]
    assert made == [(m.step, m.outcome, m.to) for m in walk]
    assert desk.case.end == walk[-1].to
    assert desk.case.version == len(desk.events)
    assert replay(desk.standard, desk.events) == desk.case


def _kept_no_secret(desk: Desk) -> None:
    """No event says openly what was typed about a person; all of it is plain JSON."""
    for event in desk.events:
        declared(event)
        json.dumps(dict(event.private))
        openly = json.dumps(dict(event.data))
        assert SECRET not in openly and "9901015203850001" not in openly


def _numbered_once(desk: Desk) -> None:
    lines = Counter(entry.line for entry in desk.case.entries)
    assert set(lines.values()) <= {1}
    signed = {p.key for p in desk.case.papers if p.signed}
    for entry in desk.case.entries:
        assert entry.number is not None
        assert entry.mark is not RowStatus.RESERVED
        if entry.paper in signed:
            assert entry.mark is RowStatus.ENTERED


def _reckoned(desk: Desk) -> None:
    setting = ClockSetting(CALENDAR, DayPolicy.WORKING_DAY, desk.outside)
    reckoning = reckoning_of(desk.standard, desk.case, desk.values, setting, desk.now)
    over = State.NO_PROMISE if desk.standard.duration is None else State.STOPPED
    assert reckoning.state in (over, State.NOT_STARTED)
    assert all(ceiling.state is State.STOPPED for ceiling in reckoning.ceilings)


@pytest.mark.parametrize("name", NAMES)
def test_all_moves_of_all_steps_are_among_the_walks(name: str) -> None:
    standard = standard_named(name)
    made = {move for walk in walks(standard) for move in walk}
    planned = {move for step in standard.steps for move in moves(step)}
    assert made == planned
    assert {move.outcome for move in planned} >= {o for s in standard.steps for o in s.outcomes}


@pytest.mark.parametrize("name", NAMES)
def test_each_step_can_be_taken_back_and_done_again(name: str) -> None:
    standard, manner = standard_named(name), MANNERS[0]
    for walk in walks(standard)[:3]:
        desk = desk_for(standard, real_outside_roles())
        done(make(desk, walk[0], manner))
        for move in walk[1:]:
            _taken_back_and_done_again(desk, move, manner)
        assert desk.case.end == walk[-1].to
        _numbered_once(desk)


def _taken_back_and_done_again(desk: Desk, move: Move, manner: Manner) -> None:
    actor = hand(desk.standard.step(move.step), desk.case, manner)
    done(make(desk, move, manner))
    first = desk.case
    if not any(e.mark is RowStatus.CANCELLED for e in first.entries):
        done(desk.do(actor, TakeBack("Diulang.")))
        done(make(desk, move, manner))
    assert desk.case.state == first.state
    assert [e.number for e in desk.case.entries] == [e.number for e in first.entries]


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_another_system_are_typed_at_every_book(name: str) -> None:
    standard = standard_named(name)
    books = {
        b for b in (*(p.book for p in standard.papers), *(s.book for s in standard.steps)) if b
    }
    for walk in walks(standard)[:2]:
        desk = desk_for(standard, real_outside_roles())
        desk.books = dict.fromkeys(books, NumberMode.EXTERNAL)
        for move in walk:
            done(make(desk, move, MANNERS[0]))
        assert all(entry.number == f"LUAR/{entry.book}" for entry in desk.case.entries)


def test_the_real_standards_come_to_every_kind_of_end() -> None:
    ends = {walk[-1].to for s in real_standards().values() for walk in walks(s)}
    assert ends == {End.HANDED_OVER, End.DONE, End.REFUSED, End.REDIRECTED}

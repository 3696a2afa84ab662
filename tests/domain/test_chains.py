# SPDX-License-Identifier: EUPL-1.2
"""Consecutive steps of one hand: what a chain may hold, and that the engine takes it whole."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from itertools import pairwise, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pendopo.domain.case import Case
from pendopo.domain.chains import TURNED_AWAY, Link, chain, onward, stuck_at
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed
from pendopo.domain.events import Json
from pendopo.domain.permits import may_pass
from pendopo.domain.procedure import Move, moves, walks
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import End, Verb
from tests.domain import walking
from tests.domain.desk import BAYU, HADI, RINI, TONO, Desk, at_step, done, officer
from tests.domain.generated_standards import standards
from tests.domain.standards_for_tests import (
    COUNTER,
    LETTER,
    names_of_real_standards,
    real_outside_roles,
    real_standards,
    step,
)
from tests.domain.walking import MANNERS

PANDAAN, KESAMBEN = "35.14.11-pandaan", "35.17.12-kesamben"


def keys(links: tuple[Link, ...]) -> list[str]:
    return [link.step.key for link in links]


def of(desk: Desk, actor: Actor) -> list[str]:
    return keys(chain(desk.standard, desk.case, desk.world(actor)))


def walked_to(name: str, key: str) -> Desk:
    """A case of a real standard that was carried to a step the shortest way."""
    standard = real_standards()[name]
    desk = walking.desk_for(standard, real_outside_roles())
    walk = next(w for w in walks(standard) if key in [move.step for move in w])
    for move in walk:
        if move.step == key:
            return desk
        done(walking.make(desk, move, MANNERS[0]))
    raise AssertionError(key)


def test_the_counter_goes_from_the_signature_to_the_hand_over() -> None:
    desk = walked_to(f"{PANDAAN}/skck", "tanda-tangan")
    assert of(desk, RINI) == ["tanda-tangan", "register", "stempel", "serahkan"]


def test_a_check_stops_before_the_signature_of_another() -> None:
    desk = walked_to(f"{PANDAAN}/skck", "verifikasi")
    assert of(desk, RINI) == ["verifikasi"]


def test_where_the_office_registers_first_the_check_goes_on_to_the_book() -> None:
    desk = walked_to(f"{KESAMBEN}/skck", "verifikasi")
    assert of(desk, RINI) == ["verifikasi", "register"]


def test_a_deed_of_another_begins_a_chain_and_says_whose_it_is() -> None:
    desk = walked_to(f"{KESAMBEN}/skck", "tanda-tangan")
    links = chain(desk.standard, desk.case, desk.world(RINI))
    assert [link.recorded_for for link in links] == ["pejabat-berwenang", None]
    assert links[0].outcome == "ditandatangani"


def test_nobody_goes_on_where_it_is_not_her_turn() -> None:
    desk = walked_to(f"{PANDAAN}/skck", "verifikasi")
    assert of(desk, officer("guard", "petugas-keamanan")) == []


def test_a_choice_of_ways_onward_ends_the_chain() -> None:
    desk = walked_to(f"{PANDAAN}/konsultasi", "konsultasi-staf")
    (only,) = chain(desk.standard, desk.case, desk.world(RINI))
    assert (only.step.key, only.outcome, only.to) == ("konsultasi-staf", "", "")


def test_a_judgement_is_never_made_in_passing() -> None:
    desk = walked_to(f"{PANDAAN}/pengaduan", "catat")
    assert of(desk, officer("both", COUNTER, "petugas-pengaduan")) == ["catat"]


def test_a_file_that_goes_to_somebody_else_leaves_the_hand() -> None:
    desk = walked_to(f"{PANDAAN}/bantuan-sosial-keagamaan", "verifikasi")
    both = officer("both", COUNTER, "kasi-kesos")
    assert of(desk, both) == ["verifikasi", "teruskan"]


def test_a_step_of_somebody_outside_is_not_passed_in_passing() -> None:
    desk = walked_to(f"{PANDAAN}/pbb", "entri")
    both = officer("both", COUNTER, "petugas-pbb")
    assert of(desk, both) == ["entri"]
    desk = walked_to(f"{PANDAAN}/pbb", "bayar")
    assert of(desk, both) == ["bayar", "cetak-stts", "serahkan"]


def test_an_ended_case_has_no_chain() -> None:
    desk = at_step("diserahkan")
    assert of(desk, RINI) == []


def test_a_way_that_comes_round_is_not_gone_twice() -> None:
    ring = replace(
        LETTER,
        steps=(
            step("ajukan", "pemohon", Verb.SUBMIT, "terima", via=COUNTER),
            step("terima", COUNTER, Verb.RECEIVE, "lanjut"),
            step("lanjut", COUNTER, Verb.RECEIVE, "terima"),
        ),
    )
    assert keys(chain(ring, Case(step="terima"), Desk(ring).world(RINI))) == ["terima", "lanjut"]


def test_the_refused_deed_is_told_from_those_before_it() -> None:
    desk = at_step("catat")
    deeds = (Deed("catat"), Deed("stempel"), Deed("serahkan", {"collector": "Wati"}))
    assert stuck_at(LETTER, desk.case, Act(deeds), desk.world(RINI)) == 2


# Over every real standard, and over random ones


def crew(standard: Standard) -> list[Actor]:
    """The counter, somebody who holds every role of the office, and one who signs as well."""
    roles = {one.by for one in standard.steps} | {one.via for one in standard.steps}
    inside = sorted(role for role in roles - real_outside_roles() if role)
    every = officer("semua", COUNTER, *inside)
    signing = officer("tandatangan", COUNTER, *inside, capacities=walking.signers(standard))
    return [RINI, BAYU, every, signing]


def on_the_way(standard: Standard) -> Iterator[Desk]:
    """The desk at each step of the standard, the first time that a walk comes to it."""
    met: set[str] = set()
    for walk in walks(standard):
        if {move.step for move in walk[1:]} <= met:
            continue
        desk = walking.desk_for(standard, real_outside_roles())
        for move in walk:
            if desk.case.version and move.step not in met:
                met.add(move.step)
                yield desk
            done(walking.make(desk, move, MANNERS[0]))


def holds_what_it_should(desk: Desk, actor: Actor) -> None:
    world = desk.world(actor)
    links = chain(desk.standard, desk.case, world)
    assert bool(links) == bool(may_pass(desk.standard.step(desk.case.state), desk.case, world))
    for before, after in pairwise(links):
        assert before.to == after.step.key
        assert after.recorded_for is None
        assert after.step.do not in (Verb.SIGN, Verb.INITIAL, Verb.ASSESS, Verb.SUBMIT)
    for link in links:
        ways = onward(desk.standard, link.step)
        assert all(link.step.target(way) not in TURNED_AWAY for way in ways if way)
        assert not link.to or link.to == link.step.target(link.outcome)
    possible = takewhile(lambda link: bool(moves_on(desk.standard, link)), links)
    taken_whole(desk, actor, tuple(possible))


def moves_on(standard: Standard, link: Link) -> list[Move]:
    """What can be said there to go on; nothing where no cell of its table does."""
    ways = onward(standard, link.step)
    return [move for move in moves(link.step) if move.outcome in ways]


def taken_whole(desk: Desk, actor: Actor, links: tuple[Link, ...]) -> None:
    """The engine accepts every beginning of it as one act, one event each."""
    trial = copy(desk)
    trial.events, trial.numbers = [*desk.events], {**desk.numbers}
    deeds: list[Deed] = []
    for link in links:
        deeds.append(Deed(link.step.key, words(trial, link, actor)))
        accepted = done(desk.ask(actor, Act(tuple(deeds))))
        assert len(accepted.events) == len(deeds)
        assert accepted.case.state == (link.to or accepted.case.state)
        done(trial.do(actor, Act((deeds[-1],))))
        assert trial.case.state == accepted.case.state


def words(desk: Desk, link: Link, actor: Actor) -> dict[str, Json]:
    move = moves_on(desk.standard, link)[0]
    own = [c for c in actor.capacities if c.serves(link.step.by)]
    manner = MANNERS[0] if own or not link.recorded_for else MANNERS[1]
    return walking.words(desk, move, manner)


@pytest.mark.parametrize("name", ["surat-uji", *names_of_real_standards()])
def test_every_chain_of_every_real_standard_is_taken_whole(name: str) -> None:
    standard = LETTER if name == "surat-uji" else real_standards()[name]
    for desk in on_the_way(standard):
        for actor in [*crew(standard), TONO, HADI]:
            holds_what_it_should(desk, actor)


@given(standards(), st.integers(0, 3))
@settings(max_examples=60)
def test_every_chain_of_any_standard_is_taken_whole(standard: Standard, who: int) -> None:
    for desk in on_the_way(standard):
        holds_what_it_should(desk, crew(standard)[who])


def test_no_chain_ends_a_case_badly() -> None:
    bad = {end.value for end in End} - {End.DONE.value, End.HANDED_OVER.value}
    for standard in real_standards().values():
        for desk in on_the_way(standard):
            links = chain(standard, desk.case, desk.world(crew(standard)[2]))
            assert not any(link.to in bad and link.outcome for link in links)

# SPDX-License-Identifier: EUPL-1.2
"""A procedure as a graph: what it asks for, where it leads, and walks through all of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pendopo.domain.procedure import (
    Walk,
    arrows,
    asks_for,
    can_end,
    decide_table,
    moves,
    reachable,
    standing_cautions,
    walks,
)
from pendopo.domain.standard import (
    Ask,
    Caution,
    Comparison,
    Condition,
    Group,
    Standard,
    Step,
    TableRow,
)
from pendopo.domain.vocabulary import End, Kind, Op, Otherwise, Verb

PAIR = Group("calon", "Calon", (("suami", "Calon suami"), ("istri", "Calon istri")))
HEIRS = Group("ahli", "Ahli", at_least=1)
YOUNG = Condition((Comparison("usia", Op.BELOW, 21),))


def step(key: str, do: Verb, *exits: tuple[str, str], **more: object) -> Step:
    """A step of the counter."""
    return Step(key, "petugas-loket", do, exits, **more)  # type: ignore[arg-type]


def standard(
    *steps: Step, asks: tuple[Ask, ...] = (), cautions: tuple[Caution, ...] = ()
) -> Standard:
    """A standard of these steps."""
    return Standard(
        "contoh", Kind.LETTER, "Contoh", asks, (), steps, (PAIR, HEIRS), cautions=cautions
    )


LETTER = standard(
    step("ajukan", Verb.SUBMIT, ("", "periksa")),
    step("periksa", Verb.VERIFY, ("lengkap", "tanda-tangan"), ("tidak-lengkap", "ajukan")),
    step("tanda-tangan", Verb.SIGN, ("ditandatangani", "serahkan"), ("dikembalikan", "periksa")),
    step("serahkan", Verb.HAND_OVER, ("", "diserahkan")),
)

TABLE = (
    TableRow((("sesuai", True), ("selesai", True)), "lengkap"),
    TableRow((("sesuai", True), ("selesai", False)), "tidak-lengkap", ("Selesaikan",)),
    TableRow((("sesuai", False),), "tidak-lengkap", ("Betulkan",)),
)
FACTS = (("sesuai", "Berkas sesuai"), ("selesai", "Laporan selesai"))
CHECK = step(
    "periksa",
    Verb.VERIFY,
    ("lengkap", "selesai"),
    ("tidak-lengkap", "ajukan"),
    facts=FACTS,
    table=TABLE,
)


def test_an_arrow_to_an_earlier_step_returns_the_file() -> None:
    back = [(a.step, a.outcome) for a in arrows(LETTER) if a.returns]
    assert back == [("periksa", "tidak-lengkap"), ("tanda-tangan", "dikembalikan")]


def test_every_step_and_end_of_a_letter_can_be_reached() -> None:
    assert reachable(LETTER) == {"ajukan", "periksa", "tanda-tangan", "serahkan", "diserahkan"}


def test_a_step_that_nothing_leads_to_is_not_reachable() -> None:
    lost = step("lupa", Verb.ARCHIVE, ("", "selesai"))
    assert "lupa" not in reachable(standard(*LETTER.steps, lost))


def test_steps_that_only_lead_to_each_other_never_end() -> None:
    circle = standard(
        step("ajukan", Verb.SUBMIT, ("", "periksa")),
        step("periksa", Verb.VERIFY, ("lengkap", "ajukan"), ("tidak-lengkap", "ajukan")),
    )
    assert can_end(circle) == frozenset()
    assert walks(circle) == ()


def test_a_table_finds_the_cell_that_the_facts_meet() -> None:
    assert decide_table(CHECK, {"sesuai": False, "selesai": True}) is TABLE[2]
    assert decide_table(CHECK, {"sesuai": True, "selesai": False}).say == ("Selesaikan",)


def test_a_table_refuses_facts_that_are_missing_or_unstated() -> None:
    with pytest.raises(KeyError):
        decide_table(CHECK, {"sesuai": True})
    partial = step("periksa", Verb.VERIFY, ("lengkap", "selesai"), facts=FACTS, table=TABLE[:1])
    with pytest.raises(LookupError):
        decide_table(partial, {"sesuai": False, "selesai": False})


def test_an_ask_for_each_member_is_made_once_for_each() -> None:
    one = standard(LETTER.first, asks=(Ask("ktp", "KTP", each="calon"),))
    found = [(a.key, a.label) for a in asks_for(one, {})]
    assert found == [("ktp/suami", "KTP – Calon suami"), ("ktp/istri", "KTP – Calon istri")]


def test_an_ask_for_each_of_a_list_is_numbered_from_one() -> None:
    one = standard(LETTER.first, asks=(Ask("ktp", "KTP", each="ahli"),))
    assert [a.key for a in asks_for(one, {"ahli": [{}, {}]})] == ["ktp/1", "ktp/2"]
    assert [a.key for a in asks_for(one, {})] == ["ktp/1"]


def test_a_condition_looks_first_at_the_member_then_at_the_case() -> None:
    one = standard(LETTER.first, asks=(Ask("izin", "Izin", each="calon", when=YOUNG),))
    form = {"usia": 20, "calon": {"suami": {"usia": 25}, "istri": {}}}
    assert [a.key for a in asks_for(one, form)] == ["izin/istri"]


def test_an_ask_whose_condition_fails_is_not_made() -> None:
    one = standard(LETTER.first, asks=(Ask("izin", "Izin", when=YOUNG), Ask("kk", "KK")))
    assert [a.key for a in asks_for(one, {"usia": 30})] == ["kk"]


def test_a_caution_stands_at_its_step_only_and_names_the_member() -> None:
    caution = Caution("muda", "ajukan", YOUNG, Otherwise.ADVISE, "Belum 21 tahun.", each="calon")
    one = standard(*LETTER.steps, cautions=(caution,))
    form = {"calon": {"istri": {"usia": 18}}}
    standing = standing_cautions(one, one.first, form)
    assert [(c.key, c.say) for c in standing] == [("muda/istri", "Calon istri: Belum 21 tahun.")]
    assert standing_cautions(one, one.step("periksa"), form) == ()
    assert standing_cautions(one, one.first, {}) == ()


def test_the_moves_of_a_table_are_its_cells() -> None:
    found = {(m.facts, m.outcome) for m in moves(CHECK)}
    assert len(found) == 4
    assert ((("sesuai", True), ("selesai", True)), "lengkap") in found


def test_the_moves_of_a_forwarding_are_its_receivers() -> None:
    forward = step("teruskan", Verb.FORWARD, ("", "tangani"), to=("kasi-a", "kasi-b"))
    assert [m.role for m in moves(forward)] == ["kasi-a", "kasi-b"]


def test_three_walks_cover_a_letter() -> None:
    planned = [[(m.step, m.outcome) for m in walk] for walk in walks(LETTER)]
    assert planned[0] == [
        ("ajukan", ""),
        ("periksa", "lengkap"),
        ("tanda-tangan", "ditandatangani"),
        ("serahkan", ""),
    ]
    assert len(planned) == 3
    assert ("periksa", "tidak-lengkap") in planned[1]
    assert ("tanda-tangan", "dikembalikan") in planned[2]


def test_walks_cover_every_cell_of_a_table() -> None:
    table = standard(step("ajukan", Verb.SUBMIT, ("", "periksa")), CHECK)
    facts = {move.facts for walk in walks(table) for move in walk if move.step == "periksa"}
    assert len(facts) == 4


KEYS = [f"langkah-{n}" for n in range(6)]


@st.composite
def procedures(draw: st.DrawFn) -> Standard:
    """Any procedure of up to six steps, sensible or not; every target exists."""
    count = draw(st.integers(1, len(KEYS)))
    known = st.sampled_from([*KEYS[:count], *(end.value for end in End)])
    steps = []
    for key in KEYS[:count]:
        names = draw(st.lists(st.sampled_from("abc"), unique=True, max_size=3))
        exits = [(name, draw(known)) for name in names] or [("", draw(known))]
        steps.append(step(key, Verb.ASSESS, *exits))
    return standard(*steps)


def _connected(one: Standard, walk: Walk) -> bool:
    """Each move is one that its step has, and begins where the one before led."""
    made = all(move in moves(one.step(move.step)) for move in walk)
    return made and all(before.to == after.step for before, after in pairwise(walk))


@given(procedures())
def test_every_walk_begins_with_the_first_step_and_comes_to_an_end(one: Standard) -> None:
    for walk in walks(one):
        assert walk[0].step == one.first.key
        assert walk[-1].to in set(End)
        assert _connected(one, walk)


@given(procedures())
def test_walks_make_every_move_that_a_case_can_make_and_still_end(one: Standard) -> None:
    steps, ending = reachable(one), can_end(one) | set(End)
    possible = {move for s in one.steps if s.key in steps for move in moves(s) if move.to in ending}
    assert {move for walk in walks(one) for move in walk} == possible


@given(procedures())
def test_what_can_be_reached_is_closed_under_every_arrow(one: Standard) -> None:
    reached = reachable(one)
    assert one.first.key in reached
    assert all(a.to in reached for a in arrows(one) if a.step in reached)


@given(procedures())
def test_a_step_can_end_exactly_when_one_of_its_exits_can(one: Standard) -> None:
    ending = can_end(one) | set(End)
    for s in one.steps:
        assert (s.key in ending) is any(to in ending for _, to in s.exits)

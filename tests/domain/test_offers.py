# SPDX-License-Identifier: EUPL-1.2
"""What each of the cast is offered: never less than would be accepted, never more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain import commands as cm
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Accepted, Command
from pendopo.domain.offers import TITLES, Offer, offers, step_title
from pendopo.domain.vocabulary import Verb
from tests.domain.desk import BAYU, FORM, GUARD, HADI, RINI, TONO, WATI, Desk, at_step, done
from tests.domain.standards_for_tests import LETTER

CAST = (RINI, TONO, BAYU, HADI, WATI, GUARD)


def offered(desk: Desk, actor: Actor) -> list[str]:
    return [offer.name for offer in offers(desk.standard, desk.case, desk.world(actor))]


def test_every_verb_has_words_for_its_button() -> None:
    assert set(TITLES) == set(Verb)


def test_a_step_with_a_title_of_its_own_bears_it() -> None:
    step = LETTER.step("stempel")
    assert step_title(step) == "Stempel"
    assert step_title(replace(step, title="Bubuhkan stempel")) == "Bubuhkan stempel"


@pytest.mark.parametrize(
    ("state", "actor", "names"),
    [
        (
            "periksa",
            RINI,
            ["act", "amend", "add-requirement", "withdraw", "reserve"],
        ),
        ("periksa", WATI, ["withdraw"]),
        ("periksa", BAYU, ["amend", "withdraw"]),
        ("paraf", RINI, ["act", "amend", "take-back", "withdraw", "reserve"]),
        ("paraf", BAYU, ["act", "amend", "withdraw"]),
        ("tanda-tangan", HADI, ["act", "approve", "amend", "withdraw"]),
        ("catat", RINI, ["act", "correct", "withdraw"]),
        ("diserahkan", RINI, ["take-back", "correct"]),
        ("diserahkan", WATI, []),
    ],
)
def test_each_is_offered_what_is_hers(state: str, actor: Actor, names: list[str]) -> None:
    assert offered(at_step(state), actor) == names


def test_a_returned_file_may_be_closed() -> None:
    desk = at_step("periksa")
    done(desk.check(ktp="kurang"))
    assert {"close-abandoned", "tell"} <= set(offered(desk, RINI))
    assert offered(desk, WATI) == ["act", "amend", "withdraw"]


def test_the_step_is_offered_with_whose_it_is_and_for_whom_it_is_recorded() -> None:
    desk = at_step("tanda-tangan")
    offer = offers(LETTER, desk.case, desk.world(RINI))[0]
    assert offer == Offer(
        "act", "Tanda tangan", "tanda-tangan", "pejabat-berwenang", "pejabat-berwenang"
    )


def test_a_number_is_offered_for_each_paper_that_has_a_book() -> None:
    desk = at_step("paraf")
    found = offers(LETTER, desk.case, desk.world(RINI))
    assert [(o.paper, o.title) for o in found if o.name == "reserve"] == [
        ("surat", "Pesan nomor Surat uji")
    ]


def _command(offer: Offer, desk: Desk) -> Command:
    changed = {**desk.values, "keperluan": "sekolah"}
    commands: dict[str, Command] = {
        "approve": cm.Approve(),
        "amend": cm.Amend(changed),
        "add-requirement": cm.AddRequirement("Surat", "Perlu."),
        "take-back": cm.TakeBack(),
        "correct": cm.Correct(changed, "Keliru."),
        "close-abandoned": cm.CloseAbandoned("Lama."),
        "withdraw": cm.Withdraw(),
        "reserve": cm.Reserve(offer.paper or ""),
        "reword": cm.Reword(offer.paper or "", "Alinea."),
    }
    return commands[offer.name]


@pytest.mark.parametrize("state", [s.key for s in LETTER.steps[1:]] + ["diserahkan"])
@pytest.mark.parametrize("actor", CAST, ids=lambda actor: str(actor.officer_id))
def test_what_is_offered_is_accepted_and_the_rest_is_not(state: str, actor: Actor) -> None:
    desk = at_step(state)
    found = {o.name: o for o in offers(LETTER, desk.case, desk.world(actor))}
    for name in set(TESTED):
        offer = found.get(name, Offer(name, "", paper="surat"))
        accepted = isinstance(desk.ask(actor, _command(offer, desk)), Accepted)
        assert accepted is (name in found), name


TESTED = (
    "approve",
    "amend",
    "add-requirement",
    "take-back",
    "correct",
    "close-abandoned",
    "withdraw",
    "reserve",
    "reword",
)


def test_an_empty_form_may_be_completed() -> None:
    desk = at_step("periksa", FORM)
    desk.values = {}
    assert "amend" in offered(desk, RINI)

# SPDX-License-Identifier: EUPL-1.2
"""What may be done now, told to programs that know no service."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pendopo.domain.books import NumberMode
from pendopo.domain.case import Case
from pendopo.domain.circumstances import Circumstances
from pendopo.domain.commands import Accepted
from pendopo.domain.decide import decide
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import FieldType, Verb
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.offered import actions
from pendopo.screens.scenes import Scene
from tests.screens.schema_check import faults
from tests.screens.stage import (
    ZONE,
    all_standards,
    applicant,
    carried_to,
    counter,
    do_all,
    done,
    filed,
    offered,
    scene,
    standard,
    world,
)

EVERY = sorted(all_standards())
SKCK = "35.14.11-pandaan/skck"


def everywhere(of: Standard) -> dict[str, list[Scene]]:
    """The case at every step that its own examples lead to, by step; "" where it has ended."""
    case, seen = filed(of)
    found: dict[str, list[Scene]] = {}
    waiting = [case]
    tried: set[str] = set()
    while waiting:
        before = scene(of, waiting.pop(), seen)
        found.setdefault(before.case.step or "", []).append(before)
        if before.case.step is None:
            continue
        for example in offered(before).schema["examples"]:
            way = f"{before.case.step} { {k: v for k, v in example.items() if k != 'version'} }"
            if way not in tried:
                tried.add(way)
                waiting.append(done(before, example).case)
    return found


@pytest.mark.parametrize("name", EVERY)
def test_examples_lead_out_of_every_step_by_every_outcome_to_an_end(name: str) -> None:
    of = standard(name)
    found = everywhere(of)
    assert {of.first.key, *found} == {"", *(step.key for step in of.steps)}
    for step in (step for step in of.steps if step.key in found):
        examples = offered(found[step.key][0]).schema["examples"]
        ways = {example.get("outcome", "") for example in examples}
        assert ways == set(step.outcomes or ("",)), step.key


@pytest.mark.parametrize("name", EVERY)
def test_every_example_follows_its_own_schema(name: str) -> None:
    for scenes in everywhere(standard(name)).values():
        for action in actions(scenes[0]):
            assert action.schema["examples"], action.name
            for example in action.schema["examples"]:
                assert [*faults(example, action.schema)] == [], action


@pytest.mark.parametrize("name", EVERY)
def test_the_first_example_does_not_send_the_file_back(name: str) -> None:
    for key, scenes in everywhere(standard(name)).items():
        if key:
            outcome = offered(scenes[0]).schema["examples"][0].get("outcome")
            step = scenes[0].standard.step(key)
            assert not outcome or not scenes[0].standard.returns(step, outcome), key


def test_every_other_action_is_accepted_as_its_example_says() -> None:
    of = standard(SKCK)
    names = set()
    for scenes in everywhere(of).values():
        before = scenes[0]
        for action in actions(before):
            if action.step is None:
                names.add(action.name)
                _accepted(before, action.name, action.schema["examples"][0], action.path)
    assert {"approve", "amend", "add-requirement", "correct", "withdraw", "reserve"} <= names
    assert "reword" not in names


def _accepted(before: Scene, name: str, example: dict[str, object], path: str) -> None:
    sent = commands.read_sent(example, ZONE)  # type: ignore[arg-type]
    assert isinstance(sent, commands.Sent)
    paper = path.split("/")[1] if path.startswith("papers/") else ""
    command = commands.aside(name, sent, paper)
    assert not isinstance(command, tuple), command
    values = {**before.circumstances.values, **getattr(command, "values", {})}
    if hasattr(command, "values"):
        command = replace(command, values=values)  # type: ignore[type-var]
    decision = decide(before.standard, before.case, command, before.circumstances)
    assert isinstance(decision, Accepted), (name, decision)


def checking() -> tuple[Standard, Case, Circumstances]:
    of = standard(SKCK)
    case, seen = filed(of)
    return of, case, seen


def test_a_check_lists_each_ask_of_this_file_with_its_words() -> None:
    of, case, seen = checking()
    verdicts = offered(scene(of, case, seen)).schema["properties"]["verdicts"]
    assert set(verdicts["properties"]) == set(case.all_asks)
    assert all(one["title"] for one in verdicts["properties"].values())
    assert "ada" in verdicts["properties"][case.all_asks[0]]["anyOf"][0]["enum"]


def test_an_ask_that_cannot_follow_is_not_offered_as_following() -> None:
    of, case, seen = checking()
    verdicts = offered(scene(of, case, seen)).schema["properties"]["verdicts"]["properties"]
    by_ask = {ask.key: ask.may_follow for ask in of.asks}
    for key, schema in verdicts.items():
        assert ("menyusul" in schema["anyOf"][0]["enum"]) is by_ask[key.split("/")[0]], key


def test_an_outcome_that_goes_back_says_so() -> None:
    of, case, seen = checking()
    outcome = offered(scene(of, case, seen)).schema["properties"]["outcome"]
    assert outcome["enum"] == ["lengkap", "tidak-lengkap"]
    assert outcome["x-outcomes"] == [
        {"name": "lengkap", "to": "tanda-tangan", "returns": False, "ends": False},
        {"name": "tidak-lengkap", "to": "ajukan", "returns": True, "ends": False},
    ]
    assert [one.get("returns") for one in outcome["oneOf"]] == [None, True]


def test_facts_of_a_table_are_asked_for_with_its_cells() -> None:
    of = standard("35.14.11-pandaan/rekomendasi-pencairan-dana-desa")
    case, seen = filed(of)
    schema = offered(scene(of, case, seen)).schema
    facts = schema["properties"]["facts"]
    assert facts["required"] == ["berkas-sesuai", "spj-selesai"]
    assert len(facts["x-table"]) == 4
    assert len({str(one["facts"]) for one in schema["examples"]}) == 4


def test_a_caution_that_speaks_up_is_asked_for_and_answered_in_the_examples() -> None:
    of = standard("35.14.11-pandaan/ahli-waris")
    case, seen = carried_to(of, "verifikasi", sengketa=True)
    schema = offered(scene(of, case, seen)).schema
    assert schema["properties"]["reminders"]["required"] == ["sengketa"]
    assert [one["key"] for one in schema["x-reminders"]] == ["sengketa"]
    assert "reminders" in schema["required"]
    assert all("sengketa" in example["reminders"] for example in schema["examples"])


def test_without_a_caution_nothing_is_said_of_reminders() -> None:
    of, case, seen = checking()
    schema = offered(scene(of, case, seen)).schema
    assert "reminders" not in schema["properties"]
    assert schema["x-reminders"] == []


def test_a_number_of_another_system_is_asked_for_where_the_book_takes_it_from_there() -> None:
    of = standard(SKCK)
    case, seen = carried_to(of, "register")
    elsewhere = replace(seen, books={"register-skck": NumberMode.EXTERNAL})
    schema = offered(scene(of, case, elsewhere)).schema
    assert schema["properties"]["external"]["required"] == ["register-skck"]
    assert schema["examples"][0]["external"] == {"register-skck": "CONTOH/0001"}


def test_whoever_records_a_signature_says_whose_it_is() -> None:
    of = standard(SKCK)
    case, seen = carried_to(of, "tanda-tangan")
    action = offered(scene(of, case, seen, counter()))
    assert action.recorded_for == "pejabat-berwenang"
    assert action.schema["properties"]["signed_by"]["x-labels"]["camat"] == "Camat"
    assert action.schema["examples"][0]["signed_by"] == "camat"


def test_a_signer_is_not_asked_who_signs_nor_offered_what_is_not_set_up() -> None:
    of = standard(SKCK)
    case, seen = carried_to(of, "tanda-tangan")
    schema = offered(scene(of, case, seen, do_all())).schema
    assert schema["properties"]["method"]["enum"] == ["basah"]
    assert "signed_by" not in schema["examples"][0]


def test_an_applicant_can_write_no_inner_note() -> None:
    of = standard(SKCK)
    case, seen = filed(of)
    back = offered(scene(of, case, seen)).schema["examples"][-1]
    returned = done(scene(of, case, seen), back).case
    schema = offered(scene(of, returned, seen, applicant())).schema
    assert "note" not in schema["properties"]
    assert "reasons" in schema["properties"]


def test_the_holder_of_a_code_may_withdraw_but_not_check() -> None:
    of, case, seen = checking()
    names = {action.name for action in actions(scene(of, case, seen, applicant()))}
    assert names == {"withdraw"}


def test_no_example_shows_a_confidential_line_of_the_form() -> None:
    words = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.NAME)
    tried = 0
    for of in all_standards().values():
        kept_back = [f for f in of.fields if f.readers and f.type in words and f.group is None]
        for f in kept_back:
            case, seen = filed(of)
            values = {**seen.values, f.key: "Rahasia Sekali"}
            before = scene(of, case, replace(seen, values=values))
            assert "Rahasia" not in str([one.schema["examples"] for one in actions(before)])
            tried += 1
    assert tried


def test_the_steps_of_all_standards_use_every_verb() -> None:
    """So that what is proved above of examples is proved of the verbs."""
    used = {step.do for of in all_standards().values() for step in of.steps}
    assert set(Verb) - used == set()


def test_policy_of_electronic_signing_opens_the_second_method() -> None:
    of = standard(SKCK)
    case, seen = carried_to(of, "tanda-tangan")
    policy = replace(seen.policy, electronic_signing=True)
    schema = offered(scene(of, case, world(seen.values, policy=policy))).schema
    assert schema["properties"]["method"]["enum"] == ["basah", "elektronik"]

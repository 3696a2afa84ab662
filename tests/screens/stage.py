# SPDX-License-Identifier: EUPL-1.2
"""A stage without a database: every standard of the repository before somebody who may do all.

It is Monday 23 November 2026, 09.40 WIB, at an office whose only village is invented.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pendopo.domain.calendar import OfficeCalendar
from pendopo.domain.case import Case, opened
from pendopo.domain.circumstances import Actor, ActorKind, Capacity, Circumstances
from pendopo.domain.commands import Accepted, File
from pendopo.domain.decide import decide
from pendopo.domain.filled import derive
from pendopo.domain.forms import Setting, check_form
from pendopo.domain.standard import Standard, Values
from pendopo.screens.deeds import commands
from pendopo.screens.deeds.offered import Action, actions
from pendopo.screens.forms.examples import Desk, example_form
from pendopo.screens.scenes import Scene
from pendopo.standards.compiling import to_domain
from tests.people import NOW, TODAY
from tests.real_offices import read_all

ZONE = "Asia/Jakarta"
CALENDAR = OfficeCalendar.national(ZONE)
SETTING = Setting(
    TODAY, "99.01.01", {"99.01.01.2001": "Sumberwangi"}, CALENDAR.working_days_between
)
DESK = Desk(SETTING, CALENDAR, NOW)


def all_standards() -> dict[str, Standard]:
    """Every standard of both offices and of the nation, by folder and slug."""
    national, folders = read_all()
    classes = national.classes.word.classes
    files = [(folder.name, file) for folder in folders for file in folder.services]
    files += [("national", file) for file in national.services]
    return {f"{name}/{file.stem}": to_domain(file.word, classes) for name, file in files}


def standard(name: str) -> Standard:
    """One of them, such as `35.14.11-pandaan/skck`."""
    return all_standards()[name]


def titles() -> dict[str, str]:
    """What people call each role."""
    return {key: role.title for key, role in read_all()[0].roles.word.roles.items()}


def outside() -> frozenset[str]:
    """The roles that are not of an office."""
    return frozenset(k for k, role in read_all()[0].roles.word.roles.items() if role.outside)


def do_all() -> Actor:
    """An officer who holds every role of the office and may sign everything."""
    roles = frozenset(titles()) - outside()
    able = tuple(Capacity(role, role, "1", "Hadi", titles()[role]) for role in sorted(roles))
    return Actor("99.01.01", "1", "Hadi", tuple(sorted(roles)), roles, able)


def counter() -> Actor:
    """Somebody who keeps the counter and nothing else."""
    return Actor("99.01.01", "2", "Rini", ("petugas-loket",), frozenset({"petugas-loket"}))


def applicant() -> Actor:
    """Whoever holds the code."""
    return Actor("99.01.01", "RJW", "", (), outside(), kind=ActorKind.APPLICANT)


def world(values: Values, actor: Actor | None = None, **others: Any) -> Circumstances:
    """What the engine may know, with a signer at hand."""
    who = actor or do_all()
    return Circumstances(
        NOW,
        who,
        CALENDAR,
        signers=do_all().capacities,
        values=values,
        outside=outside(),
        **others,
    )


def filled(of: Standard, **changes: object) -> Values:
    """The example of a standard's form, checked and derived, with changes."""
    checked = check_form(of, {**example_form(of, DESK), **changes}, SETTING)
    assert not checked.troubles, checked.troubles
    return derive(of, checked.values, TODAY, CALENDAR.working_days_between)


def filed(of: Standard, **changes: object) -> tuple[Case, Circumstances]:
    """A case as it is after its form was handed in."""
    seen = world(filled(of, **changes))
    decision = decide(of, opened(of), File(seen.values), seen)
    assert isinstance(decision, Accepted), decision
    return decision.case, seen


def scene(of: Standard, case: Case, seen: Circumstances, actor: Actor | None = None) -> Scene:
    """The case before somebody."""
    return Scene(of, case, replace(seen, actor=actor or seen.actor), SETTING, titles())


def offered(before: Scene, name: str = "act") -> Action:
    """One action that is offered there."""
    return next(one for one in actions(before) if one.name == name)


def done(before: Scene, example: dict[str, Any]) -> Accepted:
    """What comes of sending an example for the step that the case stands at."""
    sent = commands.read_sent(example, ZONE)
    assert isinstance(sent, commands.Sent), sent
    command = commands.one_deed(before.case.step or "", sent)
    decision = decide(before.standard, before.case, command, before.circumstances)
    assert isinstance(decision, Accepted), decision
    return decision


def carried_to(of: Standard, step: str, **changes: object) -> tuple[Case, Circumstances]:
    """A case that was carried to a step by the first example of each step before it."""
    case, seen = filed(of, **changes)
    while case.step != step:
        before = scene(of, case, seen)
        case = done(before, offered(before).schema["examples"][0]).case
    return case, seen

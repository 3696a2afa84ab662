# SPDX-License-Identifier: EUPL-1.2
"""A walker that knows no service: it reads what a step takes and says it.

Forms are filled in from the fields, verdicts from what the case asks for, facts and roles from
the move that is planned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from pendopo.domain.books import NumberMode
from pendopo.domain.case import Case
from pendopo.domain.circumstances import Actor, Capacity
from pendopo.domain.commands import Act, AddRequirement, Command, Decision, Deed
from pendopo.domain.duty_fields import DutyField, fields_of
from pendopo.domain.events import Json
from pendopo.domain.forms import Setting, check_form
from pendopo.domain.permits import acting_role
from pendopo.domain.procedure import Move
from pendopo.domain.reminders import standing_reminders
from pendopo.domain.standard import Field, Standard, Step
from pendopo.domain.vocabulary import Due, FieldType, Verb
from tests.domain.desk import (
    AS_CAMAT,
    CALENDAR,
    RINI,
    TODAY,
    Desk,
    computed,
    done,
    officer,
)

VILLAGES = {"99.01.01.2001": "Sumberwangi"}
SETTING = Setting(TODAY, "99.01.01", VILLAGES, CALENDAR.working_days_between)
SECRET = "Contoh Rahasia"
"""What stands wherever a person could be named: it may never reach an event's open part."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to walk: which options, `ya` or `tidak`, which paper forms, and by whose hand."""

    last_options: bool = False
    last_forms: bool = False
    recorded: bool = False
    follows: bool = False
    born: date = date(1985, 3, 12)


MANNERS = (
    Manner(),
    Manner(last_options=True, last_forms=True, recorded=True),
    Manner(follows=True, born=date(2010, 3, 12), recorded=True),
)


@lru_cache(maxsize=128)
def example(standard: Standard, manner: Manner = MANNERS[0]) -> Mapping[str, object]:
    """A whole form that the checks let through, cleaned and computed."""
    typed: dict[str, object] = _filled(standard, None, manner)
    for group in standard.groups:
        member = _filled(standard, group.key, manner)
        rows: object = [member] * max(group.at_least, 2)
        named = {key: member for key, _ in group.members}
        typed[group.key] = named or rows
    checked = check_form(standard, typed, SETTING)
    assert checked.troubles == (), checked.troubles
    return computed(standard, checked.values)


def _filled(standard: Standard, group: str | None, manner: Manner) -> dict[str, object]:
    asked = (f for f in standard.fields if f.group == group and f.derive is None)
    return {f.key: _typed(standard, f, manner) for f in asked}


def _typed(standard: Standard, wanted: Field, manner: Manner) -> object:
    """What somebody would type into a field of this type."""
    typed: dict[FieldType, object] = {
        FieldType.NAME: SECRET,
        FieldType.TEXT: SECRET,
        FieldType.LONG_TEXT: SECRET,
        FieldType.DATE: _day(standard, wanted, manner).isoformat(),
        FieldType.TIME: "09.00",
        FieldType.INTEGER: "3",
        FieldType.MONEY: "Rp1.250.000",
        FieldType.NIK: "9901015203850001",
        FieldType.KK: "9901011203850001",
        FieldType.NOP: "990101000100200030",
        FieldType.PHONE: "0812 0000 0001",
        FieldType.EMAIL: "contoh@contoh.id",
        FieldType.VILLAGE: "Sumberwangi",
        FieldType.YES_NO: "tidak" if manner.last_options else "ya",
    }
    if wanted.type is FieldType.CHOICE:
        return wanted.options[-1 if manner.last_options else 0][0]
    return typed[wanted.type]


def _day(standard: Standard, wanted: Field, manner: Manner) -> date:
    """Far ahead for what has a lead time, in youth for what an age is reckoned from."""
    if any(limit.before == wanted.key for limit in standard.limits):
        return TODAY + timedelta(days=14 if manner.follows else 120)
    spans = [f.derive for f in standard.fields if f.derive]
    if any(d.start == wanted.key and d.how == "years" for d in spans):
        return manner.born
    return TODAY - timedelta(days=3)


def hand(step: Step, case: Case, manner: Manner) -> Actor:
    """Whoever does this step, or the office role that records it."""
    role = acting_role(step, case)
    recorder = step.via or (RINI.positions[0] if step.do in (Verb.SIGN, Verb.INITIAL) else None)
    if manner.recorded and recorder and recorder != role:
        return officer("pencatat", recorder)
    if step.do is Verb.SIGN:
        return officer("hadi", role, capacities=(signer_of(role),))
    return officer(role, role)


def signer_of(role: str) -> Capacity:
    """Whoever may sign as this role."""
    return replace(AS_CAMAT, role=role, position=f"penanda-tangan-{role}")


def signers(standard: Standard) -> tuple[Capacity, ...]:
    """Whoever may sign any step of this standard."""
    roles = dict.fromkeys(s.by for s in standard.steps if s.do is Verb.SIGN)
    return tuple(signer_of(role) for role in roles)


def words(desk: Desk, move: Move, manner: Manner) -> dict[str, Json]:
    """All that the step of this move takes, said so that the move is made."""
    step = desk.standard.step(move.step)
    said = {f.key: _SAY[f.type](f, desk, move, manner) for f in fields_of(step)}
    return {key: value for key, value in said.items() if value is not None}


def _verdicts(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    step, case = desk.standard.step(move.step), desk.case
    verdicts: dict[str, Json] = dict.fromkeys(case.all_asks, "ada")
    if manner.follows:
        may = {a.key for a in desk.standard.asks if a.may_follow}
        later: Json = {"verdict": "menyusul", "allowed_by": "petugas-loket"}
        verdicts.update({a: later for a in case.all_asks if a.split("/")[0] in may})
    if not step.table and desk.standard.returns(step, move.outcome):
        verdicts[case.all_asks[0]] = {"verdict": "salah", "reason": SECRET}
    return verdicts


def _owed(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    pickup = {a.key for a in desk.standard.asks if a.due is Due.PICKUP}
    due = (a for a in desk.case.asks if a.split("/")[0] in pickup)
    return list(dict.fromkeys([*desk.case.to_follow(), *due]))


def _forms(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    place = -1 if manner.last_forms else 0
    return {p.key: p.forms[place].value for p in desk.standard.papers}


def _numbers(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    books = (b for b, mode in desk.books.items() if mode is NumberMode.EXTERNAL)
    return {book: f"LUAR/{book}" for book in books}


def _position(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    step = desk.standard.step(move.step)
    own = hand(step, desk.case, manner).capacities
    return None if own else signer_of(acting_role(step, desk.case)).position


def _heard(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    step = desk.standard.step(move.step)
    standing = standing_reminders(desk.standard, step, desk.world(RINI), desk.now)
    return {reminder.key: SECRET for reminder in standing}


def _roles(field: DutyField, desk: Desk, move: Move, manner: Manner) -> Json:
    return [move.role or "kasi"]


_Say = Callable[[DutyField, Desk, Move, Manner], Json]
_SAY: Mapping[str, _Say] = {
    "outcome": lambda field, desk, move, manner: move.outcome or None,
    "text": lambda field, desk, move, manner: SECRET,
    "choice": lambda field, desk, move, manner: field.options[0],
    "yes-no": lambda field, desk, move, manner: None,
    "values": lambda field, desk, move, manner: None,
    "date": lambda field, desk, move, manner: "2026-11-20",
    "moment": lambda field, desk, move, manner: "2026-12-01T09:00",
    "money": lambda field, desk, move, manner: "125.000",
    "role": lambda field, desk, move, manner: move.role or None,
    "facts": lambda field, desk, move, manner: dict(move.facts) or None,
    "verdicts": _verdicts,
    "asks": _owed,
    "forms": _forms,
    "numbers": _numbers,
    "position": _position,
    "reasons": _heard,
    "roles": _roles,
}


def desk_for(standard: Standard, outside: frozenset[str]) -> Desk:
    """An empty desk in an office where everybody may sign who is asked to."""
    return Desk(standard, signers=signers(standard), outside=outside)


def prepare(desk: Desk, move: Move, manner: Manner) -> None:
    """A file that asks for nothing can lack nothing: then something is asked for first."""
    step = desk.standard.step(move.step)
    returning = step.do is Verb.VERIFY and desk.standard.returns(step, move.outcome)
    if returning and not step.table and not desk.case.all_asks:
        more = AddRequirement(SECRET, SECRET)
        done(desk.do(hand(step, desk.case, manner), more))


def command(desk: Desk, move: Move, manner: Manner) -> tuple[Actor, Command]:
    """Who makes a move, and what they say."""
    actor = hand(desk.standard.step(move.step), desk.case, manner)
    return actor, Act((Deed(move.step, words(desk, move, manner)),))


def make(desk: Desk, move: Move, manner: Manner) -> Decision:
    """Make one planned move; the first one files the case."""
    if not desk.case.version:
        values = example(desk.standard, manner)
        desk.values = values
        return desk.file(
            hand(desk.standard.first, desk.case, manner), values, **words(desk, move, manner)
        )
    prepare(desk, move, manner)
    return desk.do(*command(desk, move, manner))

# SPDX-License-Identifier: EUPL-1.2
"""A counter in memory: the cast, their circumstances, and a desk on which one file lies.

Rini keeps the counter, Bayu is Kasi, Sari is Sekcam and Hadi the Camat; Wati has filed and
holds the tracking code. Nobody here exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import cast

from pendopo.domain.books import NumberMode
from pendopo.domain.case import Case, Verdict, apply, opened
from pendopo.domain.circumstances import Actor, ActorKind, Capacity, Circumstances, Policy
from pendopo.domain.commands import (
    Accepted,
    Act,
    Amend,
    Command,
    Correct,
    Decision,
    Deed,
    File,
    Refused,
)
from pendopo.domain.decide import decide
from pendopo.domain.events import Entry, Event, Json
from pendopo.domain.filled import derive
from pendopo.domain.standard import Standard, Values
from tests.domain.standards_for_tests import COUNTER, LETTER, OUTSIDE
from tests.domain.year_2026 import at, calendar

OFFICE = "99.01.01"
CALENDAR = calendar()
MONDAY = at("2026-11-23 09.00")
TODAY = date(2026, 11, 23)

FORM: Mapping[str, object] = {"nama": "Wati Rekaan", "desa": "Sumberwangi"}


def capacity(position: str, officer: str, title: str, line: str = "") -> Capacity:
    return Capacity("camat", position, officer, officer.title(), title, line)


AS_CAMAT = capacity("camat", "hadi", "Camat")
AS_SEKCAM = capacity("sekretaris-camat", "sari", "Sekretaris Camat", "a.n.")
AS_KASI = capacity("kasi", "bayu", "Kepala Seksi", "u.b.")
SIGNERS = (AS_CAMAT, AS_SEKCAM, AS_KASI)


def officer(name: str, *roles: str, capacities: tuple[Capacity, ...] = ()) -> Actor:
    return Actor(OFFICE, name, name.title(), roles, frozenset(roles), capacities)


RINI = officer("rini", COUNTER)
TONO = officer("tono", COUNTER)
BAYU = officer("bayu", "kasi", capacities=(AS_KASI,))
SARI = officer("sari", "sekretaris-camat", capacities=(AS_SEKCAM,))
HADI = officer("hadi", "camat", capacities=(AS_CAMAT,))
GUARD = officer("joko", "petugas-keamanan")
VILLAGE = officer("kasun", "desa")
WATI = Actor(OFFICE, "RJW1", "", (), OUTSIDE, kind=ActorKind.APPLICANT)


def world(
    actor: Actor, now: datetime = MONDAY, values: Values | None = None, **more: object
) -> Circumstances:
    """The circumstances of an ordinary Monday; `more` replaces any part of them."""
    whole = Circumstances(now, actor, CALENDAR, SIGNERS, Policy(), values or {}, outside=OUTSIDE)
    return replace(whole, **more)  # type: ignore[arg-type]


def computed(standard: Standard, values: Values) -> dict[str, object]:
    """The form with its derived fields, as the service hands it to the engine."""
    return derive(standard, values, TODAY, CALENDAR.working_days_between)


def done(decision: Decision) -> Accepted:
    """The decision, which must be that it happens."""
    assert isinstance(decision, Accepted), decision
    return decision


def refused(decision: Decision) -> set[tuple[str, str]]:
    """The codes and places of a decision, which must be a refusal in words."""
    assert isinstance(decision, Refused), decision
    assert decision.reasons
    assert all(reason.text.strip() for reason in decision.reasons)
    return {(reason.code, reason.where) for reason in decision.reasons}


@dataclass
class Desk:
    """One file, everything that happened to it, and what the service around it would keep."""

    standard: Standard = LETTER
    case: Case = field(init=False)
    events: list[Event] = field(default_factory=list)
    values: Values = field(default_factory=dict)
    numbers: dict[tuple[str, str | None], str] = field(default_factory=dict)
    books: Mapping[str, NumberMode] = field(default_factory=dict)
    signers: tuple[Capacity, ...] = SIGNERS
    policy: Policy = field(default_factory=Policy)
    outside: frozenset[str] = OUTSIDE
    now: datetime = MONDAY

    def __post_init__(self) -> None:
        self.case = opened(self.standard)

    def world(self, actor: Actor) -> Circumstances:
        return world(
            actor,
            self.now,
            self.values,
            books=self.books,
            signers=self.signers,
            policy=self.policy,
            outside=self.outside,
        )

    def ask(self, actor: Actor, command: Command) -> Decision:
        """What the engine would say; nothing happens."""
        return decide(self.standard, self.case, command, self.world(actor))

    def do(self, actor: Actor, command: Command) -> Decision:
        """Ask, and let it happen when it may: a minute passes and numbers are given."""
        decision = self.ask(actor, command)
        if isinstance(decision, Accepted):
            for event in decision.events:
                self.keep(event)
            self.now += timedelta(minutes=1)
        return decision

    def keep(self, event: Event) -> None:
        """What the service does with an event: numbers are filled in before it is stored."""
        event = event.filled(tuple(self.numbered(entry) for entry in event.entries))
        self.case = apply(self.standard, self.case, event)
        self.events.append(event)
        kept = event.private.get("values")
        self.values = cast("Values", kept) if isinstance(kept, dict) else self.values

    def numbered(self, entry: Entry) -> Entry:
        if entry.line not in self.numbers:
            taken = sum(book == entry.book for book, _ in self.numbers)
            self.numbers[entry.line] = entry.number or f"{entry.book}/{taken + 1}"
        return replace(entry, number=self.numbers[entry.line])

    def file(self, actor: Actor = RINI, values: Values = FORM, **data: Json) -> Decision:
        whole = computed(self.standard, values)
        self.values = self.values or whole
        return self.do(actor, File(whole, data))

    def act(self, actor: Actor, step: str, **data: Json) -> Decision:
        return self.do(actor, Act((Deed(step, data),)))

    def at(self, actor: Actor, step: str, happened_at: datetime, **data: Json) -> Decision:
        """A late entry."""
        return self.do(actor, Act((Deed(step, data),), happened_at))

    def amend(self, actor: Actor, **changes: object) -> Decision:
        return self.do(actor, Amend(computed(self.standard, {**self.values, **changes})))

    def correct(self, actor: Actor, reason: str = "Salah ketik.", **changes: object) -> Decision:
        values = computed(self.standard, {**self.values, **changes})
        return self.do(actor, Correct(values, reason))

    def verdicts(self, **others: Json) -> dict[str, Json]:
        """Everything that is asked for is there, but for what is said."""
        return {**dict.fromkeys(self.case.all_asks, Verdict.PRESENT.value), **others}

    def check(self, actor: Actor = RINI, step: str = "periksa", **others: Json) -> Decision:
        """A check in which everything is there, but for the verdicts said."""
        return self.act(actor, step, verdicts=self.verdicts(**others))


def at_step(step: str, values: Values = FORM) -> Desk:
    """A desk on which the letter of the tests has come to this step without a hitch."""
    desk = Desk()
    done(desk.file(values=values))
    usual: dict[str, tuple[Actor, dict[str, Json]]] = {
        "periksa": (RINI, {"verdicts": desk.verdicts()}),
        "konsep": (RINI, {}),
        "paraf": (BAYU, {}),
        "tanda-tangan": (HADI, {}),
        "catat": (RINI, {}),
        "stempel": (RINI, {}),
        "serahkan": (RINI, HANDED),
    }
    while desk.case.step and desk.case.step != step:
        actor, data = usual[desk.case.step]
        done(desk.act(actor, desk.case.step, **data))
    assert desk.case.state == step
    return desk


HANDED: dict[str, Json] = {"collector": "Wati", "relation": "sendiri", "received": ["materai"]}

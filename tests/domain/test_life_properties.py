# SPDX-License-Identifier: EUPL-1.2
"""Whatever is asked of a case, in whatever order, it stays one that its procedure knows.

The cast does sensible and senseless things to files of real and of random standards; after
each of them everything that must always hold is looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pendopo.domain.books import NumberMode, RowStatus
from pendopo.domain.case import Case, replay
from pendopo.domain.circumstances import Actor
from pendopo.domain.clocking import ClockSetting, reckoning_of
from pendopo.domain.commands import (
    Accepted,
    Act,
    AddRequirement,
    Amend,
    Approve,
    CloseAbandoned,
    Command,
    Correct,
    Deed,
    File,
    Refused,
    Reserve,
    TakeBack,
    Withdraw,
)
from pendopo.domain.events import TAKEN_BACK, Json
from pendopo.domain.offers import offers
from pendopo.domain.procedure import moves, walks
from pendopo.domain.promise import DayPolicy
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import End, Verb
from tests.domain import walking
from tests.domain.desk import BAYU, CALENDAR, HADI, RINI, SARI, TONO, WATI, Desk, computed, done
from tests.domain.generated_standards import BOOKS, standards
from tests.domain.standards_for_tests import (
    LETTER,
    names_of_real_standards,
    real_outside_roles,
    real_standards,
)
from tests.domain.walking import MANNERS

CAST = (RINI, TONO, BAYU, HADI, SARI, WATI)

STRANGE: tuple[Json, ...] = (None, 3, True, "", "entah", [], ["x"], {}, {"x": 1}, {"ktp": "ada"})


class Day:
    """A desk at which numbers choose what happens, and which remembers what it saw."""

    def __init__(self, standard: Standard, modes: Mapping[str, NumberMode]) -> None:
        self.standard = standard
        self.desk = walking.desk_for(standard, real_outside_roles())
        self.desk.books = modes
        self.form = dict(walking.example(standard, MANNERS[0]))
        self.desk.values = self.form
        self.numbers: dict[tuple[str, str | None], str | None] = {}

    def happens(self, what: int, how: int) -> None:
        actor, command = _DEEDS[what % len(_DEEDS)](self, how)
        self.asked(actor, command)

    def asked(self, actor: Actor, command: Command) -> None:
        before, said, form = self.desk.case, repr(command), repr(self.desk.values)
        decision = self.desk.do(actor, command)
        assert repr(command) == said, "what was said may not be changed"
        if isinstance(decision, Refused):
            assert decision.reasons and all(r.code and r.text for r in decision.reasons)
            assert self.desk.case is before and repr(self.desk.values) == form
        else:
            self.accepted(before, decision, actor, command)

    def accepted(self, before: Case, decision: Accepted, actor: Actor, command: Command) -> None:
        desk = self.desk
        assert decision.events
        assert decision.case.state == desk.case.state
        assert desk.case.version == before.version + len(decision.events) == len(desk.events)
        assert all(event.actor == actor.key for event in decision.events)
        if before.ended:
            assert isinstance(command, (TakeBack, Correct))
        if isinstance(command, TakeBack):
            _restored(before, desk.case)
        self.looked_over()

    def looked_over(self) -> None:
        _stands_in_the_procedure(self.standard, self.desk.case)
        _walked_a_path(self.standard, self.desk.case)
        assert replay(self.standard, self.desk.events) == self.desk.case
        self.kept_its_numbers()
        for event in self.desk.events[-3:]:
            assert walking.SECRET not in json.dumps(dict(event.data))
            json.dumps(dict(event.private))

    def kept_its_numbers(self) -> None:
        """One line for each book and paper, its number for ever; void only at the end."""
        case = self.desk.case
        lines = Counter(entry.line for entry in case.entries)
        assert set(lines.values()) <= {1}
        now = {entry.line: entry.number for entry in case.entries}
        assert all(now.get(line) == number for line, number in self.numbers.items())
        self.numbers = now
        signed = {p.key for p in case.papers if p.signed}
        for entry in case.entries:
            if entry.mark is RowStatus.CANCELLED:
                assert case.ended and entry.paper not in signed
            if case.ended:
                assert entry.mark is not RowStatus.RESERVED


def _stands_in_the_procedure(standard: Standard, case: Case) -> None:
    steps, ends = {s.key for s in standard.steps}, set(End)
    assert (case.step in steps and case.end is None) or (case.step is None and case.end in ends)
    assert case.ended is (case.ended_at is not None)


def _walked_a_path(standard: Standard, case: Case) -> None:
    assert case.trail[0].step == standard.first.key
    for here, there in zip(case.trail, case.trail[1:], strict=False):
        assert here.to == there.step
        assert here.at <= there.at
    for passed in case.trail:
        step = standard.step(passed.step)
        assert (passed.outcome, passed.to) in step.exits
        assert passed.returns == (bool(step.outcomes) and standard.returns(step, passed.outcome))
    assert case.trail[-1].to == case.state or case.end in (End.WITHDRAWN, End.EXPIRED)


def _restored(before: Case, after: Case) -> None:
    """Exactly the step before, but for the count of events, numbers, drafts and the form."""
    previous = before.before
    assert previous is not None
    versions = {p.key: p.version for p in before.papers}
    papers = tuple(replace(p, version=versions[p.key]) for p in previous.papers)
    kept = {ask for ask, _ in before.verdicts}
    assert after == replace(
        previous,
        version=before.version + 1,
        entries=before.entries,
        asks=before.asks,
        verdicts=tuple(v for v in previous.verdicts if v[0] in kept),
        papers=papers,
    )


Deeds = Callable[[Day, int], tuple[Actor, Command]]


def _forward(day: Day, how: int) -> tuple[Actor, Command]:
    """The next step as it should be done, one of its moves."""
    desk = day.desk
    if not desk.case.version:
        return walking.hand(day.standard.first, desk.case, MANNERS[how % 2]), File(day.form)
    if desk.case.step is None:
        return RINI, TakeBack()
    ways = moves(day.standard.step(desk.case.step))
    move, manner = ways[how % len(ways)], MANNERS[how % len(MANNERS)]
    step = day.standard.step(move.step)
    returning = step.do is Verb.VERIFY and day.standard.returns(step, move.outcome)
    if returning and not step.table and not desk.case.all_asks:
        return walking.hand(step, desk.case, manner), AddRequirement("Surat", "Perlu.")
    return walking.command(desk, move, manner)


def _on(day: Day, how: int) -> tuple[Actor, Command]:
    """The next step by its first way on, which leads to the end."""
    return _forward(day, 0)


def _spoilt(day: Day, how: int) -> tuple[Actor, Command]:
    """The next step with one word of what is said made strange."""
    actor, command = _forward(day, how)
    if not isinstance(command, Act):
        return actor, command
    deed = command.deeds[0]
    keys = sorted(deed.data) or ["note"]
    data = {**deed.data, keys[how % len(keys)]: STRANGE[how % len(STRANGE)]}
    return actor, Act((Deed(deed.step, data),))


def _by_anyone(day: Day, how: int) -> tuple[Actor, Command]:
    return CAST[how % len(CAST)], _forward(day, how)[1]


def _twice(day: Day, how: int) -> tuple[Actor, Command]:
    """Two steps at once, the second one blindly."""
    actor, command = _forward(day, how)
    if not isinstance(command, Act):
        return actor, command
    deed = command.deeds[0]
    onward = day.standard.step(deed.step).exits[0][1]
    return actor, Act((deed, Deed(onward, deed.data if how % 2 else {})))


def _late(day: Day, how: int) -> tuple[Actor, Command]:
    actor, command = _forward(day, how)
    day.desk.now += timedelta(minutes=how * 7)
    if isinstance(command, (Act, File)):
        command = replace(command, happened_at=day.desk.now - timedelta(minutes=how * 5 - 4))
    return actor, command


def _mended(day: Day, how: int) -> dict[str, object]:
    """The form, changed in one of several ways."""
    names = ("Adi", "Ida", "Edi")
    children = [{"nama-anak": name} for name in names[how % 3 :]]
    groups = {g.key for g in day.standard.groups}
    changed: dict[str, object] = {**day.desk.values, "keperluan": f"Keperluan {how}"}
    if "anak" in groups and how % 2:
        changed["anak"] = children
    if how % 5 == 0:
        changed.pop("uraian", None)
    return computed(day.standard, changed)


def _file_again(day: Day, how: int) -> tuple[Actor, Command]:
    """The form handed in again with what was mended."""
    actor, command = _forward(day, how)
    if (
        not isinstance(command, Act)
        or day.standard.step(command.deeds[0].step).do is not Verb.SUBMIT
    ):
        return CAST[how % len(CAST)], File(day.form)
    values: Json = _mended(day, how)  # type: ignore[assignment]
    return actor, Act((Deed(command.deeds[0].step, {"values": values}),))


def _with_book(day: Day, how: int) -> tuple[Actor, Command]:
    keys = [p.key for p in day.standard.papers] or ["?"]
    return CAST[how % 2], Reserve(keys[how % len(keys)])


_DEEDS: tuple[Deeds, ...] = (
    _on,
    _on,
    _on,
    _on,
    _forward,
    _forward,
    _forward,
    _spoilt,
    _by_anyone,
    _twice,
    _late,
    _file_again,
    _with_book,
    lambda day, how: (CAST[how % len(CAST)], TakeBack("Keliru.")),
    lambda day, how: (_doer(day), TakeBack("Keliru.")),
    lambda day, how: (CAST[how % 3], AddRequirement("Surat", "Perlu." if how else "")),
    lambda day, how: (CAST[how % len(CAST)], Amend(_mended(day, how))),
    lambda day, how: (CAST[how % len(CAST)], Correct(_mended(day, how), "Keliru.")),
    lambda day, how: (CAST[how % len(CAST)], Approve()),
    lambda day, how: (CAST[how % len(CAST)], CloseAbandoned("Lama." if how else "")),
    lambda day, how: (CAST[how % len(CAST)], Withdraw() if how % 4 == 0 else Approve()),
)


def _doer(day: Day) -> Actor:
    """Whoever did the last step, as she was then."""
    before = day.desk.case.before
    if before is None or before.step is None:
        return RINI
    hands = [walking.hand(day.standard.step(before.step), before, m) for m in MANNERS]
    last = day.desk.case.trail[-1].actor
    return next((a for a in (*hands, *CAST) if a.key == last), RINI)


DEEDS = st.lists(
    st.tuples(st.integers(0, len(_DEEDS) - 1), st.integers(0, 9)), min_size=12, max_size=40
)
MODES = st.fixed_dictionaries({book: st.sampled_from(NumberMode) for book in BOOKS})


def lived(
    standard: Standard, deeds: list[tuple[int, int]], modes: Mapping[str, NumberMode]
) -> None:
    day = Day(standard, modes)
    day.happens(0, 0)
    for what, how in deeds:
        day.happens(what, how)
    case, desk = day.desk.case, day.desk
    setting = ClockSetting(CALENDAR, DayPolicy.WORKING_DAY, desk.outside)
    reckoning_of(standard, case, desk.values, setting, desk.now)
    for actor in CAST[:3]:
        offers(standard, case, desk.world(actor))


@given(standards(), DEEDS, MODES)
@settings(max_examples=150)
def test_a_case_of_any_standard_stays_sound(
    standard: Standard, deeds: list[tuple[int, int]], modes: dict[str, NumberMode]
) -> None:
    lived(standard, deeds, modes)


@given(st.sampled_from(["surat-uji", *names_of_real_standards()]), DEEDS)
@settings(max_examples=150)
def test_a_case_of_any_real_standard_stays_sound(name: str, deeds: list[tuple[int, int]]) -> None:
    lived(LETTER if name == "surat-uji" else real_standards()[name], deeds, {})


@given(standards())
@settings(max_examples=60)
def test_every_walk_of_any_standard_comes_to_its_end(standard: Standard) -> None:
    for manner in MANNERS[:2]:
        for walk in walks(standard):
            desk = walking.desk_for(standard, real_outside_roles())
            for move in walk:
                done(walking.make(desk, move, manner))
            assert desk.case.end == walk[-1].to


@given(standards(), st.lists(st.integers(0, 9), max_size=12))
@settings(max_examples=60)
def test_taking_everything_back_leads_back_to_the_filing(
    standard: Standard, hows: list[int]
) -> None:
    day = Day(standard, {})
    day.happens(0, 0)
    filed = day.desk.case
    for how in hows:
        day.asked(*_forward(day, how))
    while isinstance(day.desk.ask(_doer(day), TakeBack()), Accepted):
        day.asked(_doer(day), TakeBack())
    stuck = day.desk.case.before is None or _has_a_void_number(day.desk)
    assert stuck or day.desk.case.trail == filed.trail


def _has_a_void_number(desk: Desk) -> bool:
    return any(entry.mark is RowStatus.CANCELLED for entry in desk.case.entries)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ktp", "verdict", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(
    sorted({f.key for s in LETTER.steps for f in walking.fields_of(s)} | {"entah"})
)


@given(st.sampled_from([s.key for s in LETTER.steps]), st.dictionaries(KEYS, ANYTHING, max_size=5))
@settings(max_examples=200)
def test_whatever_is_said_at_a_step_is_answered(key: str, data: dict[str, Json]) -> None:
    desk = walking.desk_for(LETTER, real_outside_roles())
    for move in walks(LETTER)[0]:
        step = LETTER.step(move.step)
        if step.key == key and desk.case.version:
            actor = walking.hand(step, desk.case, MANNERS[0])
            assert isinstance(desk.ask(actor, Act((Deed(key, data),))), (Accepted, Refused))
            return
        done(walking.make(desk, move, MANNERS[0]))


def test_a_history_tells_of_what_was_taken_back() -> None:
    day = Day(LETTER, {})
    for _ in range(3):
        day.happens(0, 0)
    day.asked(_doer(day), TakeBack())
    assert [event.name for event in day.desk.events][-1] == TAKEN_BACK

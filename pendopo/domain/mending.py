# SPDX-License-Identifier: EUPL-1.2
"""What a form that was changed means for the file: other asks, and verdicts that no longer hold."""

from __future__ import annotations

from collections.abc import Iterator

from pendopo.domain.case import Case
from pendopo.domain.filled import members
from pendopo.domain.procedure import asks_for
from pendopo.domain.standard import Group, Standard, Step, Values
from pendopo.domain.vocabulary import Due, Verb


def changed_fields(before: Values, after: Values) -> list[str]:
    """The keys whose values differ; a group counts as one."""
    return sorted(k for k in {*before, *after} if before.get(k) != after.get(k))


def unjudged_after(standard: Standard, before: Values, after: Values) -> tuple[str, ...]:
    """The asks of listed members whose place somebody else has taken.

    Members of a list are known by their number only, so that a verdict on number 2 would
    pass to another person when number 1 is struck out. The first field of the group tells
    them apart.
    """
    return tuple(
        f"{ask.key}/{number}"
        for ask in standard.asks
        if ask.each
        for number in _moved(standard, standard.group(ask.each), before, after)
    )


def _moved(standard: Standard, group: Group, before: Values, after: Values) -> Iterator[str]:
    known_by = next((f.key for f in standard.fields if f.group == group.key and not f.derive), None)
    if not group.is_list or known_by is None:
        return
    now = {m.key: m.values.get(known_by) for m in members(group, after)}
    for member in members(group, before):
        if member.values.get(known_by) != now.get(member.key):
            yield member.key


def unseen_asks(standard: Standard, case: Case, before: Values, after: Values) -> tuple[str, ...]:
    """What the changed form asks for and nobody will look at any more, though others were."""
    if case.step is None or _checked_later(standard, standard.step(case.step)):
        return ()
    if not any(standard.step(p.step).do is Verb.VERIFY for p in case.trail):
        return ()
    forgotten = unjudged_after(standard, before, after)
    return tuple(
        one.key
        for one in asks_for(standard, after)
        if one.ask.due is Due.INTAKE and (case.verdict(one.key) is None or one.key in forgotten)
    )


def _checked_later(standard: Standard, here: Step) -> bool:
    """Whether a check still lies on some way on from here."""
    seen, waiting = {here.key}, [here]
    while waiting:
        step = waiting.pop()
        if step.do is Verb.VERIFY:
            return True
        for outcome, to in step.exits:
            onward = not (step.outcomes and standard.returns(step, outcome))
            if onward and to not in seen and any(s.key == to for s in standard.steps):
                seen.add(to)
                waiting.append(standard.step(to))
    return False

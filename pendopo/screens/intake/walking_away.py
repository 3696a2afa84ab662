# SPDX-License-Identifier: EUPL-1.2
"""Somebody who goes home again because something lacks: what to tell, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pendopo.cases.composing.slips import Missing
from pendopo.domain.case import Verdict
from pendopo.domain.filled import is_given, members
from pendopo.domain.procedure import asks_for
from pendopo.domain.standard import Ask, Standard, Values
from pendopo.domain.vocabulary import Due, FieldType
from pendopo.screens.deeds.controls import Typed

LACKS, SAID = "kurang", "kata"
"""What lacks, and what the officer says of it: `kata.<ask>`."""
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Lackable:
    """One thing that may lack. `ticked`: it does; `said` is what is said of it."""

    key: str
    label: str
    ticked: bool
    said: str = ""


def lackables(
    standard: Standard, values: Values, ticked: Sequence[str], said: Mapping[str, str]
) -> tuple[Lackable, ...]:
    """What is asked for when a file is handed in, given what is known of it so far."""
    asked = [one for one in asks_for(standard, values) if one.ask.due is Due.INTAKE]
    known = {one.key for one in asked}
    others = (key for key in ticked if key not in known and ask_of(standard, key))
    return (
        *(Lackable(one.key, one.label, one.key in ticked, said.get(one.key, "")) for one in asked),
        *(Lackable(key, ask_label(standard, key), True, said.get(key, "")) for key in others),
    )


def ticked_in(standard: Standard, typed: Typed) -> tuple[str, ...]:
    """What the page said is missing or wrong: by a tick, or by a verdict of the checklist."""
    found = list(typed.many(LACKS))
    lacking = {verdict.value for verdict in Verdict if verdict.lacking}
    for name in typed.sent:
        key = name.partition(".verdicts.")[2]
        if key and typed.one(name) in lacking:
            found.append(key)
    return tuple(dict.fromkeys(key for key in found if ask_of(standard, key)))


def said_in(lacks: Iterable[str], typed: Typed) -> dict[str, str]:
    """The officer's own words for what lacks: typed here, or as a reason in the checklist."""
    reasons = {
        name.partition(".verdicts.")[2].removesuffix(".reason"): typed.one(name)
        for name in typed.sent
        if ".verdicts." in name and name.endswith(".reason")
    }
    found = {key: typed.one(f"{SAID}.{key}") or reasons.get(key, "") for key in lacks}
    return {key: " ".join(text.split())[:MOST_WORDS] for key, text in found.items() if text}


def ask_of(standard: Standard, key: str) -> Ask | None:
    """The ask of a key that may name a member as well; None for a stranger."""
    wanted = key.split("/")[0]
    return next((ask for ask in standard.asks if ask.key == wanted), None)


def ask_label(standard: Standard, key: str) -> str:
    """The words for an ask, with its member where it is of one."""
    ask, member = ask_of(standard, key), key.partition("/")[2]
    if ask is None:
        return key
    if not member or ask.each is None:
        return ask.what
    group = standard.group(ask.each)
    named = {one.key: one.label for one in members(group, {})}
    return f"{ask.what} – {named.get(member) or f'{group.label} {member}'}"


def missing_of(
    standard: Standard, keys: Sequence[str], said: Mapping[str, str]
) -> tuple[Missing, ...]:
    """What lacks, as it is told and printed."""
    return tuple(
        Missing(ask_label(standard, key), ask.may_follow, said.get(key, ""))
        for key in keys
        if (ask := ask_of(standard, key))
    )


def village_in(standard: Standard, values: Values) -> str:
    """The first village of the form, where one was typed."""
    fields = (f for f in standard.fields if f.type is FieldType.VILLAGE and f.group is None)
    return next((str(values[f.key]) for f in fields if is_given(values.get(f.key))), "")

# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a file: what is asked for, what was said of it, and what may be said now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pendopo.cases import models
from pendopo.domain.case import Verdict
from pendopo.domain.duty_fields import DutyField
from pendopo.domain.vocabulary import Due, Handling
from pendopo.screens import plain_words as words
from pendopo.screens.deeds.controls import CheckRow, Choice, Control, Typed
from pendopo.screens.deeds.fields import duty_schema
from pendopo.screens.deeds.turns import Turn
from pendopo.screens.forms.schema import Schema
from pendopo.screens.scenes import Scene

_TONES: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.PRESENT: "good",
        Verdict.ORIGINAL_SHOWN: "good",
        Verdict.TO_FOLLOW: "soon",
        Verdict.MISSING: "late",
        Verdict.WRONG: "late",
    }
)

ALL_PRESENT = Verdict.PRESENT.value


def check_rows(
    turn: Turn,
    f: DutyField,
    prefix: str,
    typed: Typed,
    photos: Mapping[str, tuple[models.Upload, ...]] = MappingProxyType({}),
    *,
    all_present: bool = False,
) -> tuple[CheckRow, ...]:
    """A row for each ask of the file, with the verdicts that this check may give.

    What was settled before stands chosen; what lacked must be looked at anew. `all_present`:
    whatever nothing was said of yet is there.
    """
    schema = duty_schema(f, turn) or {}
    asks = cast("dict[str, dict[str, Any]]", schema.get("properties", {}))
    return tuple(
        _row(turn, key, about, f"{prefix}{f.key}.{key}", typed, photos, all_present)
        for key, about in asks.items()
    )


def _row(
    turn: Turn,
    key: str,
    about: Schema,
    name: str,
    typed: Typed,
    photos: Mapping[str, tuple[models.Upload, ...]],
    all_present: bool,
) -> CheckRow:
    before = turn.scene.case.verdict(key)
    offered = [Verdict(word) for word in about["anyOf"][0]["enum"]]
    first = before.value if before and not before.lacking else ""
    chosen = typed.one(name, first)
    if all_present and not chosen and not _at_pickup(turn.scene, key):
        chosen = ALL_PRESENT
    return CheckRow(
        key=key,
        name=name,
        label=str(about["title"]),
        notes=tuple(ask_notes(turn.scene, key)),
        options=tuple(
            Choice(one.value, str(words.VERDICTS[one]), one == chosen, tone=_TONES.get(one, ""))
            for one in offered
        ),
        reason=Control(
            "line", f"{name}.reason", _("Apa yang kurang atau salah"), typed.one(f"{name}.reason")
        ),
        leave=_leave(turn, name, typed) if Verdict.TO_FOLLOW in offered else None,
        last=str(words.VERDICTS[before]) if before else "",
        at_pickup=_at_pickup(turn.scene, key),
        photos=photos.get(key, ()),
    )


def _leave(turn: Turn, name: str, typed: Typed) -> Control | None:
    """Who let it follow; whoever may allow it herself need not say so."""
    world = turn.scene.circumstances
    may = world.policy.follow_allowed_by
    if may & world.actor.roles:
        return None
    chosen = typed.one(f"{name}.allowed_by")
    options = tuple(
        Choice(role, turn.scene.role_title(role), role == chosen) for role in sorted(may)
    )
    return Control("choice", f"{name}.allowed_by", _("Dibolehkan oleh"), options=options)


def ask_notes(scene: Scene, key: str) -> Iterator[str]:
    """What belongs to an ask: size, copies, what is done with it, when it is due."""
    ask = scene.ask(key)
    if ask is None:
        yield _("syarat tambahan")
        return
    if ask.size:
        yield ask.size
    if ask.copies > 1:
        yield ngettext("%(n)d lembar", "%(n)d lembar", ask.copies) % {"n": ask.copies}
    if ask.handling is not Handling.SEEN:
        yield str(words.HANDLING[ask.handling])
    if ask.due is Due.PICKUP:
        yield str(words.DUE[ask.due])
    if ask.alternatives:
        yield _("salah satu: %(which)s") % {"which": "; ".join(ask.alternatives)}


def _at_pickup(scene: Scene, key: str) -> bool:
    ask = scene.ask(key)
    return ask is not None and ask.due is Due.PICKUP


def by_ask(uploads: Iterable[models.Upload]) -> dict[str, tuple[models.Upload, ...]]:
    """The files that came in, by what they answer; "" holds those that answer nothing."""
    found: dict[str, tuple[models.Upload, ...]] = {}
    for one in uploads:
        found[one.ask] = (*found.get(one.ask, ()), one)
    return found

# SPDX-License-Identifier: EUPL-1.2
"""What the office settles for itself: how a day is read, and who may do what."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace

from pendopo.cases.services.answers import NotRecorded
from pendopo.cases.services.settings.changing import (
    Change,
    SettingAnswer,
    Told,
    meanwhile,
    settle,
)
from pendopo.cases.services.settings.keepers import keepers_on
from pendopo.domain.circumstances import Actor
from pendopo.domain.forms import Trouble
from pendopo.domain.promise import DayPolicy
from pendopo.offices.models import Office, Position
from pendopo.offices.policy import OfficePolicy

WHAT = "policy"
KEEPERS = "administered_by"
ROLE_FIELDS = (
    "follow_allowed_by",
    "signature_recorded_by",
    "letters_changed_by",
    KEEPERS,
)
NEEDED = ("follow_allowed_by", "signature_recorded_by")
"""Where nobody is named, nobody could do it."""
GIVE_UP = "give_up"
LEAST_LATE, MOST_LATE = 1, 24 * 60
_CLOCK = ("day", "cuti_bersama_closes")


@dataclass(frozen=True, slots=True)
class TypedPolicy:
    """What is wanted. `give_up`: the actor knows that she will not keep the settings after it."""

    day: str
    cuti_bersama_closes: bool
    follow_allowed_by: tuple[str, ...]
    signature_recorded_by: tuple[str, ...]
    letters_changed_by: tuple[str, ...]
    administered_by: tuple[str, ...]
    late_after_minutes: int
    give_up: bool = False


def policy_now(office: Office) -> Told:
    """How it stands. No query."""
    kept = office.policy_values.kept()
    return {name: list(one) if isinstance(one, tuple) else one for name, one in kept.items()}


def wanted_policy(office: Office, typed: TypedPolicy) -> OfficePolicy:
    """The office's policy as it would be; nothing is checked or kept."""
    values = {
        name: getattr(typed, name) for name in TypedPolicy.__dataclass_fields__ if name != GIVE_UP
    }
    return replace(office.policy_values, **values)


def keep_policy(*, actor: Actor, typed: TypedPolicy, seen: str | None = None) -> SettingAnswer:
    """Keep it. Whoever is left must be somebody who can sign in and keep the settings."""

    def work(office: Office) -> Change | NotRecorded:
        before = policy_now(office)
        if refused := meanwhile(seen, before):
            return refused
        if troubles := _troubles(office, actor, typed):
            return NotRecorded(troubles=troubles)
        office.policy = wanted_policy(office, typed).kept()
        office.save(update_fields=["policy"])
        after = policy_now(office)
        moves = any(before[name] != after[name] for name in _CLOCK)
        return Change(WHAT, office.code, before, after, moves_clock=moves)

    return settle(actor, work)


def _troubles(office: Office, actor: Actor, typed: TypedPolicy) -> tuple[Trouble, ...]:
    troubles = []
    if typed.day not in {one.value for one in DayPolicy}:
        troubles.append(Trouble("day", "Pilih salah satu."))
    if not LEAST_LATE <= typed.late_after_minutes <= MOST_LATE:
        troubles.append(Trouble("late_after_minutes", "Isi antara 1 menit dan 24 jam."))
    troubles += [
        Trouble(name, "Pilih paling sedikit satu.") for name in NEEDED if not getattr(typed, name)
    ]
    return (*troubles, *_unknown(office, typed), *_nobody_left(office, actor, typed))


def _unknown(office: Office, typed: TypedPolicy) -> list[Trouble]:
    """Roles that no position of the office fills, unless they were named before."""
    positions = Position.objects.filter(office_id=office.code)
    filled = {role for roles in positions.values_list("roles", flat=True) for role in roles}
    before = office.policy_values
    return [
        Trouble(name, "Tidak dipegang jabatan mana pun di kantor ini.")
        for name in ROLE_FIELDS
        if set(getattr(typed, name)) - filled - set(getattr(before, name))
    ]


def _nobody_left(office: Office, actor: Actor, typed: TypedPolicy) -> list[Trouble]:
    then = copy(office)
    then.policy = wanted_policy(office, typed).kept()
    left = sorted(keepers_on(then, office.today), key=lambda one: one.name)
    if not left:
        text = "Tidak akan ada yang dapat mengubah pengaturan. Pilih peran yang dipegang petugas."
        return [Trouble(KEEPERS, text)]
    if typed.give_up or any(str(one.id) == actor.officer_id for one in left):
        return []
    names = ", ".join(one.name for one in left[:3])
    text = (
        f"Sesudah ini Anda sendiri tidak dapat lagi mengubah pengaturan; yang dapat: {names}. "
        "Centang bila memang begitu."
    )
    return [Trouble(GIVE_UP, text)]

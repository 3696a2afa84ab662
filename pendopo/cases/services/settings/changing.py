# SPDX-License-Identifier: EUPL-1.2
"""Changing the office's own rows: who may, against what was seen, and told on its stream."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from django.db import transaction

from pendopo.base import clock
from pendopo.base.canonical import canonical_bytes
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.reckoning_anew import Anew, reckon_anew
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor, ActorKind
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event, Json
from pendopo.offices.access import answers_for
from pendopo.offices.models import Office

Told: TypeAlias = Mapping[str, Json]
"""A row as people read it: the name of each field and what stands there."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a row. `before` is None for a new one, `after` None for one taken away.

    `what` is the kind of row (`village`), `row` how it is called in the office (`35.14.11.2004`).
    `moves_clock`: due times of running files may be others after it.
    """

    what: str
    row: str
    before: Told | None
    after: Told | None
    moves_clock: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what differs, in their order."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys((*after, *before))
        return tuple(name for name in names if before.get(name) != after.get(name))


@dataclass(frozen=True, slots=True)
class Settled:
    """It stands now as was asked. `event` is None where it stood so already.

    Of several changes it is the last; `anew` tells of the files whose time was reckoned again.
    `row` is what the first row is called: where a new one can be looked at. `secret` is a password
    or a key that is told once: it stands in no event and in no row.
    """

    event: models.Event | None
    anew: Anew | None = None
    row: str = ""
    secret: str = ""


SettingAnswer: TypeAlias = Settled | NotRecorded | NotFound
Done: TypeAlias = Change | tuple[Change, ...] | NotRecorded | NotFound
"""What work did; several changes where one paper settles several rows."""
Work: TypeAlias = Callable[[Office], Done]


def system_actor(office: str) -> Actor:
    """Who gives a command at the office's own computer: it may settle all, and has no name."""
    return Actor(office, "command", "", (), frozenset(), kind=ActorKind.SYSTEM)


def may_settle(office: Office, actor: Actor) -> bool:
    """Whether this officer keeps the office's settings; its policy may say who. At most a query."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    return answers_for(actor, office.policy_values.administered_by)


def settle(actor: Actor, work: Work) -> SettingAnswer:
    """Let `work` change rows of the office under its lock, and tell on its stream what it did.

    What `work` refuses leaves nothing behind. The lock lets others name the office in their rows,
    so that whoever holds a file meanwhile is waited for and does not wait. Raises nothing of its
    own.
    """
    with transaction.atomic():
        office = Office.objects.select_for_update(no_key=True).get(code=actor.office)
        if not may_settle(office, actor):
            return NotRecorded((NOT_YOURS,))
        done = work(office)
        if isinstance(done, NotRecorded | NotFound):
            transaction.set_rollback(True)
            return done
        listed = done if isinstance(done, tuple) else (done,)
        answer = _settled([one for one in listed if one.fields], actor)
        return replace(answer, row=listed[0].row if listed else "")


def _settled(changes: list[Change], actor: Actor) -> Settled:
    events = [_told(one, actor) for one in changes]
    moved = any(one.moves_clock for one in changes)
    return Settled(events[-1] if events else None, reckon_anew(actor.office) if moved else None)


def _told(done: Change, actor: Actor) -> models.Event:
    now = clock.now()
    said: dict[str, Json] = {"what": done.what, "row": done.row, "fields": list(done.fields)}
    private: dict[str, Json] = {}
    for name, row in (("before", done.before), ("after", done.after)):
        if row is not None:
            private[name] = dict(row)
    event = Event(oe.SETTING_CHANGED, now, actor.key, said, private)
    return append_to_tail(Stream(actor.office, "office", actor.office), event, now)


def mark_of(row: Told | None) -> str:
    """A short mark of how a row stood when a form was made of it; "" for a new one."""
    return sha256(canonical_bytes(dict(row))).hexdigest()[:16] if row is not None else ""


def meanwhile(seen: str | None, row: Told | None) -> NotRecorded | None:
    """A refusal where the row is not as it was seen; `seen` None does not ask."""
    return None if seen is None or seen == mark_of(row) else NotRecorded((CHANGED_MEANWHILE,))


NOT_YOURS = Reason(
    "not-yours",
    "Pengaturan kantor diubah oleh Camat, Sekretaris atau yang ditunjuk; mintalah kepadanya.",
    "role",
)
CHANGED_MEANWHILE = Reason(
    "stale",
    "Petugas lain baru saja mengubah bagian ini. Isian Anda masih ada; periksa yang sekarang "
    "berlaku di bawahnya, lalu simpan lagi.",
)

# SPDX-License-Identifier: EUPL-1.2
"""What an officer typed and did not send: kept sealed, for her alone, until it is sent or old.

A draft has a key that says where it belongs: `intake/…` for a form at its place, `held/…` for a
form that was sent when the session had ended.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from pendopo.base import clock
from pendopo.base.canonical import canonical_text
from pendopo.base.sealing import Unreadable, seal, unseal
from pendopo.cases.models import Draft
from pendopo.offices.models import Officer

Typed = Mapping[str, Sequence[str]]
"""Name of a field → what was typed into it, as often as the form has it."""

MOST_LETTERS = 200_000
MOST_DRAFTS = 60
KEPT_FOR = timedelta(days=14)
HELD = "held/"
HELD_FOR = timedelta(hours=24)
_PURPOSE = "draft"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was typed, where, and when it was last kept.

    `path` is where the form is sent; `page` the page on which it stands; `left_out`: files that
    were chosen and have to be chosen again.
    """

    key: str
    typed: Typed
    path: str
    page: str
    changed_at: datetime
    left_out: bool = False


def keep_draft(
    officer: Officer, key: str, typed: Typed, *, path: str, page: str, left_out: bool = False
) -> datetime | None:
    """Keep what was typed in place of what was kept under this key; when, None if too much.

    Drafts that are older than anybody will ask for are deleted on the way.
    """
    kept = {name: list(values) for name, values in typed.items()}
    text = canonical_text({"typed": kept, "path": path, "page": page, "left_out": left_out})
    if len(text) > MOST_LETTERS:
        return None
    now = clock.now()
    content = seal(officer.office_id, _PURPOSE, text)
    with transaction.atomic():
        Draft.objects.update_or_create(
            office_id=officer.office_id,
            officer_id=officer.id,
            key=key,
            defaults={"content": content, "changed_at": now},
        )
        _sweep(officer, now)
    return now


def draft_of(officer: Officer, key: str) -> KeptDraft | None:
    """What this officer typed there; None where nothing is kept, or no longer. One query."""
    row = _of(officer).filter(key=key).first()
    if row is None or row.changed_at <= clock.now() - _lasts(key):
        return None
    try:
        content: dict[str, Any] = json.loads(unseal(row.office_id, _PURPOSE, row.content))
    except Unreadable:
        return None
    return KeptDraft(key=row.key, changed_at=row.changed_at, **content)


def drop_draft(officer: Officer, key: str) -> None:
    """It was sent, or is not wanted any more."""
    _of(officer).filter(key=key).delete()


def forget_old_drafts(now: datetime) -> int:
    """Delete what is too old, whoever typed it; how many there were."""
    old = Q(changed_at__lt=now - KEPT_FOR)
    old |= Q(key__startswith=HELD, changed_at__lt=now - HELD_FOR)
    return Draft.objects.filter(old).delete()[0]


def _of(officer: Officer) -> Any:
    return Draft.objects.filter(office_id=officer.office_id, officer_id=officer.id)


def _lasts(key: str) -> timedelta:
    return HELD_FOR if key.startswith(HELD) else KEPT_FOR


def _sweep(officer: Officer, now: datetime) -> None:
    """Of everybody what is too old; of this officer what is more than anybody can have in hand."""
    forget_old_drafts(now)
    more = _of(officer).order_by("-changed_at").values_list("id", flat=True)[MOST_DRAFTS:]
    if surplus := list(more):
        _of(officer).filter(id__in=surplus).delete()

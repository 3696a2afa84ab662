# SPDX-License-Identifier: EUPL-1.2
"""The same request twice gives the same answer once: nothing happens a second time.

A key is claimed by inserting its row in the transaction of the deed itself. Whoever comes with
the same key meanwhile waits for that row, and then reads the answer. A refusal undoes the whole
transaction, the claim with it, so that it can be mended and sent again under the same key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.base.sealing import seal, unseal
from pendopo.cases import models

KEY_LENGTH = 200
_PURPOSE = "idempotency"
_CLAIMED = 0
"""The status of a claim whose answer is not known yet; nobody else ever reads it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: `scope` is the actor or form session, `about` all that makes it the same."""

    office: str
    scope: str
    key: str
    about: bytes

    @property
    def digest(self) -> str:
        """What tells this body from another."""
        return hashlib.sha256(self.about).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it is given and kept: an HTTP status and the text of its body."""

    status: int
    body: str
    replayed: bool = False

    @property
    def kept(self) -> bool:
        """Only what was done is kept; a refusal is not."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class OtherBody:
    """The key was used before, for something else."""


def once(request: Request | None, do: Callable[[], Reply]) -> Reply | OtherBody:
    """Do it, or answer as before. Without a key it is simply done.

    Either way it happens in one transaction, and anything but success undoes all of it.
    """
    if request is None:
        return _done(do)
    try:
        return _claimed(request, do)
    except _Taken:
        return _answered(request) or once(request, do)


def was_done(request: Request | None) -> bool:
    """Whether something was done already under this key, whatever it was about. One query."""
    return request is not None and _rows(request).exists()


class _Taken(Exception):
    """Somebody has this key already."""


def _done(do: Callable[[], Reply]) -> Reply:
    with transaction.atomic():
        reply = do()
        if not reply.kept:
            transaction.set_rollback(True)
        return reply


def _claimed(request: Request, do: Callable[[], Reply]) -> Reply:
    with transaction.atomic():
        row = _claim(request)
        reply = do()
        if reply.kept:
            row.status = reply.status
            row.answer = seal(request.office, _PURPOSE, reply.body)
            row.save(update_fields=["status", "answer"])
        else:
            transaction.set_rollback(True)
        return reply


def _claim(request: Request) -> models.IdempotencyKey:
    """Insert the key's row; waits for another transaction that has it, on PostgreSQL here."""
    try:
        with transaction.atomic():
            return models.IdempotencyKey.objects.create(
                office_id=request.office,
                scope=request.scope,
                key=request.key,
                body_sha256=request.digest,
                status=_CLAIMED,
                answer="",
                created_at=clock.now(),
            )
    except IntegrityError as taken:
        raise _Taken from taken


def _answered(request: Request) -> Reply | OtherBody | None:
    """The answer that stands; None when whoever claimed the key has given it up."""
    row = _rows(request).first()
    if row is None:
        return None
    if row.body_sha256 != request.digest:
        return OtherBody()
    return Reply(row.status, unseal(request.office, _PURPOSE, row.answer), replayed=True)


def _rows(request: Request) -> QuerySet[models.IdempotencyKey]:
    return models.IdempotencyKey.objects.filter(
        office_id=request.office, scope=request.scope, key=request.key
    )


def forget_before(at: datetime) -> int:
    """Delete keys that nobody will repeat any more; how many there were."""
    return models.IdempotencyKey.objects.filter(created_at__lt=at).delete()[0]

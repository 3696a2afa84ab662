# SPDX-License-Identifier: EUPL-1.2
"""Rows of cases, their events and what came in with them.

Events are the truth; a case's other columns are what lists need, written in the same
transaction. No personal value stands in an event: `EventPrivate` holds it and can be erased.
"""

from __future__ import annotations

from django.db import models

from pendopo.base.append_only import append_only
from pendopo.base.tenancy import TenantModel, TenantReference


class Case(TenantModel):
    """One application. `version` counts its events; `waiting_for` is the role whose turn it is."""

    reference = models.CharField(max_length=16, unique=True)
    service = models.CharField(max_length=48)
    standard_id = models.UUIDField()
    state = models.CharField(max_length=48)
    waiting_for = models.CharField(max_length=48, blank=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField()
    channel = models.CharField(max_length=16)
    applicant = models.CharField(max_length=120, blank=True)
    village = models.CharField(max_length=16, blank=True)
    confidential = models.BooleanField(default=False)
    anonymous = models.BooleanField(default=False)
    filed_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    clock = models.CharField(max_length=16)
    form_event_id = models.UUIDField()
    bundle_id = models.UUIDField(null=True)
    forwarded_to = models.CharField(max_length=48, blank=True)

    standard = TenantReference("standards.StandardVersion", "standard_id")
    bundle = TenantReference("cases.Bundle", "bundle_id", null=True)

    class Meta:
        indexes = (
            models.Index(fields=("office", "ended_at", "due_at"), name="case_queue"),
            models.Index(fields=("office", "waiting_for", "ended_at"), name="case_waiting"),
            models.Index(fields=("office", "applicant"), name="case_applicant"),
        )


class Bundle(TenantModel):
    """Files that one bringer hands in together, with one receipt and one hand-over list."""

    code = models.CharField(max_length=16, unique=True)
    bringer = models.CharField(max_length=120)
    relation = models.CharField(max_length=24)
    village = models.CharField(max_length=16, blank=True)
    created_at = models.DateTimeField()


@append_only()
class Event(TenantModel):
    """A past fact on a stream: `case`, `office`, `book` or `bundle`. One hash chain a stream.

    `data` is canonical JSON in a text column (jsonb would reorder its keys). `hash` is
    SHA-256 over the previous hash and all other columns.
    """

    stream = models.CharField(max_length=8)
    stream_key = models.CharField(max_length=64)
    seq = models.PositiveIntegerField()
    name = models.CharField(max_length=40)
    happened_at = models.CharField(max_length=40)
    recorded_at = models.CharField(max_length=40)
    actor = models.CharField(max_length=64)
    late = models.BooleanField()
    data = models.TextField()
    private_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("office", "stream", "stream_key", "seq"), name="one_event_per_place"
            ),
        )


class EventPrivate(TenantModel):
    """What of an event identifies a person; `id` is the event's. Erased with the case.

    `body` is JSON whose NIK, KK, phone and e-mail are sealed; `salt` makes the digest that
    the event keeps useless for guessing once this row is gone.
    """

    stream_key = models.CharField(max_length=64, db_index=True)
    salt = models.CharField(max_length=64)
    body = models.TextField()

    event = TenantReference("cases.Event", "id")


class BlindIndex(TenantModel):
    """Finds cases by a sealed value (NIK, KK, phone) without holding it."""

    case_id = models.UUIDField()
    case = TenantReference("cases.Case", "case_id")
    kind = models.CharField(max_length=16)
    index = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=("office", "kind", "index"), name="blind_lookup"),)


class Upload(TenantModel):
    """A file that came in: re-made so that nothing hidden stays, kept by its SHA-256."""

    case_id = models.UUIDField(null=True)
    case = TenantReference("cases.Case", "case_id", null=True)
    ask = models.CharField(max_length=64, blank=True)
    kind = models.CharField(max_length=16)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)


class IdempotencyKey(TenantModel):
    """The answer already given to a key, within one actor's or form session's scope."""

    scope = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    body_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.TextField()
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "scope", "key"), name="one_answer_per_key"),
        )

# SPDX-License-Identifier: EUPL-1.2
"""Positions, who holds them and since when, who signs for whom, and who is away."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from pendopo.base.fields import CanonicalJSONField
from pendopo.base.tenancy import TenantModel, TenantReference
from pendopo.offices.models.office import User


class Position(TenantModel):
    """A post of the office and the `roles` of the standards that it fills; `place` orders them."""

    key = models.CharField(max_length=48)
    title = models.CharField(max_length=160)
    roles = CanonicalJSONField()
    echelon = models.CharField(max_length=16, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("office_id", "place", "key")
        constraints = (
            models.UniqueConstraint(fields=("office", "key"), name="one_position_a_key"),
        )

    def __str__(self) -> str:
        return self.title


class Officer(TenantModel):
    """Somebody who works or worked there. `name` with degrees, as it is printed on letters."""

    name = models.CharField(max_length=120)
    nip = models.CharField(max_length=18, blank=True)
    rank = models.CharField(max_length=64, blank=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="officers")

    class Meta:
        ordering = ("office_id", "name")
        constraints = (
            models.UniqueConstraint(fields=("office", "user"), name="one_officer_a_user"),
            models.UniqueConstraint(
                fields=("office", "nip"), condition=~Q(nip=""), name="one_officer_a_nip"
            ),
        )

    def __str__(self) -> str:
        return self.name


class AssignmentKind(models.TextChoices):
    """How a position is held; all but the definitive holder write it before their title."""

    DEFINITIVE = "definitif", "definitif"
    ACTING = "Plt.", "Plt."
    DAILY = "Plh.", "Plh."
    INTERIM = "Pj.", "Pj."


class Assignment(TenantModel):
    """Who holds a position from `from_date` through `to_date` (null: until further notice).

    `assigned_by` and `number` are the superior's order (penugasan dari atasan langsung).
    """

    officer_id = models.UUIDField()
    position_id = models.UUIDField()
    capacity = models.CharField(max_length=9, choices=AssignmentKind.choices)
    assigned_by = models.CharField(max_length=160, blank=True)
    number = models.CharField(max_length=120, blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True)

    officer = TenantReference(Officer, "officer_id", related_name="assignments")
    position = TenantReference(Position, "position_id", related_name="assignments")

    class Meta:
        indexes = (
            models.Index(fields=("office", "officer_id"), name="assignment_officer"),
            models.Index(fields=("office", "position_id"), name="assignment_position"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date")),
                name="assignment_ends_after_it_begins",
            ),
        )

    @property
    def full_title(self) -> str:
        """The position as its holder writes it: `Plt. Camat`."""
        definitive = self.capacity == AssignmentKind.DEFINITIVE
        return self.position.title if definitive else f"{self.capacity} {self.position.title}"


class SigningRule(TenantModel):
    """A row of the signing matrix: the holder of a position signs as role `on_behalf_of`.

    `line` is "" for one's own signature, `a.n.` or `u.b.`; `services` are keys, or null for all;
    `excepted` are keys that it does not hold for; `basis` the letter of delegation.
    """

    position_id = models.UUIDField()
    on_behalf_of = models.CharField(max_length=48)
    line = models.CharField(max_length=4, blank=True)
    services = CanonicalJSONField(null=True)
    excepted = CanonicalJSONField(default=list)
    basis = models.CharField(max_length=160, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    position = TenantReference(Position, "position_id", related_name="signing_rules")

    class Meta:
        ordering = ("office_id", "place")
        indexes = (models.Index(fields=("office", "position_id"), name="signing_position"),)

    def covers(self, service: str) -> bool:
        """Whether the rule holds for that service."""
        listed = self.services is None or service in self.services
        return listed and service not in self.excepted


class Absence(TenantModel):
    """Somebody is away, or a post is empty, from `from_at` until `until_at` (null: still).

    Of an officer: whoever else holds the position that day still fills it. Of a position:
    nobody fills it, whoever holds it.
    """

    position_id = models.UUIDField(null=True)
    officer_id = models.UUIDField(null=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    expected_return_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=160, blank=True)

    position = TenantReference(Position, "position_id", null=True, related_name="absences")
    officer = TenantReference(Officer, "officer_id", null=True, related_name="absences")

    class Meta:
        indexes = (models.Index(fields=("office", "until_at"), name="absence_until"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(position_id=None, officer_id__isnull=False)
                | Q(position_id__isnull=False, officer_id=None),
                name="absence_of_one",
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
                name="absence_ends_after_it_begins",
            ),
        )


class AccessToken(TenantModel):
    """A bearer token of an officer, by its hash; `position` narrows it to that position alone."""

    officer_id = models.UUIDField()
    position_id = models.UUIDField(null=True)
    sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    officer = TenantReference(Officer, "officer_id", related_name="tokens")
    position = TenantReference(Position, "position_id", null=True)

    class Meta:
        indexes = (models.Index(fields=("office", "officer_id"), name="token_officer"),)

# SPDX-License-Identifier: EUPL-1.2
"""The office itself, what belongs to it whoever works there, and those who sign in."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser
from django.db import models

from pendopo.base import clock
from pendopo.base.fields import CanonicalJSONField
from pendopo.base.ids import new_id
from pendopo.base.tenancy import TenantModel
from pendopo.domain.book_words import BookKind
from pendopo.domain.books import NumberMode
from pendopo.offices.policy import OfficePolicy
from pendopo.offices.stationery import OfficeStationery


class User(AbstractUser):
    """Somebody who can sign in; what they may do follows from the officer they are.

    `provisional`: somebody else knows the password, so that it is changed before anything else.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    provisional = models.BooleanField(default=False, db_default=False)


class Office(models.Model):
    """One kecamatan. `code` is its Kemendagri code, `35.14.11`; seeded once, then these rows hold.

    `hours`, `seasons` and `policy` are what `pendopo.offices.hours` and `.policy` write and read;
    `contacts` is [{"kind", "label", "value"}, …]; `services` the keys in the order of the decree;
    `stationery` the letterhead, paper and font (`pendopo.offices.stationery`).
    """

    code = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=120)
    regency = models.CharField(max_length=120)
    province = models.CharField(max_length=120)
    seat = models.CharField(max_length=120)
    prefix = models.CharField(max_length=3, unique=True)
    unit_code = models.CharField(max_length=32)
    zone = models.CharField(max_length=32)
    address = models.TextField()
    contacts = CanonicalJSONField(default=list)
    services = CanonicalJSONField(default=list)
    hours = CanonicalJSONField(default=dict)
    seasons = CanonicalJSONField(default=list)
    policy = CanonicalJSONField(default=dict)
    stationery = CanonicalJSONField(default=dict)
    demo = models.BooleanField()
    seeded_at = models.DateTimeField()

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def today(self) -> date:
        """The date in the office now."""
        return clock.now().astimezone(ZoneInfo(self.zone)).date()

    @property
    def policy_values(self) -> OfficePolicy:
        """What the office settles for itself, with the national default where it says nothing."""
        return OfficePolicy.read(self.policy)

    @property
    def hue(self) -> str:
        """The office's own leading colour, `1d4f91`; "" where it has the usual one."""
        return self.policy_values.hue

    @property
    def stationery_values(self) -> OfficeStationery:
        """The office's paper, with the national default where it says nothing."""
        return OfficeStationery.read(self.stationery)


class Village(TenantModel):
    """A desa or kelurahan of the district, with its Kemendagri code."""

    code = models.CharField(max_length=13)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=9)

    class Meta:
        ordering = ("office_id", "name")
        constraints = (
            models.UniqueConstraint(fields=("office", "code"), name="one_village_a_code"),
        )

    def __str__(self) -> str:
        return self.name


class OfficeFile(TenantModel):
    """A file of the office itself, kept by its SHA-256 among the uploads: the region's arms."""

    kind = models.CharField(max_length=16)
    media_type = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "kind"), name="one_office_file_a_kind"),
        )


class Book(TenantModel):
    """A register of the office. `template` and `classification` make its numbers.

    `columns` are what its lines show (`pendopo.domain.book_words`); empty: those of its kind.
    `keepers` are the roles that write in it beside who keeps all books, `head` is the key of the
    position that closes it.
    """

    key = models.CharField(max_length=48)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, default=BookKind.REGISTER.value)
    section = models.CharField(max_length=120, blank=True)
    head = models.CharField(max_length=48, blank=True)
    keepers = CanonicalJSONField(default=list)
    mode = models.CharField(max_length=8, default=NumberMode.OWN.value)
    template = models.CharField(max_length=120, blank=True)
    classification = models.CharField(max_length=32, blank=True)
    columns = CanonicalJSONField(default=list)

    class Meta:
        ordering = ("office_id", "key")
        constraints = (models.UniqueConstraint(fields=("office", "key"), name="one_book_a_key"),)

    def __str__(self) -> str:
        return self.title

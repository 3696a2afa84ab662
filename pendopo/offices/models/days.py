# SPDX-License-Identifier: EUPL-1.2
"""Days off: the nation's, the same for every office, and those of one office."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from pendopo.base.fields import CanonicalJSONField
from pendopo.base.tenancy import TenantModel


class KnownYear(models.Model):
    """A year whose joint decree (SKB) on holidays is entered; `seasons` as in Office."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    cite = models.TextField()
    seasons = CanonicalJSONField(default=list)

    class Meta:
        ordering = ("year",)

    def __str__(self) -> str:
        return str(self.year)


class NationalHoliday(models.Model):
    """A day off of that decree; `kind` is national or cuti-bersama."""

    year = models.ForeignKey(KnownYear, on_delete=models.CASCADE, related_name="holidays")
    date = models.DateField()
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=16)

    class Meta:
        ordering = ("date",)


class LocalClosure(TenantModel):
    """The office is closed on a day for a reason of its own; without times, the whole day."""

    date = models.DateField()
    from_time = models.TimeField(null=True)
    to_time = models.TimeField(null=True)
    reason = models.CharField(max_length=160)

    class Meta:
        ordering = ("office_id", "date")
        indexes = (models.Index(fields=("office", "date"), name="closure_date"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(from_time=None, to_time=None)
                | Q(from_time__isnull=False, to_time__isnull=False, to_time__gt=F("from_time")),
                name="closure_has_both_times",
            ),
        )

# SPDX-License-Identifier: EUPL-1.2
"""Versions of decrees and standards. What was published stays as it was published."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from pendopo.base.append_only import append_only
from pendopo.base.tenancy import TenantModel, TenantReference


@append_only(may_change=("superseded_at",))
class DecreeVersion(TenantModel):
    """One text of the Camat's decree. `number` counts the texts; `decree_number` is its own."""

    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    document = models.TextField()
    decree_number = models.CharField(max_length=120)
    effective_date = models.DateField()
    published_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("office_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("office", "number"), name="one_decree_a_number"),
            models.UniqueConstraint(
                fields=("office",), condition=Q(superseded_at=None), name="one_decree_in_force"
            ),
        )

    def __str__(self) -> str:
        return self.decree_number


@append_only(may_change=("superseded_at",))
class StandardVersion(TenantModel):
    """One text of one service's standard.

    `text` is the file as it was, `document` what `pendopo.standards.stored` made of it, `sha256`
    its digest there. `adopted`: a national service, for want of one of the office's own. The same
    bytes may come again after others; so it is not the digest that is unique but the number.
    """

    slug = models.CharField(max_length=48)
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    document = models.TextField()
    complete = models.BooleanField()
    adopted = models.BooleanField(default=False)
    decree_id = models.UUIDField(null=True)
    effective_date = models.DateField()
    published_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    decree = TenantReference(DecreeVersion, "decree_id", null=True, related_name="standards")

    class Meta:
        ordering = ("office_id", "slug", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("office", "slug", "number"), name="one_standard_a_number"
            ),
            models.UniqueConstraint(
                fields=("office", "slug"),
                condition=Q(superseded_at=None),
                name="one_standard_in_force",
            ),
        )

    def __str__(self) -> str:
        return f"{self.slug} v{self.number}"


class NationalList(models.Model):
    """A list that holds for every office, such as roles or laws, as last loaded."""

    name = models.CharField(max_length=32, primary_key=True)
    sha256 = models.CharField(max_length=64)
    document = models.TextField()
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

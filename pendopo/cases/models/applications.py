# SPDX-License-Identifier: EUPL-1.2
"""Rows of applications that citizens are filling in on their own."""

from __future__ import annotations

from django.db import models

from pendopo.base.tenancy import TenantModel, TenantReference


class Application(TenantModel):
    """What somebody without an account has typed so far. `content` is sealed JSON.

    `code` is the blind index of the code to come back with, null until one was asked for.
    `standard` is the version that was last answered; `case` what became of it once it was sent.
    """

    service = models.CharField(max_length=48)
    standard_id = models.UUIDField()
    standard = TenantReference("standards.StandardVersion", "standard_id")
    code = models.CharField(max_length=64, null=True)
    content = models.TextField()
    changed_at = models.DateTimeField(db_index=True)
    case_id = models.UUIDField(null=True)
    case = TenantReference("cases.Case", "case_id", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "code"), name="one_application_a_code"),
        )

# SPDX-License-Identifier: EUPL-1.2
"""Rows of papers: what was put on a sheet, and the wording that an office gave its letters."""

from __future__ import annotations

from django.db import models

from pendopo.base.tenancy import TenantModel, TenantReference


class PaperSheet(TenantModel):
    """One sheet of a paper as it was composed; a later one never changes it.

    `number` counts the sheets of (case, paper) from 1. `content` is sealed JSON: all that is
    needed to render the same bytes again; erased with the case. `sha256` is that of the PDF
    that was issued, empty before. `edited`: somebody changed the words for this one letter.
    """

    case_id = models.UUIDField()
    case = TenantReference("cases.Case", "case_id")
    paper = models.CharField(max_length=48)
    number = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=8)
    form = models.CharField(max_length=16)
    content = models.TextField()
    edited = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("office", "case_id", "paper", "number"), name="one_sheet_a_number"
            ),
        )


class PaperWording(TenantModel):
    """The office's own wording of one paper, in place of the standard's; the newest one holds."""

    service = models.CharField(max_length=48)
    paper = models.CharField(max_length=48)
    form = models.CharField(max_length=16)
    text = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)

    class Meta:
        indexes = (
            models.Index(fields=("office", "service", "paper", "form"), name="wording_of_paper"),
        )

# SPDX-License-Identifier: EUPL-1.2
"""Rows of the office's books: their counters, their lines, and what a line without a case says."""

from __future__ import annotations

from django.db import models

from pendopo.base.append_only import append_only
from pendopo.base.fields import CanonicalJSONField
from pendopo.base.tenancy import TenantModel, TenantReference


class BookYear(TenantModel):
    """The counter of one book in one year; locked while a number is given.

    `elsewhere` are the spans of numbers that stand in the book before this one, the paper one
    mostly: [[from, to], …]. They have no line here.
    """

    book = models.CharField(max_length=48)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)
    last_date = models.DateField(null=True)
    elsewhere = CanonicalJSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "book", "year"), name="one_counter_a_year"),
        )


@append_only(may_change=("status", "changed_at"))
class BookRow(TenantModel):
    """One line of a book: `dipesan`, `tercatat` or `batal`. Its number never changes.

    `sisipan` is 0 for an ordinary line; an inserted one follows line `urut`. `urut` is null
    for a number of another system.
    """

    book = models.CharField(max_length=48)
    year = models.PositiveSmallIntegerField()
    urut = models.PositiveIntegerField(null=True)
    sisipan = models.PositiveSmallIntegerField(default=0)
    number = models.CharField(max_length=120)
    status = models.CharField(max_length=8)
    entry_date = models.DateField()
    case_id = models.UUIDField(null=True)
    case = TenantReference("cases.Case", "case_id", null=True)
    paper = models.CharField(max_length=48, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    approved_by = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("office", "book", "year", "urut", "sisipan"), name="one_line_per_number"
            ),
            models.UniqueConstraint(
                fields=("office", "book", "case_id", "paper"),
                name="one_line_per_case_and_paper",
            ),
        )


class BookDetail(TenantModel):
    """What a line of a book says that belongs to no case: a letter that came in or went out.

    `id` is the line's. `content` is sealed JSON, column key → words, and can be erased.
    """

    content = models.TextField()
    created_by = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    row = TenantReference("cases.BookRow", "id")


class Disposition(TenantModel):
    """A letter that was put into somebody's hands: one row for each position that got it.

    What was written on it is the private part of the event `event_id`; `given_by` is the
    position that wrote it. Open until it is done.
    """

    row_id = models.UUIDField()
    row = TenantReference("cases.BookRow", "row_id")
    position = models.CharField(max_length=48)
    given_by = models.CharField(max_length=48)
    given_at = models.DateTimeField()
    event_id = models.UUIDField()
    event = TenantReference("cases.Event", "event_id")
    noted_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("office_id", "given_at")
        indexes = (
            models.Index(fields=("office", "position", "done_at"), name="disposition_open"),
            models.Index(fields=("office", "row_id"), name="disposition_of_line"),
        )

# SPDX-License-Identifier: EUPL-1.2
"""Rows of work in hand: what somebody was typing, and folders on their way to a signer."""

from __future__ import annotations

from django.db import models

from pendopo.base.tenancy import TenantModel, TenantReference


class Draft(TenantModel):
    """What an officer typed and did not send yet. `key` says where; `content` is sealed JSON."""

    officer_id = models.UUIDField()
    officer = TenantReference("offices.Officer", "officer_id")
    key = models.CharField(max_length=120)
    content = models.TextField()
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("office", "officer_id", "key"), name="one_draft_per_place"
            ),
        )


class Folder(TenantModel):
    """Files that go to a signer together (Map Camat). `position` is whose folder it is.

    `number` counts the folders of the office. It is being filled while `sent_at` is null, and on
    its way until `returned_at`.
    """

    number = models.PositiveIntegerField()
    position = models.CharField(max_length=48)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=64, blank=True)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "number"), name="one_folder_a_number"),
        )


class FolderItem(TenantModel):
    """One file in a folder, in the order of `place`. `step` is what it waits for there.

    `result` is signed, unsigned, returned or moved; empty until the folder is back. As long as it
    is empty the file can be in no other folder.
    """

    folder_id = models.UUIDField()
    folder = TenantReference("cases.Folder", "folder_id", related_name="items")
    case_id = models.UUIDField()
    case = TenantReference("cases.Case", "case_id")
    place = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=48, blank=True)
    result = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ("office_id", "place")
        constraints = (
            models.UniqueConstraint(
                fields=("office", "folder_id", "case_id"), name="once_in_a_folder"
            ),
            models.UniqueConstraint(
                fields=("office", "case_id"),
                condition=models.Q(result=""),
                name="in_one_open_folder",
            ),
        )

# SPDX-License-Identifier: EUPL-1.2
"""What the ground floor itself remembers: the keys that sealed this database, and its chores."""

from __future__ import annotations

from django.db import models

from pendopo.base.fields import CanonicalJSONField


class KeyMark(models.Model):
    """A version of the key that was in use here, known by its fingerprint; never the key.

    One row per version for the whole database: keys belong to the installation, not to an office.
    """

    version = models.PositiveIntegerField(primary_key=True)
    fingerprint = models.CharField(max_length=64)


class DailyDeed(models.Model):
    """One thing that is done every day or so for the whole installation: its last time.

    `ended_at` is empty while it runs. `told` is of the last time that it went well, at `done_at`;
    `trouble` says why it has failed since `failing_since`.
    """

    name = models.CharField(max_length=40, primary_key=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    told = CanonicalJSONField(default=dict)
    trouble = models.TextField(blank=True)
    failing_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

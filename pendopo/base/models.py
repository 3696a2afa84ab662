# SPDX-License-Identifier: EUPL-1.2
"""What the ground floor itself remembers: which keys have sealed this database."""

from __future__ import annotations

from django.db import models


class KeyMark(models.Model):
    """A version of the key that was in use here, known by its fingerprint; never the key.

    One row per version for the whole database: keys belong to the installation, not to an office.
    """

    version = models.PositiveIntegerField(primary_key=True)
    fingerprint = models.CharField(max_length=64)

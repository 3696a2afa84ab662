# SPDX-License-Identifier: EUPL-1.2
"""The ground floor as a Django app: guards around migrations, and system checks."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class BaseConfig(AppConfig):
    """Named first, so that its checks and guards stand before any other app needs them."""

    name = "pendopo.base"
    verbose_name = "Pendopo"

    def ready(self) -> None:
        """Connect guards to migrations. Both signals are sent once per app; ours is enough."""
        from pendopo.base import append_only, checks, guards, key_marks, tenancy, upkeep  # noqa: F401

        pre_migrate.connect(key_marks.before_migration, sender=self)
        pre_migrate.connect(guards.before_migration, sender=self)
        post_migrate.connect(guards.after_migration, sender=self)
        post_migrate.connect(key_marks.after_migration, sender=self)

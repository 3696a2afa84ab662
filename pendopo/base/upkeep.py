# SPDX-License-Identifier: EUPL-1.2
"""Bringing a database up to date, and emptying one."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from pendopo.base import clock
from pendopo.base.daily import every_day
from pendopo.base.guards import lift


def bring_up_to_date(connection: BaseDatabaseWrapper) -> None:
    """Make every table, the cache's among them, as this release wants it. May be repeated."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", database=connection.alias, interactive=False, verbosity=0)
    call_command("createcachetable", database=connection.alias, verbosity=0)
    clear_sessions()


@every_day("sessions")
def clear_sessions() -> int:
    """Delete the sessions that have ended; how many there were."""
    from django.contrib.sessions.models import Session

    return Session.objects.filter(expire_date__lt=clock.now()).delete()[0]


def empty(connection: BaseDatabaseWrapper) -> None:
    """Drop every table of Pendopo, with all that is in it. Back the database up first.

    Tables of other programs in the same database stay.
    """
    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    cache = str(settings.CACHES["default"]["LOCATION"])
    ours |= {MigrationRecorder.Migration._meta.db_table, cache}
    doomed = sorted(ours & set(connection.introspection.table_names()))
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    connection.disable_constraint_checking()
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            lift(connection)
            for table in doomed:
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}{cascade}")
    finally:
        connection.enable_constraint_checking()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")

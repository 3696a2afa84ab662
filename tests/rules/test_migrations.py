# SPDX-License-Identifier: EUPL-1.2
"""Migrations: none is missing, and each app has one line of them."""

from __future__ import annotations

from collections import Counter

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.rules.repository import said


def _ours() -> set[str]:
    return {config.label for config in apps.get_app_configs() if config.name.startswith("pendopo.")}


def test_no_migration_is_missing() -> None:
    loader = MigrationLoader(None)
    # Words of Django's own models would else differ by language, not by change.
    with translation.override(None):
        now = ProjectState.from_apps(apps)
        found = MigrationAutodetector(loader.project_state(), now).changes(graph=loader.graph)
    told = [
        f"{app}: {operation.describe()}"
        for app, migrations in found.items()
        for migration in migrations
        for operation in migration.operations
    ]
    assert not told, said(told, "run `pendopo django makemigrations` and name what it writes.")


def test_migrations_of_an_app_stand_in_one_line() -> None:
    graph = MigrationLoader(None).graph
    ends = {app: graph.leaf_nodes(app) for app in _ours()}
    found = [f"{app} has the ends {nodes}" for app, nodes in ends.items() if len(nodes) > 1]
    after = Counter(
        (app, earlier)
        for (app, _), migration in MigrationLoader(None).disk_migrations.items()
        for other, earlier in migration.dependencies
        if other == app
    )
    found += [f"{app}.{one} has {n} followers" for (app, one), n in after.items() if n > 1]
    assert not found, said(found, "let the later migration follow the earlier one; no merges.")


def test_no_migration_is_named_by_a_machine() -> None:
    found = [
        f"{app}.{name}"
        for app, name in MigrationLoader(None).disk_migrations
        if app in _ours() and ("_auto_" in name or name.endswith("_initial"))
    ]
    assert not found, said(found, "name it for the change: 0002_villages_books_and_days.")

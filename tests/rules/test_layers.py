# SPDX-License-Identifier: EUPL-1.2
"""Layers: import-linter holds the imports (`make check`); here are rows and migrations."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from tests.rules.repository import ROOT, name, python_files, said, tree


def _layers() -> dict[str, int]:
    """Package → its height, read from the contract that import-linter holds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    rows = list(reversed(contract["layers"]))
    return {
        package: height for height, row in enumerate(rows) for package in re.findall(r"[a-z]+", row)
    }


LAYERS = _layers()


def _ours(model: object) -> str | None:
    """The package of one of our models; None for Django's."""
    module = getattr(model, "__module__", "")
    return module.split(".")[1] if module.startswith("pendopo.") else None


def _relations() -> Iterator[tuple[type[models.Model], str, str, str]]:
    """Every relation between our models: the model, the field, and the two packages."""
    for model in apps.get_models(include_auto_created=True):
        package = _ours(model)
        for field in model._meta.get_fields() if package else ():
            if field.is_relation and not field.auto_created:
                target = _ours(field.related_model)
                if package and target:
                    yield model, field.name, package, target


def test_every_relation_between_rows_points_down_the_layers() -> None:
    found = [
        f"{package}: {model.__name__}.{field} refers to a row of {target}"
        for model, field, package, target in _relations()
        if LAYERS[target] > LAYERS[package]
    ]
    assert not found, said(
        found, "let the higher layer refer to the lower one, or tell it a value."
    )


def test_there_are_relations_to_look_at() -> None:
    assert {(package, target) for _, _, package, target in _relations()} >= {
        ("cases", "offices"),
        ("cases", "standards"),
        ("standards", "offices"),
    }


def test_every_migration_rests_on_lower_layers_only() -> None:
    found = [
        f"{app}.{migration} depends on {other}.{earlier}"
        for (app, migration), one in MigrationLoader(None).disk_migrations.items()
        for other, earlier in one.dependencies
        if app in LAYERS and other in LAYERS and LAYERS[other] > LAYERS[app]
    ]
    assert not found, said(found, "move the model that is referred to into the lower app.")


def test_the_domain_needs_the_standard_library_only() -> None:
    found = [
        f"{name(path)} imports {module}"
        for path in python_files("pendopo/domain")
        for module in _imported(path)
        if module.partition(".")[0] not in sys.stdlib_module_names
        and not module.startswith("pendopo.domain")
    ]
    assert not found, said(found, "have the caller fetch it and pass it in as a value.")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."

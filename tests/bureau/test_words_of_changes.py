# SPDX-License-Identifier: EUPL-1.2
"""Every kind of row that the bureau changes has a name in its history, and every field too."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from pkgutil import iter_modules

from pendopo.bureau import words
from pendopo.cases.services import settings
from pendopo.cases.services.settings.keeping import Keeping


def test_every_kind_that_is_settled_has_a_name() -> None:
    modules = (
        import_module(f"{settings.__name__}.{m.name}") for m in iter_modules(settings.__path__)
    )
    kinds = {module.WHAT for module in modules if hasattr(module, "WHAT")}
    assert {"village", "keeping"} <= kinds
    assert kinds <= set(words.WHAT)


def test_every_time_limit_has_a_name() -> None:
    assert {field.name for field in fields(Keeping)} <= set(words.FIELDS)

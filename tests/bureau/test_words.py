# SPDX-License-Identifier: EUPL-1.2
"""The history can be read: every kind of row that is settled has a name."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from pendopo.bureau import words
from pendopo.cases.services import settings

MODULES = [
    module
    for found in pkgutil.iter_modules(settings.__path__)
    if hasattr(module := import_module(f"{settings.__name__}.{found.name}"), "WHAT")
]


def test_there_are_kinds_to_look_at() -> None:
    assert len(MODULES) > 5


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__.rpartition(".")[2])
def test_every_kind_that_is_settled_is_called_something(module: object) -> None:
    assert module.WHAT in words.WHAT  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (None, "–"),
        ([], "–"),
        (True, "ya"),
        ("2026-12-01", "1 Desember 2026"),
        ("working-day", "hari kerja"),
        (["a", "b"], "a, b"),
        ({"name": "Rejowangi"}, "Nama: Rejowangi"),
    ],
)
def test_a_value_is_told_as_people_say_it(kept: object, said: str) -> None:
    assert words.value(kept) == said  # type: ignore[arg-type]

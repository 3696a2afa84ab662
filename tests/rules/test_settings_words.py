# SPDX-License-Identifier: EUPL-1.2
"""Settings: whatever can be changed has a name in the history of the bureau."""

from __future__ import annotations

import importlib
import pkgutil

from pendopo.bureau import words
from pendopo.cases.services import settings
from tests.rules.repository import said


def test_every_kind_of_row_that_is_settled_has_a_name() -> None:
    modules = [one.name for one in pkgutil.iter_modules(settings.__path__)]
    kinds = {
        kind: name
        for name in modules
        if (kind := getattr(importlib.import_module(f"{settings.__name__}.{name}"), "WHAT", ""))
    }
    assert len(kinds) > 1, "there are kinds to look at"
    found = [f"{name}: «{kind}»" for kind, name in kinds.items() if kind not in words.WHAT]
    assert not found, said(found, "name it in pendopo/bureau/words.py, WHAT.")

# SPDX-License-Identifier: EUPL-1.2
"""Forms of the signing pages as a browser would send them, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pendopo.cases import models

LIST = "/loket/tanda-tangan/"


def sending(deed: str, references: Iterable[str], **more: str) -> dict[str, Any]:
    """A form of the list as it would be sent for these files, as they are now."""
    wanted = list(references)
    rows = {one.reference: one for one in models.Case.objects.filter(reference__in=wanted)}
    told = {f"version-{one}": str(rows[one].version) for one in wanted if one in rows}
    told |= {f"step-{one}": rows[one].state for one in wanted if one in rows}
    return {"deed": deed, "files": wanted, "form_key": f"{deed}-kunci", **told, **more}


def state(reference: str) -> str:
    return models.Case.objects.get(reference=reference).state


def event(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(models.Event.objects.get(name=name).data)
    return found

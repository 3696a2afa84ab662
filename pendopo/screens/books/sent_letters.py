# SPDX-License-Identifier: EUPL-1.2
"""To whom the letters of cases went and what they were about, read from their kept sheets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from pendopo.base.sealing import unseal
from pendopo.cases import models
from pendopo.cases.services.sheets import PURPOSE
from pendopo.papers import kept
from pendopo.papers.values import Correspondence, Paper, Transmittal

_PLACE = "di"
"""The line of an address after which the place stands."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter as it was addressed. `subject` is empty for a sheet that has none."""

    to: str
    subject: str = ""


Letters = Mapping[str, Sent]
"""The letters of one case by paper."""


def sent_letters(office: str, cases: Iterable[UUID]) -> dict[UUID, dict[str, Sent]]:
    """The newest sheet of each addressed paper of these cases: one query."""
    rows = models.PaperSheet.objects.filter(office_id=office, case_id__in=list(cases))
    newest = {(row.case_id, row.paper): row for row in rows.order_by("number")}
    found: dict[UUID, dict[str, Sent]] = {}
    for (case, paper), row in newest.items():
        if sent := _sent(_opened(row)):
            found.setdefault(case, {})[paper] = sent
    return found


def _opened(row: models.PaperSheet) -> Paper:
    """The sheet without the arms on it, which nobody reads here. Raises Unreadable."""
    content = json.loads(unseal(row.office_id, PURPOSE, row.content))
    return kept.from_json(content["paper"])


def _sent(paper: Paper) -> Sent | None:
    if not isinstance(paper, (Correspondence, Transmittal)):
        return None
    lines = [line for line in paper.to if line.strip()]
    who = lines[: lines.index(_PLACE)] if _PLACE in lines else lines
    subject = paper.subject if isinstance(paper, Correspondence) else ""
    return Sent(" ".join(who), subject) if who else None


def letter_of(letters: Letters, paper: str) -> Sent | None:
    """The letter that a line is about: that of its paper, or the last that the case has."""
    return letters.get(paper) or next(reversed([*letters.values()]), None)

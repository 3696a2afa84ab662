# SPDX-License-Identifier: EUPL-1.2
"""The due times that lists show, reckoned anew when something beside the cases moves them."""

from __future__ import annotations

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import case_files
from pendopo.domain.circumstances import Actor
from pendopo.domain.standard import Standard
from pendopo.standards import versions


def reckon_anew(actor: Actor) -> int:
    """Reckon the open cases of the actor's office whose clock stands while somebody is away.

    How many came to another due time. A case that goes on at the same moment has written its
    own; the row is touched only while it is as it was read.
    """
    open_ = models.Case.objects.filter(office_id=actor.office, ended_at=None)
    standings = versions.several(actor.office, open_.values_list("standard_id", flat=True))
    paused = [id_ for id_, one in standings.items() if _stands_still(one.standard)]
    changed = 0
    for file in case_files(list(open_.filter(standard_id__in=paused)), actor):
        now = (file.reckoning.due_at, file.reckoning.state.value)
        if now != (file.row.due_at, file.row.clock):
            same = open_.filter(id=file.row.id, version=file.row.version)
            changed += same.update(due_at=now[0], clock=now[1], changed_at=clock.now())
    return changed


def _stands_still(standard: Standard) -> bool:
    """Whether its promise waits while somebody is away."""
    return standard.duration is not None and bool(standard.duration.pauses)

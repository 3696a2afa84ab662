# SPDX-License-Identifier: EUPL-1.2
"""Cases by what they wait for: those that stand at a step of certain verbs."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Q

from pendopo.cases import models
from pendopo.domain.vocabulary import Verb
from pendopo.standards import versions


def waiting_at(office: str, verbs: Collection[Verb]) -> list[models.Case]:
    """The open cases that stand at a step of one of these verbs, oldest promise first.

    What a step does is in the standard, not in the row: places are asked for first. Three queries.
    """
    here = models.Case.objects.filter(office_id=office, ended_at=None)
    places = set(here.values_list("standard_id", "state"))
    standings = versions.several(office, (id_ for id_, _ in places))
    wanted = Q(pk__in=[])
    for id_, state in sorted(places, key=str):
        if standings[id_].standard.step(state).do in verbs:
            wanted |= Q(standard_id=id_, state=state)
    return list(here.filter(wanted).order_by(F("due_at").asc(nulls_last=True), "filed_at", "id"))

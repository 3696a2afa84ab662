# SPDX-License-Identifier: EUPL-1.2
"""A file that is taken in and carried on in the same visit: all of it, or nothing."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from pendopo.cases.services.advancing import advance
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.filing import Filing, file_case
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed


def file_and_act(
    *, filing: Filing, deeds: tuple[Deed, ...], actor: Actor
) -> Recorded | NotRecorded | NotFound:
    """Open a case and pass the steps that follow, in one transaction and at one stated time.

    Refused at any step, no case is opened; the reasons are those of the first that was refused.
    """
    with transaction.atomic():
        filed = file_case(filing=filing, actor=actor)
        if not isinstance(filed, Recorded) or not deeds:
            return filed
        answer = advance(
            reference=filed.row.reference,
            command=Act(deeds, filing.happened_at),
            actor=actor,
        )
        if not isinstance(answer, Recorded):
            transaction.set_rollback(True)
            return answer
        events = (*filed.events, *answer.events)
        return replace(answer, events=events, warnings=(*filed.warnings, *answer.warnings))

# SPDX-License-Identifier: EUPL-1.2
"""What would come of a command: for a page that is checked once more before it is sent."""

from __future__ import annotations

from django.db import transaction

from pendopo.cases.services.advancing import Answer, advance
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Command


def rehearse(
    *, reference: str, command: Command, actor: Actor | None, expected_version: int | None = None
) -> Answer:
    """The answer that `advance` would give now, by the very same rules; nothing is kept of it."""
    with transaction.atomic():
        answer = advance(
            reference=reference, command=command, actor=actor, expected_version=expected_version
        )
        transaction.set_rollback(True)
        return answer

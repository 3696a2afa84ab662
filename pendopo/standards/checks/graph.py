# SPDX-License-Identifier: EUPL-1.2
"""What can still be reached when some arrows of a procedure are taken away."""

from __future__ import annotations

from collections.abc import Callable

from pendopo.domain.procedure import Arrow, arrows
from pendopo.domain.standard import Standard


def reachable_without(
    standard: Standard, removed: Callable[[Arrow], bool], start: str | None = None
) -> frozenset[str]:
    """The steps and ends reachable from `start` (the first step) over the arrows that stay."""
    kept = [arrow for arrow in arrows(standard) if not removed(arrow)]
    found = {start or standard.first.key}
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        for arrow in kept:
            if arrow.step == here and arrow.to not in found:
                found.add(arrow.to)
                waiting.append(arrow.to)
    return frozenset(found)

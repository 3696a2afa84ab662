# SPDX-License-Identifier: EUPL-1.2
"""Handing over: who collected, and that nothing is left that was still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pendopo.domain.case import Case
from pendopo.domain.commands import Reason
from pendopo.domain.doing import Doing, Done, chosen_from, needed, plain
from pendopo.domain.duty_fields import RELATIONS, SELF
from pendopo.domain.events import Json
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Due


def hand_over(doing: Doing) -> Done:
    """Give out the product, against what was `menyusul` and what is due when it is fetched.

    Who applied need not be named again where she fetches it herself.
    """
    done = plain(doing)
    if done.refused or doing.returns(done.outcome):
        return done
    named = doing.text("relation") not in ("", SELF)
    owed = ("relation", "collector") if named else ("relation",)
    refused = (
        *needed(doing, *owed),
        *(chosen_from(doing, "relation", RELATIONS) if doing.text("relation") else ()),
        *_owed(doing),
    )
    data: dict[str, Json] = {
        "papers": list(doing.step.papers),
        "relation": doing.text("relation"),
        "received": list(doing.texts("received")),
    }
    collector = doing.text("collector")
    private = {"collector": collector} if collector else {}
    return replace(done, data=data, private=private, refused=refused)


def _owed(doing: Doing) -> Iterator[Reason]:
    received = doing.texts("received")
    for ask in owed_at_hand_over(doing.standard, doing.case):
        if ask not in received:
            text = f"Syarat «{ask}» belum diterima; minta sebelum menyerahkan."
            yield Reason("still-to-follow", text, f"received/{ask}")
    for ask in received:
        if ask not in doing.case.all_asks:
            text = f"Syarat «{ask}» tidak ada pada berkas ini."
            yield Reason("unknown-ask", text, f"received/{ask}")


def owed_at_hand_over(standard: Standard, case: Case) -> tuple[str, ...]:
    """What must have come before the product may leave: what was to follow, and what is due now."""
    return tuple(dict.fromkeys((*case.to_follow(), *_due_now(standard, case))))


def _due_now(standard: Standard, case: Case) -> Iterator[str]:
    """What is due at pickup and was not seen before."""
    keys = {a.key for a in standard.asks if a.due is Due.PICKUP and not a.if_needed}
    for ask in case.asks:
        verdict = case.verdict(ask)
        if ask.split("/")[0] in keys and not (verdict and verdict.settled):
            yield ask

# SPDX-License-Identifier: EUPL-1.2
"""A file that waits for a hand, as one reader may treat it, and who gave what before.

What may be done is asked of `decide`, so that no button refuses for a reason known before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pendopo.cases.queries import CaseFile, Told
from pendopo.domain import events as ev
from pendopo.domain.case import Passed, papers_of
from pendopo.domain.circumstances import Capacity
from pendopo.domain.commands import Accepted, Act, Approve, Command
from pendopo.domain.decide import decide
from pendopo.domain.hands import able, at_hand, sent_back, signed, waits_for, way_on, ways_back
from pendopo.domain.permits import may_pass
from pendopo.domain.standard import Standard, Step
from pendopo.domain.vocabulary import Verb


class May(StrEnum):
    """What a reader may do with a file that waits for a hand."""

    APPROVE = "setuju"
    SIGN = "tandatangan"
    INITIAL = "paraf"
    RETURN = "kembalikan"


@dataclass(frozen=True, slots=True)
class Hand:
    """A file at its step. `own`: it is the reader's own hand; else she only records another's.

    `capacities` are those in which it may be signed: her own, or all whose signature she records.
    """

    file: CaseFile
    step: Step
    own: bool
    capacities: tuple[Capacity, ...]
    may: frozenset[May]

    @property
    def approval(self) -> Told | None:
        """Who consented from afar to what lies there now; None where nobody did."""
        papers = [self.file.case.paper(key) for key in papers_of(self.file.standard, self.step)]
        if not papers or not all(paper.approved for paper in papers):
            return None
        given = [told for told in self.file.history if told.event.name == ev.APPROVED]
        return given[-1] if given else None

    @property
    def checked(self) -> Passed | None:
        """The last check that sent the file on."""
        return self._last(Verb.VERIFY, Verb.ASSESS)

    @property
    def initialled(self) -> Passed | None:
        """The paraf that the sheet has."""
        passed = self._last(Verb.INITIAL)
        papers = self.file.case.papers
        return passed if passed and any(paper.initialled for paper in papers) else None

    def could_be_of(self, position: str, roles: Collection[str]) -> bool:
        """Whether it could be the hand of whoever holds this position, which fills these roles."""
        signers = self.file.circumstances.signers
        return waits_for(self.step, self.file.case, position, roles, signers)

    def _last(self, *verbs: Verb) -> Passed | None:
        standard = self.file.standard
        return next(
            (
                passed
                for passed in reversed(self.file.case.trail)
                if standard.step(passed.step).do in verbs and not passed.returns
            ),
            None,
        )


def hand_of(file: CaseFile) -> Hand | None:
    """The file as this reader's hand finds it; None where it is not for her to pass now."""
    step = at_hand(file.standard, file.case)
    permit = may_pass(step, file.case, file.circumstances) if step else None
    if step is None or permit is None:
        return None
    own = permit.recorded_for is None
    seen = file.circumstances
    held = able(step, file.case, seen.actor.capacities if own else seen.signers)
    return Hand(file, step, own, held, frozenset(_may(file, step, own, held)))


def hands_of(files: Iterable[CaseFile]) -> tuple[Hand, ...]:
    """Those of these files that wait for a hand which this reader gives or records."""
    return tuple(hand for file in files if (hand := hand_of(file)))


def signing_command(
    standard: Standard, step: Step, signed_by: str = "", at: datetime | None = None
) -> Command | None:
    """Having signed or put a paraf; None where the step leaves a choice."""
    if way_on(standard, step) is None:
        return None
    return Act((signed(standard, step, signed_by),), at)


def returning_command(
    standard: Standard, step: Step, reasons: str, outcome: str = ""
) -> Command | None:
    """Sending it back for these reasons; None where there is no way back, or several."""
    back = ways_back(standard, step)
    named = outcome if outcome in back else back[0] if len(back) == 1 else ""
    return Act((sent_back(step, named, reasons),)) if named else None


def _may(file: CaseFile, step: Step, own: bool, held: tuple[Capacity, ...]) -> Iterable[May]:
    standard = file.standard
    signed_by = "" if own or not held else held[0].position
    if own and _accepted(file, Approve()):
        yield May.APPROVE
    if _accepted(file, signing_command(standard, step, signed_by)):
        yield May.SIGN if step.do is Verb.SIGN else May.INITIAL
    if _accepted(file, returning_command(standard, step, "?")):
        yield May.RETURN


def _accepted(file: CaseFile, command: Command | None) -> bool:
    if command is None:
        return False
    decision = decide(file.standard, file.case, command, file.circumstances)
    return isinstance(decision, Accepted)

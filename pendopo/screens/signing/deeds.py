# SPDX-License-Identifier: EUPL-1.2
"""One deed of signing for the files that were ticked: what to ask of the engine.

The page tells of each file the step and the version that were seen. So the same sending makes the
same command again, whatever has become of the file meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pendopo.cases import models
from pendopo.cases.services.each import Wanted
from pendopo.domain.commands import Approve, Command
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Verb
from pendopo.screens.deeds.many_answers import Asked
from pendopo.screens.signing.hands import May, returning_command, signing_command
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Ticked(Asked):
    """One file as the page showed it; `reasons` why it goes back."""

    step: str
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What was asked of the files ticked: by which position and when, where that was said."""

    deed: May
    ticked: tuple[Ticked, ...]
    signed_by: str = ""
    happened_at: datetime | None = None


def wanted_of(sending: Sending, office: str) -> tuple[Wanted, ...]:
    """What is wanted of each file. Files of no such office or step are left out. Two queries."""
    references = [one.reference for one in sending.ticked]
    found = models.Case.objects.filter(office_id=office, reference__in=references)
    rows = {row.reference: row for row in found}
    standings = versions.several(office, (row.standard_id for row in rows.values()))
    wanted = []
    for one in sending.ticked:
        row = rows.get(one.reference)
        standard = standings[row.standard_id].standard if row else None
        command = _command(sending, one, standard) if standard else None
        if command:
            wanted.append(Wanted(one.reference, command, one.version))
    return tuple(wanted)


def _command(sending: Sending, one: Ticked, standard: Standard) -> Command | None:
    step = next((step for step in standard.steps if step.key == one.step), None)
    if step is None:
        return None
    match sending.deed:
        case May.APPROVE:
            return Approve(sending.signed_by)
        case May.RETURN:
            return returning_command(standard, step, one.reasons)
        case May.SIGN | May.INITIAL as deed:
            fits = step.do is (Verb.SIGN if deed is May.SIGN else Verb.INITIAL)
            at = sending.happened_at
            return signing_command(standard, step, sending.signed_by, at) if fits else None

# SPDX-License-Identifier: EUPL-1.2
"""One deed for the files that were ticked: what to ask of the engine, and what it answered.

The page tells of each file the step and the version that were seen. So the same sending makes the
same command again, whatever has become of the file meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.cases.services.each import DoneBefore, EachAnswer, Wanted
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Approve, Command
from pendopo.domain.standard import Standard
from pendopo.domain.vocabulary import Verb
from pendopo.screens.case_view import view_of
from pendopo.screens.hands import May, returning_command, signing_command
from pendopo.screens.listings import shown_applicant
from pendopo.screens.meanwhile import since
from pendopo.screens.tracking import grouped
from pendopo.standards import versions


@dataclass(frozen=True, slots=True)
class Ticked:
    """One file as the page showed it; `reasons` why it goes back."""

    reference: str
    step: str
    version: int | None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What was asked of the files ticked: by which position and when, where that was said."""

    deed: May
    ticked: tuple[Ticked, ...]
    signed_by: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one file stayed as it was, and what happened to it since the page was opened."""

    reference: str
    ref: str
    applicant: str
    texts: tuple[str, ...]
    since: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files it was done to, and why not to the others."""

    done: int
    refused: tuple[Refusal, ...] = field(default=())


def wanted_of(sending: Sending, office: str) -> tuple[Wanted, ...]:
    """What is wanted of each file. Files of no such office or step are left out. Two queries."""
    rows = _rows(office, sending)
    standings = versions.several(office, (row.standard_id for row in rows.values()))
    found = []
    for one in sending.ticked:
        row = rows.get(one.reference)
        standard = standings[row.standard_id].standard if row else None
        command = _command(sending, one, standard) if standard else None
        if command:
            found.append(Wanted(one.reference, command, one.version))
    return tuple(found)


def outcome_of(
    sending: Sending, answers: Iterable[tuple[Wanted, EachAnswer]], actor: Actor
) -> Outcome:
    """The answers in words. Only what was refused is read again, to say what changed."""
    answered = {wanted.reference: answer for wanted, answer in answers}
    refused = {
        one: answered.get(one.reference)
        for one in sending.ticked
        if not _is_done(answered.get(one.reference))
    }
    rows = _rows(actor.office, sending) if refused else {}
    told = tuple(_refusal(one, answer, rows, actor) for one, answer in refused.items())
    return Outcome(len(sending.ticked) - len(told), told)


def is_of_office(office: str, reference: str) -> bool:
    """Whether this office has such a file."""
    return models.Case.objects.filter(office_id=office, reference=reference).exists()


def _rows(office: str, sending: Sending) -> dict[str, models.Case]:
    references = [one.reference for one in sending.ticked]
    rows = models.Case.objects.filter(office_id=office, reference__in=references)
    return {row.reference: row for row in rows}


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


def _is_done(answer: EachAnswer | None) -> bool:
    """Recorded now, or by the same sending before."""
    return isinstance(answer, (Recorded, DoneBefore))


def _refusal(
    one: Ticked, answer: EachAnswer | None, rows: Mapping[str, models.Case], actor: Actor
) -> Refusal:
    row = rows.get(one.reference)
    if row is None:
        return Refusal(one.reference, one.reference, "", (_("Berkas ini tidak ditemukan."),))
    reasons = answer.reasons if isinstance(answer, NotRecorded) else ()
    texts = tuple(reason.text for reason in reasons) or (
        _("Tidak dapat dengan cara ini; buka berkasnya untuk melihat langkahnya."),
    )
    since = tuple(_since(one, actor)) if STALE in reasons else ()
    name = shown_applicant(row, actor)
    return Refusal(one.reference, grouped(one.reference), name, texts, since)


def _since(one: Ticked, actor: Actor) -> Iterator[str]:
    """What happened to a file since it was seen."""
    file = case_file(one.reference, actor)
    if file and one.version:
        yield from (told.sentence for told in since(view_of(file), one.version))

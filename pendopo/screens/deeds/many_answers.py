# SPDX-License-Identifier: EUPL-1.2
"""What was answered to a deed for many files: how many it was done to, and why not to the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.queries import case_file
from pendopo.cases.services.answers import STALE, NotRecorded, Recorded
from pendopo.cases.services.each import DoneBefore, EachAnswer, Wanted
from pendopo.domain.circumstances import Actor
from pendopo.screens.case_view import view_of
from pendopo.screens.deeds.meanwhile import since
from pendopo.screens.deeds.troubles import plain_text
from pendopo.screens.listings import read_applicant
from pendopo.screens.tracking import grouped


@dataclass(frozen=True, slots=True)
class Asked:
    """One file of those that were ticked, in the state in which it was seen."""

    reference: str
    version: int | None


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
    """The files that it was done to, and why not to the others."""

    references: tuple[str, ...]
    refused: tuple[Refusal, ...] = ()

    @property
    def done(self) -> int:
        """How many files it was done to."""
        return len(self.references)


def outcome_of(
    asked: Iterable[Asked], answers: Iterable[tuple[Wanted, EachAnswer]], actor: Actor
) -> Outcome:
    """The answers in words. Only what was refused is read again, to say what changed."""
    answered = {wanted.reference: answer for wanted, answer in answers}
    done: list[str] = []
    refused: list[Refusal] = []
    for one in asked:
        answer = answered.get(one.reference)
        if isinstance(answer, (Recorded, DoneBefore)):
            done.append(one.reference)
        else:
            refused.append(_refusal(one, answer, actor))
    return Outcome(tuple(done), tuple(refused))


def is_of_office(office: str, reference: str) -> bool:
    """Whether this office has such a file."""
    return models.Case.objects.filter(office_id=office, reference=reference).exists()


def _refusal(one: Asked, answer: EachAnswer | None, actor: Actor) -> Refusal:
    file = case_file(one.reference, actor)
    if file is None:
        return Refusal(one.reference, one.reference, "", (_("Berkas ini tidak ditemukan."),))
    view = view_of(file)
    reasons = answer.reasons if isinstance(answer, NotRecorded) else ()
    other = _("Tidak dapat dengan cara ini; buka berkasnya untuk melihat langkahnya.")
    told = since(view, one.version) if STALE in reasons and one.version else ()
    return Refusal(
        reference=one.reference,
        ref=grouped(one.reference),
        applicant=read_applicant(file),
        texts=tuple(plain_text(reason, view.scene) for reason in reasons) or (other,),
        since=tuple(line.sentence for line in told),
    )

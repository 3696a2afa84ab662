# SPDX-License-Identifier: EUPL-1.2
"""What is said when a file was taken in: its number, when it is ready, what it still needs."""

from __future__ import annotations

from dataclasses import dataclass

from pendopo.cases.queries import CaseFile
from pendopo.domain.forms import missing_for_letter
from pendopo.domain.vocabulary import Verb
from pendopo.screens import plain_words as words
from pendopo.screens.case_view import view_of
from pendopo.screens.listings import read_applicant
from pendopo.screens.telling.due_words import Due, due_words
from pendopo.screens.telling.standing import Lack, lacks, waiting_for
from pendopo.screens.telling.whatsapp import lacking_words, message_link, phone_of, taken_words
from pendopo.screens.tracking import grouped
from pendopo.screens.words import Audience


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was just taken in. `unwritten`: what a letter of it will still need.

    `whatsapp` opens a message with what matters now: what lacks, or when it is ready.
    """

    reference: str
    ref: str
    slug: str
    service: str
    applicant: str
    standing: str
    due: Due
    lacks: tuple[Lack, ...]
    unwritten: tuple[str, ...]
    numbers: tuple[str, ...]
    whatsapp: str
    ended: bool

    @property
    def returned(self) -> bool:
        """Whether it went back."""
        return bool(self.lacks)


def taken_in(file: CaseFile) -> TakenIn:
    """A file as it is said at the counter. A fixed number of queries beside the file's own."""
    view, standard = view_of(file), file.standard
    now, zone = file.world.now, file.world.office.zone
    due = due_words(file.reckoning.due_at, file.reckoning.state.value, now, zone)
    missing = lacks(view.scene, view.past)
    waiting = waiting_for(view.scene, view.words, Audience.OFFICE)
    written = any(paper.form.written_here for paper in file.case.papers)
    return TakenIn(
        reference=file.row.reference,
        ref=grouped(file.row.reference),
        slug=standard.slug,
        service=words.short_name(standard.name),
        applicant=read_applicant(file),
        standing=waiting[0].text if waiting else words.ended(file.case.end or "").capitalize(),
        due=due,
        lacks=missing,
        unwritten=_unwritten(file) if written else (),
        numbers=tuple(entry.number for entry in file.case.entries if entry.number),
        whatsapp=message_link(_message(file, missing, due), phone_of(standard, file.values)),
        ended=file.case.ended,
    )


def waits_for_signature(file: CaseFile) -> bool:
    """Whether a signature is what it waits for now."""
    step = file.case.step
    return step is not None and file.standard.step(step).do is Verb.SIGN


def _unwritten(file: CaseFile) -> tuple[str, ...]:
    missing = missing_for_letter(file.standard, file.values)
    return tuple(dict.fromkeys(label for _where, label in missing))


def _message(file: CaseFile, missing: tuple[Lack, ...], due: Due) -> str:
    office, service = file.world.office.name, words.short_name(file.standard.name)
    reference = grouped(file.row.reference)
    if missing:
        told = (f"{one.label} ({one.text})" if one.text else one.label for one in missing)
        return lacking_words(office, service, told, reference)
    return taken_words(office, service, reference, due.moment)

# SPDX-License-Identifier: EUPL-1.2
"""Times to keep in mind beside the promise: lead times of the applicant, limits of law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pendopo.domain.standard import Limit, Standard, Step
from pendopo.domain.vocabulary import Otherwise, Source, Verb
from pendopo.portal import words
from pendopo.screens.plain_words import lowered
from pendopo.standards.schema import Service


@dataclass(frozen=True, slots=True)
class Deadline:
    """One sentence, and the rule it rests on.

    `only`: the service is for those who are late; others do not need it.
    """

    text: str
    cite: str
    source: Source
    only: bool = False

    @property
    def mark(self) -> words.Words:
        """The small word beside what the decree does not print."""
        return words.SOURCES[self.source]


def deadlines(service: Service, standard: Standard) -> tuple[Deadline, ...]:
    """Lead times first, in the order of the file; then the limits of law."""
    return (*_lead_times(service, standard), *_ceilings(standard))


def _lead_times(service: Service, standard: Standard) -> Iterator[Deadline]:
    cites = {limit.key: limit.cite or "" for limit in service.limits}
    steps = {step.key: step for step in standard.steps}
    labels = {field.key: lowered(field.label) for field in standard.fields}
    for limit in standard.limits:
        text = _lead_time(limit, steps[limit.at], labels.get(limit.before, limit.before))
        yield Deadline(text, cites[limit.key], limit.source, limit.less_than)


def _lead_time(limit: Limit, step: Step, before: str) -> str:
    places = {"length": words.length(limit.value, limit.unit), "before": before}
    if limit.less_than:
        return _("Hanya bila kurang dari %(length)s sebelum %(before)s.") % places
    if step.do is not Verb.SUBMIT:
        places["deed"] = step.title or str(words.DEEDS[step.do])
        return _("%(deed)s: paling lambat %(length)s sebelum %(before)s.") % places
    if limit.otherwise is Otherwise.ADVISE:
        return _("Sebaiknya diajukan paling lambat %(length)s sebelum %(before)s.") % places
    return _("Ajukan paling lambat %(length)s sebelum %(before)s.") % places


def _ceilings(standard: Standard) -> Iterator[Deadline]:
    for ceiling in standard.ceilings:
        places = {"name": ceiling.name, "length": words.length(ceiling.value, ceiling.unit)}
        text = _("%(name)s: paling lama %(length)s menurut aturan.") % places
        yield Deadline(text, ceiling.cite, Source.NATIONAL)

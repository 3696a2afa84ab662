# SPDX-License-Identifier: EUPL-1.2
"""The reckoning of a promise in words: what was promised, each line of the sum, and the law's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from pendopo.cases import models
from pendopo.cases.queries import CaseFile
from pendopo.domain.promise import CeilingReckoning, LineKind, Reckoning, State
from pendopo.domain.wording import format_moment, format_span
from pendopo.screens import plain_words as words
from pendopo.screens.listings import may_read_file
from pendopo.screens.telling.due_words import Due, due_words
from pendopo.screens.tracking import grouped


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of a sum. `kind` gives it its shape; `late`: entered afterwards."""

    kind: str
    text: str
    late: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: what it counts to, how it stands, and the lines of its sum.

    `cite` is the law's, empty for the promise itself.
    """

    name: str
    cite: str
    due: Due
    lines: tuple[SumLine, ...]
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment that no choice of start and stop can hide; empty while it has not come."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PromisePage:
    """Both clocks of one file."""

    row: models.Case
    ref: str
    applicant: str
    service: str
    promised: str
    condition: str
    used: str
    late: bool
    moments: tuple[Moment, ...]
    promise: Clock
    ceilings: tuple[Clock, ...]
    notes: tuple[str, ...]


def promise_page(file: CaseFile) -> PromisePage:
    """The reckoning of a file as it stands now."""
    reckoning, duration = file.reckoning, file.standard.duration
    known = may_read_file(file)
    return PromisePage(
        row=file.row,
        ref=grouped(file.row.reference),
        applicant=file.row.applicant if known else "",
        service=words.short_name(file.standard.name),
        promised=duration.text if duration else "",
        condition=(duration.condition or "") if duration else "",
        used=_span(reckoning),
        late=reckoning.late,
        moments=tuple(_moments(file)),
        promise=_clock(file, reckoning, _("Janji layanan"), ""),
        ceilings=tuple(
            _clock(file, one, one.ceiling.name, one.ceiling.cite) for one in reckoning.ceilings
        ),
        notes=reckoning.notes,
    )


def _span(reckoning: Reckoning) -> str:
    """How much of the promised time has run; nothing before it began."""
    if reckoning.state in (State.NOT_STARTED, State.NO_PROMISE):
        return ""
    return format_span(timedelta(minutes=reckoning.used))


def _moments(file: CaseFile) -> Iterator[Moment]:
    """Arrival, first complete file, readiness: the promise is judged beside them."""
    found = {line.kind: line.at for line in file.reckoning.lines}
    zone = file.world.office.zone
    named = (
        (LineKind.ARRIVED, _("Hadir")),
        (LineKind.COMPLETE, _("Lengkap")),
        (LineKind.READY, _("Siap")),
    )
    for kind, label in named:
        at = found.get(kind)
        yield Moment(label, format_moment(at, zone) if at else "")


def _clock(file: CaseFile, one: Reckoning | CeilingReckoning, name: str, cite: str) -> Clock:
    zone, now = file.world.office.zone, file.world.now
    alternative = one.alternative_due_at
    return Clock(
        name=name,
        cite=cite,
        due=_stood(one) or due_words(one.due_at, one.state.value, now, zone),
        lines=tuple(SumLine(line.kind.value, line.text, line.late) for line in one.lines),
        alternative=format_moment(alternative, zone) if alternative else "",
    )


def _stood(one: Reckoning | CeilingReckoning) -> Due | None:
    """How it came out, where it is over."""
    if one.state is not State.STOPPED:
        return None
    return Due(_("ditepati"), "done") if one.kept else Due(_("tidak ditepati"), "late")

# SPDX-License-Identifier: EUPL-1.2
"""A standard as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from textwrap import wrap

from pendopo.domain.standard import Step
from pendopo.domain.wording import format_date
from pendopo.standards.components import TITLES, is_printed
from pendopo.standards.meanings import VERBS
from pendopo.standards.national import role_title
from pendopo.standards.schema import (
    COMPONENTS,
    Competence,
    ComplaintChannel,
    PrintedText,
    Requirement,
    Service,
    Staffing,
)
from pendopo.standards.versions import Standing

WIDTH = 96
LACKING = "(tidak tercetak dalam keputusan)"


def pages(standing: Standing) -> Iterator[str]:
    """The whole standard, line by line: the components in the decree's order, then the steps."""
    service = standing.service
    yield service.heading or service.name
    yield (
        f"{standing.office} · {standing.slug} · versi {standing.number}, "
        f"berlaku {format_date(standing.effective_date)}"
    )
    absent = (name for name in COMPONENTS if name not in standing.compiled.order)
    for name in (*standing.compiled.order, *absent):
        yield ""
        yield TITLES[name].upper()
        yield from _component(service, name)
    yield ""
    yield "LANGKAH YANG DIJALANKAN"
    for step in standing.standard.steps:
        yield from _step(step)
    yield from _notes(service)


def _component(service: Service, name: str) -> Iterator[str]:
    value = getattr(service, name)
    if name == "procedure":
        value = service.procedure.text
    if not value:
        yield f"  {LACKING}"
        return
    if not is_printed(service, name):
        yield f"  {LACKING}; menurut bacaan kami:"
    yield from _WRITERS.get(name, _single)(value)


def _single(value: object) -> Iterator[str]:
    yield from _indented(str(getattr(value, "text", value)))


def _sentences(texts: list[str]) -> Iterator[str]:
    for n, text in enumerate(texts, start=1):
        yield from _indented(text, f"{n}. ")


def _lines(lines: list[PrintedText]) -> Iterator[str]:
    yield from _sentences([line.text for line in lines])


def _requirements(requirements: list[Requirement]) -> Iterator[str]:
    for n, requirement in enumerate(requirements, start=1):
        yield from _indented(requirement.text, f"{n}. ")
        for item in requirement.items:
            yield from _indented(item, "   - ")


def _channels(channels: list[ComplaintChannel]) -> Iterator[str]:
    for channel in channels:
        yield from _indented(
            f"{channel.label}: {channel.value}" if channel.label else channel.value
        )


def _competences(competences: list[Competence]) -> Iterator[str]:
    for competence in competences:
        yield from _indented(competence.role or "Semua pelaksana")
        for item in competence.items:
            yield from _indented(item, "   - ")


def _staffing(staffing: Staffing) -> Iterator[str]:
    for line in staffing.text.splitlines():
        yield from _indented(line)


_WRITERS: Mapping[str, Callable[..., Iterator[str]]] = {
    "requirements": _requirements,
    "procedure": _sentences,
    "complaint_channels": _channels,
    "legal_basis": _lines,
    "facilities": _lines,
    "competence": _competences,
    "staffing": _staffing,
    "internal_supervision": _lines,
    "service_guarantee": _lines,
    "safety_guarantee": _lines,
    "evaluation": _lines,
}


def _step(step: Step) -> Iterator[str]:
    ways = ", ".join(f"{name} → {to}" if name else f"→ {to}" for name, to in step.exits)
    via = f", dicatat {role_title(step.via)}" if step.via else ""
    deed = step.title or VERBS[step.do][0]
    yield f"  {step.key}: {role_title(step.by)}{via} · {deed}"
    yield f"      {ways}"


def _notes(service: Service) -> Iterator[str]:
    if service.notes:
        yield ""
        yield "CATATAN"
        yield from _sentences(service.notes)


def _indented(text: str, mark: str = "") -> Iterator[str]:
    for paragraph in text.splitlines():
        first, rest = f"  {mark}", "  " + " " * len(mark)
        yield from wrap(paragraph, WIDTH, initial_indent=first, subsequent_indent=rest)
        mark = " " * len(mark)

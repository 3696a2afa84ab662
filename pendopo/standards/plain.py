# SPDX-License-Identifier: EUPL-1.2
"""A standard as plain parts and lines with their sources: to be read on a page, and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from pendopo.domain.standard import Step
from pendopo.domain.vocabulary import Source
from pendopo.standards.components import TITLES, is_printed
from pendopo.standards.meanings import VALUES, VERBS
from pendopo.standards.national import role_title
from pendopo.standards.schema import COMPONENTS, FormField, Paper, Service
from pendopo.standards.versions import Standing

STEPS, ASKS, FORM, PAPERS, LIMITS, NOTES = (
    "Langkah yang dijalankan",
    "Syarat yang dilihat petugas",
    "Isian",
    "Surat",
    "Batas dan pengingat",
    "Catatan",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part, where it comes from, and a remark on it."""

    text: str
    source: Source = Source.PRINTED
    note: str = ""

    @property
    def told(self) -> str:
        """All of it in one line: what two versions are compared by."""
        asal = "" if self.source is Source.PRINTED else f" [{source_label(self.source)}]"
        return f"{self.text}{asal}{f' ({self.note})' if self.note else ''}"


@dataclass(frozen=True, slots=True)
class Part:
    """A component, or what the engine needs beside. `lacking`: the decree does not print it."""

    title: str
    lines: tuple[Line, ...]
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """A part that two versions tell differently: what is gone, and what came."""

    title: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


def source_label(source: Source) -> str:
    """Where something comes from, in a word or two."""
    return {Source.PRINTED: "tercetak", Source.INFERRED: "tafsiran", Source.NATIONAL: "nasional"}[
        source
    ]


def source_meaning(source: Source) -> str:
    """The same, explained."""
    return VALUES[Source][1][source]


def components(standing: Standing) -> tuple[Part, ...]:
    """The 14 components, those that the decree prints in its own order first."""
    absent = (name for name in COMPONENTS if name not in standing.compiled.order)
    names = (*standing.compiled.order, *absent)
    return tuple(_component(standing.service, name) for name in names)


def beside(standing: Standing) -> tuple[Part, ...]:
    """What the engine runs on beside the components; parts without a line are left out."""
    service = standing.service
    parts = (
        Part(STEPS, tuple(_step(step) for step in standing.standard.steps)),
        Part(ASKS, tuple(_asks(service))),
        Part(FORM, tuple(_field(one) for one in service.fields)),
        Part(PAPERS, tuple(_paper(standing, key, one) for key, one in service.papers.items())),
        Part(LIMITS, tuple(_limits(service))),
        Part(NOTES, tuple(Line(note, Source.INFERRED) for note in service.notes)),
    )
    return tuple(part for part in parts if part.lines)


def differences(before: Standing, after: Standing) -> tuple[Changed, ...]:
    """What of the second is told otherwise than in the first, part by part."""
    was, now = (_by_title(one) for one in (before, after))
    titles = dict.fromkeys((*now, *was))
    found = (_changed(title, was.get(title, ()), now.get(title, ())) for title in titles)
    return tuple(one for one in found if one.gone or one.come)


def _by_title(standing: Standing) -> dict[str, tuple[str, ...]]:
    parts = (*components(standing), *beside(standing))
    name = Part("Nama layanan", (Line(standing.service.name),))
    return {part.title: tuple(line.told for line in part.lines) for part in (name, *parts)}


def _changed(title: str, was: tuple[str, ...], now: tuple[str, ...]) -> Changed:
    gone: list[str] = []
    come: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += was[i1:i2]
            come += now[j1:j2]
    return Changed(title, tuple(gone), tuple(come))


def _component(service: Service, name: str) -> Part:
    value = service.procedure.text if name == "procedure" else getattr(service, name)
    lines = tuple(_LINES.get(name, _items)(value)) if value else ()
    return Part(TITLES[name], lines, lacking=not is_printed(service, name))


def _items(value: object) -> Iterator[Line]:
    """Words of the file with a text of their own, one or many; or bare sentences."""
    for one in value if isinstance(value, list) else [value]:
        source = getattr(one, "source", Source.PRINTED)
        known = source if isinstance(source, Source) else Source.PRINTED
        yield Line(str(getattr(one, "text", one)), known, getattr(one, "note", None) or "")


def _requirements(value: Iterable[object]) -> Iterator[Line]:
    for one in value:
        items = "; ".join(getattr(one, "items", ()))
        text = str(getattr(one, "text", one))
        yield Line(f"{text} {items}".strip(), getattr(one, "source", Source.PRINTED))


def _channels(value: Iterable[object]) -> Iterator[Line]:
    for one in value:
        label, said = getattr(one, "label", None), str(getattr(one, "value", ""))
        text = f"{label}: {said}" if label else said
        yield Line(text, getattr(one, "source", Source.PRINTED))


def _competences(value: Iterable[object]) -> Iterator[Line]:
    for one in value:
        role = getattr(one, "role", None) or "Semua pelaksana"
        yield Line(f"{role}: {'; '.join(getattr(one, 'items', ()))}")


_LINES: Mapping[str, Callable[..., Iterator[Line]]] = {
    "requirements": _requirements,
    "complaint_channels": _channels,
    "competence": _competences,
}


def _step(step: Step) -> Line:
    ways = ", ".join(f"{name} → {to}" if name else f"→ {to}" for name, to in step.exits)
    via = f", dicatat {role_title(step.via)}" if step.via else ""
    return Line(f"{step.title or VERBS[step.do][0]} ({role_title(step.by)}{via}) {ways}".strip())


def _asks(service: Service) -> Iterator[Line]:
    for requirement in service.requirements or ():
        for ask in requirement.asks:
            yield Line(ask.what, ask.source, ask.note or "")


def _field(field: FormField) -> Line:
    kind = VALUES[type(field.type)][1].get(field.type, str(field.type))
    if field.options:
        kind = f"pilihan {', '.join(field.options.values())}"
    owed = ", wajib" if field.required else ""
    return Line(f"{field.label}: {kind}{owed}", field.source, field.note or "")


def _paper(standing: Standing, key: str, paper: Paper) -> Line:
    title = paper.title or standing.standard.paper(key).title
    forms = ", ".join(VALUES[type(one)][1].get(one, str(one)) for one in paper.form)
    return Line(f"{title} ({forms})", paper.source, paper.note or "")


def _limits(service: Service) -> Iterator[Line]:
    for limit in service.limits:
        unit = "hari kerja" if limit.unit == "working-day" else "hari"
        text = limit.say or f"{limit.key}: {limit.value} {unit}"
        yield Line(text, limit.source, limit.cite or "")
    for caution in service.cautions:
        yield Line(caution.say, caution.source, caution.cite or "")

# SPDX-License-Identifier: EUPL-1.2
"""What the API tells of a service: its components in the decree's order, and what runs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pendopo.standards.components import is_complete, is_printed
from pendopo.standards.grammar import Word
from pendopo.standards.schema import COMPONENTS, Competence, PrintedText, Requirement, Service
from pendopo.standards.stored import Compiled

Document = dict[str, Any]
"""Plain JSON values."""

LINES = (
    "legal_basis",
    "facilities",
    "internal_supervision",
    "service_guarantee",
    "safety_guarantee",
    "evaluation",
)
"""Components that are lists of lines; `sources` says of each line where it comes from."""

BESIDE = (
    "groups",
    "fields",
    "limits",
    "cautions",
    "papers",
    "ceilings",
    "intake",
    "follow_up",
    "advice",
    "notes",
)
"""What the engine needs beside the components."""


def service_document(compiled: Compiled, *, version: int) -> Document:
    """Everything about one service. A component is null where the decree has nothing of it.

    Components come in the order of the file, those that are null after them.
    """
    service = compiled.service
    absent = (name for name in COMPONENTS if name not in compiled.order)
    return {
        "slug": service.slug,
        "kind": service.kind.value,
        "name": service.name,
        "heading": service.heading,
        "synonyms": list(service.synonyms),
        "complete": is_complete(service),
        "version": version,
        **{name: component(service, name) for name in (*compiled.order, *absent)},
        "printed": {name: is_printed(service, name) for name in COMPONENTS},
        "sources": {name: _sources(service, name) for name in LINES if getattr(service, name)},
        **{name: _plain(getattr(service, name)) for name in BESIDE},
    }


def summary(compiled: Compiled) -> Document:
    """One line of a list of services."""
    service = compiled.service
    return {
        "slug": service.slug,
        "kind": service.kind.value,
        "name": service.name,
        "complete": is_complete(service),
        "duration": {"text": service.duration.text} if service.duration else None,
        "fee": {"text": service.fee.text} if service.fee else None,
    }


def component(service: Service, name: str) -> Any:
    """One of the 14 components as plain values; None where there is nothing of it."""
    value = getattr(service, name)
    if value is None:
        return None
    return _SHAPES.get(name, _plain)(value)


def _texts(lines: list[PrintedText]) -> list[str]:
    return [line.text for line in lines]


def _competences(competences: list[Competence]) -> list[Document]:
    return [{"role": one.role, "items": list(one.items)} for one in competences]


def _requirements(requirements: list[Requirement]) -> list[Document]:
    """An ask that does not say where it comes from comes from where its line does."""
    documents: list[Document] = [_plain(requirement) for requirement in requirements]
    for requirement, document in zip(requirements, documents, strict=True):
        for ask, told in zip(requirement.asks, document["asks"], strict=True):
            if "source" not in ask.model_fields_set:
                told["source"] = requirement.source.value
    return documents


_SHAPES: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(LINES, _texts),
    "competence": _competences,
    "requirements": _requirements,
}


def _sources(service: Service, name: str) -> list[str]:
    return [line.source.value for line in getattr(service, name)]


def _plain(value: Any) -> Any:
    """Words as JSON values, by the names that are written in YAML."""
    if isinstance(value, Word):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value

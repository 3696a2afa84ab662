# SPDX-License-Identifier: EUPL-1.2
"""JSON Schema of the files, for editors that check and complete while somebody writes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pendopo.standards import vocabulary
from pendopo.standards.grammar import Word
from pendopo.standards.meanings import TITLES, WORDS
from pendopo.standards.office_schema import Office
from pendopo.standards.reference import render_reference
from pendopo.standards.schema import Service
from pendopo.standards.wording_schema import Wording

SCHEMAS: dict[str, type[Word]] = {
    "standard.schema.json": Service,
    "office.schema.json": Office,
    "wording.schema.json": Wording,
}
"""File name → the word it describes."""


def schema_for(kind: type[Word]) -> dict[str, Any]:
    """The schema of a file, with Indonesian titles and descriptions."""
    schema: dict[str, Any] = copy.deepcopy(dict(vocabulary.json_schema(kind)))
    for name, place in _classes(schema, kind):
        place["title"] = TITLES.get(name, name)
        place.pop("description", None)
        for word, described in place.get("properties", {}).items():
            described.pop("title", None)
            if meaning := WORDS.get(name, {}).get(word):
                described["description"] = meaning
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _classes(schema: dict[str, Any], kind: type[Word]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield kind.__name__, schema
    yield from schema.get("$defs", {}).items()


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of every generated file of docs/reference."""
    for name, kind in SCHEMAS.items():
        text = json.dumps(schema_for(kind), ensure_ascii=False, indent=2)
        yield name, f"{text}\n"
    yield "bahasa-standar.md", render_reference()


def write_pages(folder: Path) -> tuple[Path, ...]:
    """Write them all; the files written."""
    written = []
    for name, text in pages():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)

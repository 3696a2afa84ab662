# SPDX-License-Identifier: EUPL-1.2
"""Which words the language knows at a place, and which of them a wrong one resembles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pendopo.standards.grammar import Word
from pendopo.standards.problems import Where

Schema = Mapping[str, Any]


def words_at(kind: type[Word], path: Where) -> tuple[str, ...]:
    """The words allowed in the mapping at `path`, in the order of the language; perhaps none."""
    whole = json_schema(kind)
    places: list[Schema] = list(_alternatives(whole, whole))
    for part in path:
        below = [child for place in places for child in _children(place, part)]
        places = [one for child in below for one in _alternatives(whole, child)]
    return tuple(dict.fromkeys(word for place in places for word in place.get("properties", ())))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most resembles, or None."""
    choices = {choice.replace("_", "-").lower(): choice for choice in known}
    found = get_close_matches(word.replace("_", "-").lower(), choices, n=1, cutoff=0.6)
    return choices[found[0]] if found else None


@cache
def json_schema(kind: type[Word]) -> Schema:
    """The JSON Schema of a file of this kind, by the words that are written in YAML."""
    return kind.model_json_schema(by_alias=True)


def _alternatives(whole: Schema, place: Schema) -> Iterator[Schema]:
    """What a place may be, references and unions opened."""
    if reference := place.get("$ref"):
        yield from _alternatives(whole, whole["$defs"][reference.rpartition("/")[2]])
        return
    options = [*place.get("anyOf", ()), *place.get("oneOf", ())]
    if not options:
        yield place
    for option in options:
        yield from _alternatives(whole, option)


def _children(place: Schema, part: str | int) -> Iterator[Schema]:
    if isinstance(part, int):
        candidates = [place.get("items")]
    else:
        candidates = [
            place.get("properties", {}).get(part) or place.get("additionalProperties"),
            *place.get("patternProperties", {}).values(),
        ]
    yield from (child for child in candidates if isinstance(child, Mapping))

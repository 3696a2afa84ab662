# SPDX-License-Identifier: EUPL-1.2
"""A check of a value against the part of JSON Schema that Pendopo's schemas use.

An independent reading, in few lines, so that no library is needed for the tests alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
}
WORDS = """
    type enum const oneOf anyOf allOf if then not properties required items additionalProperties
    minLength maxLength minItems maxItems uniqueItems minimum maximum exclusiveMaximum pattern
    $schema title description default examples format readOnly to returns ends
"""
KNOWN = frozenset(re.findall(r"\S+", WORDS))


def faults(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong with a value; nothing when it is valid."""
    strange = {key for key in schema if not key.startswith("x-")} - KNOWN
    if strange:
        yield f"{where}: the schema uses {strange}"
    yield from _of_type(value, schema, where)
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    for word, enough in (("oneOf", 1), ("anyOf", None)):
        if word in schema:
            fits = sum(not list(faults(value, one, where)) for one in schema[word])
            if fits == 0 or (enough and fits != enough):
                yield f"{where}: fits {fits} of {word}"
    for one in schema.get("allOf", ()):
        yield from faults(value, one, where)
    if "if" in schema and not list(faults(value, schema["if"], where)):
        yield from faults(value, schema["then"], where)
    if "not" in schema and not list(faults(value, schema["not"], where)):
        yield f"{where}: {value!r} is ruled out"


def _of_type(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    wanted = schema.get("type")
    if wanted:
        number = wanted == "integer" and isinstance(value, bool)
        if not isinstance(value, _TYPES[wanted]) or number:
            yield f"{where}: {value!r} is no {wanted}"
            return
    if isinstance(value, dict):
        yield from _object(value, schema, where)
    elif isinstance(value, list):
        yield from _array(value, schema, where)
    elif isinstance(value, str):
        yield from _string(value, schema, where)
    elif isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get(
        "maximum", value
    ):
        yield f"{where}: {value} is out of bounds"


def _object(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{where}/{key} is missing"
    for key, inner in value.items():
        if key in properties:
            yield from faults(inner, properties[key], f"{where}/{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{where}/{key} is not known"


def _array(value: list[Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{where}: {len(value)} members"
    for number, inner in enumerate(value):
        yield from faults(inner, schema.get("items", {}), f"{where}/{number}")


def _string(value: str, schema: dict[str, Any], where: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{where}: {len(value)} letters"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match {schema['pattern']}"
    reading = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}
    if schema.get("format") in reading:
        try:
            reading[schema["format"]](value)
        except ValueError:
            yield f"{where}: {value!r} is no {schema['format']}"

# SPDX-License-Identifier: EUPL-1.2
"""Every finding of pydantic that a file can cause has Indonesian words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from pendopo.standards.grammar import Word
from pendopo.standards.messages import EXPLAINED, PATTERNS, Fault, explain
from pendopo.standards.office_schema import (
    CalendarYear,
    ComplaintClasses,
    Decree,
    Exclusions,
    Laws,
    Office,
    Roles,
)
from pendopo.standards.schema import Service
from pendopo.standards.vocabulary import json_schema, nearest, words_at

KINDS: tuple[type[Word], ...] = (
    Service,
    Office,
    Decree,
    Roles,
    Laws,
    Exclusions,
    ComplaintClasses,
    CalendarYear,
)

# What each part of a pydantic core schema can complain of, and by which of its settings.
COMPLAINTS: dict[str, dict[str, tuple[str, ...]]] = {
    "model": {"": ("model_type", "model_attributes_type")},
    "model-fields": {"": ("missing", "extra_forbidden", "invalid_key", "model_type")},
    "str": {
        "": ("string_type",),
        "min_length": ("string_too_short",),
        "max_length": ("string_too_long",),
        "pattern": ("string_pattern_mismatch",),
    },
    "int": {"": ("int_type",), "ge": ("greater_than_equal",)},
    "bool": {"": ("bool_type",)},
    "list": {"": ("list_type",), "min_length": ("too_short",)},
    "dict": {"": ("dict_type",), "min_length": ("too_short",)},
    "literal": {"": ("literal_error",)},
    "enum": {"": ("enum",)},
    # Both are read by a validator of ours, which refuses what is no day and no clock.
    "date": {"": ("day",)},
    "time": {"": ("clock",)},
}
SILENT = {
    "default",
    "nullable",
    "union",
    "tagged-union",
    "function-before",
    "model-field",
    "definitions",
    "definition-ref",
}
"""Parts that say nothing of their own, or only by another part."""


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a core schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str) and schema["type"] != "no-info":
            yield schema
        for key, value in schema.items():
            if key not in ("serialization", "metadata", "json_schema_input_schema"):
                yield from parts(value)
    elif isinstance(schema, (list, tuple)):
        for value in schema:
            yield from parts(value)


def test_every_complaint_that_a_file_can_cause_has_words() -> None:
    for kind in KINDS:
        for part in parts(kind.__pydantic_core_schema__):
            if part["type"] in SILENT:
                continue
            known = COMPLAINTS[part["type"]]
            settings = ("", *(name for name in known if name and part.get(name) is not None))
            for setting in settings:
                assert set(known[setting]) <= EXPLAINED, (kind, part["type"], setting)


def test_every_bound_of_the_language_is_one_that_has_words() -> None:
    bounds = {"min_length", "max_length", "pattern", "ge", "gt", "le", "lt", "multiple_of"}
    for kind in KINDS:
        for part in parts(kind.__pydantic_core_schema__):
            known = COMPLAINTS.get(part["type"], {})
            assert {name for name in bounds & part.keys() if part[name] is not None} <= set(known)


def test_every_pattern_of_the_language_is_explained() -> None:
    patterns = {
        part["pattern"]
        for kind in KINDS
        for part in parts(kind.__pydantic_core_schema__)
        if part["type"] == "str" and part.get("pattern")
    }
    assert patterns == PATTERNS.keys()


def test_every_list_in_a_union_is_told_apart_by_a_tag() -> None:
    """So that a plain union holds scalars only, whose findings `explain` joins into one."""
    for kind in KINDS:
        for part in parts(kind.__pydantic_core_schema__):
            if part["type"] == "union":
                assert {choice["type"] for choice in part["choices"]} == {"str", "int", "bool"}


@pytest.mark.parametrize("type_", sorted(EXPLAINED))
@pytest.mark.parametrize("value", [None, 12, "teks", True, ["a"], {"a": "b"}])
def test_no_english_leaks_into_a_message(type_: str, value: object) -> None:
    pattern = next(iter(PATTERNS))
    context = {"expected": "'satu' or 'dua'", "ge": 1, "max_length": 48, "pattern": pattern}
    fault = Fault((type_,), "kata", value, str(value), context, ("text", "source"))
    words = " ".join(explain(fault))
    assert not re.search(r"\b(input|should|valid|field|required|error|must|or)\b", words, re.I)
    assert len(words.split()) > 3


def test_several_findings_at_one_place_become_one_message() -> None:
    what, mend = explain(Fault(("string_type", "int_type", "bool_type"), "is", 1.5, "1.5"))
    assert "1.5" in what and '"1.5"' in mend


def test_a_wrong_word_is_answered_with_the_nearest_one() -> None:
    assert nearest("verifi", ["verify", "sign"]) == "verify"
    assert nearest("legal-basis", ["legal_basis"]) == "legal_basis"
    assert nearest("sesuatu", ["verify", "sign"]) is None


def test_the_words_of_a_place_are_those_of_its_class() -> None:
    assert "outcomes" in words_at(Service, ("procedure", "steps", "ajukan"))
    assert words_at(Service, ("fields", 0, "when", "usia"))[0] == "is"
    assert set(words_at(Service, ("ceilings", 3))) >= {"cite", "select", "from"}
    assert words_at(Service, ("slug",)) == ()


def test_the_schema_of_a_file_names_words_as_they_are_written() -> None:
    assert "else" in json_schema(Service)["$defs"]["Limit"]["properties"]

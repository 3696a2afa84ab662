# SPDX-License-Identifier: EUPL-1.2
"""The pages that are made from the program say what the program knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from pendopo.domain.vocabulary import Verb
from pendopo.standards.json_schema import pages, schema_for, write_pages
from pendopo.standards.office_schema import Office
from pendopo.standards.reference import render_reference, undescribed
from pendopo.standards.schema import Service

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_the_generated_one(name: str) -> None:
    """When this fails, run `pendopo standards docs`."""
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name]


def test_every_verb_word_and_value_of_the_language_is_described() -> None:
    assert undescribed() == ()


def test_the_page_has_a_row_for_every_verb() -> None:
    page = render_reference()
    assert all(f"| `{verb}` | " in page for verb in Verb)


def test_words_that_must_be_there_are_bold() -> None:
    page = render_reference()
    assert "| **`slug`** |" in page and "| `synonyms` |" in page


def test_an_editor_is_told_the_meaning_of_a_word() -> None:
    schema = schema_for(Service)
    assert schema["title"] == "Berkas layanan"
    assert schema["properties"]["slug"]["description"].startswith("Kunci layanan")
    assert schema["$defs"]["Step"]["properties"]["by"]["description"]
    assert "description" not in schema


def test_an_editor_accepts_the_short_ways_of_writing() -> None:
    schema = schema_for(Service)
    line = schema["properties"]["legal_basis"]["anyOf"][0]["items"]["anyOf"]
    assert {"type": "string"} in line
    form = schema["$defs"]["Paper"]["properties"]["form"]["anyOf"]
    assert {kind.get("type", "enum") for kind in form} == {"enum", "array"}
    assert schema_for(Office)["title"].startswith("Berkas kantor")


def test_pages_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    written = write_pages(tmp_path)
    assert {path.name for path in written} == PAGES.keys()
    assert all(path.read_text(encoding="utf-8") == PAGES[path.name] for path in written)

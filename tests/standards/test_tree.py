# SPDX-License-Identifier: EUPL-1.2
"""YAML 1.2 with lines: what is text, what is a number, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from pendopo.standards.problems import Problem
from pendopo.standards.syntax import explain_syntax
from pendopo.standards.tree import Tree, parse


def tree(text: str) -> Tree:
    """A text that can be read."""
    found = parse(text, "contoh.yaml")
    assert isinstance(found, Tree), found
    return found


def refused(text: str) -> tuple[Problem, ...]:
    """The problems of a text, read or not."""
    found = parse(text, "contoh.yaml")
    return found.problems if isinstance(found, Tree) else found


def test_clocks_and_no_are_text_as_yaml_1_2_says() -> None:
    assert tree("a: 12:30\nb: no\nc: '01'\n").data == {"a": "12:30", "b": "no", "c": "01"}


def test_numbers_dates_and_truth_are_values() -> None:
    found = tree("a: 012\nb: 63.06\nc: true\nd: 2026-11-23\ne: ~\n").data
    assert found == {"a": 12, "b": 63.06, "c": True, "d": date(2026, 11, 23), "e": None}


def test_a_date_that_no_calendar_has_stays_text() -> None:
    assert tree("a: 2026-02-30\n").data == {"a": "2026-02-30"}


def test_a_place_knows_its_line_and_its_own_spelling() -> None:
    found = tree("a:\n  b: 0123\n  c:\n    - x\n    - y\n")
    assert found.places["a", "b"].raw == "0123"
    assert found.line(("a", "c", 1)) == 5
    assert found.line(("a", "c"), key=True) == 3


def test_the_line_of_what_is_not_there_is_that_of_what_should_hold_it() -> None:
    found = tree("a: 1\nb:\n  c: 2\n")
    assert found.line(("b", "lain", 3)) == 3
    assert found.line(("tidak-ada",)) == 1


def test_every_key_that_is_there_twice_is_found() -> None:
    found = refused("a: 1\nb: 1\na: 2\nc: {x: 1, x: 2}\nb: 3\n")
    assert [(p.line, p.where) for p in found] == [(3, "a"), (4, "c › x"), (5, "b")]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    assert tree("a: 1\na: 2\n").data == {"a": 1}


@pytest.mark.parametrize("text", ["a: &x b\n", "a: !x b\n", "{a: {b: c}}: d\n", "1: a\n"])
def test_anchors_tags_and_keys_that_are_no_text_are_refused(text: str) -> None:
    assert refused(text)


def test_an_alias_of_what_it_stands_in_comes_to_an_end() -> None:
    assert refused("a: &x [b, *x]\n")


def test_a_file_may_begin_with_document_and_directive_marks() -> None:
    assert tree("%YAML 1.2\n---\na: b\n").data == {"a": "b"}


SYNTAX = [
    "a: b: c",
    "a:\n\t- b",
    "a: @b",
    "a: [b, c\nd: e",
    "a: {b: c\nd: e",
    "a: 'b\nc: d",
    "a: *b",
    "a:\n  b: c\n d: e",
    'a: "\\q"',
    "a: |x\n b",
    "---\na: b\n---\nc: d",
    "a: b\x00",
    "a: b\nc",
    "a: - b",
    "a: !<x b",
    "a: ]",
    "%YAML 3.0\n---\na: b",
    "%x\n",
]


@pytest.mark.parametrize("text", SYNTAX)
def test_what_cannot_be_read_is_explained_in_indonesian(text: str) -> None:
    (problem,) = refused(text)
    english = ("expected", "found", "while", "scanning", "parsing", "mapping", "token", "allowed")
    assert not any(word in str(problem).lower() for word in english)
    assert problem.line >= 1 and problem.mend


def test_an_unknown_fault_of_the_library_is_explained_too() -> None:
    problem = explain_syntax(RuntimeError("boom"), "", "contoh.yaml")
    assert "boom" not in str(problem) and problem.mend


def test_an_unclosed_quote_is_looked_for_where_it_was_opened() -> None:
    (problem,) = refused("a: b\nc: 'd\ne: f\ng: h\n")
    assert problem.line == 2

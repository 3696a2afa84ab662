# SPDX-License-Identifier: EUPL-1.2
"""Every file: its licence, what it is for, how long it is, and what it may not leave behind."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.rules.repository import name, python_files, said, texts, tree, written

LICENCE = "# SPDX-License-Identifier: EUPL-1.2"
LONGEST = 400
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def test_every_python_file_begins_with_its_licence() -> None:
    found = [
        name(path)
        for path in python_files()
        if path.read_text(encoding="utf-8").partition("\n")[0] != LICENCE
    ]
    assert not found, said(found, f"write «{LICENCE}» as the first line.")


def test_every_python_file_says_what_it_is_for() -> None:
    found = [
        name(path) for path in python_files() if written(path) and not ast.get_docstring(tree(path))
    ]
    assert not found, said(found, "write a docstring under the licence: what the file is for.")


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files()
        if written(path)
    }
    found = [
        f"{name(path)}: {length} lines" for path, length in lengths.items() if length > LONGEST
    ]
    assert not found, said(found, f"split where there are two subjects; at most {LONGEST} lines.")


def test_nothing_is_left_as_a_note_to_oneself() -> None:
    note = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b")
    found = [
        f"{name(path)}, line {number}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if note.search(line)
    ]
    assert not found, said(found, "do it, or open an issue and take the note out.")


def test_everything_public_states_its_contract() -> None:
    found = [
        f"{name(path)}, line {one.lineno}: {one.name}"
        for path in python_files("pendopo")
        if written(path)
        for one in _public(tree(path))
        if not ast.get_docstring(one)
    ]
    assert not found, said(found, "add a docstring: what it gives, in which shape, what it raises.")


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """What others may call, in a module and in its classes; Django's Meta is a form to fill in."""
    for one in node.body:
        if not isinstance(one, Definition) or one.name.startswith("_") or one.name == "Meta":
            continue
        if not _is_another_face_of_one(one) and not _is_told_by_its_decorator(one):
            yield one
        if isinstance(one, ast.ClassDef):
            yield from _public(one)


def _is_another_face_of_one(one: Definition) -> bool:
    """An overload or a setter says nothing that its first form does not say."""
    marks = {ast.unparse(mark).rpartition(".")[2] for mark in one.decorator_list}
    return bool(marks & {"overload", "setter"})


def _is_told_by_its_decorator(one: Definition) -> bool:
    """A rule of the standards is registered with its sentence, which the reference prints."""
    calls = (mark for mark in one.decorator_list if isinstance(mark, ast.Call))
    words = (word.value for call in calls for word in call.args if isinstance(word, ast.Constant))
    return any(isinstance(word, str) and " " in word for word in words)


def test_the_rules_look_at_files_at_all() -> None:
    kinds = {path.suffix for path, _ in texts()}
    assert {".py", ".md", ".yaml", ".html", ".toml"} <= kinds
    assert Path(__file__).resolve() in python_files("tests/rules")

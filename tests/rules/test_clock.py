# SPDX-License-Identifier: EUPL-1.2
"""The domain is pure, and one file alone reads the clock: else no test and no replay can trust."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules.repository import name, python_files, said, tree

THE_CLOCK = "pendopo/base/clock.py"
READS_THE_CLOCK = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "asctime"},
    "timezone": {"now", "localtime", "localdate"},
}
WORLD = {
    *("glob", "io", "logging", "os", "pathlib", "platform", "random", "secrets", "shutil"),
    *("socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"),
}
"""Modules that look at the machine, or make what no second run would make again."""
DEEDS = {"open", "input", "print", "exec", "eval"}


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def _reads_the_clock(call: ast.Call) -> bool:
    """`datetime.now(…)`, also written `datetime.datetime.now(…)`."""
    if not isinstance(call.func, ast.Attribute):
        return False
    owner = ast.unparse(call.func.value).rpartition(".")[2]
    return call.func.attr in READS_THE_CLOCK.get(owner, ())


def test_one_file_alone_reads_the_clock() -> None:
    found = [
        f"{name(path)}, line {call.lineno}: {ast.unparse(call)}"
        for path in python_files("pendopo")
        if name(path) != THE_CLOCK
        for call in _calls(path)
        if _reads_the_clock(call)
    ]
    assert not found, said(found, "call pendopo.base.clock.now(), which a test can stop.")


def test_the_rule_knows_a_clock_when_it_sees_one() -> None:
    assert any(_reads_the_clock(call) for call in _calls(python_files(THE_CLOCK)[0]))


def test_the_domain_looks_at_nothing_but_its_arguments() -> None:
    found = [
        f"{name(path)}, line {line}: {what}"
        for path in python_files("pendopo/domain")
        for line, what in _looks(path)
    ]
    assert not found, said(found, "gather it in a service and pass it in; see circumstances.py.")


def _looks(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            yield from ((node.lineno, one) for one in names if one.partition(".")[0] in WORLD)
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in DEEDS or _reads_the_clock(node):
                yield node.lineno, called

# SPDX-License-Identifier: EUPL-1.2
"""The repository as a whole: its files, and Python read as a tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def _ignored() -> tuple[str, ...]:
    """What stands in .gitignore, by name; and git's own folder."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.strip("/") for line in lines if line and not line.startswith("#")))


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in _ignored()):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository that is not ignored."""
    return tuple(_walk(ROOT))


@cache
def texts() -> tuple[tuple[Path, str], ...]:
    """Every file that is text, with its text."""
    found = []
    for path in files():
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below these folders of the repository; without any, all of them."""
    wanted = [ROOT / folder for folder in folders] or [ROOT]
    return tuple(
        path
        for path in files()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in wanted)
    )


def written(path: Path) -> bool:
    """Whether somebody wrote the file; a migration's body is a machine's."""
    return "migrations" not in path.parts


def name(path: Path) -> str:
    """As a failure shows it: `pendopo/base/clock.py`."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def said(findings: list[str], mend: str) -> str:
    """What a failing rule says: what was found, line by line, and how to mend it."""
    return "\n".join(["", *findings, "", f"To mend: {mend}"])

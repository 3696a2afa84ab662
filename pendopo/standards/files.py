# SPDX-License-Identifier: EUPL-1.2
"""Reading the files of an office and of the nation: typed words, or every problem at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pendopo.base.drawings import clean_picture
from pendopo.base.made_anew import Unfit
from pendopo.standards.books_schema import Books
from pendopo.standards.grammar import Word
from pendopo.standards.messages import Fault, explain
from pendopo.standards.office_schema import (
    CalendarYear,
    ComplaintClasses,
    Decree,
    Exclusions,
    Laws,
    Office,
    Roles,
)
from pendopo.standards.problems import Problem, Where, in_order, spell
from pendopo.standards.schema import Service
from pendopo.standards.tree import Tree, parse
from pendopo.standards.vocabulary import nearest, words_at
from pendopo.standards.wording_schema import Wording

W = TypeVar("W", bound=Word)
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class File(Generic[W]):
    """One file that follows the language. `name` is folder and file, as problems show it."""

    name: str
    text: str
    sha256: str
    tree: Tree
    word: W

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return Path(self.name).stem

    def line(self, path: Where, *, key: bool = False) -> int:
        """The line of a place in this file."""
        return self.tree.line(path, key=key)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one office. `wordings` are its own, by which it replaces those of the nation."""

    name: str
    office: File[Office]
    decree: File[Decree] | None
    services: tuple[File[Service], ...]
    wordings: tuple[File[Wording], ...] = ()
    arms: bytes = b""


@dataclass(frozen=True, slots=True)
class National:
    """The files that hold for every office."""

    roles: File[Roles]
    laws: File[Laws]
    exclusions: File[Exclusions]
    classes: File[ComplaintClasses]
    books: File[Books]
    calendars: tuple[File[CalendarYear], ...]
    services: tuple[File[Service], ...]
    wordings: tuple[File[Wording], ...] = ()


def read_service(path: Path) -> File[Service] | Problems:
    """Read one service standard."""
    return _read(path, Service)


def read_office(path: Path) -> File[Office] | Problems:
    """Read an office.yaml."""
    return _read(path, Office)


def read_decree(path: Path) -> File[Decree] | Problems:
    """Read a decree.yaml."""
    return _read(path, Decree)


def read_folder(path: Path) -> Folder | Problems:
    """Read an office's folder: office.yaml, decree.yaml if there is one, and a file a service."""
    reader = _Reader()
    place = reader.read(path / "office.yaml", Office)
    decree = path / "decree.yaml"
    law = reader.read(decree, Decree) if decree.exists() else None
    services = reader.all(_services(path), Service)
    wordings = reader.all(_yaml(path / "wordings"), Wording)
    reader.refuse((*_misnamed(path), *_misnamed(path / "wordings")))
    arms = _arms(path, place)
    if isinstance(arms, Problem):
        reader.refuse((arms,))
    if reader.problems or place is None or isinstance(arms, Problem):
        return in_order(reader.problems)
    return Folder(path.name, place, law, services, wordings, arms)


def _arms(path: Path, place: File[Office] | None) -> bytes | Problem:
    """The picture that office.yaml names; nothing where it names none."""
    name = place.word.stationery.arms if place else None
    if place is None or name is None:
        return b""
    line = place.line(("stationery", "arms"))
    try:
        content = (path / name).read_bytes()
    except OSError:
        what = f"Gambar {name} tidak ada atau tidak dapat dibuka."
        return Problem(place.name, line, "stationery › arms", what, _ABSENT)
    clean = clean_picture(content)
    if isinstance(clean, Unfit):
        return Problem(place.name, line, "stationery › arms", clean.text)
    return content


def read_national(path: Path) -> National | Problems:
    """Read standards/national: lists, calendars, services and wordings."""
    reader = _Reader()
    roles = reader.read(path / "roles.yaml", Roles)
    laws = reader.read(path / "laws.yaml", Laws)
    exclusions = reader.read(path / "exclusions.yaml", Exclusions)
    classes = reader.read(path / "complaint-classes.yaml", ComplaintClasses)
    books = reader.read(path / "books.yaml", Books)
    years = reader.all(_yaml(path / "calendar"), CalendarYear)
    services = reader.all(_yaml(path / "services"), Service)
    wordings = reader.all(_yaml(path / "wordings"), Wording)
    if reader.problems or not (roles and laws and exclusions and classes and books):
        return in_order(reader.problems)
    return National(roles, laws, exclusions, classes, books, years, services, wordings)


def office_folders(root: Path) -> tuple[Path, ...]:
    """The folders below `root` that are offices: all that hold an office.yaml or a service."""
    folders = sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith("."))
    return tuple(p for p in folders if p.name != "national" and _yaml(p))


@dataclass
class _Reader:
    """Reads one file after another and gathers the problems of all."""

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, path: Path, kind: type[W]) -> File[W] | None:
        found = _read(path, kind)
        if isinstance(found, File):
            return found
        self.problems.extend(found)
        return None

    def all(self, paths: Iterable[Path], kind: type[W]) -> tuple[File[W], ...]:
        read = [self.read(path, kind) for path in paths]
        return tuple(file for file in read if file is not None)

    def refuse(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)


def _services(path: Path) -> Iterator[Path]:
    return (f for f in _yaml(path) if f.name not in ("office.yaml", "decree.yaml"))


def _yaml(path: Path) -> list[Path]:
    return sorted(path.glob("*.yaml")) if path.is_dir() else []


def _misnamed(path: Path) -> Iterator[Problem]:
    for file in sorted(path.glob("*.yml")):
        what = "Berkas berakhiran .yml tidak dibaca."
        yield Problem(_name(file), 0, "", what, f"Ganti namanya menjadi {file.stem}.yaml.")


def _name(path: Path) -> str:
    """Folder and file; a folder inside the national one, or inside an office's, with it."""
    parents = [path.parent.name]
    if path.parent.parent.name == "national" or path.parent.name == "wordings":
        parents.insert(0, path.parent.parent.name)
    return "/".join((*parents, path.name))


def _read(path: Path, kind: type[W]) -> File[W] | Problems:
    name = _name(path)
    try:
        content = path.read_bytes()
    except OSError:
        return (Problem(name, 0, "", "Berkas ini tidak ada atau tidak dapat dibuka.", _ABSENT),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return (Problem(name, line, "", "Ada huruf yang bukan UTF-8.", _ENCODING),)
    return _typed(text, hashlib.sha256(content).hexdigest(), name, kind)


_ABSENT = "Buat berkasnya, atau periksa nama dan izinnya."
_ENCODING = "Simpan ulang berkas ini sebagai UTF-8."


def read_text(text: str, name: str, kind: type[W]) -> File[W] | Problems:
    """Read a file's text that is already at hand, such as a stored version or a draft."""
    return _typed(text, hashlib.sha256(text.encode()).hexdigest(), name, kind)


def _typed(text: str, sha256: str, name: str, kind: type[W]) -> File[W] | Problems:
    tree = parse(text, name)
    if not isinstance(tree, Tree):
        return tree
    if not isinstance(tree.data, dict):
        return (Problem(name, 1, "", *explain(Fault(("model_type",), "", tree.data))),)
    try:
        word = kind.model_validate(tree.data)
    except ValidationError as fault:
        found = _explained(fault.errors(include_url=False), tree, name, kind)
        return in_order((*tree.problems, *found))
    return in_order(tree.problems) or File(name, text, sha256, tree, word)


def _explained(
    details: list[ErrorDetails], tree: Tree, name: str, kind: type[Word]
) -> Iterator[Problem]:
    """One problem a place, and none for a missing word that a misspelt one stands for."""
    at: dict[Where, list[ErrorDetails]] = {}
    for detail in details:
        at.setdefault(_written(detail, tree.data), []).append(detail)
    extra = {path for path, found in at.items() if found[0]["type"] == "extra_forbidden"}
    for path, found in at.items():
        if found[0]["type"] == "missing" and _misspelt(path, extra, kind):
            continue
        fault = _fault(path, found, tree, kind)
        key = fault.kinds[0] == "extra_forbidden" or found[0]["loc"][-1] == "[key]"
        yield Problem(name, tree.line(path, key=key), spell(path), *explain(fault))


def _written(detail: ErrorDetails, data: object) -> Where:
    """The path as written in the file: without the names that pydantic gives to branches."""
    path: list[str | int] = []
    node = data
    last = len(detail["loc"]) - 1
    for n, part in enumerate(detail["loc"]):
        inside = (isinstance(node, dict) and part in node) or (
            isinstance(node, list) and isinstance(part, int) and part < len(node)
        )
        if inside:
            node = node[part]  # type: ignore[index]
            path.append(part)
        elif n == last and detail["type"] == "missing":
            path.append(part)
    return tuple(path)


def _misspelt(path: Where, extra: set[Where], kind: type[Word]) -> bool:
    beside = (p for p in extra if p[:-1] == path[:-1])
    known = words_at(kind, path[:-1])
    return any(nearest(str(p[-1]), known) == path[-1] for p in beside)


def _fault(path: Where, found: list[ErrorDetails], tree: Tree, kind: type[Word]) -> Fault:
    first = found[0]
    place = tree.places.get(path)
    above = first["type"] == "extra_forbidden"
    key = first["loc"][-1] == "[key]"
    return Fault(
        kinds=tuple(dict.fromkeys(detail["type"] for detail in found)),
        word=path[-1] if path and isinstance(path[-1], str) else "",
        value=path[-1] if key else first["input"],
        raw=str(path[-1]) if key else (place.raw if place else None),
        context=first.get("ctx"),
        known=words_at(kind, path[:-1] if above else path),
    )

# SPDX-License-Identifier: EUPL-1.2
"""YAML 1.2 read into plain values that still know their lines.

Nodes are composed by ruamel.yaml and built here, so that every duplicate key is found, not only
the first, and so that a number's own spelling is known when it should have been text. Anchors,
aliases and tags are refused: a text that begins with &, * or ! would vanish or change unseen.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pendopo.standards.problems import Problem, Where, spell
from pendopo.standards.syntax import explain_syntax

_PLAIN = "tag:yaml.org,2002:"
_KNOWN_TAGS = frozenset(
    _PLAIN + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the line of its key, its own line, and a scalar's own spelling."""

    key_line: int
    line: int
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values with the place of each of them, and the problems met on the way."""

    data: object
    places: Mapping[Where, Place]
    problems: tuple[Problem, ...] = ()

    def line(self, path: Where, *, key: bool = False) -> int:
        """The line of a path, or of the nearest thing above that is written in the file."""
        for length in range(len(path), -1, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return place.key_line if key and length == len(path) else place.line
        return 1


def parse(text: str, file: str) -> Tree | tuple[Problem, ...]:
    """Read one YAML document. What cannot be read at all comes back as problems."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReusedAnchorWarning)  # every anchor is refused below
            yaml = YAML(typ="safe", pure=True)
            node = yaml.compose(text)
    except (MarkedYAMLError, YAMLError, YAMLStreamError) as fault:
        return (explain_syntax(fault, text, file),)
    if node is None:
        return (Problem(file, 1, "", "Berkas ini kosong.", "Isi dahulu, atau hapus berkasnya."),)
    builder = _Builder(file, yaml)
    data = builder.build(node, (), node.start_mark.line + 1)
    return Tree(data, builder.places, tuple(builder.problems))


@dataclass
class _Builder:
    file: str
    yaml: YAML
    places: dict[Where, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def build(self, node: Node, path: Where, key_line: int) -> object:
        line = node.start_mark.line + 1
        raw = node.value if isinstance(node, ScalarNode) else None
        self.places[path] = Place(key_line, line, raw)
        self._refuse_marks(node, path, line)
        if id(node) in self._seen:  # an alias, perhaps of what it stands in
            return None
        self._seen.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            items = enumerate(node.value)
            return [self.build(item, (*path, n), item.start_mark.line + 1) for n, item in items]
        return self._scalar(node) if isinstance(node, ScalarNode) else None

    def _mapping(self, node: MappingNode, path: Where) -> dict[str, object]:
        built: dict[str, object] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self._key(key_node, path, line)
            if key in first:
                self._refuse_twice(key, path, line, first[key])
                continue
            first[key] = line
            built[key] = self.build(value_node, (*path, key), line)
        return built

    def _key(self, node: Node, path: Where, line: int) -> str:
        if not isinstance(node, ScalarNode):
            self._refuse(
                path,
                line,
                "Kata kunci di sini bukan teks; mungkin ada kurung { atau [ yang berlebih.",
                "Bila memang teks, apit dengan tanda kutip.",
            )
            return f"? {line}"
        if node.tag not in (_PLAIN + "str", _PLAIN + "merge", _PLAIN + "value"):
            self._refuse(
                (*path, node.value),
                line,
                f"Kata kunci {node.value} terbaca sebagai bilangan, bukan teks.",
                f'Tulis dengan tanda kutip: "{node.value}".',
            )
        return str(node.value)

    def _refuse_marks(self, node: Node, path: Where, line: int) -> None:
        if node.anchor is not None:
            self._refuse(
                path,
                line,
                f"Tanda & atau * dibaca YAML sebagai rujukan ({node.anchor}), bukan sebagai teks.",
                "Apit teks itu dengan tanda kutip, atau tulis ulang isinya tanpa rujukan.",
            )
        elif node.tag not in _KNOWN_TAGS:
            self._refuse(
                path,
                line,
                f"Tanda seru pada {node.tag} dibaca YAML sebagai perintah, bukan sebagai teks.",
                "Apit teks itu dengan tanda kutip.",
            )

    def _refuse_twice(self, key: str, path: Where, line: int, first: int) -> None:
        self._refuse(
            (*path, key),
            line,
            f"Kata «{key}» sudah ditulis pada baris {first}.",
            "Satukan isinya, atau hapus salah satu.",
        )

    def _refuse(self, path: Where, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, spell(path), what, mend))

    def _scalar(self, node: ScalarNode) -> object:
        """A scalar's value. A date that no calendar has stays text, for the schema to name."""
        if node.tag not in _KNOWN_TAGS:
            return node.value
        try:
            return self.yaml.constructor.construct_object(node)
        except (ValueError, YAMLError):
            return node.value

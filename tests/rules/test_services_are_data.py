# SPDX-License-Identifier: EUPL-1.2
"""No Python names a service: a new one is a file, and must never need a line of code.

Comments and docstrings count as well: what is explained by one service is soon built for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from tests.rules.repository import ROOT, name, python_files, said, tree, written

ORDINARY = {
    "kk": "a number that many forms ask for, and a type of field",
    "ktp": "a document that many files hold",
    "konsultasi": "what the verb consult is called",
    "pengaduan": "a component of every standard, and what the kind complaint is called",
    "perangkat-desa": "somebody who may collect for another",
    "permintaan-informasi": "what the kind information is called",
}
"""Slugs that are words of the language itself, and why."""
TELLING = (
    *("bansos", "bantuan sosial", "bpd", "dana desa", "dispensasi", "domisili", "ikd"),
    *("kepala desa", "keramaian", "nikah", "pbb", "skck", "sktm", "waris", "wna"),
)
"""Words that tell of one service even where its slug is not written."""

DEFAULTS_OF_POLICY = {
    "pendopo/domain/circumstances.py",
    "pendopo/offices/policy.py",
    "pendopo/standards/office_schema.py",
}
"""Where a role may be named: who records and allows in an office that settles nothing itself."""
WORDS_BEFORE_ROLES = {"desa", "pemohon"}
"""A kind of village and whoever applies; they are words first and keys of roles second."""


@cache
def _slugs() -> tuple[str, ...]:
    files = (ROOT / "standards").rglob("*.yaml")
    read = (YAML(typ="safe").load(path.read_text(encoding="utf-8")) for path in files)
    return tuple(sorted({one["slug"] for one in read if "slug" in one}))


@cache
def _telling() -> re.Pattern[str]:
    """The slugs and the telling words, as whole words however they are joined."""
    words = {*TELLING, *(slug for slug in _slugs() if slug not in ORDINARY)}
    joined = sorted(re.sub("[ -]", "[ _-]", word) for word in words)
    return re.compile(rf"(?<![a-z])({'|'.join(joined)})(?![a-z])", re.IGNORECASE)


def test_no_python_names_a_service() -> None:
    found = [
        f"{name(path)}, line {text[: match.start()].count(chr(10)) + 1}: «{match[0]}»"
        for path in python_files("pendopo")
        for text in [path.read_text(encoding="utf-8")]
        for match in _telling().finditer(text)
    ]
    mend = (
        "ask for the kind, a verb or a word of the standard; if none fits, the language lacks one."
    )
    assert not found, said(found, mend)


def test_the_rule_knows_a_service_when_it_is_named() -> None:
    assert len(_slugs()) > 20
    for words in ("skck", "surat_skck", "Dispensasi Nikah", "ahli-waris", "dana_desa"):
        assert _telling().search(words), words
    assert not _telling().search("pewarisan, kewarganegaraan")


def test_what_counts_as_an_ordinary_word_is_still_a_slug() -> None:
    strange = sorted(set(ORDINARY) - set(_slugs()))
    assert not strange, said(strange, "take the word out of ORDINARY; no service is called so.")


def test_python_names_no_role_but_the_signer_and_the_defaults_of_policy() -> None:
    found = [
        f"{name(path)}, line {line}: «{role}»"
        for path in python_files("pendopo")
        if written(path)
        for line, role in _roles_named(path)
    ]
    assert not found, said(found, "let a file of standards/ or a row of the office name the role.")


@cache
def _roles() -> frozenset[str]:
    path = ROOT / "standards" / "national" / "roles.yaml"
    return frozenset(YAML(typ="safe").load(path.read_text(encoding="utf-8"))["roles"])


def _roles_named(path: Path) -> Iterator[tuple[int, str]]:
    allowed = {"petugas-loket"} if name(path) in DEFAULTS_OF_POLICY else set()
    if name(path) == "pendopo/domain/standard.py":
        allowed = {"pejabat-berwenang"}
    forbidden = _roles() - WORDS_BEFORE_ROLES - allowed
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and node.value in forbidden:
            yield node.lineno, str(node.value)

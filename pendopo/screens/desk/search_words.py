# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed or scanned to find a file: what kind of thing it is, and how it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pendopo.domain.identity import Problem, mask_nik, parse_kk, parse_nik, parse_phone, tidy
from pendopo.domain.vocabulary import FieldType
from pendopo.screens.tracking import read_reference

MOST_LETTERS = 200
_MANY_DIGITS = 9
_NUMBER = re.compile(r"[\d.\- /]*\d[\w.\- /]*")
_REFERENCE_LENGTH = 9


class Kind(StrEnum):
    """What was typed. `IDENTITY` may never stand in an address."""

    NOTHING = "nothing"
    REFERENCE = "reference"
    IDENTITY = "identity"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Search:
    """`text` as it is looked for; `shown` as a page may repeat it.

    `identities` are the kinds and values under which a sealed number may be indexed.
    """

    kind: Kind
    text: str = ""
    shown: str = ""
    identities: tuple[tuple[str, str], ...] = ()

    @property
    def secret(self) -> bool:
        """Whether it identifies a person, so that no address may hold it."""
        return self.kind is Kind.IDENTITY


def read_search(typed: str) -> Search:
    """What is meant: a reference (typed or scanned), an identity number, a number, or words."""
    text = " ".join(typed[:MOST_LETTERS].split())
    if not text:
        return Search(Kind.NOTHING)
    if reference := _scanned(text) or read_reference(text):
        return Search(Kind.REFERENCE, reference, text)
    if _is_long_number(text):
        return Search(Kind.IDENTITY, text, _masked(text), _identities(text))
    if _NUMBER.fullmatch(text):
        return Search(Kind.NUMBER, text, text)
    return Search(Kind.WORDS, text, text)


def _scanned(text: str) -> str | None:
    """The reference in the address that a QR holds: a scanner types all of it."""
    if "/" not in text or " " in text:
        return None
    for word in re.findall(r"[0-9A-Za-z]+", text):
        if len(word) == _REFERENCE_LENGTH and (reference := read_reference(word)):
            return reference
    return None


def _is_long_number(text: str) -> bool:
    digits = tidy(text, also="()+")
    return digits.isdigit() and len(digits) >= _MANY_DIGITS


def _masked(text: str) -> str:
    digits = tidy(text, also="()")
    return (
        mask_nik(digits)
        if len(digits) == 16
        else f"{digits[:4]}{'*' * (len(digits) - 6)}{digits[-2:]}"
    )


def _identities(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    nik, kk, phone = parse_nik(text), parse_kk(text), parse_phone(text)
    if not isinstance(nik, Problem):
        found.append((FieldType.NIK.value, nik.digits))
    if not isinstance(kk, Problem):
        found.append((FieldType.KK.value, kk.digits))
    if not isinstance(phone, Problem):
        found.append((FieldType.PHONE.value, phone.normal))
    return tuple(found)

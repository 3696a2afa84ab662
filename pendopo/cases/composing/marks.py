# SPDX-License-Identifier: EUPL-1.2
"""The mark of a paper: what its QR leads to, so that only who holds the sheet can ask about it.

A mark is the reference, the paper and six characters that are derived from both. Nothing is
stored; whoever makes one up meets a chance of one in 887 million, where tries are counted.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from pendopo.base.sealing import derived_keys
from pendopo.domain.identity import Problem
from pendopo.domain.references import ALPHABET, parse_reference

_PURPOSE = "paper-mark"
_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PaperMark:
    """The paper that a true mark speaks of."""

    reference: str
    paper: str


def mark_of(reference: str, paper: str) -> str:
    """`PDN7K3F9N.surat.7K3F9Q`."""
    return f"{reference}.{paper}.{_proof(derived_keys(_PURPOSE)[0], reference, paper)}"


def read_mark(text: str) -> PaperMark | None:
    """The paper of a mark, however its letters are cased; None for one that was made up."""
    parts = text.strip().split(".")
    if len(parts) != 3:
        return None
    reference, paper, proof = parse_reference(parts[0]), parts[1].lower(), parts[2].upper()
    if isinstance(reference, Problem):
        return None
    made = (_proof(key, reference.compact, paper) for key in derived_keys(_PURPOSE))
    true = [hmac.compare_digest(one.encode(), proof.encode()) for one in made]
    return PaperMark(reference.compact, paper) if any(true) else None


def address_of(reference: str, paper: str) -> str:
    """Where the QR of a paper leads."""
    return settings.PENDOPO_URL.rstrip("/") + reverse("check", args=[mark_of(reference, paper)])


def _proof(key: bytes, reference: str, paper: str) -> str:
    digest = hmac.new(key, f"{reference}\0{paper}".encode(), hashlib.sha256).digest()
    number, letters = int.from_bytes(digest, "big"), []
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[digit])
    return "".join(letters)

# SPDX-License-Identifier: EUPL-1.2
"""Canonical JSON, so that equal values have equal bytes, and the hash chain made of them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What canonical JSON holds: no floats, and moments and money written out; lists or tuples."""

_HASH = re.compile(r"[0-9a-f]{64}")


def canonical_text(value: Json) -> str:
    """JSON with keys in order of code points, without spaces or escapes that are not needed.

    Raises TypeError for anything that JSON writes in more than one way (floats, dates, Decimal).
    """
    plain = _plain(value, "$")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_bytes(value: Json) -> bytes:
    """`canonical_text` in UTF-8. Raises ValueError for text that is not Unicode."""
    return canonical_text(value).encode()


def chain_hash(previous: str, columns: Mapping[str, str]) -> str:
    """SHA-256(previous ‖ canonical bytes of all other columns), in hexadecimal.

    `previous` is the hash of the row before, or "" for the first row of a stream.
    """
    if previous and not _HASH.fullmatch(previous):
        raise ValueError("the previous hash has 64 hexadecimal digits, or none for a first row")
    return hashlib.sha256(previous.encode() + canonical_bytes(columns)).hexdigest()


def _plain(value: object, path: str) -> object:
    match value:
        case None | str() | bool() | int():
            return value
        case list() | tuple():
            return [_plain(item, f"{path}[{place}]") for place, item in enumerate(value)]
        case Mapping():
            return {_key(key, path): _plain(item, f"{path}.{key}") for key, item in value.items()}
        case _:
            pass
    kind = type(value).__name__
    raise TypeError(f"{path}: {kind} has no canonical form; write it as a string first")


def _key(key: object, path: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{path}: the key {key!r} is not a string")
    return key

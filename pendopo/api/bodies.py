# SPDX-License-Identifier: EUPL-1.2
"""Reading a JSON body strictly: what two readers could understand differently is refused."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from pendopo.api.problems import refuse

DEPTH = 16
"""Deeper than any form nests."""


class StrictParser(Parser):
    """JSON in UTF-8: no NaN, no key twice, no depth without end, no characters that are none."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as plain values. Raises Refusal."""
        if request.content_type != "application/json":
            raise refuse(415, "Kirim isi sebagai JSON, dengan Content-Type: application/json.")
        return read_json(request.body)  # type: ignore[no-any-return]


def read_json(body: bytes) -> Any:
    """The value that these bytes spell. Raises Refusal (400)."""
    try:
        value = json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_without_doubles,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError) as fault:
        words = str(fault) if isinstance(fault, _Unfit) else "Isi bukan JSON yang dapat dibaca."
        raise refuse(400, words) from fault
    _look_through(value)
    return value


class _Unfit(ValueError):
    """JSON that can be parsed and is refused all the same; the message is for its writer."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _Unfit("Ada isian yang ditulis dua kali; tulis satu kali saja.")
    return made


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Unfit("Ada angka yang terlalu besar.")
    return number


def _no_constant(text: str) -> float:
    raise _Unfit(f"{text} bukan angka; kosongkan saja bila tidak ada.")


def _look_through(value: Any) -> None:
    """Without recursion, so that depth is answered and not suffered."""
    level = [value]
    for _ in range(DEPTH):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise refuse(400, "Isi bersusun terlalu dalam.")


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, str):
        _readable(value)
    elif isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        for key, inner in value.items():
            _readable(key)
            yield inner


def _readable(text: str) -> None:
    """A NUL ends a text for databases, and half a character has no spelling in UTF-8."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise refuse(400, "Ada karakter yang tidak dapat disimpan; ketik ulang isiannya.")

# SPDX-License-Identifier: EUPL-1.2
"""Papers as JSON and back, without loss: how the content of a sheet is kept.

Whatever belongs to a union says its `kind`; bytes are base64; tuples are lists.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from pendopo.papers import values
from pendopo.papers.values import Block, Paper

Json: TypeAlias = dict[str, Any]

_PLAIN: Final = (str, int, float, bool)


def to_json(paper: Paper) -> Json:
    """The paper as what `json.dumps` takes; `from_json` gives an equal one back."""
    made = _plain(paper)
    assert isinstance(made, dict)
    return made


def from_json(kept: Mapping[str, Any]) -> Paper:
    """The paper that `to_json` made. Fields with a default may be missing, as in older papers.

    Raises ValueError, naming the place, for whatever is no paper of these kinds.
    """
    made: Paper = _build(Paper, dict(kept), "paper")
    return made


def kind(value: object) -> str:
    """The name under which a value of a union is kept: `ControlSheet` is `control-sheet`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(value).__name__).lower()


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = {"kind": kind(value)} if type(value) in _members() else {}
        return named | {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value


@cache
def _members() -> frozenset[type]:
    """The classes that stand in a union, and so must say which of them they are."""
    return frozenset((*get_args(Paper), *get_args(Block)))


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, vars(values))


def _build(shape: Any, kept: object, place: str) -> Any:
    """A value of the type `shape` from what JSON holds of it."""
    if get_origin(shape) is tuple:
        return _build_tuple(get_args(shape), kept, place)
    if get_origin(shape) is not None or get_args(shape):
        return _build_member(get_args(shape), kept, place)
    if isinstance(shape, type) and is_dataclass(shape):
        return _build_dataclass(shape, kept, place)
    if shape is bytes:
        return _build_bytes(kept, place)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape(kept)
    return _build_plain(shape, kept, place)


def _build_tuple(inside: tuple[Any, ...], kept: object, place: str) -> tuple[Any, ...]:
    if not isinstance(kept, list):
        raise ValueError(f"{place}: expected a list")
    shapes = (inside[0],) * len(kept) if inside[-1] is Ellipsis else inside
    if len(shapes) != len(kept):
        raise ValueError(f"{place}: expected {len(shapes)} values, not {len(kept)}")
    pairs = zip(shapes, kept, strict=True)
    return tuple(_build(shape, one, f"{place}[{n}]") for n, (shape, one) in enumerate(pairs))


def _build_member(shapes: tuple[Any, ...], kept: object, place: str) -> Any:
    """One of a union: nothing, or the member whose `kind` it says, or the only other one."""
    if kept is None and type(None) in shapes:
        return None
    members = [one for one in shapes if one is not type(None)]
    if len(members) > 1:
        said = kept.get("kind") if isinstance(kept, dict) else None
        members = [one for one in members if _kind_of(one) == said]
    if not members:
        raise ValueError(f"{place}: unknown kind")
    return _build(members[0], kept, place)


def _kind_of(shape: type) -> str:
    return kind(object.__new__(shape))


def _build_dataclass(shape: type, kept: object, place: str) -> Any:
    if not isinstance(kept, dict):
        raise ValueError(f"{place}: expected an object")
    known: dict[str, Field[Any]] = {one.name: one for one in fields(shape)}
    strange = set(kept) - set(known) - {"kind"}
    lacking = {name for name, one in known.items() if name not in kept and _is_needed(one)}
    if strange or lacking:
        raise ValueError(f"{place}: unknown {sorted(strange)}, lacking {sorted(lacking)}")
    given = (name for name in known if name in kept)
    hints = _hints(shape)
    return shape(**{name: _build(hints[name], kept[name], f"{place}.{name}") for name in given})


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _build_bytes(kept: object, place: str) -> bytes:
    try:
        return base64.b64decode(str(kept), validate=True)
    except binascii.Error as trouble:
        raise ValueError(f"{place}: expected base64") from trouble


def _build_plain(shape: Any, kept: object, place: str) -> Any:
    """Text, numbers and flags as they are. JSON may have made a whole float an integer."""
    if shape is float and type(kept) is int:
        return float(kept)
    if shape not in _PLAIN or type(kept) is not shape:
        raise ValueError(f"{place}: expected {getattr(shape, '__name__', shape)}")
    return kept

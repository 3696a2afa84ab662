# SPDX-License-Identifier: EUPL-1.2
"""A paper as the templates read it: JSON in which everything can be printed.

Words of body blocks become runs of one weight; the QR and the region's arms become drawings.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final, TypeAlias

from django.utils.translation import gettext as _

from pendopo.papers import columns, inline, pictures, qr
from pendopo.papers.glyphs import printable
from pendopo.papers.kept import kind
from pendopo.papers.press import CannotPrint
from pendopo.papers.values import (
    Heading,
    Items,
    Listing,
    Mark,
    Paper,
    Paragraph,
    Particulars,
    Slip,
    Table,
)

_Data: TypeAlias = dict[str, Any]
_Runs: TypeAlias = list[_Data]

SLIPS: Final = ("third-f4", "a5", "roll")


def as_json(paper: Paper) -> str:
    """The paper for `templates/main.typ`. Raises CannotPrint for arms or a QR it cannot draw.

    ValueError is for a caller's mistake: a slip of no known width, a measure that is no number.
    """
    if isinstance(paper, Slip) and paper.width not in SLIPS:
        raise ValueError(f"a slip is {', '.join(SLIPS)}, not {paper.width!r}")
    data = _fields(paper) | {"kind": kind(paper)}
    if isinstance(paper, Listing):
        data["table"] = _table(paper.table, _unmarked)
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def _fields(value: Any) -> _Data:
    return {one.name: _data(getattr(value, one.name)) for one in fields(value)}


def _data(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case str():
            return printable(value)
        case tuple():
            return [_data(one) for one in value]
        case Paragraph() | Heading() | Particulars() | Items() | Table():
            return _block(value) | {"kind": kind(value)}
        case Mark():
            return _fields(value) | {"code": _code(value.url)}
        case bytes():  # the arms of a letterhead
            return pictures.drawing(value)
        case _:
            return _fields(value) if is_dataclass(value) else value


def _block(block: Paragraph | Heading | Particulars | Items | Table) -> _Data:
    match block:
        case Paragraph():
            return {"text": _marked(block.text), "indent": block.indent}
        case Heading():
            return {"text": _marked(block.text)}
        case Particulars():
            return {"rows": [[_marked(label), _marked(value)] for label, value in block.rows]}
        case Items():
            return {"rows": [_item(mark, text) for mark, text in block.rows]}
        case Table():
            return _table(block, _marked)


def _item(mark: str, text: str) -> _Data:
    """Two spaces before a mark set the row in by one level."""
    level = (len(mark) - len(mark.lstrip(" "))) // 2
    return {"mark": printable(mark.strip()), "level": level, "text": _marked(text)}


def _table(table: Table, read: Callable[[str], _Runs]) -> _Data:
    """Rows shorter than the widest are filled up, so that a missing cell shifts nothing."""
    width = columns.count(table)
    head = [_filled_up(table.head, width)] if table.head else []
    return {
        "head": [[read(cell) for cell in row] for row in head],
        "rows": [[read(cell) for cell in _filled_up(row, width)] for row in table.rows],
        "widths": columns.widths(table),
        "align": list(table.align.ljust(width, "l")[:width]),
    }


def _filled_up(row: tuple[str, ...], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _marked(text: str) -> _Runs:
    return [{"text": run.text, "bold": run.bold} for run in inline.runs(printable(text))]


def _unmarked(text: str) -> _Runs:
    return [{"text": printable(text), "bold": False}]


def _code(url: str) -> str:
    try:
        return qr.svg(url)
    except ValueError as trouble:
        raise CannotPrint(_("Alamat untuk kode QR naskah ini tidak dapat dipakai.")) from trouble

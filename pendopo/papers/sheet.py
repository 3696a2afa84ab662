# SPDX-License-Identifier: EUPL-1.2
"""A paper as the templates read it: JSON in which everything can be printed.

Words of body blocks become runs of one weight; the QR and the region's arms become drawings.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final, TypeAlias

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from pendopo.papers import inline, qr
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
    Table,
)

_Data: TypeAlias = dict[str, Any]
_Runs: TypeAlias = list[_Data]

_ARMS_PIXELS: Final = 900
"""The longer side; 25 mm at 900 dpi. Offices keep photographs of ten times that."""
_LARGEST_ARMS: Final = 50_000_000


def as_json(paper: Paper) -> str:
    """The paper for `templates/main.typ`. Raises CannotPrint for arms or a QR it cannot draw."""
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
            return _arms(value)
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
    width = max([len(table.head), len(table.widths), *map(len, table.rows)], default=0)
    filled = [[*row, *[""] * (width - len(row))] for row in table.rows]
    head = [[*table.head, *[""] * (width - len(table.head))]] if table.head else []
    return {
        "head": [[read(cell) for cell in row] for row in head],
        "rows": [[read(cell) for cell in row] for row in filled],
        "widths": list(table.widths) if len(table.widths) == width else _widths(head + filled),
        "align": list(table.align.ljust(width, "l")[:width]),
    }


def _widths(rows: list[list[str]]) -> list[float]:
    """Relative widths for columns that were given none, by the longest cell of each.

    The root keeps a column of long texts from starving the others, which then break words.
    """
    longest = [
        max(len(inline.plain(cell)) for cell in column) for column in zip(*rows, strict=True)
    ]
    return [max(3, min(length, 60)) ** 0.7 for length in longest]


def _marked(text: str) -> _Runs:
    return [{"text": run.text, "bold": run.bold} for run in inline.runs(printable(text))]


def _unmarked(text: str) -> _Runs:
    return [{"text": printable(text), "bold": False}]


def _code(url: str) -> str:
    try:
        return qr.svg(url)
    except ValueError as trouble:
        raise CannotPrint(_("Alamat untuk kode QR naskah ini tidak dapat dipakai.")) from trouble


@lru_cache(maxsize=8)
def _arms(picture: bytes) -> str:
    """The arms as SVG, whatever they were kept as; empty for none."""
    if not picture:
        return ""
    if _is_svg(picture):
        return picture.decode("utf-8", errors="replace")
    try:
        return _framed(picture)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError) as trouble:
        raise CannotPrint(
            _("Gambar lambang daerah tidak dapat dibaca. Unggah lagi sebagai PNG, JPEG atau SVG.")
        ) from trouble


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:2000]


def _framed(content: bytes) -> str:
    """A picture of dots inside an SVG, which is how it travels in JSON."""
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _LARGEST_ARMS:
            raise ValueError("too many pixels")
        opened.thumbnail((_ARMS_PIXELS, _ARMS_PIXELS))
        picture = opened.convert("RGBA")
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    data = base64.b64encode(kept.getvalue()).decode("ascii")
    size = f'width="{picture.width}" height="{picture.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="data:image/png;base64,{data}"/></svg>'
    )

# SPDX-License-Identifier: EUPL-1.2
"""SVG drawings that come in, made anew: shapes and colours only, nothing that acts or fetches.

A drawing is read by a parser that knows no entities, and written again from a list of elements
and attributes that cannot do more than draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from pendopo.base.made_anew import Clean, Unfit, cleaned

MOST_BYTES = 2_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 100
"""So many elements may stand within one another; what draws them goes down by calling itself."""
_SVG = "http://www.w3.org/2000/svg"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_AROUND = {"svg", "g", "defs", "title", "desc", "clipPath", "linearGradient", "radialGradient"}
_ELEMENTS = _SHAPES | _AROUND | {"stop", "use", "symbol", "mask"}
_SAFE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_FAR = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|javascript:|data:|\\", re.IGNORECASE)
"""A backslash too: `u\\72l(` is another way to write `url(`."""
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s+svg[^\[>]*>", re.IGNORECASE)
"""As drawing programs write it."""
_HREF = "{http://www.w3.org/1999/xlink}href"

UNDRAWN = Unfit("broken", "Gambar SVG ini tidak terbaca. Simpan ulang sebagai SVG biasa atau PNG.")


def clean_picture(content: bytes) -> Clean | Unfit:
    """A drawing or a photo made anew; anything else is no picture."""
    if is_svg(content):
        return clean_svg(content)
    clean = cleaned(content)
    is_pdf = isinstance(clean, Clean) and clean.kind == "pdf"
    if is_pdf or (isinstance(clean, Unfit) and clean.code == "unknown-kind"):
        return Unfit("unknown-kind", "Yang dapat dipakai hanya gambar: SVG, PNG atau JPEG.")
    return clean


def clean_svg(content: bytes) -> Clean | Unfit:
    """The drawing made anew, or why it cannot be kept."""
    if len(content) > MOST_BYTES:
        return Unfit("too-big", "Gambar SVG ini lebih besar dari 2 MB. Sederhanakan dahulu.")
    content = _PLAIN_DOCTYPE.sub(b"", content)
    if b"<!DOCTYPE" in content.upper():  # one that declares entities
        return UNDRAWN
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError):
        return UNDRAWN
    if root.tag != f"{{{_SVG}}}svg" or _is_too_much(root):
        return UNDRAWN
    made = _made(root)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return Clean("svg", ElementTree.tostring(made, encoding="utf-8", xml_declaration=True))


def _is_too_much(root: ElementTree.Element) -> bool:
    """Level by level, without going down by calls."""
    level, count, depth = [root], 1, 1
    while level and count <= MOST_ELEMENTS and depth <= DEEPEST:
        level = [child for element in level for child in element]
        count, depth = count + len(level), depth + 1
    return bool(level)


def is_svg(content: bytes) -> bool:
    """Whether the bytes look like a drawing."""
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in content


def _made(element: ElementTree.Element) -> ElementTree.Element:
    new = ElementTree.Element(element.tag, dict(_attributes(element)))
    new.text, new.tail = element.text, element.tail
    new.extend(_made(child) for child in element if _draws(child))
    return new


def _draws(element: ElementTree.Element) -> bool:
    tag = str(element.tag)
    return tag.startswith(f"{{{_SVG}}}") and tag.rpartition("}")[2] in _ELEMENTS


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name in ("href", _HREF):
            if value.startswith("#"):
                yield name, value
        elif _is_safe(name, value):
            yield name, value


def _is_safe(name: str, value: str) -> bool:
    """No script, and nothing from elsewhere."""
    acts = name.lower().startswith("on")
    return bool(_SAFE_NAME.fullmatch(name)) and not acts and not _FAR.search(value)

# SPDX-License-Identifier: EUPL-1.2
"""The child process that reads one PDF of a stranger: `python pdf_alone.py JOB [PATTERN]`.

A small PDF may unfold to gigabytes, or send its reader round in rings. So it is read where memory
and time are bounded and where nothing else is: this program imports the standard library and
pikepdf only, and sees no setting and no database. `pendopo.base.pdf_bounded` starts it.

The file comes on the standard input. The answer is a line of JSON and then, where there is one,
the file that was made.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import resource
import sys
from collections.abc import Iterator
from typing import Final

import pikepdf

MEMORY: Final = 768 * 1024**2
"""Bytes of address space; a scan of 10 MB takes 200 MB."""
SECONDS: Final = 20
"""Of the processor."""
MOST_PAGES: Final = 300
MOST_OBJECTS: Final = 20_000
"""Objects that are searched for words; a letter of ours has some hundred."""
MOST_FOUND: Final = 5
GROWN: Final = 2
"""A file made anew is not larger than this many times what came, or it was made to swell."""
LEAST: Final = 1_000_000
"""Bytes that any file may grow to."""
CLEAN, FIND = "clean", "find"

_ACTIVE = ("/JS", "/JavaScript", "/AA", "/OpenAction", "/A", "/Launch", "/EF", "/EmbeddedFiles")
_BESIDES = ("/AF", "/RichMedia", "/PieceInfo", "/Metadata", "/Annots", "/XFA")
_BROKEN = (pikepdf.PdfError, OSError, ValueError, TypeError, KeyError, RuntimeError, MemoryError)


def cleaned(content: bytes) -> tuple[dict[str, object], bytes]:
    """What is said of it, and its pages in a new file."""
    try:
        with pikepdf.open(io.BytesIO(content)) as source:
            if not 1 <= len(source.pages) <= MOST_PAGES:
                return {"fault": "pages"}, b""
            pages, made = _rewritten(source)
    except pikepdf.PasswordError:
        return {"fault": "password"}, b""
    except _BROKEN:
        return {"fault": "broken"}, b""
    if len(made) > max(LEAST, GROWN * len(content)):
        return {"fault": "broken"}, b""
    return {"pages": pages}, made


def found(content: bytes, pattern: str) -> dict[str, object]:
    """What the pattern finds in descriptions and links, each once, the first few."""
    try:
        with pikepdf.open(io.BytesIO(content)) as source:
            return {"found": list(dict.fromkeys(_matches(source, re.compile(pattern))))}
    except _BROKEN:
        return {"found": []}


def _rewritten(source: pikepdf.Pdf) -> tuple[int, bytes]:
    """Its pages in a new file. What a form shows is first drawn onto them."""
    with contextlib.suppress(pikepdf.PdfError, RuntimeError):
        source.generate_appearance_streams()
        source.flatten_annotations("all")
    with pikepdf.new() as made:
        made.pages.extend(source.pages)
        for item in made.objects:
            _disarm(item)
        out = io.BytesIO()
        made.save(out, deterministic_id=True)
        return len(made.pages), out.getvalue()


def _disarm(item: pikepdf.Object) -> None:
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in (*_ACTIVE, *_BESIDES):
            if key in item:
                del item[key]


def _matches(source: pikepdf.Pdf, pattern: re.Pattern[str]) -> Iterator[str]:
    count = 0
    for number, item in enumerate(source.objects):
        if number >= MOST_OBJECTS or count >= MOST_FOUND:
            return
        if isinstance(item, pikepdf.Dictionary):
            for key in ("/Alt", "/URI"):
                match = pattern.search(str(item.get(key, "")))
                if match:
                    count += 1
                    yield match[1]


def main(job: str, pattern: str = "") -> None:
    """Read the file, say what it is, and end."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = sys.stdin.buffer.read()
    said, made = cleaned(content) if job == CLEAN else (found(content, pattern), b"")
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)


if __name__ == "__main__":
    main(*sys.argv[1:])

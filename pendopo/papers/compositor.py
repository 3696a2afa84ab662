# SPDX-License-Identifier: EUPL-1.2
"""The child process that sets papers with Typst: `python compositor.py SOCKET`.

Knows nothing of Pendopo: it imports the standard library and Typst only, sees no setting and no
database, has bounded memory and, for each paper, bounded time. It ends when its parent does.

A frame is its length in eight bytes and then the bytes. A request is one frame of JSON
(`paper`, `format`, `ppi`, `page`, `timestamp`, `seconds`); the answer is a frame of JSON (`ok`,
`pages`, `frames`, or `where` it failed) and the frames: the page that was asked for, where the
paper has it, or of a PDF one in all.

Typst draws all pages of a picture or none. So they are drawn once and kept until another paper
comes: whoever looks at a long paper asks for its pages one after the other.
"""

from __future__ import annotations

import json
import resource
import socket
import struct
import sys
from pathlib import Path
from typing import Any, Final

import typst

HERE: Final = Path(__file__).resolve().parent
MEMORY: Final = 2 * 1024**3
"""Bytes of address space. A register of five thousand lines takes 1.2 GB."""
TIRED: Final = 400 * 1024**2
"""Bytes held. Typst gives nothing back after a long paper: the next gets a new process."""
STANDARDS: Final = ["a-2a", "ua-1"]
"""PDF/A for keeping, and PDF/UA for reading aloud: both want tags and readable text."""


def receive(line: socket.socket) -> bytes:
    """One frame. Raises EOFError where the other side has gone."""
    (length,) = struct.unpack(">Q", _exactly(line, 8))
    return _exactly(line, length)


def send(line: socket.socket, data: bytes) -> None:
    """One frame."""
    line.sendall(struct.pack(">Q", len(data)) + data)


def _exactly(line: socket.socket, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = line.recv(min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(HERE / "fonts")],
    )
    templates = HERE / "templates"
    return typst.Compiler(input=str(templates / "main.typ"), root=str(templates), font_paths=fonts)


def _held() -> int:
    """Bytes in memory now; 0 where the system does not tell. (Its peak counts the parent's too.)"""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


def _limit_seconds(seconds: int) -> None:
    """Give this process so much more of the processor's time, and not for ever."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


_Key = tuple[str, float]


class _Setter:
    """Sets papers, and keeps the pictures of the last one."""

    def __init__(self) -> None:
        self._compiler = _compiler()
        self._last: tuple[_Key, list[bytes]] | None = None

    def pdf(self, request: dict[str, Any]) -> list[bytes]:
        """The one file."""
        made = self._compiler.compile(
            format="pdf",
            sys_inputs={"paper": request["paper"]},
            pdf_standards=STANDARDS,  # type: ignore[arg-type]
            timestamp=request["timestamp"],
        )
        return made if isinstance(made, list) else [made or b""]

    def pictures(self, request: dict[str, Any]) -> list[bytes]:
        """Every page."""
        key = (str(request["paper"]), float(request["ppi"]))
        if self._last is None or self._last[0] != key:
            self._last = None  # two long papers at once are more than this process may hold
            made = self._compiler.compile(
                format="png", ppi=request["ppi"], sys_inputs={"paper": request["paper"]}
            )
            self._last = (key, made if isinstance(made, list) else [made or b""])
        return self._last[1]


def _answer(setter: _Setter, request: dict[str, Any]) -> list[bytes]:
    """The frames of the answer. A message of Typst may quote the paper: only its place is told."""
    _limit_seconds(request["seconds"])
    try:
        drawn = request["format"] == "png"
        pages = setter.pictures(request) if drawn else setter.pdf(request)
    except typst.TypstError as trouble:
        places = [line.strip() for line in trouble.diagnostic.splitlines() if "┌─" in line]
        where = places[0].removeprefix("┌─").strip() if places else "main.typ"
        return [json.dumps({"ok": False, "where": where}).encode()]
    wanted = pages[request["page"] - 1 : request["page"]] if drawn else pages
    head = {"ok": True, "pages": len(pages), "frames": len(wanted)}
    return [json.dumps(head).encode(), *wanted]


def main(line: socket.socket) -> None:
    """Answer until the parent hangs up, or this process has grown too large for a small machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    setter = _Setter()
    while _held() < TIRED:
        try:
            request = json.loads(receive(line))
        except (EOFError, ConnectionError):
            return
        for frame in _answer(setter, request):
            send(line, frame)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))

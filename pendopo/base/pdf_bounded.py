# SPDX-License-Identifier: EUPL-1.2
"""PDFs of strangers, read in a child process with bounded memory and time.

One after the other in each process of ours: whoever sends many at once waits, and the machine
does not run out of memory. `pendopo.base.pdf_alone` is the child.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pendopo.base import pdf_alone
from pendopo.base.pdf_alone import CLEAN, FIND, SECONDS

_PROGRAM: Final = Path(pdf_alone.__file__)
_PASSED_ON: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "TMPDIR")
"""What the child sees of our surroundings: no key and no address of a database."""
_WALL: Final = SECONDS + 10
"""Seconds by the clock, on a machine that is busy with other things."""
_log = logging.getLogger(__name__)
_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class MadeAnew:
    """A PDF made anew; `fault` says why not: pages, password or broken."""

    content: bytes = b""
    pages: int = 0
    fault: str = ""


def pdf_made_anew(content: bytes) -> MadeAnew:
    """The pages of a PDF in a new one, without scripts, attachments, forms or actions."""
    said, made = _asked(content, CLEAN)
    if not said or said.get("fault"):
        return MadeAnew(fault=str(said.get("fault") or "broken"))
    return MadeAnew(made, int(said["pages"]))


def found_in_pdf(content: bytes, pattern: str) -> tuple[str, ...]:
    """What the first group of a pattern finds in the descriptions and links of a PDF."""
    said, _made = _asked(content, FIND, pattern)
    return tuple(said.get("found", ()))


def _asked(content: bytes, *words: str) -> tuple[dict[str, Any], bytes]:
    """What the child says; nothing where it died of the file or took longer than it may."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    with _turn:
        try:
            done = subprocess.run(
                # -P: the neighbours of the program must not stand before the standard library.
                [sys.executable, "-P", str(_PROGRAM), *words],
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=kept,
                timeout=_WALL,
                check=False,
            )
        except subprocess.TimeoutExpired:
            _log.warning("a PDF took longer than %s seconds and was refused", _WALL)
            return {}, b""
    if done.returncode != 0:
        _log.warning("a PDF was refused: its reader ended with %s", done.returncode)
        return {}, b""
    head, _, made = done.stdout.partition(b"\n")
    said: dict[str, Any] = json.loads(head)
    return said, made


def _after_a_fork() -> None:
    """A lock may be held by nobody here."""
    global _turn
    _turn = threading.Lock()


os.register_at_fork(after_in_child=_after_a_fork)

# SPDX-License-Identifier: EUPL-1.2
"""Keeps the process that sets papers: starts it, bounds it, replaces it when it dies or hangs.

One child for each process of ours, started at the first paper; safe in threads and after a fork.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

from django.utils.translation import gettext as _

from pendopo.papers import compositor

_LOG: Final = logging.getLogger(__name__)
_PROGRAM: Final = Path(compositor.__file__)
_PASSED_ON: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "TMPDIR")
"""What the child sees of our surroundings: no key and no address of a database."""
_MODEST: Final = {"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}
"""On a machine of many processors each thread would reserve memory, and there is a limit."""

SECONDS: Final = 30
LARGEST: Final = 16 * 1024**2
"""Bytes of one paper as JSON."""


class CannotPrint(ValueError):
    """A paper could not be made. The words are for the officer who asked for it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to set: a paper as the templates read it, into what, and which page of a picture."""

    paper: str
    format: Literal["pdf", "png"]
    timestamp: int = 0
    ppi: float = 110
    page: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: the file of a PDF or the page of a picture, if there is such a page.

    `pages`: how many the picture has; 1 of a PDF.
    """

    content: bytes | None
    pages: int


class _Gone(Exception):
    """The child has died, or was never there."""


class _Child:
    """One compositor and the line to it."""

    def __init__(self) -> None:
        self.line, theirs = socket.socketpair()
        kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        with theirs:
            self.process = subprocess.Popen(
                # -P: the neighbours of the program must not stand before the standard library.
                [sys.executable, "-P", str(_PROGRAM), str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=kept | _MODEST,
                # Ctrl-C is for the server, which may still have a paper to print.
                start_new_session=True,
            )

    def set(self, job: Job, until: float) -> Made:
        """What was asked for. Raises TimeoutError, `_Gone`, or CannotPrint where Typst refuses."""
        asked = asdict(job) | {"seconds": SECONDS}
        try:
            self._wait_at_most(until)
            compositor.send(self.line, json.dumps(asked).encode())
            said = json.loads(self._receive(until))
            if not said["ok"]:
                _LOG.error("a paper was refused at %s", said["where"])
                raise CannotPrint(_("Naskah ini tidak dapat disusun. Beri tahu operator."))
            frames = [self._receive(until) for _frame in range(said["frames"])]
            return Made(frames[0] if frames else None, said["pages"])
        except (EOFError, ConnectionError) as trouble:
            raise _Gone from trouble

    def _receive(self, until: float) -> bytes:
        self._wait_at_most(until)
        return compositor.receive(self.line)

    def _wait_at_most(self, until: float) -> None:
        self.line.settimeout(max(0.001, until - time.monotonic()))

    def end(self) -> None:
        """Stop it for good."""
        self.line.close()
        self.process.kill()
        self.process.wait()


class Press:
    """Sets one paper at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._child: _Child | None = None
        self._turn = threading.Lock()

    def set(self, job: Job) -> Made:
        """The file of a PDF, or one page of a PNG. Raises CannotPrint.

        A child that has died since the last paper is replaced once; one that dies of this paper,
        or takes longer than it may, leaves it unprinted and the next paper unharmed.
        """
        if len(job.paper) > LARGEST:
            raise CannotPrint(_("Naskah ini terlalu besar untuk disusun. Kurangi isinya."))
        until = time.monotonic() + self.seconds
        if not self._turn.acquire(timeout=self.seconds):
            raise CannotPrint(_busy())
        try:
            return self._set(job, until)
        finally:
            self._turn.release()

    def _set(self, job: Job, until: float) -> Made:
        fresh = self._child is None
        try:
            return self._there().set(job, until)
        except TimeoutError as trouble:
            self.stop()
            _LOG.error("a paper took longer than %s seconds", self.seconds)
            raise CannotPrint(_("Naskah ini terlalu lama disusun. Kurangi isinya.")) from trouble
        except _Gone as trouble:
            self.stop()
            if not fresh:
                return self._set(job, until)
            _LOG.error("the compositor died of a paper")
            raise CannotPrint(_("Naskah ini tidak dapat disusun. Beri tahu operator.")) from trouble

    def _there(self) -> _Child:
        if self._child is None:
            self._child = _Child()
        return self._child

    @property
    def pid(self) -> int | None:
        """The child's, while there is one."""
        return self._child.process.pid if self._child else None

    def stop(self) -> None:
        """End the child; the next paper starts another."""
        if self._child:
            self._child.end()
            self._child = None

    def forget(self) -> None:
        """After a fork: the child belongs to the parent, and a lock may be held by nobody here."""
        if self._child:
            self._child.line.close()
        self._child = None
        self._turn = threading.Lock()


def _busy() -> str:
    return _("Pencetak sedang sibuk. Coba lagi sebentar.")


PRESS: Final = Press()
"""The one of this process."""
atexit.register(PRESS.stop)
os.register_at_fork(after_in_child=PRESS.forget)

# SPDX-License-Identifier: EUPL-1.2
"""The web server that `pendopo serve` becomes."""

from __future__ import annotations

import os
import sys

from django.conf import settings

FEWEST, MOST = 2, 4
THREADS = 4


def workers(asked: int, processors: int) -> int:
    """How many processes: as asked, or by the processors but never fewer than two."""
    return asked or min(MOST, max(FEWEST, processors))


def gunicorn_command() -> list[str]:
    """The command line of gunicorn for the settings in force. It writes no access log."""
    host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
    shared_memory = ["--worker-tmp-dir=/dev/shm"] if os.path.isdir("/dev/shm") else []
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "pendopo.wsgi:application",
        f"--bind={host}:{settings.PORT}",
        f"--workers={workers(settings.PENDOPO_WORKERS, os.cpu_count() or 1)}",
        # The program is read once and its memory shared; no connection is open before they part.
        "--preload",
        "--worker-class=gthread",
        f"--threads={THREADS}",
        "--log-level=warning",
        # Nothing but the hook by which each process looks after the day's work.
        "--config=python:pendopo.base.daily",
        *shared_memory,
    ]

# SPDX-License-Identifier: EUPL-1.2
"""Which files rows name, and what becomes of those that no row names any more.

Three kinds of rows name a file: what came in with a case, what was issued, and what belongs to
the office itself.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.base.kept_files import path_of
from pendopo.cases import models
from pendopo.offices.models import OfficeFile

_A_DAY = 24 * 60 * 60


def kept_files() -> Iterator[str]:
    """The files of all offices that rows name, each once, as its path under MEDIA_ROOT."""
    named: set[tuple[str, str]] = set()
    for rows in _all_naming():
        named |= set(rows.values_list("office_id", "sha256").distinct().iterator())
    yield from (f"{office}/{sha256}" for office, sha256 in sorted(named))


def _all_naming() -> tuple[QuerySet[Any], ...]:
    return (
        models.Upload.objects.all(),
        models.PaperSheet.objects.exclude(sha256=""),
        OfficeFile.objects.all(),
    )


def _naming(office: str) -> Iterator[QuerySet[Any]]:
    return (rows.filter(office_id=office) for rows in _all_naming())


def sweep_uploads(office: str) -> int:
    """Delete the files of an office that no row knows (any more); how many there were.

    The bytes of a file stand before its row, so those of the last day are left alone.
    """
    folder = path_of(office, "x").parent
    known = {name for rows in _naming(office) for name in rows.values_list("sha256", flat=True)}
    settled = clock.now().timestamp() - _A_DAY
    files = folder.iterdir() if folder.is_dir() else ()
    strays = [f for f in files if f.name not in known and f.stat().st_mtime < settled]
    return sum(_deleted(stray) for stray in strays)


def forget_files(office: str, names: Iterable[str]) -> int:
    """Delete these files (by SHA-256) unless a row of the office still names them; how many.

    To be called after the transaction that deleted their rows.
    """
    gone = 0
    for name in sorted(set(names)):
        place = path_of(office, name)
        aside = place.with_name(f".{name}.{secrets.token_hex(8)}")
        with contextlib.suppress(FileNotFoundError):
            # Put aside before the rows are asked: whoever brings the same file meanwhile either
            # finds it missing and writes it anew, or has her row seen here.
            os.replace(place, aside)
            if any(rows.filter(sha256=name).exists() for rows in _naming(office)):
                os.replace(aside, place)
            else:
                gone += _deleted(aside)
    return gone


def _deleted(file: Path) -> bool:
    """Whether it was there to be deleted."""
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    return True

# SPDX-License-Identifier: EUPL-1.2
"""The copies in the folder of backups: what stands beside each, and which may go.

Beside a copy lies a note, `….json`, of when it was made, how large it is, its digest, and between
which numbers of rows it was made. Copies by other names, or moved elsewhere, nobody deletes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from pendopo.base.backup import place_of_files

NAME = "pendopo"
"""How the copies begin that are kept and thrown away by themselves."""
_USUAL = re.compile(rf"{NAME}-(?P<at>\d{{8}}-\d{{6}})(?:-\d+)?\.(?:sqlite3|dump)")
_LEFT_OVER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a copy. `before` and `after`: the rows of each kind when it was begun and
    when it was done; what it holds lies between. `size` is in bytes, without the files beside it.
    """

    at: str
    version: str
    size: int
    sha256: str
    files: int
    missing: int
    before: Mapping[str, int]
    after: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in the folder. `note` is None where it was made by an earlier release."""

    path: Path
    at: datetime
    size: int
    note: Note | None


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies of the usual name, the newest first."""
    try:
        found = [path for path in folder.iterdir() if _USUAL.fullmatch(path.name)]
    except OSError:
        return ()
    made = (copy for path in found if (copy := _copy(path)))
    return tuple(sorted(made, key=lambda one: (one.at, one.path.name), reverse=True))


def write_note(copy: Path, note: Note) -> None:
    """Put the note beside its copy, for the owner alone. Raises OSError."""
    place = _place_of_note(copy)
    place.touch(mode=0o600)
    place.write_text(json.dumps(asdict(note), indent=1) + "\n")


def digest_of(path: Path) -> str:
    """SHA-256 of a file however large. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kept(found: Iterable[Copy], *, days: int, weeks: int, zone: tzinfo) -> frozenset[Path]:
    """Which copies stay: the newest, the last one of each of the newest `days` days that have one,
    and of each of the newest `weeks` weeks. Days are those of the wall in `zone`.
    """
    newest_first = sorted(found, key=lambda one: one.at, reverse=True)
    by_day: dict[object, Path] = {}
    by_week: dict[object, Path] = {}
    for one in newest_first:
        day = one.at.astimezone(zone).date()
        by_day.setdefault(day, one.path)
        by_week.setdefault(day.isocalendar()[:2], one.path)
    stay = {one.path for one in newest_first[:1]}
    return frozenset(stay | {*[*by_day.values()][:days], *[*by_week.values()][:weeks]})


def prune(folder: Path, *, days: int, weeks: int, zone: tzinfo, now: datetime) -> int:
    """Delete the copies that do not stay, and drafts that a power cut left; how many copies."""
    found = copies(folder)
    stay = kept(found, days=days, weeks=weeks, zone=zone)
    gone = [one.path for one in found if one.path not in stay]
    for path in gone:
        _delete(path)
    _delete_left_over(folder, now - _LEFT_OVER)
    return len(gone)


def _delete(copy: Path) -> None:
    """The copy last, so that what is left after a power cut is found again."""
    shutil.rmtree(place_of_files(copy), ignore_errors=True)
    _place_of_note(copy).unlink(missing_ok=True)
    copy.unlink(missing_ok=True)


def _delete_left_over(folder: Path, before: datetime) -> None:
    for path in folder.glob(f".{NAME}-*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < before.timestamp():
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _place_of_note(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.json")


def _copy(path: Path) -> Copy | None:
    named = _USUAL.fullmatch(path.name)
    try:
        at = datetime.strptime(f"{named['at']}Z", "%Y%m%d-%H%M%S%z") if named else None
        size = path.stat().st_size
    except (OSError, ValueError):
        return None
    return Copy(path, at, size, _note(path)) if at else None


def _note(copy: Path) -> Note | None:
    try:
        return Note(**json.loads(_place_of_note(copy).read_text()))
    except (OSError, ValueError, TypeError):
        return None

# SPDX-License-Identifier: EUPL-1.2
"""Where the bytes of files stand: `var/uploads/<office>/<sha256>`, for the server alone to read.

A file is named by its content and never changed. It is written before the row that names it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings


def path_of(office: str, sha256: str) -> Path:
    """Where the bytes of a file stand."""
    return Path(settings.MEDIA_ROOT) / office / sha256


def sha256_of(content: bytes) -> str:
    """The name under which a file is kept."""
    return hashlib.sha256(content).hexdigest()


def write_kept(office: str, content: bytes) -> str:
    """Put bytes in their place, whole or not at all, and give their name. Raises OSError."""
    name = sha256_of(content)
    place = path_of(office, name)
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(place, content)
    return name


def read_kept(office: str, sha256: str) -> bytes | None:
    """The bytes again; None where they are missing, or are no longer those that were written."""
    try:
        content = path_of(office, sha256).read_bytes()
    except OSError:
        return None
    return content if sha256_of(content) == sha256 else None


def _write_whole(place: Path, content: bytes) -> None:
    """Beside its place first, down to the disk, and then renamed: no half file is ever seen."""
    beside = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
        _flush_folder(place.parent)
    finally:
        beside.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

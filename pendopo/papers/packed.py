# SPDX-License-Identifier: EUPL-1.2
"""Office files are zip archives that say when they were made; these say nothing of it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Final

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def settled(archive: bytes) -> bytes:
    """The same archive with fixed times, so that the same content is the same bytes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()


def moment(made_on: str) -> datetime:
    """The moment that a file's properties say: noon of that ISO date, or a fixed day without one.

    Without a zone, as the writers of office files want it.
    """
    day = date.fromisoformat(made_on) if made_on else date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).replace(tzinfo=None)


def writable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("", text)

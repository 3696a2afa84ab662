# SPDX-License-Identifier: EUPL-1.2
"""Noticing that a disk is full, however deep the fault that says so is wrapped; and before."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

import psycopg

_FULL = (errno.ENOSPC, errno.EDQUOT)
KEPT_FREE = 500_000_000
"""Bytes that strangers cannot fill: the office goes on writing when the public no longer may."""


def room_for_strangers(folder: Path) -> bool:
    """Whether the disk of this folder, made already or not, may take what the public brings."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(there).free > KEPT_FREE


def has_no_room(fault: BaseException) -> bool:
    """Whether this fault, or what caused it, is a full disk: of the files, SQLite or PostgreSQL."""
    seen: BaseException | None = fault
    while seen is not None:
        if _says_full(seen):
            return True
        seen = seen.__cause__
    return False


def _says_full(fault: BaseException) -> bool:
    match fault:
        case OSError():
            return fault.errno in _FULL
        case sqlite3.Error():
            return getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        case psycopg.errors.DiskFull():  # SQLSTATE 53100
            return True
        case _:
            return False

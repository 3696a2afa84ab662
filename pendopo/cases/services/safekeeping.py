# SPDX-License-Identifier: EUPL-1.2
"""Copies of everything, made every day and now and then restored to see whether one can be.

Neither is about one office: a copy holds the whole installation.
"""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

import pendopo
from pendopo.base import backup, clock
from pendopo.base.copies import NAME, Copy, Note, copies, digest_of, prune, write_note
from pendopo.base.daily import NotDone, Told, Wall, every_day
from pendopo.base.trial import restored, run_on
from pendopo.cases import models
from pendopo.cases.services.kept_files import kept_files
from pendopo.offices.models import Office

BACKUP, TRIAL = "backup", "restore-test"
TRIED_EVERY = 7
"""Days between two trials that nobody asked for."""


class DoesNotHold(NotDone):
    """A copy that could not be restored to what it was a copy of; the message says how."""


def counted() -> dict[str, int]:
    """How many there are, of all offices, of what is never deleted. Three queries."""
    return {
        "cases": models.Case.objects.count(),
        "events": models.Event.objects.count(),
        "lines": models.BookRow.objects.count(),
    }


def make_copy(target: Path) -> Note:
    """Copy the database and the files that its rows name, with a note. Raises CannotBackUp."""
    began, before = clock.now(), counted()
    backup.back_up(connection, target)
    files = backup.back_up_files(settings.MEDIA_ROOT, kept_files(), target)
    note = Note(
        at=began.isoformat(),
        version=pendopo.__version__,
        size=target.stat().st_size,
        sha256=digest_of(target),
        files=files.copied,
        missing=files.missing,
        before=before,
        after=counted(),
    )
    write_note(target, note)
    return note


def zone_here() -> ZoneInfo:
    """The zone of the first office, whose wall the day's work goes by; UTC before there is one."""
    zone = Office.objects.order_by("code").values_list("zone", flat=True).first()
    return ZoneInfo(zone or "UTC")


def backup_hour() -> Wall | None:
    """When the daily copy is made; None where it is left to somebody else."""
    hour = settings.PENDOPO_BACKUP_HOUR
    return None if hour is None else (time(hour), zone_here())


@every_day(BACKUP, at=backup_hour)
def daily_copy() -> Told:
    """Make a copy in the usual folder and throw away those that are too old."""
    _prune()
    target = backup.usual_place(connection, settings.PENDOPO_BACKUPS, clock.now(), NAME)
    note = make_copy(target)
    gone = _prune()
    return {"copy": target.name, "size": note.size, "files": note.files, "gone": gone}


@every_day(TRIAL, days=TRIED_EVERY, at=backup_hour)
def try_copy() -> Told:
    """Restore the newest copy into a database that is thrown away, and prove that it holds."""
    copy = next(iter(copies(settings.PENDOPO_BACKUPS)), None)
    if copy is None:
        raise NotDone("Belum ada salinan untuk dicoba. Buat salinan dahulu.")
    if copy.note and digest_of(copy.path) != copy.note.sha256:
        raise DoesNotHold(
            f"Isi {copy.path.name} tidak lagi sama dengan ketika dibuat. Buat salinan baru, dan "
            "periksa keadaan disk."
        )
    with restored(connection, copy.path) as url:
        found = _looked_into(copy, url)
    files = _sound_files(copy)
    return {
        "copy": copy.path.name,
        "made": copy.at.isoformat(),
        "events": found["events"],
        "streams": found["streams"],
        "files": files,
        **found["counts"],
    }


def _prune() -> int:
    return prune(
        settings.PENDOPO_BACKUPS,
        days=settings.PENDOPO_BACKUP_DAYS,
        weeks=settings.PENDOPO_BACKUP_WEEKS,
        zone=zone_here(),
        now=clock.now(),
    )


def _looked_into(copy: Copy, url: str) -> dict[str, Any]:
    """What the restored database tells of itself, once nothing is wrong with it."""
    ready = run_on(url, "migrate")
    proof = run_on(url, "log", "verify", "--json") if ready.returncode == 0 else ready
    try:
        found: dict[str, Any] = json.loads(proof.stdout)
    except ValueError:
        said = (proof.stderr.strip().splitlines() or ["tanpa penjelasan"])[-1]
        raise DoesNotHold(f"{copy.path.name} tidak dapat dibuka lagi: {said}") from None
    if faults := found["faults"]:
        raise DoesNotHold(
            f"{copy.path.name} dapat dibuka, tetapi {len(faults)} hal tidak cocok dengan "
            "catatannya. Jalankan pendopo log verify untuk melihat apa saja."
        )
    _agrees(copy, found["counts"])
    return found


def _agrees(copy: Copy, held: dict[str, int]) -> None:
    """What it holds lies between what there was when it was begun and when it was done."""
    if copy.note is None:
        return
    for kind, words in (("cases", "berkas"), ("events", "peristiwa"), ("lines", "baris buku")):
        least, most = copy.note.before[kind], copy.note.after[kind]
        if not least <= held[kind] <= most:
            raise DoesNotHold(
                f"{copy.path.name} memuat {held[kind]} {words}; ketika dibuat ada {least}"
                f"{'' if least == most else f' sampai {most}'}. Buat salinan baru."
            )


def _sound_files(copy: Copy) -> int:
    """How many files lie beside the copy, each still what its name says."""
    folder = backup.place_of_files(copy.path)
    found = [path for path in folder.glob("*/*") if path.is_file()]
    broken = [path for path in found if digest_of(path) != path.name]
    lacking = copy.note.files - len(found) if copy.note else 0
    if broken or lacking > 0:
        raise DoesNotHold(
            f"Basis data pulih, tetapi {len(broken) + max(lacking, 0)} berkas unggahan di samping "
            f"{copy.path.name} rusak atau hilang. Buat salinan baru, dan periksa disk."
        )
    return len(found)

# SPDX-License-Identifier: EUPL-1.2
"""Files that came in with cases: made anew, and kept by their content.

The bytes stand before the row; `pendopo.base.kept_files` says where.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from pendopo.base import clock
from pendopo.base.kept_files import path_of, write_kept
from pendopo.base.made_anew import Clean, Unfit, cleaned
from pendopo.base.room import room_for_strangers
from pendopo.cases import models

__all__ = [
    "Clean",
    "Unfit",
    "attach_uploads",
    "cleaned",
    "keep_for_case",
    "keep_upload",
    "path_of",
]
MOST_OF_CASE = 60
"""So many files of one case the public may bring: the disk is everybody's."""


def keep_upload(
    *,
    office: str,
    content: bytes,
    by: str,
    ask: str = "",
    case_id: UUID | None = None,
    public: bool = False,
) -> models.Upload | Unfit:
    """Make a file anew and keep it. `by` is the key of the actor who brought it.

    `public`: nobody of the office brings it, so that it may fill neither disk nor case.
    """
    if public and (refused := _full(office, case_id)):
        return refused
    clean = cleaned(content)
    if isinstance(clean, Unfit):
        return clean
    if refused := _written(office, clean):
        return refused
    row = models.Upload.objects.create(
        office_id=office,
        case_id=case_id,
        ask=ask,
        kind=clean.kind,
        sha256=clean.sha256,
        size=len(clean.content),
        pages=clean.pages,
        created_at=clock.now(),
        created_by=by,
    )
    # The same file may just have been erased from another case: then it is written once more.
    transaction.on_commit(lambda: _written(office, clean))
    return row


def keep_for_case(*, case: models.Case, content: bytes, by: str, ask: str) -> models.Upload | Unfit:
    """Keep what its applicant sends for a case; the very same file sent again is there once.

    Ids are ordered by time, so that of two sent in one instant the first stays.
    """
    kept = keep_upload(
        office=case.office_id, content=content, by=by, ask=ask, case_id=case.id, public=True
    )
    if isinstance(kept, Unfit):
        return kept
    same = models.Upload.objects.filter(
        office_id=case.office_id, case_id=case.id, ask=ask, sha256=kept.sha256, id__lt=kept.id
    )
    earlier = same.order_by("id").first()
    if earlier is None:
        return kept
    kept.delete()
    return earlier


@transaction.atomic
def attach_uploads(*, case: models.Case, wanted: Iterable[tuple[UUID, str]]) -> Unfit | None:
    """Join files, each with the ask that it answers, to a case. Only those that no case has."""
    for id_, ask in wanted:
        row = (
            models.Upload.objects.select_for_update()
            .filter(office_id=case.office_id, id=id_, case_id=None)
            .first()
        )
        if row is None:
            return Unfit("unknown-file", f"Berkas unggahan {id_} tidak ada atau sudah dipakai.")
        row.case_id = case.id
        row.ask = ask or row.ask
        row.save(update_fields=["case_id", "ask"])
    return None


def _full(office: str, case_id: UUID | None) -> Unfit | None:
    """Why the public may bring no more, for now or to this case."""
    if not room_for_strangers(Path(settings.MEDIA_ROOT)):
        return Unfit(
            "no-room", "Tempat penyimpanan di server hampir penuh. Bawa berkasnya ke loket."
        )
    rows = models.Upload.objects.filter(office_id=office, case_id=case_id)
    if case_id is not None and rows.count() >= MOST_OF_CASE:
        text = "Sudah terlalu banyak berkas untuk permohonan ini. Bawa sisanya ke loket."
        return Unfit("too-many", text)
    return None


def _written(office: str, clean: Clean) -> Unfit | None:
    """Put the bytes in their place, whole or not at all."""
    try:
        write_kept(office, clean.content)
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            text = "Tempat penyimpanan di server penuh. Beri tahu petugas; berkas belum tersimpan."
            return Unfit("no-room", text)
        raise
    return None

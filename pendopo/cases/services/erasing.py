# SPDX-License-Identifier: EUPL-1.2
"""Erasing what identifies people once a case is over (UU 27/2022 Ps 43), chain untouched.

When it may be done is the archive schedule's (JRA) and the office's to say; this is the deed.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.bookshelf import locked_year, open_book, stream_of, tell
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.services.kept_files import forget_files
from pendopo.cases.services.settings.changing import NOT_YOURS, may_settle
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.events import Event
from pendopo.offices.models import Office


def erase_case(
    *, reference: str, reason: str, actor: Actor
) -> models.Case | NotRecorded | NotFound:
    """Delete the personal parts of an ended case's events, its files and sheets; blank its row.

    Its steps, times and numbers stay, and so does its line in the book: the register is an archive.
    The name of who brought a bundle goes with the last of its cases. For those who keep the
    office's settings alone.
    """
    with transaction.atomic():
        office = Office.objects.select_for_update().get(code=actor.office)
        if not may_settle(office, actor):
            return NotRecorded((NOT_YOURS,))
        row = (
            models.Case.objects.select_for_update()
            .filter(office_id=actor.office, reference=reference)
            .first()
        )
        if row is None:
            return NotFound()
        if row.ended_at is None or not reason.strip():
            text = "Hanya berkas yang sudah berakhir yang dapat dihapus datanya, dengan alasan."
            return NotRecorded((Reason("not-erasable", text, "reason"),), (), row.version)
        here = {"office_id": row.office_id}
        models.EventPrivate.objects.filter(**here, stream_key=str(row.id)).delete()
        models.BlindIndex.objects.filter(**here, case_id=row.id).delete()
        _forget_files_of(row)
        row.applicant = ""
        row.save(update_fields=["applicant"])
        _forget_bringer(row)
        now = clock.now()
        event = Event(oe.ERASED, now, actor.key, {"reference": reference}, {"reasons": reason})
        stream = Stream(row.office_id, "office", row.office_id)
        append_to_tail(stream, event, now)
        return row


def _forget_files_of(row: models.Case) -> None:
    """Uploads and sheets now; bytes that no other row names once this has happened for good."""
    uploads = models.Upload.objects.filter(office_id=row.office_id, case_id=row.id)
    sheets = models.PaperSheet.objects.filter(office_id=row.office_id, case_id=row.id)
    names = {name for rows in (uploads, sheets) for name in rows.values_list("sha256", flat=True)}
    names.discard("")
    uploads.delete()
    sheets.delete()
    transaction.on_commit(partial(forget_files, row.office_id, names))


def _forget_bringer(row: models.Case) -> None:
    """Blank who brought the bundle when no case of it still runs or holds a personal part."""
    if row.bundle_id is None:
        return
    here = {"office_id": row.office_id}
    others = models.Case.objects.filter(**here, bundle_id=row.bundle_id).exclude(id=row.id)
    keys = [str(id_) for id_ in others.values_list("id", flat=True)]
    held = models.EventPrivate.objects.filter(**here, stream_key__in=keys)
    if not others.filter(ended_at=None).exists() and not held.exists():
        models.Bundle.objects.filter(**here, id=row.bundle_id).update(bringer="")


def past_keeping(office: Office) -> QuerySet[models.Case]:
    """Ended files whose personal data the office's policy keeps no longer; the oldest first.

    Those without a name are not among them: they were erased, or came from nobody. Lazy.
    """
    today = clock.now().astimezone(ZoneInfo(office.zone))
    before = today - timedelta(days=round(365.25 * office.policy_values.personal_years))
    ended = models.Case.objects.filter(office_id=office.code, ended_at__lte=before)
    return ended.exclude(applicant="").order_by("ended_at", "id")


def was_erased(office: str, reference: str) -> bool:
    """Whether this file's personal data were erased before. One query."""
    told = models.Event.objects.filter(
        office_id=office, stream="office", stream_key=office, name=oe.ERASED
    )
    return told.filter(data__contains=f'"{reference}"').exists()


@transaction.atomic
def erase_line(*, line: UUID, reason: str, actor: Actor) -> models.BookRow | NotRecorded | NotFound:
    """Delete what a line of no case says, in every wording that it had; number and date stay."""
    row = models.BookRow.objects.filter(office_id=actor.office, id=line, case_id=None).first()
    shelf = open_book(actor.office, row.book) if row else None
    if row is None or shelf is None:
        return NotFound()
    if not shelf.may_set(actor) or not reason.strip():
        text = "Isi baris dihapus oleh yang bertanggung jawab atas buku, dengan alasan."
        return NotRecorded((Reason("not-erasable", text, "reason"),))
    locked_year(shelf.book, row.year)
    here = {"office_id": row.office_id}
    stream = stream_of(row.office_id, row.book, row.year)
    told = models.Event.objects.filter(
        **here, stream=stream.kind, stream_key=stream.key, data__contains=str(row.id)
    )
    models.EventPrivate.objects.filter(
        **here, id__in=list(told.values_list("id", flat=True))
    ).delete()
    models.BookDetail.objects.filter(**here, id=row.id).delete()
    tell(oe.LINE_ERASED, actor, row, private={"reasons": reason.strip()})
    return row

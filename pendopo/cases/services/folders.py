# SPDX-License-Identifier: EUPL-1.2
"""Folders on their way to a signer (Map Camat): filled, sent out, and taken back.

A folder changes no case by itself. It says which sheets are out, with whom and since when; what
happened to each of them is told when it is back (`folder_returns`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.queries import CaseFile, case_files
from pendopo.cases.services.answers import NotFound, NotRecorded
from pendopo.cases.streams import Stream, append_to_tail
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Reason
from pendopo.domain.decide import CLOCK_TOLERANCE
from pendopo.domain.events import Event, Json
from pendopo.domain.hands import at_hand, waits_for
from pendopo.offices.models import Office, Position

MOST_FILES = 60
"""So many sheets go into one folder; what is more goes into the next."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A folder with what was put in now, and why the rest was not. `empty`: it is no more."""

    folder: models.Folder
    added: tuple[str, ...] = ()
    left_out: tuple[tuple[str, Reason], ...] = ()
    empty: bool = False


FolderAnswer = Filled | NotRecorded | NotFound


def open_folder(*, position: str, references: Iterable[str], actor: Actor) -> FolderAnswer:
    """Begin a folder for a position with these files. None of them fits: no folder is begun."""
    with transaction.atomic():
        office = Office.objects.select_for_update().get(code=actor.office)
        place = Position.objects.filter(office_id=office.code, key=position).first()
        if place is None:
            return NotFound()
        if refused := not_carried(office, actor):
            return NotRecorded((refused,))
        folder = models.Folder.objects.create(
            office_id=office.code, number=_next_number(office), position=position
        )
        filled = _fill(folder, place, references, actor)
        if not filled.added:
            transaction.set_rollback(True)
            reasons = tuple(reason for _, reason in filled.left_out)
            return NotRecorded(reasons or (_EMPTY,))
        return filled


def put_in(*, number: int, references: Iterable[str], actor: Actor) -> FolderAnswer:
    """Put more files into a folder that has not gone out yet."""
    with transaction.atomic():
        folder = _filling(number, actor)
        if not isinstance(folder, models.Folder):
            return folder
        place = Position.objects.get(office_id=folder.office_id, key=folder.position)
        return _fill(folder, place, references, actor)


def take_out(*, number: int, reference: str, actor: Actor) -> FolderAnswer:
    """Take a file out of a folder that has not gone out yet. A folder left empty is no more."""
    with transaction.atomic():
        folder = _filling(number, actor)
        if not isinstance(folder, models.Folder):
            return folder
        folder.items.filter(case__reference=reference).delete()
        empty = not folder.items.exists()
        if empty:
            models.Folder.objects.filter(office_id=folder.office_id, id=folder.id).delete()
        return Filled(folder, empty=empty)


def send(*, number: int, actor: Actor, sent_at: datetime | None = None) -> FolderAnswer:
    """The folder goes out, now or at the time that is stated."""
    with transaction.atomic():
        folder = _filling(number, actor)
        if not isinstance(folder, models.Folder):
            return folder
        now = clock.now()
        if sent_at and sent_at > now + CLOCK_TOLERANCE:
            return NotRecorded((_IN_THE_FUTURE,))
        folder.sent_at, folder.sent_by = min(sent_at or now, now), actor.key
        folder.save(update_fields=["sent_at", "sent_by"])
        inside: list[Json] = list(folder.items.values_list("case__reference", flat=True))
        tell(oe.FOLDER_SENT, folder, actor, folder.sent_at, {"references": inside})
        return Filled(folder)


def not_carried(office: Office, actor: Actor) -> Reason | None:
    """Why this officer does not carry folders; None where she does.

    Whoever the office lets record a wet signature does.
    """
    carriers = frozenset(office.policy_values.signature_recorded_by)
    text = "Map disiapkan, dikirim dan diterima kembali oleh petugas loket."
    return None if carriers & actor.roles else Reason("not-yours", text, "role")


def tell(
    name: str, folder: models.Folder, actor: Actor, at: datetime, said: dict[str, Json]
) -> None:
    """Write what happened to a folder on the office's stream, whose lock the caller holds."""
    now = clock.now()
    late_after = timedelta(minutes=folder.office.policy_values.late_after_minutes)
    data: dict[str, Json] = {"number": folder.number, "position": folder.position, **said}
    event = Event(name, at, actor.key, data, late=now - at > late_after)
    append_to_tail(Stream(folder.office_id, "office", folder.office_id), event, now)


_EMPTY = Reason("needed", "Pilih paling sedikit satu berkas untuk map ini.", "files")
_IN_THE_FUTURE = Reason(
    "in-the-future", "Waktu keluar ada di masa depan; periksa jamnya.", "sent_at"
)
_ALREADY_SENT = Reason("already-sent", "Map ini sudah keluar; isinya tidak dapat diubah lagi.")
_FULL = Reason("full", f"Map penuh: paling banyak {MOST_FILES} berkas. Buat map berikutnya.")
_NOT_WAITING = Reason(
    "not-waiting", "Berkas ini sekarang tidak menunggu tanda tangan atau paraf jabatan itu."
)


def _next_number(office: Office) -> int:
    rows = models.Folder.objects.filter(office_id=office.code)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _filling(number: int, actor: Actor) -> models.Folder | NotRecorded | NotFound:
    """The folder, locked behind its office, while it is still being filled."""
    office = Office.objects.select_for_update().get(code=actor.office)
    rows = models.Folder.objects.select_for_update()
    folder = rows.filter(office_id=office.code, number=number).first()
    if folder is None:
        return NotFound()
    if refused := not_carried(office, actor):
        return NotRecorded((refused,))
    return folder if folder.sent_at is None else NotRecorded((_ALREADY_SENT,))


def _fill(
    folder: models.Folder, place: Position, references: Iterable[str], actor: Actor
) -> Filled:
    wanted = tuple(dict.fromkeys(references))
    rows = models.Case.objects.filter(office_id=folder.office_id, reference__in=wanted)
    files = {file.row.reference: file for file in case_files(list(rows), actor)}
    last = folder.items.aggregate(last=Max("place"))["last"] or 0
    added: list[str] = []
    left_out: list[tuple[str, Reason]] = []
    for reference in (one for one in wanted if one in files):
        item = models.FolderItem(folder=folder, place=last + len(added) + 1)
        refused = _laid_in(item, files[reference], place.key, place.roles)
        if refused:
            left_out.append((reference, refused))
        else:
            added.append(reference)
    return Filled(folder, tuple(added), tuple(left_out))


def _laid_in(
    item: models.FolderItem, file: CaseFile, position: str, roles: Collection[str]
) -> Reason | None:
    """Why a file was not laid in; None once it was."""
    step = at_hand(file.standard, file.case)
    signers = file.circumstances.signers
    if step is None or not waits_for(step, file.case, position, roles, signers):
        return _NOT_WAITING
    if item.place > MOST_FILES:
        return _FULL
    item.case, item.step = file.row, step.key
    try:
        with transaction.atomic():
            item.save(force_insert=True)
    except IntegrityError:
        return _lies_elsewhere(file.row)
    return None


def _lies_elsewhere(row: models.Case) -> Reason:
    """The database holds that a file lies in one open folder only."""
    item = models.FolderItem.objects.filter(office_id=row.office_id, case_id=row.id, result="")
    number = item.values_list("folder__number", flat=True).first()
    return Reason("in-a-folder", f"Berkas ini masih berada di map nomor {number}.")

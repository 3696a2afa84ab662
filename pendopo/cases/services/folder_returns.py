# SPDX-License-Identifier: EUPL-1.2
"""Taking a folder back: which sheets were signed, which were not, which came back with a note.

Each file is told in a transaction of its own, so that a cut in the middle leaves whole files:
what was told is told, and the rest can be told later. The folder closes with its last file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases import office_events as oe
from pendopo.cases.queries import CaseFile, case_files
from pendopo.cases.services.advancing import Answer, advance
from pendopo.cases.services.answers import NotFound, NotRecorded, Recorded
from pendopo.cases.services.folders import not_carried, tell
from pendopo.domain.circumstances import Actor
from pendopo.domain.commands import Act, Deed, Reason
from pendopo.domain.events import Json
from pendopo.domain.hands import at_hand, sent_back, signed, then, way_on, ways_back
from pendopo.offices.models import Office


class Result(StrEnum):
    """What became of a sheet: signed, not yet, sent back, or its file had moved on meanwhile."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    RETURNED = "returned"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Brought:
    """What is told of one file. `version` is the state of it that the teller saw.

    `outcome` chooses among several ways back; `reasons` say why it came back.
    """

    reference: str
    result: Result
    version: int | None = None
    reasons: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A file of the folder with what became of it. `before`: it had been told already.

    `numbers` are those that it was given in passing, to be written on the sheet.
    """

    result: Result
    before: bool = False
    numbers: tuple[str, ...] = ()


Told = Settled | NotRecorded


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The folder, and the answer to what was told of each file. `closed`: it was the last."""

    folder: models.Folder
    told: tuple[tuple[str, Told], ...]
    closed: bool


def take_back(
    *,
    number: int,
    brought: Iterable[Brought],
    actor: Actor,
    signed_by: str = "",
    happened_at: datetime | None = None,
    in_passing: bool = True,
) -> TakenBack | NotRecorded | NotFound:
    """Tell what became of these files of a folder; the others wait until they are told.

    `signed_by` is the position that signed, the folder's own unless it is said; `happened_at`
    is when, if not just now. What was signed is numbered and stamped `in_passing`, now, where
    that is the teller's own hand. A file that has moved on meanwhile is left alone, and said so.
    """
    folder = _out(number, actor)
    if not isinstance(folder, models.Folder):
        return folder
    lines = tuple(brought)
    if not lines and folder.items.filter(result="").exists():
        return NotRecorded((_NOTHING_TOLD,))
    signing = _Signing(folder, actor, signed_by or folder.position, happened_at, in_passing)
    told = tuple(_told(signing, lines))
    return TakenBack(folder, told, _closed(folder, actor))


@dataclass(frozen=True, slots=True)
class _Signing:
    """Whose hand, when, and who tells it."""

    folder: models.Folder
    actor: Actor
    signed_by: str
    happened_at: datetime | None
    in_passing: bool


_NOTHING_TOLD = Reason("needed", "Pilih hasilnya pada paling sedikit satu berkas.", "files")
_NOT_OUT = Reason("not-out", "Map ini belum dikirim; kirim dahulu, lalu catat saat kembali.")
_STILL_HERE = Reason("still-here", "Berkas ini masih menunggu; pilih hasilnya.", "result")
_NOT_INSIDE = Reason("not-inside", "Berkas ini tidak ada di map ini.")


def _out(number: int, actor: Actor) -> models.Folder | NotRecorded | NotFound:
    rows = models.Folder.objects.select_related("office")
    folder = rows.filter(office_id=actor.office, number=number).first()
    if folder is None:
        return NotFound()
    if refused := not_carried(folder.office, actor):
        return NotRecorded((refused,))
    return folder if folder.sent_at else NotRecorded((_NOT_OUT,))


def _told(signing: _Signing, lines: tuple[Brought, ...]) -> Iterator[tuple[str, Told]]:
    rows = models.Case.objects.filter(
        office_id=signing.folder.office_id, reference__in=[one.reference for one in lines]
    )
    files = {file.row.reference: file for file in case_files(list(rows), signing.actor)}
    for one in lines:
        with transaction.atomic():
            answer = _tell_one(signing, one, files)
            transaction.set_rollback(isinstance(answer, NotRecorded))
        yield one.reference, answer


def _tell_one(signing: _Signing, one: Brought, files: Mapping[str, CaseFile]) -> Told:
    """The item is locked before its case: nobody who holds a case waits for a folder."""
    file = files.get(one.reference)
    items = models.FolderItem.objects.select_for_update()
    here = {"office_id": signing.folder.office_id, "folder_id": signing.folder.id}
    item = items.filter(**here, case_id=file.row.id).first() if file else None
    if file is None or item is None:
        return NotRecorded((_NOT_INSIDE,))
    if item.result:
        return Settled(Result(item.result), before=True)
    if _moved_on(item):
        return _settled(item, Result.MOVED)
    if one.result is Result.MOVED:
        return NotRecorded((_STILL_HERE,))
    if one.result is Result.UNSIGNED:
        return _settled(item, Result.UNSIGNED)
    answer = _done(signing, one, file)
    if isinstance(answer, Recorded):
        return _settled(item, one.result, _in_passing(signing, one, file, answer))
    return answer if isinstance(answer, NotRecorded) else NotRecorded((_NOT_INSIDE,))


def _moved_on(item: models.FolderItem) -> bool:
    """Whether the file no longer stands where it stood when it was laid into the folder."""
    state = models.Case.objects.values_list("state", flat=True)
    return state.get(office_id=item.office_id, id=item.case_id) != item.step


def _settled(item: models.FolderItem, result: Result, numbers: tuple[str, ...] = ()) -> Settled:
    item.result = result.value
    item.save(update_fields=["result"])
    return Settled(result, numbers=numbers)


def _done(signing: _Signing, one: Brought, file: CaseFile) -> Answer:
    deeds = _deeds(signing, one, file)
    if isinstance(deeds, Reason):
        return NotRecorded((deeds,))
    return advance(
        reference=one.reference,
        command=Act(deeds, signing.happened_at),
        actor=signing.actor,
        expected_version=one.version or file.row.version,
    )


def _in_passing(signing: _Signing, one: Brought, file: CaseFile, done: Recorded) -> tuple[str, ...]:
    """The numbers given to what was just signed. What cannot be done in passing is left to do."""
    wanted = signing.in_passing and one.result is Result.SIGNED
    deeds = then(file.standard, done.case, file.circumstances) if wanted else ()
    if not deeds:
        return ()
    answer = advance(reference=one.reference, command=Act(deeds), actor=signing.actor)
    events = answer.events if isinstance(answer, Recorded) else ()
    entries = (entry for event in events for entry in event.entries)
    return tuple(dict.fromkeys(entry.number for entry in entries if entry.number))


def _deeds(signing: _Signing, one: Brought, file: CaseFile) -> tuple[Deed, ...] | Reason:
    """What is to be recorded of a sheet that was signed, or that came back."""
    step = at_hand(file.standard, file.case)
    if step is None:
        return _NOT_INSIDE
    if one.result is Result.SIGNED:
        if way_on(file.standard, step) is None:
            text = "Langkah ini punya beberapa hasil; catat dari halaman berkasnya."
            return Reason("outcome-needed", text, "outcome")
        return (signed(file.standard, step, signing.signed_by),)
    back = ways_back(file.standard, step)
    outcome = one.outcome if one.outcome in back else back[0] if len(back) == 1 else ""
    if not outcome:
        text = "Berkas ini tidak punya jalan kembali dari sini; pilih «belum», lalu buka berkasnya."
        return Reason("no-way-back", text, "outcome")
    return (sent_back(step, outcome, one.reasons),)


def _closed(folder: models.Folder, actor: Actor) -> bool:
    """Close the folder with its last file, once; whether it is closed now."""
    with transaction.atomic():
        Office.objects.select_for_update().get(code=folder.office_id)
        row = models.Folder.objects.select_for_update().get(
            office_id=folder.office_id, id=folder.id
        )
        results = list(row.items.values_list("result", flat=True))
        if row.returned_at is None and all(results):
            row.returned_at = clock.now()
            row.save(update_fields=["returned_at"])
            counts: dict[str, Json] = {r.value: results.count(r.value) for r in Result}
            tell(oe.FOLDER_RETURNED, row, actor, row.returned_at, {"results": counts})
        folder.returned_at = row.returned_at
        return row.returned_at is not None

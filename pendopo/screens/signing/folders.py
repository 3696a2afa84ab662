# SPDX-License-Identifier: EUPL-1.2
"""Folders as the counter sees them: what may go into one, which are out, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pendopo.base import clock
from pendopo.cases import models
from pendopo.cases.queries import CaseFile, case_files
from pendopo.cases.services.folder_returns import Result
from pendopo.cases.services.folders import not_carried
from pendopo.domain.case import papers_of
from pendopo.domain.circumstances import Actor
from pendopo.domain.hands import able, at_hand, ways_back
from pendopo.domain.offers import step_title
from pendopo.domain.vocabulary import Verb
from pendopo.offices.models import Office, Position, Village
from pendopo.screens import plain_words
from pendopo.screens.desk import presence
from pendopo.screens.listings import may_see, shown_applicant
from pendopo.screens.signing.differing import differing
from pendopo.screens.signing.hands import hand_of
from pendopo.screens.signing.waiting import (
    Group,
    Row,
    Waiting,
    capacity_words,
    grouped_rows,
    initialled_words,
)
from pendopo.screens.telling.due_words import day_words
from pendopo.screens.tracking import grouped
from pendopo.screens.words import Words, words_of

RECENT = 20
"""So many folders that are back are still listed."""


class Place(StrEnum):
    """Where a folder is: on the counter being filled, out with its signer, or back."""

    FILLING = "filling"
    OUT = "out"
    BACK = "back"


PLACE_WORDS: Mapping[Place, str | Lazy] = {
    Place.FILLING: gettext_lazy("sedang diisi"),
    Place.OUT: gettext_lazy("di luar"),
    Place.BACK: gettext_lazy("sudah kembali"),
}
PLACE_STATES: Mapping[Place, str] = {
    Place.FILLING: "due",
    Place.OUT: "waiting",
    Place.BACK: "done",
}
RESULT_WORDS: Mapping[Result, str | Lazy] = {
    Result.SIGNED: gettext_lazy("ditandatangani"),
    Result.UNSIGNED: gettext_lazy("belum ditandatangani"),
    Result.RETURNED: gettext_lazy("dikembalikan"),
    Result.MOVED: gettext_lazy("sudah bergerak sendiri"),
}
RESULT_STATES: Mapping[Result, str] = {
    Result.SIGNED: "done",
    Result.UNSIGNED: "off",
    Result.RETURNED: "returned",
    Result.MOVED: "waiting",
}


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One folder in a list. `when` says since when it is where it is."""

    number: int
    position: str
    title: str
    count: int
    place: Place
    state: str
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class Signer:
    """A position that something waits for: how much, and whether somebody is in."""

    position: str
    title: str
    waiting: int
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class FolderBoard:
    """The folders of an office, and what could go into the next one of a position.

    `may_carry`: this officer fills, sends and takes back folders.
    """

    may_carry: bool
    signers: tuple[Signer, ...]
    chosen: Signer | None
    groups: tuple[Group, ...]
    open: tuple[FolderLine, ...]
    back: tuple[FolderLine, ...]
    filling: FolderLine | None

    @property
    def count(self) -> int:
        """How many files could go into the next folder."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Item:
    """One sheet of a folder. `waits`: its file still stands where it stood when it was laid in.

    `now` says where it stands else. `numbers` are those it has in the books, to be written on it.
    """

    place: int
    reference: str
    ref: str
    version: int
    applicant: str
    kept_back: bool
    village: str
    service: str
    purpose: str
    initialled: str
    paraf: bool
    waits: bool
    may_return: bool
    now: str
    result: Result | None
    state: str
    text: str
    numbers: tuple[str, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FolderPage:
    """One folder with its sheets in their order."""

    folder: models.Folder
    title: str
    place: Place
    state: str
    text: str
    sent: str
    returned: str
    may_carry: bool
    items: tuple[Item, ...]
    signed_by: tuple[tuple[str, str], ...]
    signers: tuple[presence.Row, ...]

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The sheets of which nothing was told yet."""
        return tuple(item for item in self.items if item.result is None)

    @property
    def told_items(self) -> tuple[Item, ...]:
        """The sheets whose result is known."""
        return tuple(item for item in self.items if item.result is not None)


def folder_board(office: Office, waiting: Waiting, actor: Actor, position: str) -> FolderBoard:
    """The board, for the position that is asked for or the one most waits for."""
    free = tuple(row for row in waiting.rows if row.folder is None)
    signers = tuple(_signers(office, free))
    busiest = max(signers, key=lambda one: one.waiting, default=None)
    chosen = next((one for one in signers if one.position == position), busiest)
    mine = (row for row in free if chosen and chosen.position in row.positions)
    lines = tuple(_lines(office, waiting.words))
    filling = (
        one
        for one in lines
        if chosen and one.place is Place.FILLING and one.position == chosen.position
    )
    return FolderBoard(
        may_carry=not_carried(office, actor) is None,
        signers=signers,
        chosen=chosen,
        groups=grouped_rows(mine),
        open=tuple(line for line in lines if line.place is not Place.BACK),
        back=tuple(line for line in lines if line.place is Place.BACK)[:RECENT],
        filling=next(filling, None),
    )


def _signers(office: Office, rows: Iterable[Row]) -> Iterator[Signer]:
    """The positions that something waits for, in the order of the office."""
    rows = tuple(rows)
    board = presence.board(office)
    where = {row.key: row for row in (*board.signers, *board.others)}
    for post in Position.objects.filter(office_id=office.code).order_by("place", "key"):
        count = sum(post.key in row.positions for row in rows)
        if count:
            here = where[post.key]
            yield Signer(post.key, post.title, count, here.state, here.text)


def _lines(office: Office, words: Words) -> Iterator[FolderLine]:
    rows = models.Folder.objects.filter(office_id=office.code).annotate(count=Count("items"))
    for row in rows.order_by("-number")[: RECENT * 3]:
        place = place_of(row)
        since = row.returned_at or row.sent_at
        yield FolderLine(
            number=row.number,
            position=row.position,
            title=words.position(row.position),
            count=row.count,
            place=place,
            state=PLACE_STATES[place],
            text=str(PLACE_WORDS[place]),
            when=day_words(since, clock.now(), office.zone) if since else "",
        )


def place_of(folder: models.Folder) -> Place:
    """Where a folder is."""
    if folder.sent_at is None:
        return Place.FILLING
    return Place.OUT if folder.returned_at is None else Place.BACK


def folder_page(office: Office, number: int, actor: Actor) -> FolderPage | None:
    """One folder of the office; None where it has no such folder."""
    folder = models.Folder.objects.filter(office_id=office.code, number=number).first()
    if folder is None:
        return None
    rows = list(folder.items.select_related("case").order_by("place"))
    files = {file.row.id: file for file in case_files([row.case for row in rows], actor)}
    words = words_of(office.code, office.zone)
    villages = dict(Village.objects.filter(office_id=office.code).values_list("code", "name"))
    place, now = place_of(folder), clock.now()
    able = _able(files.values(), words)
    items = tuple(_item(row, files[row.case_id], words, villages) for row in rows)
    return FolderPage(
        folder=folder,
        title=words.position(folder.position),
        place=place,
        state=PLACE_STATES[place],
        text=str(PLACE_WORDS[place]),
        sent=day_words(folder.sent_at, now, office.zone) if folder.sent_at else "",
        returned=day_words(folder.returned_at, now, office.zone) if folder.returned_at else "",
        may_carry=not_carried(office, actor) is None,
        items=items,
        signed_by=able,
        signers=_meanwhile(office, folder.position, able) if place is not Place.BACK else (),
    )


def _item(
    row: models.FolderItem, file: CaseFile, words: Words, villages: Mapping[str, str]
) -> Item:
    case, standard, actor = file.case, file.standard, file.circumstances.actor
    hand = hand_of(file)
    waits = not row.result and case.step == row.step
    result = Result(row.result) if row.result else None
    name = shown_applicant(file.row, actor)
    kept_back = not may_see(file.row, actor)
    step = standard.step(row.step)
    return Item(
        place=row.place,
        reference=file.row.reference,
        ref=grouped(file.row.reference),
        version=file.row.version,
        applicant=name,
        kept_back=kept_back,
        village=villages.get(file.row.village, ""),
        service=plain_words.short_name(standard.name),
        purpose="" if kept_back else differing(standard, file.values, actor.roles),
        initialled=initialled_words(hand, words) if hand else "",
        paraf=step.do is Verb.INITIAL,
        waits=waits,
        may_return=len(ways_back(standard, step)) == 1,
        now=_now_at(file),
        result=result,
        state=RESULT_STATES[result] if result else "",
        text=str(RESULT_WORDS[result]) if result else "",
        numbers=tuple(dict.fromkeys(e.number for e in case.entries if e.number)),
        papers=papers_of(standard, step),
    )


def _meanwhile(
    office: Office, position: str, able: tuple[tuple[str, str], ...]
) -> tuple[presence.Row, ...]:
    """Where the folder's signer is; while she is out, also who could sign instead."""
    board = presence.board(office)
    rows = {row.key: row for row in (*board.signers, *board.others)}
    own = rows.get(position)
    others = (rows[key] for key, _words in able if key in rows and key != position)
    if own is None or own.here:
        return (own,) if own else ()
    return (own, *others)


def _now_at(file: CaseFile) -> str:
    """Where a file stands now, as a sentence says it."""
    if file.case.step is None:
        return plain_words.ended(file.case.end or "")
    title = step_title(file.standard.step(file.case.step))
    return _("berikutnya: %(step)s") % {"step": f"{title[:1].lower()}{title[1:]}"}


def _able(files: Iterable[CaseFile], words: Words) -> tuple[tuple[str, str], ...]:
    """Who may have signed the sheets that are still out, in the order of the matrix."""
    found: dict[str, str] = {}
    for file in files:
        step = at_hand(file.standard, file.case)
        for one in able(step, file.case, file.circumstances.signers) if step else ():
            found.setdefault(one.position, capacity_words(one, words))
    return tuple(found.items())

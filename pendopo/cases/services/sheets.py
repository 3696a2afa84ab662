# SPDX-License-Identifier: EUPL-1.2
"""Sheets: what was put on paper is kept as it was, and what was issued is kept as a file too.

A sheet's content is the value it was composed as, sealed; the same value gives the same bytes.
The file of what was issued is written after the commit. Where power fails between the two, it is
made at the next look.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from pendopo.base import clock
from pendopo.base.kept_files import read_kept, write_kept
from pendopo.base.sealing import seal, unseal
from pendopo.cases import models
from pendopo.cases.composing.letters import Composition, compose
from pendopo.cases.queries import CaseFile, case_file
from pendopo.domain.circumstances import Actor
from pendopo.domain.events import VERB_EVENTS, Event, Stage
from pendopo.domain.vocabulary import Verb
from pendopo.offices.arms import arms_named
from pendopo.papers import kept
from pendopo.papers.values import Letterhead, Paper

PURPOSE = "paper-sheet"
_RECOMPOSED = (VERB_EVENTS[Verb.SIGN], VERB_EVENTS[Verb.REGISTER])


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet opened again: its row, and the value that it was printed from."""

    row: models.PaperSheet
    paper: Paper


def keep_sheets(reference: str, events: Iterable[Event], actor: Actor | None) -> None:
    """Keep a sheet of every paper that these events moved, numbered or signed.

    Within the transaction that wrote them. What did not change on paper is not kept again.
    """
    moved = list(_moved(events))
    if not moved:
        return
    file = case_file(reference, actor)
    if file is None:
        return
    for paper in moved:
        stage = file.case.paper(paper).stage
        if stage is not None and file.case.paper(paper).form.written_here:
            keep_sheet(file, paper, stage, actor.key if actor else "")


def _moved(events: Iterable[Event]) -> Iterable[str]:
    """The papers that these events are about, as far as their sheets may differ now."""
    found: dict[str, None] = {}
    for event in events:
        found.update(dict.fromkeys(move.paper for move in event.papers))
        found.update(dict.fromkeys(entry.paper for entry in event.entries if entry.paper))
        named = event.data.get("papers")
        if event.name in _RECOMPOSED and isinstance(named, list):
            found.update(dict.fromkeys(str(one) for one in named))
    return found


def keep_sheet(
    file: CaseFile, paper: str, stage: Stage, by: str, made: Composition | None = None
) -> models.PaperSheet:
    """Keep the paper as it stands; the last sheet where nothing on it differs from that."""
    made = made or compose(file, paper)
    last = last_sheet(file, paper)
    if last and last.stage == stage and _same(open_sheet(last).paper, made.paper):
        return last
    row = models.PaperSheet.objects.create(
        office_id=file.row.office_id,
        case_id=file.row.id,
        paper=paper,
        number=last.number + 1 if last else 1,
        stage=stage.value,
        form=made.facts.state.form.value,
        content=_sealed(file.row.office_id, made),
        edited=made.edited,
        created_at=clock.now(),
        created_by=by,
    )
    if stage is Stage.TERBITAN:
        transaction.on_commit(partial(ensure_file, row.office_id, row.id), robust=True)
    return row


def last_sheet(file: CaseFile, paper: str) -> models.PaperSheet | None:
    """The newest sheet of a paper; None before the first."""
    return sheets_of(file, paper).last()


def sheets_of(file: CaseFile, paper: str) -> QuerySet[models.PaperSheet]:
    """All sheets of a paper in their order."""
    return models.PaperSheet.objects.filter(
        office_id=file.row.office_id, case_id=file.row.id, paper=paper
    ).order_by("number")


def standing_sheet(file: CaseFile, paper: str) -> KeptSheet | Composition:
    """What is to be printed now: the sheet that was signed or issued, else what would be."""
    state = file.case.paper(paper)
    if state.signed and state.form.written_here:
        last = last_sheet(file, paper)
        if last is not None:
            return open_sheet(last)
    return compose(file, paper)


def printed(file: CaseFile, paper: str, by: str) -> Paper:
    """The paper for the printer. What goes out to be signed is kept as it was printed."""
    standing = standing_sheet(file, paper)
    stage = file.case.paper(paper).stage
    if isinstance(standing, KeptSheet) or stage is None:
        return standing.paper
    with transaction.atomic():
        models.Case.objects.select_for_update().get(office_id=file.row.office_id, id=file.row.id)
        return open_sheet(keep_sheet(file, paper, stage, by, standing)).paper


def open_sheet(row: models.PaperSheet) -> KeptSheet:
    """A kept sheet as it was composed. Raises Unreadable with another key."""
    content = json.loads(unseal(row.office_id, PURPOSE, row.content))
    paper = kept.from_json(content["paper"])
    head = paper.common.letterhead
    if head is not None:
        whole = replace(head, arms=arms_named(row.office_id, content["arms"]))
        paper = _with_head(paper, whole)
    return KeptSheet(row, paper)


def _sealed(office: str, made: Composition) -> str:
    """The content at rest. The arms are kept once, under their name, and not in every sheet."""
    head = made.paper.common.letterhead
    bare = _with_head(made.paper, replace(head, arms=b"")) if head else made.paper
    content = {"paper": kept.to_json(bare), "arms": made.arms}
    return seal(office, PURPOSE, json.dumps(content, ensure_ascii=False))


def _with_head(paper: Paper, head: Letterhead) -> Paper:
    return replace(paper, common=replace(paper.common, letterhead=head))


def _same(one: Paper, other: Paper) -> bool:
    """Whether nothing that is printed differs; the day on which it was made may."""
    undated = replace(one.common, made_on=other.common.made_on)
    return replace(one, common=undated) == other


def file_of(row: models.PaperSheet) -> bytes:
    """The PDF that was issued, made again where it is missing. Raises CannotPrint."""
    found = read_kept(row.office_id, row.sha256) if row.sha256 else None
    return found if found is not None else ensure_file(row.office_id, row.id)


def ensure_file(office: str, id: UUID) -> bytes:
    """Make the file of an issued sheet and say its name in the row; the bytes come first.

    Made again it is the same, byte for byte, as long as the program is. Raises CannotPrint.
    """
    from pendopo.papers import printing  # brings the press along, which most deeds do not need

    row = models.PaperSheet.objects.get(office_id=office, id=id)
    content = printing.pdf(open_sheet(row).paper)
    name = write_kept(office, content)
    if not row.sha256:
        models.PaperSheet.objects.filter(office_id=office, id=id, sha256="").update(
            sha256=name, size=len(content)
        )
    return content

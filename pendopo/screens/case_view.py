# SPDX-License-Identifier: EUPL-1.2
"""One case as one caller may read it, in plain values: what the API answers and screens show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pendopo.cases import models
from pendopo.cases.queries import CaseFile, Told
from pendopo.cases.world import setting
from pendopo.domain import events as ev
from pendopo.domain.events import Json
from pendopo.domain.promise import CeilingReckoning, Reckoning
from pendopo.screens.deeds.offered import Action, actions
from pendopo.screens.forms.masking import shown_form
from pendopo.screens.scenes import Scene
from pendopo.screens.telling.past import Line, Past, Telling
from pendopo.screens.telling.sentences import history
from pendopo.screens.telling.standing import lacks, timeline, waiting_for
from pendopo.screens.words import Audience, Words, words_of

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case before one reader, with the words for it gathered."""

    file: CaseFile
    scene: Scene
    words: Words
    audience: Audience
    past: tuple[Past, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """What this reader may do now."""
        return actions(self.scene)

    @property
    def history(self) -> tuple[Line, ...]:
        """What happened to it, a sentence an event."""
        return history(self.past, self._telling())

    @property
    def told_to_citizen(self) -> tuple[Line, ...]:
        """The same for whoever it is about: what was done, and nobody of the office."""
        yours = self.scene.circumstances.outside
        return history(self.past, replace(self._telling(), yours=yours))

    def document(self) -> Document:
        """All there is to read, without what may be done."""
        file, case, row = self.file, self.file.case, self.file.row
        return {
            "reference": row.reference,
            "office": row.office_id,
            "service": file.standard.slug,
            "service_name": file.standard.name,
            "standard_version": file.standing.number,
            "state": case.state,
            "ended": case.ended,
            "version": case.version,
            "filed_at": row.filed_at,
            "channel": row.channel,
            "confidential": row.confidential,
            "anonymous": row.anonymous,
            "waiting_for": waiting_for(self.scene, self.words, self.audience),
            "promise": promise_document(file),
            "history": self.history,
            "timeline": timeline(file.standard, case),
            "lacks": lacks(self.scene, self.past),
            "evidence": [evidence_document(upload) for upload in file.uploads],
            "papers": self._papers(),
            "numbers": self._numbers(),
            "form": self._form(),
        }

    def _telling(self) -> Telling:
        labels = self.scene.ask_labels()
        return Telling(self.file.standard, self.words, self.audience, labels)

    def _papers(self) -> list[Document]:
        titles = {paper.key: paper.title for paper in self.file.standard.papers}
        return [
            {
                "key": paper.key,
                "title": titles[paper.key],
                "form": paper.form.value,
                "stage": paper.stage.value if paper.stage else None,
                "version": paper.version,
                "initialled": paper.initialled,
                "approved": paper.approved,
                "signed": paper.signed,
                "stamped": paper.stamped,
            }
            for paper in self.file.case.papers
        ]

    def _numbers(self) -> list[Document]:
        return [
            {
                "book": entry.book,
                "title": self.words.book(entry.book),
                "paper": entry.paper,
                "number": entry.number,
                "status": entry.mark.value,
            }
            for entry in self.file.case.entries
        ]

    def _form(self) -> dict[str, object]:
        holder = self.audience is Audience.PUBLIC
        roles = None if holder else self.scene.circumstances.actor.roles
        return shown_form(self.file.standard, self.file.values, roles)


def view_of(file: CaseFile) -> CaseView:
    """A case with the words for it: a fixed number of queries beside those of the file."""
    told = file.history
    past = tuple(
        Past(one.event, datetime.fromisoformat(one.row.recorded_at), one.private) for one in told
    )
    words = words_of(file.row.office_id, file.world.office.zone, (one.event.actor for one in told))
    scene = Scene(
        standard=file.standard,
        case=file.case,
        circumstances=file.circumstances,
        setting=setting(file.world),
        roles=words.roles,
        added=added_asks(past),
    )
    audience = Audience.PUBLIC if scene.by_applicant else Audience.OFFICE
    return CaseView(file, scene, words, audience, past)


def added_asks(past: Iterable[Past | Told]) -> dict[str, str]:
    """The words of the asks that were added for this file alone; erased ones are missing."""
    return {
        str(one.event.data["ask"]): str(one.private["what"])
        for one in past
        if one.event.name == ev.REQUIREMENT_ADDED and one.private.get("what")
    }


def promise_document(file: CaseFile) -> Document:
    """The promise as it stands: when it is due, and every line of the sum."""
    reckoning = file.reckoning
    duration = file.standard.duration
    return {
        "text": duration.text if duration else None,
        "due": reckoning.due_at,
        "if_resumed_now": reckoning.due_if_resumed_now,
        "state": reckoning.state.value,
        "kept": reckoning.kept,
        "used_minutes": reckoning.used,
        "late": reckoning.late,
        "reckoning": _lines(reckoning),
        "alternative_due": reckoning.alternative_due_at,
        "notes": list(reckoning.notes),
        "ceilings": [_ceiling(one) for one in reckoning.ceilings],
    }


def _lines(reckoning: Reckoning | CeilingReckoning) -> list[str]:
    return [line.text for line in reckoning.lines]


def _ceiling(one: CeilingReckoning) -> Document:
    return {
        "name": one.ceiling.name,
        "cite": one.ceiling.cite,
        "due": one.due_at,
        "state": one.state.value,
        "kept": one.kept,
        "reckoning": _lines(one),
    }


def evidence_document(upload: models.Upload) -> Document:
    """An uploaded file, told without its content."""
    return {
        "id": str(upload.id),
        "ask": upload.ask or None,
        "kind": upload.kind,
        "size": upload.size,
        "pages": upload.pages,
        "sha256": upload.sha256,
        "at": upload.created_at,
    }


def happened(events: tuple[ev.Event, ...]) -> list[Document]:
    """Events just recorded, without anything that identifies a person."""
    return [
        {
            "name": event.name,
            "at": event.happened_at,
            "step": _text(event.data.get("step")),
            "outcome": _text(event.data.get("outcome")),
            "to": _text(event.data.get("to")),
            "returns": bool(event.data.get("returns")),
            "late": event.late,
            "numbers": [entry.number for entry in event.entries if entry.number],
        }
        for event in events
    ]


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None

# SPDX-License-Identifier: EUPL-1.2
"""Which words a paper says: the standard's, the office's own in their place, or this letter's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from pendopo.base.canonical import canonical_text
from pendopo.cases import models
from pendopo.cases.composing.main_text import main_text, with_main_text
from pendopo.cases.queries import CaseFile
from pendopo.domain.events import AMENDED, APPROVED, REWORDED, VERB_EVENTS
from pendopo.domain.standard import Paper, Standard, Wording
from pendopo.domain.vocabulary import FieldType, PaperForm, Verb

PARTS = ("heading", "to", "subject", "body", "responsibility", "copies_to")
"""What an office may put into its own words; `to` and `copies_to` a line each."""

WORDED = (PaperForm.LETTER, PaperForm.TRANSMITTAL, PaperForm.MINUTES, PaperForm.COUNTERSIGN)
"""The forms whose words are the office's to choose."""

_SEEN = (VERB_EVENTS[Verb.INITIAL], APPROVED, VERB_EVENTS[Verb.SIGN])
_ANEW = (AMENDED, REWORDED, VERB_EVENTS[Verb.DRAFT])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one paper. `edited`: somebody changed the body for this letter alone."""

    wording: Wording
    copies_to: tuple[str, ...]
    own: bool = False
    edited: bool = False


def words_of(file: CaseFile, paper: Paper, form: PaperForm) -> Words:
    """What this paper of this case says in this form. One query.

    What the office changes holds for papers to which nobody has put a paraf or a name yet.
    """
    until = _seen_at(file, paper.key)
    words = office_words(file.row.office_id, file.standard, paper, form, until)
    said = _reworded(file, paper.key)
    if not said:
        return words
    return replace(words, wording=with_main_text(words.wording, said), edited=True)


def _seen_at(file: CaseFile, paper: str) -> datetime | None:
    """When somebody first put a paraf, consent or signature to the words as they stand."""
    state, seen = file.case.paper(paper), None
    if not (state.initialled or state.approved or state.signed):
        return None
    for event in (told.event for told in reversed(file.history)):
        if event.data.get("returns") or event.name in _ANEW:
            break
        if event.name in _SEEN:
            seen = event.happened_at
    return seen


def _reworded(file: CaseFile, paper: str) -> str:
    """What somebody last made of this letter; empty where nobody did, or where it was undone."""
    for told in reversed(file.history):
        papers = told.event.data.get("papers")
        if told.event.name == REWORDED and isinstance(papers, list) and paper in papers:
            return str(told.private.get("words") or "")
    return ""


def office_words(
    office: str, standard: Standard, paper: Paper, form: PaperForm, until: datetime | None = None
) -> Words:
    """The words of the office for a paper: its own newest, else the standard's. One query.

    `until`: as they were at that moment.
    """
    given = standard_words(standard, paper, form)
    rows = wordings_of(office, standard.slug, paper.key, form)
    row = (rows.filter(created_at__lte=until) if until else rows).first()
    parts = read_parts(row.text) if row else {}
    return with_parts(given, parts) if parts else given


def wordings_of(
    office: str, service: str, paper: str, form: PaperForm
) -> QuerySet[models.PaperWording]:
    """What the office itself made of a paper, the newest first; it holds, if it says anything."""
    rows = models.PaperWording.objects.filter(
        office_id=office, service=service, paper=paper, form=form.value
    )
    return rows.order_by("-created_at", "-id")


def standard_words(standard: Standard, paper: Paper, form: PaperForm) -> Words:
    """The words of the standard for a paper, whatever the office made of them."""
    return Words(standard_wording(standard, paper, form), paper.copies_to)


def standard_wording(standard: Standard, paper: Paper, form: PaperForm) -> Wording:
    """The standard's words, or plain ones made of the form where it has none."""
    return paper.wording(form) or _plain_wording(standard, paper, form)


def parts_in(wording: Wording) -> tuple[str, ...]:
    """Which parts a paper of this form has; those of a letter depend on whether it is sent."""
    if not wording.form.written_here:
        return ("heading", "body", "responsibility")
    if wording.form is PaperForm.TRANSMITTAL:
        return ("to", "body", "copies_to")
    if wording.form is PaperForm.MINUTES or wording.slip:
        return ("heading", "body")
    return (
        ("to", "subject", "body", "copies_to") if wording.to else ("heading", "body", "copies_to")
    )


def parts_of(words: Words) -> dict[str, str]:
    """The words as they are edited, part by part."""
    wording = words.wording
    said = {
        "heading": wording.heading,
        "to": "\n".join(wording.to),
        "subject": wording.subject,
        "body": main_text(wording),
        "responsibility": wording.responsibility,
        "copies_to": "\n".join(words.copies_to),
    }
    return {name: said[name] for name in parts_in(wording)}


def kept_parts(parts: Mapping[str, str]) -> str:
    """What a row keeps of an office's own words."""
    return canonical_text(
        {name: said.strip() for name in PARTS if (said := parts.get(name)) is not None}
    )


def read_parts(text: str) -> dict[str, str]:
    """What a row kept; nothing for the row by which an office went back to the standard's."""
    kept = json.loads(text) if text else {}
    return {name: str(kept[name]) for name in PARTS if name in kept}


def with_parts(words: Words, parts: Mapping[str, str]) -> Words:
    """The same paper with these parts of it in other words; the rest stays."""
    said = {**parts_of(words), **parts}
    wording = replace(
        words.wording,
        heading=said.get("heading", words.wording.heading),
        to=lines(said["to"]) if "to" in said else words.wording.to,
        subject=said.get("subject", words.wording.subject),
        responsibility=said.get("responsibility", words.wording.responsibility),
    )
    copies = lines(said["copies_to"]) if "copies_to" in said else words.copies_to
    return Words(with_main_text(wording, said["body"]), copies, own=True)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _plain_wording(standard: Standard, paper: Paper, form: PaperForm) -> Wording:
    """Title, what the form says, and a closing sentence: a letter that can be mended."""
    fields = [f for f in standard.fields if f.group is None and f.derive is None and not f.readers]
    rows = "\n".join(
        f"{f.label} : {{{f.key}}}"
        for f in fields
        if f.type is not FieldType.YES_NO and not f.when.all
    )
    parts = ("Yang bertanda tangan di bawah ini menerangkan:", rows, _CLOSING)
    return Wording("", form, heading=paper.title.upper(), body="\n\n".join(parts))


_CLOSING = "Demikian untuk dipergunakan sebagaimana mestinya."

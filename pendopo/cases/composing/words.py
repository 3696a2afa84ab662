# SPDX-License-Identifier: EUPL-1.2
"""Which words a paper says: the standard's, the office's own in their place, or this letter's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pendopo.base.canonical import canonical_text
from pendopo.cases import models
from pendopo.cases.queries import CaseFile
from pendopo.domain.events import REWORDED
from pendopo.domain.standard import Paper, Standard, Wording
from pendopo.domain.vocabulary import FieldType, PaperForm

PARTS = ("heading", "to", "subject", "body", "copies_to")
"""What an office may put into its own words; `to` and `copies_to` a line each."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one paper. `edited`: somebody changed the body for this letter alone."""

    wording: Wording
    copies_to: tuple[str, ...]
    own: bool = False
    edited: bool = False


def words_of(file: CaseFile, paper: Paper, form: PaperForm) -> Words:
    """What this paper of this case says in this form. One query."""
    words = office_words(file.row.office_id, file.standard, paper, form)
    said = _reworded(file, paper.key)
    if not said:
        return words
    return replace(words, wording=replace(words.wording, body=said), edited=True)


def _reworded(file: CaseFile, paper: str) -> str:
    """What somebody last made of this letter; empty where nobody did, or where it was undone."""
    for told in reversed(file.history):
        papers = told.event.data.get("papers")
        if told.event.name == REWORDED and isinstance(papers, list) and paper in papers:
            return str(told.private.get("words") or "")
    return ""


def office_words(office: str, standard: Standard, paper: Paper, form: PaperForm) -> Words:
    """The words of the office for a paper: its own newest, else the standard's. One query."""
    given = Words(standard_wording(standard, paper, form), paper.copies_to)
    row = newest_wording(office, standard.slug, paper.key, form)
    parts = read_parts(row.text) if row else {}
    return _with_parts(given, parts) if parts else given


def newest_wording(
    office: str, service: str, paper: str, form: PaperForm
) -> models.PaperWording | None:
    """The office's own wording that holds; None where the standard's does."""
    rows = models.PaperWording.objects.filter(
        office_id=office, service=service, paper=paper, form=form.value
    )
    return rows.order_by("-created_at", "-id").first()


def standard_wording(standard: Standard, paper: Paper, form: PaperForm) -> Wording:
    """The standard's words, or plain ones made of the form where it has none."""
    return paper.wording(form) or _plain_wording(standard, paper, form)


def parts_of(words: Words) -> dict[str, str]:
    """The words as they are edited."""
    wording = words.wording
    return {
        "heading": wording.heading,
        "to": "\n".join(wording.to),
        "subject": wording.subject,
        "body": wording.body,
        "copies_to": "\n".join(words.copies_to),
    }


def kept_parts(parts: Mapping[str, str]) -> str:
    """What a row keeps of an office's own words."""
    return canonical_text({name: parts.get(name, "").strip() for name in PARTS})


def read_parts(text: str) -> dict[str, str]:
    """What a row kept; nothing for the row by which an office went back to the standard's."""
    kept = json.loads(text) if text else {}
    return {name: str(kept.get(name, "")) for name in PARTS} if kept else {}


def _with_parts(words: Words, parts: Mapping[str, str]) -> Words:
    wording = replace(
        words.wording,
        heading=parts["heading"],
        to=lines(parts["to"]),
        subject=parts["subject"],
        body=parts["body"],
    )
    return Words(wording, lines(parts["copies_to"]), own=True)


def with_parts(words: Words, parts: Mapping[str, str]) -> Words:
    """The same paper in other words, e.g. for a preview."""
    return _with_parts(words, {name: parts.get(name, "") for name in PARTS})


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
